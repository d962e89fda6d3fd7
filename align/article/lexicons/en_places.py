"""English names of countries, of places of two words, and of who comes from them: capitals that are no people."""

from align.article.lexicons.word_lists import words

COUNTRIES = words(
    """israel iran iraq syria jordan chad georgia china india cuba kenya ireland france germany spain portugal italy
    greece turkey russia ukraine poland america britain england scotland wales canada mexico brazil argentina
    chile peru colombia venezuela bolivia ecuador japan korea vietnam thailand malaysia singapore indonesia
    australia austria switzerland belgium holland netherlands luxembourg denmark norway sweden finland iceland
    estonia latvia lithuania hungary romania bulgaria serbia croatia slovenia slovakia albania kosovo montenegro
    cyprus malta egypt libya tunisia algeria morocco sudan somalia ethiopia eritrea nigeria ghana mali niger
    senegal gambia liberia cameroon congo angola zambia zimbabwe malawi mozambique namibia botswana uganda
    rwanda tanzania madagascar qatar bahrain kuwait oman yemen lebanon palestine afghanistan pakistan bangladesh
    nepal bhutan myanmar cambodia laos mongolia philippines taiwan fiji samoa tonga armenia azerbaijan
    kazakhstan uzbekistan belarus moldova haiti jamaica barbados dominica honduras guatemala nicaragua panama
    paraguay uruguay guyana suriname europe africa asia michigan ohio texas florida california pennsylvania wisconsin
    minnesota iowa nebraska kansas oklahoma arkansas louisiana mississippi alabama tennessee kentucky illinois
    missouri maine vermont massachusetts connecticut delaware maryland oregon idaho utah nevada arizona wyoming
    colorado alaska hawaii ontario quebec alberta manitoba"""
)
PLACES = frozenset(
    place.replace("_", " ")
    for place in words(
        """sandy_hook hong_kong tel_aviv buenos_aires los_angeles san_francisco san_diego san_antonio san_juan las_vegas
        saudi_arabia sri_lanka costa_rica puerto_rico el_salvador burkina_faso sierra_leone ivory_coast
        abu_dhabi addis_ababa cape_town cape_verde kuala_lumpur phnom_penh ho_chi_minh sao_paulo são_paulo
        rio_grande santa_fe santa_monica santa_barbara el_paso baton_rouge des_moines salt_lake long_island
        long_beach palm_beach silicon_valley wall_street downing_street white_house fleet_street
        scotland_yard gaza_strip west_bank hudson_valley grand_rapids green_bay big_apple great_britain
        black_sea red_sea dead_sea crown_heights tiananmen_square times_square trafalgar_square red_cross
        islamic_state magen_david al_jazeera associated_press agence_france boston_globe financial_times
        daily_mail"""
    )
)
"""Of two words that nothing else tells from a first name and a surname."""

PLACE_WORDS = words(
    """north south east west northern southern eastern western northeast northwest southeast southwest new central
    middle united fort lake mount port saint santa las los san islamic catholic orthodox sunni shia shiite kurdish"""
)
"""With which names of places and bodies begin, and no people's: North Yorkshire, New Haven, the Islamic Society."""

NATIVES = words(
    """frenchman frenchwoman dutchman dutchwoman englishman englishwoman scotsman scotswoman irishman irishwoman
    welshman welshwoman spaniard briton swede dane finn pole turk serb croat scot slovak slovene greek argentine
    australian american canadian belgian austrian italian german brazilian mexican chilean colombian cuban egyptian
    nigerian kenyan ghanaian moroccan algerian tunisian indian iranian russian ukrainian norwegian hungarian
    bulgarian romanian croatian serbian bosnian georgian armenian jamaican texan californian londoner mancunian
    parisian liverpudlian glaswegian yorkshireman northerner southerner missourian vermonter kentuckian ohioan iowan
    nebraskan kansan oklahoman arkansan louisianan mississippian alabaman floridian pennsylvanian minnesotan
    carolinian marylander idahoan utahn nevadan arizonan coloradan alaskan hawaiian mainer hoosier michigander"""
)
"""What somebody is called by where they come from: the Dutchwoman."""

DEMONYMS = words(
    """israeli israelis iranian iranians iraqi iraqis lebanese syrian syrians palestinian palestinians jordanian
    egyptian saudi yemeni afghan pakistani indian indians bangladeshi nepali chinese taiwanese japanese korean
    koreans vietnamese thai malaysian indonesian filipino australian australians russian russians ukrainian
    ukrainians polish pole czech hungarian romanian bulgarian serbian croatian greek greeks turkish turk turks
    kurdish kurds armenian georgian azerbaijani german germans french dutch belgian swiss austrian italian
    italians spanish portuguese swedish norwegian danish finnish icelandic irish scottish welsh british britons
    english american americans canadian canadians mexican mexicans cuban brazilian argentine chilean colombian
    venezuelan peruvian nigerian kenyan ghanaian ethiopian somali sudanese ugandan rwandan congolese moroccan
    algerian tunisian libyan european europeans african africans asian asians arab arabs jewish jew jews muslim
    muslims islamist islamists hindu sikh buddhist western westerner houthi houthis zionist republicans
    democrats"""
)
"""Who comes from somewhere or believes something, of whom none is named by it: a Lebanese, a Western diplomat."""

NAMESAKES = words(
    """virginia georgia carolina florence sydney paris chelsea charlotte austin jordan chad israel victoria adelaide
    madison savannah houston dallas brooklyn lincoln jackson montana dakota regina perth lorraine"""
)
"""Places whose names are first names as well."""
