"""The closed lists of words that attribution goes by: English in full, other languages by their commonest verbs."""

from enum import StrEnum


class Manner(StrEnum):
    """How a verb says that words came into the world."""

    SAID = "said"
    WROTE = "wrote"
    POSTED = "posted"
    THOUGHT = "thought"
    LABELLED = "labelled"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _inflected(verbs: str) -> frozenset[str]:
    """Return the four forms of regular English verbs."""
    forms = set()
    for verb in verbs.split():
        stem = verb.removesuffix("e")
        if verb[-1] == "y" and verb[-2] not in "aeiou":
            forms |= {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
        else:
            third = verb + ("es" if verb.endswith(("sh", "ch", "ss", "x")) else "s")
            forms |= {verb, third, stem + "ed", stem + "ing"}
    return frozenset(forms)


_SAID = _inflected(
    """acknowledge add advise affirm agree allege announce answer argue ask assert assure bark beam bellow boast
    caution chant chuckle claim comment complain concede conclude confess confide confirm contend continue counter cry
    declare demand deny echo emphasise emphasize enthuse exclaim explain fume gasp grin groan grumble gush hint
    implore inform inquire enquire insist interject interrupt joke lament laugh maintain moan mock mumble murmur
    mutter note observe offer opine order plead pledge predict proclaim promise propose protest rant reassure
    recall reckon recount reflect reiterate remark remember remind repeat reply report request respond retort reveal
    stammer splutter hiss howl concur elaborate tease marvel bristle sneer snarl bluster blurt crow fret gloat grouse
    grunt huff intone rejoin sympathise sympathize whimper whine clarify speculate surmise
    roar scoff scream shout shriek sigh snap state stress stutter suggest summarise testify thunder urge utter venture
    vow wail warn whisper yell"""
) | _words(
    """said say says saying told tell tells telling spoke speak speaks speaking swore swear sang sing sings singing
    sung admit admits admitted admitting quip quips quipped quipping sob sobbed snapped begged cited quoted put began"""
)
_SAID_ELSEWHERE = _words(
    """dit disait déclare déclaré déclarait affirme affirmé ajoute ajouté explique expliqué répond répondu assure
    assuré souligne souligné précise précisé raconte raconté estime estimé confie confié lance lancé lâche lâché
    martèle indique indiqué insiste insisté rappelle rappelé regrette regretté témoigne témoigné annonce annoncé
    demande demandé demanda répondit ajouta expliqua déclara affirma lança cria écria soupira reprit poursuivit
    raconta avoua avoue avoué admet rétorqua rétorque répliqua martela précisa assura tonne poursuit conclut
    résume résumé prévient reconnaît soupire murmure crie écrie exclame dijo dice decía declaró declara afirmó
    afirma añadió añade explicó explica aseguró asegura señaló señala contó cuenta respondió responde contestó
    contesta preguntó pregunta comentó comenta indicó indica manifestó manifiesta subrayó insistió lamentó recordó
    agregó advirtió sostuvo expresó gritó murmuró susurró exclamó replicó apuntó reclamó denunció defendió
    reconoció admitió relató aclaró criticó sentenció zanjó concluyó sagte sagt sagten gesagt erklärte erklärt
    betonte betont meinte meint fügte ergänzte berichtete berichtet fragte fragt antwortete antwortet warnte warnt
    forderte fordert kritisierte bestätigte äußerte rief mahnte lobte klagte gestand ergänzt kritisiert bestätigt
    äußert mahnt versprach rief erzählte versicherte disse dice detto dichiarato spiegato spiega aggiunto aggiunge
    affermato afferma racconta raccontato sottolinea commenta chiede risponde diz afirmou afirma declarou explicou
    acrescentou contou respondeu perguntou destacou zei zegt aldus vertelde sade säger powiedział powiedziała
    dodał dodała stwierdził stwierdziła mówi sier sagde siger 说 说道 表示 称 指出 强调 认为 說 說道"""
)
_LABELLED = _inflected(
    """call label brand describe dub dismiss denounce hail characterise characterize praise criticise criticize condemn
    nickname depict portray rate defend accuse"""
) | _words(
    """slammed slams blasted blasts dubbed referred refer refers rued likened nannte bezeichnete calificó tildó
    qualifié"""
)

CUES: dict[str, Manner] = {
    **dict.fromkeys(_SAID | _SAID_ELSEWHERE, Manner.SAID),
    **dict.fromkeys(
        _words("wrote write writes writing written read reads scrawled penned escribió écrit schrieb"), Manner.WROTE
    ),
    **dict.fromkeys(
        _inflected("tweet retweet post blog") | _words("texted texting messaged messaging emailed tuiteó twitterte"),
        Manner.POSTED,
    ),
    **dict.fromkeys(_inflected("wonder muse ponder") | _words("thought thinks thinking dachte pensó"), Manner.THOUGHT),
    **dict.fromkeys(_LABELLED, Manner.LABELLED),
}
"""Every verb form that can attribute words, in lower case."""

PARTICIPLES = frozenset(verb for verb in CUES if verb.endswith("ing"))

ACCORDING_TO = _words("according selon según segons laut zufolge secondo segundo d’après d'après")
"""Words before the source: "according to Amy Lin", "selon Amy Lin"."""

NEGATIONS = _words(
    """not never without neither deny denies denied denying refuse refused refuses refusing decline declined declines
    declining nunca jamais nie nicht"""
)
"""Words before a cue by which nobody is claimed to have said it."""

AUXILIARIES = _words(
    """has have had having is are was were be been being will would could should may might can must did does do to ha
    hat haben hatte avait ont han hanno aveva"""
)
PERFECT_ELSEWHERE = _words("a ha hat ont avait s’est s'est ha habe haben hanno")
"""What stands before a past participle in "a dit Léa Roux"."""

ADVERBS = _words(
    """also later then now once again still even just simply reportedly previously earlier already always often only
    both further today yesterday tonight soon since instead however too recently afterwards meanwhile famously"""
)
FIRST_PERSON = _words("i we me us you")
PRONOUNS = _words(
    """he she they it i we you who one he's she's someone somebody everyone anyone nobody il elle ils elles él ella
    ellos ellas er sie wir lui lei loro ele ela"""
)
PERSONAL = _words("he she they we i il elle er sie él ella")
"""Pronouns that mean nothing but people."""

FEMALE_PRONOUNS = _words("she her hers herself elle ella sie lei ela")
MALE_PRONOUNS = _words("he him his himself il él er lui ele")
DETERMINERS = _words(
    """the a an this these those another his her their its my our your some any each every several many most no
    two three four five six seven eight nine ten both all whose le la les un une des du el los las una der die
    das ein eine einer den dem lo gli um uma de"""
) - {"de"}
JOINING = _words("of for at from in with de du des d' del von für bei da do della di")
"""Prepositions within a noun phrase: "the head of the school"."""

PREPOSITIONS = JOINING | _words(
    """by on to about over after before during under against near outside inside among as until since despite into
    through across amid behind within without towards toward upon via alongside around following than like am im
    beim zum zur"""
)
CONJUNCTIONS = _words(
    """and or but nor yet so while when because if though although whereas as who which whom that what where how why
    whether et mais ou y pero und aber oder ma mas que qui"""
)
COORDINATING = _words("and or but nor yet so et mais ou y pero und aber oder ma mas")


PAST_TENSES = _words(
    """left took went came made gave got saw knew kept held stood sat ran lost met won began fell shot rose broke drove
    became brought built bought caught chose ate flew forgot grew hit led paid sold sent set slept spent struck"""
)
"""Irregular verbs that end the phrase before them; regular ones show by their "ed"."""

MALE_TITLES = _words("""mr sir lord father brother king prince mister herr monsieur señor don signor m imam rabbi""")
FEMALE_TITLES = _words(
    """mrs ms miss dame lady sister queen princess madame mme frau señora doña baroness duchess countess mother"""
)
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | _words("""dr prof rev revd hon sgt lt col gen capt cmdr cllr st mx supt insp dc ds di dci dsi pc""")
)
"""Courtesy titles; their dot ends no sentence."""

