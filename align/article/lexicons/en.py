"""English."""

from align.article.lexicons import en_documents, en_pages, en_people, en_places, en_politics, en_verbs, en_voices
from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

EN = Lexicon(
    said=en_verbs.SAID,
    wrote=en_verbs.WROTE,
    posted=en_verbs.POSTED,
    thought=en_verbs.THOUGHT,
    labelled=en_verbs.LABELLED | en_verbs.LABELLED_AS,
    labelled_as=en_verbs.LABELLED_AS,
    participles=en_verbs.PARTICIPLES,
    sure_verbs=words("said says told added asked wrote"),
    plain_cues=en_verbs.PLAIN,
    beside_only=en_verbs.BESIDE_ONLY,
    phrasal_cues=en_verbs.PHRASAL,
    particles=en_verbs.WITH_PARTICLES,
    idioms=en_verbs.IDIOMS,
    ranking=words(
        """news latest newest last next first new recent earlier previous two three four five six seven eight nine ten
        several many few"""
    ),
    attitudes=en_verbs.THOUGHT | en_verbs.FORESEEN,
    doing=words("add adds added adding"),
    telling=words("told tells tell telling assured reminded informed"),
    seeming=words("appears seems wants continues"),
    trying=words("tried tries trying sought seeks seeking attempted attempts attempting"),
    appearing=words("took takes taking used uses using went goes rushed appeared appears"),
    gerund_ties=words("point habit fond qualms time length lengths"),
    attacking=words("attack attacks attacked attacking"),
    causing=words("led leading lead leads prompted prompting forced forcing caused compelled allowed pushed drove"),
    sure_endings=("ed", "ing", "said", "told", "found"),
    finding=en_verbs.FINDING,
    finders=en_documents.FINDERS,
    auxiliaries=en_verbs.AUXILIARIES,
    passive_auxiliaries=words("was were been being be is are when got"),
    hearsay=words("alleged reported said believed understood rumoured rumored known heard thought supposed claimed"),
    unreal_modals=words("would might could should"),
    past_tenses=en_verbs.IRREGULAR_PASTS,
    past_endings=("ed", "ing"),
    sending=en_verbs.SENDING,
    spokespeople=words(
        "aide official spokesman spokeswoman spokesperson adviser advisor representative staffer lawyer attorney"
    ),
    showing=words("show shows showed showing"),
    perceived=words("heard seen caught filmed recorded overheard"),
    giving=words(
        """gave gives give made makes make issued issues offered offers delivered repeated repeats expressed expresses
        expressing voiced voices voicing"""
    ),
    making=words(
        """announced announcing unveiled unveiling launched launching wrote directed sang sing sings published penned
        played performed recorded released staged screened"""
    ),
    christening=words("nicknamed nickname nicknames dubbed dub dubs codenamed codename christened rechristened"),
    referring=("refer",),
    negations=words(
        """not never without neither deny denies denied denying refuse refused refuses refusing decline declined
        declines declining"""
    ),
    nobody=words("nobody none no-one neither"),
    negation_endings=("n't", "n’t"),
    conditionals=words("if"),
    adverbs=words(
        """also later then now once again still even just simply reportedly previously earlier already always often
        only both further today yesterday tonight soon since instead however too recently afterwards meanwhile
        famously late early long rather"""
    ),
    adverb_endings=("ly",),
    adverb_lookalikes=words("family ally assembly bully reply supply rally weekly monthly daily elderly"),
    openers=en_voices.OPENERS,
    agents=words("by"),
    presenting=words("here here’s here's"),
    label_agents=words("by"),
    complementizers=words("that"),
    manner_phrases=frozenset((("is", "how"), ("was", "how"), ("is", "what"), ("was", "what"))),
    according_to=words("according"),
    source_phrases=frozenset((("words", "of"), ("to", "quote"))),
    bare_sources=words("per"),
    emphatic=words("did does do"),
    perfect_participles=words("having"),
    standpoints=en_voices.STANDPOINTS,
    source_links=words("to of quote"),
    pronouns=words("he she they it i we you who one he's she's someone somebody everyone anyone nobody"),
    personal=words("he she they we i"),
    things=words("it"),
    plural_pronouns=words("they"),
    first_person=words("i we me us you"),
    unnamed=words("source insider whistleblower"),
    addressed=words("you"),
    female_pronouns=words("she her hers herself"),
    male_pronouns=words("he him his himself"),
    possessives=words("whose her his"),
    reflexives=words("himself herself itself themselves myself ourselves"),
    relatives=words("who which that"),
    personal_relatives=words("who whose"),
    articles=words("the"),
    indefinite_articles=words("a an another one"),
    determiners=words(
        """the a an this these those another his her their its my our your some any each every several many most no two
        three four five six seven eight nine ten both all whose"""
    ),
    never_alone=words(
        """the a an this that here there its my our your whose every out up off down back that's that’s here's here’s
        first second third"""
    ),
    joining=words("at from in with"),
    joining_ahead=words("of for"),
    prepositions=words(
        """by on to about over after before during under against near outside inside among as until since despite into
        through across amid behind within without towards toward upon via alongside around following than like"""
    ),
    conjunctions=words(
        "while when because if though although whereas as who which whom that what where how why whether"
    ),
    coordinating=words("and or but nor yet so"),
    accompanying=words("with"),
    contrasting=words("but"),
    plurals=words("people police men women children many some others both most few all folks"),
    subordinators=words("after before since until as than like"),
    clitics=words("d ll ve s re m"),
    occasions=en_documents.OCCASIONS,
    times=words(
        "days week weeks month months year years morning afternoon evening night weekend ago point time moment"
    ),
    phrase_ends=words("last next"),
    nameless=words("man woman boy girl child teenager crowd person figure source resident"),
    around=words("inside outside near within behind aboard by"),
    postmodifiers=words(
        "familiar close aware privy involved briefed knowledgeable representing opposed sympathetic linked loyal"
    ),
    possessive_endings=("'s", "’s"),
    male_titles=words("mr sir lord father brother king prince mister imam rabbi"),
    female_titles=words("mrs ms miss dame lady sister queen princess madame baroness duchess countess mother"),
    spelled_titles=words(
        """sir lord father brother king prince mister imam rabbi miss dame lady sister queen princess madame baroness
        duchess countess mother senators governors representatives justices"""
    ),
    titles=words(
        """maj brig cpl pvt pfc adm msgr det gov sen rep sens reps govs amb dr prof rev revd hon sgt lt col gen capt
        senators governors representatives justices cmdr cllr st mx supt insp dc ds di dci dsi pc"""
    ),
    abbreviations=words(
        """jr sr inc ltd co corp no gov sen rep dept etc vs jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n
        e.u d.c l.a d.a p.m a.m q.c k.c m.p u.a g.o v"""
    ),
    male_kin=words(
        """father brother son husband uncle grandfather spokesman chairman actor nephew boyfriend widower dad king
        prince man boy gentleman"""
    ),
    female_kin=words(
        """mother sister daughter wife aunt grandmother spokeswoman chairwoman actress niece girlfriend widow mum queen
        princess woman girl lady"""
    ),
    family=en_people.FAMILY,
    roles=en_people.ROLES,
    office_parts=words("co elect designate"),
    offices=en_people.OFFICES,
    age_endings=("-year-old",),
    people=en_people.PEOPLE,
    epithets=en_people.EPITHETS,
    told=words("told warned urged asked accused criticised criticized advised reminded instructed ordered"),
    told_ties=words("to over about off by"),
    feelings=words(
        """sorry proud happy sad angry glad delighted thrilled devastated disappointed confident ready furious shocked
        heartbroken grateful humbled honoured honored excited optimistic ashamed"""
    ),
    credit_words=words("photo photograph image"),
    past_roles=words("former retired ex one-time onetime longtime long-time"),
    lesser_roles=words("deputy vice assistant associate shadow former ex"),
    role_after=words("the a an who whose"),
    name_particles=words("van von de der den del della di da dos du la le al el bin ben ibn ter"),
    name_suffixes=words("kc qc mp msp mep mbe obe cbe phd md jr sr ii iii esq"),
    generations=words("jr sr ii iii"),
    countries=en_places.COUNTRIES,
    places=en_places.PLACES,
    place_words=en_places.PLACE_WORDS,
    demonyms=en_places.DEMONYMS,
    natives=en_places.NATIVES,
    partisans=en_politics.PARTISANS,
    party_adjectives=en_politics.PARTY_ADJECTIVES,
    seats=en_politics.SEATS,
    posts=en_politics.POSTS,
    region_codes=en_politics.REGION_CODES,
    namesakes=en_places.NAMESAKES,
    voices=en_voices.VOICES,
    relaying=words("report reports reported"),
    citing=words("quoted cited quotes cites quoting citing"),
    agent_endings=en_voices.AGENT_ENDINGS,
    agents_endings=en_voices.AGENTS_ENDINGS,
    derived_endings=("-based", "-backed", "-led", "-born", "-allied", "-owned", "-run", "-aligned", "-controlled"),
    name_ties=words("of for from in at"),
    organisations=words(
        """council police board office committee association society union trust federation party government ministry
        department agency authority service services bank university college school hospital company group institute
        institution centre center centers centres court commission church club team fund foundation parliament senate
        house nhs ltd inc corp plc bbc fbi cia un eu nato street times post guardian news mail journal telegraph force
        congress league cup airport airlines station watch network alliance coalition chamber camp tower towers plaza
        stadium arena museum gallery hotel avenue city county heights springs falls township
        boulevard qaeda pac forces corps assembly guards nations
        observatory images getty hezbollah hamas jihad forum panel"""
    ),
    collectives=words("family couple crew team staff jury"),
    bodies=en_voices.BODIES,
    enterprises=en_voices.ENTERPRISES,
    shortened=en_voices.SHORTENED,
    bare_bodies=words("police"),
    forces=words("police constabulary"),
    papers_called=words("post times journal herald tribune telegraph guardian gazette chronicle examiner press"),
    newspapers=words("newspaper paper"),
    organisation_ties=words("of for and the on"),
    short_places=words("st ste mt ft"),
    companies=words("co inc ltd corp llc llp plc"),
    periods=words(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december today yesterday tomorrow"""
    ),
    documents=en_documents.DOCUMENTS,
    issued=en_documents.ISSUED,
    inscribed=en_documents.INSCRIBED,
    lasting=en_documents.LASTING,
    issuing=en_documents.ISSUING,
    papers=words("document report paper guide brochure manifesto dossier study booklet leaflet pamphlet strategy"),
    answers=en_documents.ANSWERS,
    states=words("is are was were am be felt feels feel remains remained 'm ’m 're ’re 's ’s"),
    utterances=en_voices.UTTERANCES,
    appeals=words("call calls plea pleas demand demands appeal appeals"),
    plans=words("proposal proposals proposition offer offers pledge pledges"),
    objective=words("him her them"),
    owning=words("his her their its my our"),
    sent=words("statement letter letters email emails e-mail memo note release invitation"),
    messages=en_voices.NETWORKS
    | words(
        "tweet tweets post posts text texts message messages messaging sms chat caption hashtag dm dms social truth"
    ),
    networks=en_voices.NETWORKS,
    posting_places=words("network forum forums platform platforms site feed timeline page wall thread account app"),
    carriers=words("in on via by to over with"),
    written_sorts=words("written emailed e-mailed handwritten"),
    broadcasts=en_documents.BROADCASTS,
    continuing=words("added adds adding continued continues continuing concluded concludes went goes"),
    origins=words("by from of on"),
    programme_ties=words("on"),
    title_ties=words("on to for in with"),
    works=en_documents.WORKS,
    staging=words(
        """premiered premieres airs aired debuted debuts stars starring topped tops screened streams released opens
        follows charts"""
    ),
    credits=words(
        """starred starring stars plays played appeared appearing appears author director star creator host hosts hosted
        writer editor cast episode episodes season finale soundtrack lyrics remake adaptation premiere screening
        composer co-author producer makers chorus trailer production performance rendition version"""
    ),
    watching=words("viewing screening showing watching reading rereading performance rendition recital airing"),
    credit_ties=words("in of on from for to"),
    headed=words("headed headlined titled entitled headline headlines title heading"),
    called=words("called named nicknamed"),
    known=words("identified known knew"),
    soi_disant=words("so-called self-styled self-proclaimed"),
    naming=words(
        """so-called self-styled self-proclaimed word words term terms phrase known nicknamed nickname called dubbed
        alias aka codenamed supposed alleged labelled labeled"""
    ),
    renamed=words("name names renamed rename rebranded rebrand retitled changed changing nickname"),
    calling=words("call calls called calling dub dubs dubbed dubbing term terms termed label labelled refer referred"),
    equating=words("as"),
    language_names=en_pages.LANGUAGES,
    language_ties=words("in from"),
    interpreted=words("translated translator interpreter"),
    elisions=words("tis twas twere twill em til till cause cos coz cuz bout round neath nuff ere im er ello appen"),
    byline=words("by"),
    invitations=words("read see listen watch click subscribe follow download share more") | {"find out", "sign up"},
    invitation_objects=words("more also now here next on to this for us full in the our live again below"),
    reading_invitations=words("read see listen watch more"),
    reading_objects=words("more also now next again"),
    furniture=en_pages.FURNITURE,
    furniture_objects=words("audio image images stories article articles content video this at on by is the"),
    weekdays=words("monday tuesday wednesday thursday friday saturday sunday"),
    question_labels=words("q question"),
    answer_labels=words("a answer"),
    speaker_labels=words(
        """speaker interviewer interviewee host moderator presenter narrator reporter caller
        audience participant unidentified unknown operator chair
        chairman chairwoman judge counsel witness panellist panelist guest"""
    ),
    interviewing=words(
        """interviews interviewed asks asked meets met quizzes quizzed questions questioned grills grilled"""
    ),
    meeting=words("with to"),
    meetings=words("interview conversation minutes questions q&a chat chats talk talks talking sat sits time"),
    meeting_verbs=words("ask asked say said meet met tell told suggest suggested"),
    self_words=words("i me my mine myself we us our ours i'm i've i'd i'll we're we've we'd we'll"),
    guest_words=words("you your yours yourself you're you've you'd you'll"),
    interview_notes=words("edited condensed interview conversation transcript length clarity"),
)