ABBREVIATIONS = TITLES | _words(
    """jr sr inc ltd co corp no gov sen rep dept etc vs jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k"""
)

MALE_KIN = _words(
    """father brother son husband uncle grandfather spokesman chairman actor nephew boyfriend widower dad king prince
    man boy gentleman"""
)
FEMALE_KIN = _words(
    """mother sister daughter wife aunt grandmother spokeswoman chairwoman actress niece girlfriend widow mum queen
    princess woman girl lady"""
)
PERIODS = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow"""
)

ROLES = _words(
    """deputy assistant commissioner director regional chief executive secretary minister prime president vice chairman
    chairwoman chair mayor governor senator representative congressman congresswoman councillor councilman
    councilwoman leader spokesman spokeswoman spokesperson officer inspector superintendent detective constable
    sergeant captain colonel general major lieutenant admiral professor doctor judge justice attorney lawyer head
    manager founder editor reporter correspondent presenter host analyst economist author writer actor actress
    singer director-general chancellor home foreign defence defense health treasury state shadow former ex acting
    senior junior interim cabinet party mp mep msp dac ac cmdr pc coach captain striker teacher headteacher
    principal speaker ambassador archbishop bishop pope cardinal reverend king queen prince princess duke duchess
    ceo cfo cto coo md campaigner activist mother father daughter son brother sister wife husband widow nurse
    surgeon consultant watchdog police press local labour labour’s conservative tory democrat republican liberal
    green reform lawmaker congressman rapper comedian star owner boss resident neighbour neighbor farmer student
    scientist researcher treasurer trustee vicar rabbi imam barrister solicitor pilot driver curator musician chef
    developer organiser organizer coroner witness survivor victim passenger pensioner grandmother grandfather
    lecturer historian biologist ecologist epidemiologist meteorologist psychologist engineer architect designer
    journalist broadcaster blogger playwright novelist poet photographer filmmaker producer midfielder defender
    goalkeeper winger referee jockey boxer swimmer firefighter paramedic gp midwife pharmacist dentist physicist
    chemist psychiatrist strategist trader banker landlord builder shopkeeper publican butcher baker fisherman
    gardener carer clerk usher bailiff juror foreman bystander guard receptionist waiter waitress cashier caretaker
    volunteer envoy diplomat negotiator sheriff warden prosecutor sprecher sprecherin bürgermeister bürgermeisterin
    oberbürgermeister oberbürgermeisterin ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin präsident
    präsidentin direktor direktorin leiter leiterin polizeisprecher polizeisprecherin vorsitzende vorsitzender
    geschäftsführer geschäftsführerin chefin trainer anwalt anwältin professorin ärztin arzt lehrer lehrerin
    anwohner anwohnerin richter richterin alcalde alcaldesa presidente presidenta ministro ministra portavoz
    directora abogado abogada jefe jefa consejero consejera vecino vecina médico médica juez jueza entrenador
    entrenadora concejal secretario secretaria maire président présidente ministre directeur directrice porte-parole
    avocat avocate préfet préfète député députée sénateur sénatrice médecin responsable professeur professeure juge
    entraîneur procureur procureure secrétaire habitant habitante voisin voisine sindaco sindaca direttore
    direttrice portavoce avvocato"""
)
"""Words that stand before a name and say what the person is."""

PEOPLE = _words("man woman boy girl child teenager couple driver lawyer widow crowd family")
"""Words for people that are no roles."""

ROLE_ENDINGS = tuple(
    "führer führerin sprecher sprecherin minister ministerin chef chefin präsident präsidentin".split()
)
"""How German compounds of the same sort end: Oppositionsführer, Regierungssprecherin."""

ORGANISATIONS = _words(
    """council police board office committee association society union trust federation party government ministry
    department agency authority service services bank university college school hospital company group institute
    institution centre center court commission church club team fund foundation parliament senate house party
    nhs ltd inc corp plc bbc fbi cia un eu nato street times post guardian news mail journal telegraph
    institution force congress league cup airport airlines station watch network alliance coalition chamber"""
)
"""Words that make a run of capitals an organisation or a place rather than a person."""

DOCUMENTS = _words(
    """statement report letter email e-mail document filing ruling notice manifesto leaflet press-release communiqué
    sign signs banner banners placard placards poster posters note memo review website context page article
    editorial judgment judgement law bill study paper summary release guidance book card plaque headline caption
    slogan graffiti advert indictment complaint lawsuit affidavit transcript"""
)
"""Things that speak in writing."""

MESSAGES = _words(
    """tweet tweets post posts text texts message messages messaging whatsapp twitter x facebook instagram tiktok
    snapchat telegram sms chat caption youtube bluesky threads linkedin reddit weibo hashtag dm dms"""
)
"""Things and places of short public or private messages."""

WORKS = _words(
    """book novel film movie song album single show series play musical documentary podcast memoir essay poem episode
    painting exhibition sitcom drama opera hit programme program track ballad sequel biography autobiography
    thriller magazine comic game anthem titled entitled"""
)
"""Things that have titles."""

MAKING = _words("wrote directed sang published penned played performed recorded released staged screened")
"""Verbs whose object may be a title."""

HEADED = _words("headed headlined titled entitled")
"""What is said of a text before its title, however that is set."""

CALLED = _words("called named")
"""What is said of a work before its title."""

CHRISTENING = _words("nicknamed nickname nicknames dubbed dub dubs codenamed codename christened rechristened")
"""Verbs that give a thing a name of its own."""

NAMING = _words(
    """so-called self-styled self-proclaimed word words term terms phrase known nicknamed nickname called dubbed alias
    aka codenamed supposed alleged labelled labeled"""
)
"""Words before a term held at arm's length."""

LANGUAGES = _words(
    """spanish french german italian arabic russian ukrainian chinese mandarin cantonese japanese korean hindi urdu
    polish portuguese turkish hebrew farsi persian dutch swedish norwegian danish finnish greek welsh gaelic
    irish bengali punjabi swahili amharic somali tigrinya pashto dari kurdish romanian hungarian czech slovak
    bulgarian serbian croatian albanian vietnamese thai indonesian malay tagalog catalan basque latin creole
    yiddish tamil"""
)
"""Languages that "she said in …" may name; the words printed are then a translation."""

SENDING = _words(
    """sending sent send sends posting posted writing wrote sharing shared exchanging exchanged texting received"""
)
"""Verbs whose subject, not their object, is the speaker of "messages saying …"."""
