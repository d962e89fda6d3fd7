"""English nouns for who or what may say something, beside those that tell what a person is."""

from align.article.lexicons.word_lists import words

VOICES = words(
    """district town village parish synagogue junta militia squad guild carmaker railway partnership cooperative
    confederation delegation faculty library lab
    campaign ad ads advert adverts poll polls survey surveys newspaper publication outlet outlets tabloid group
    groups firm firms military army navy administration opposition jury crowd crowds audience public side
    country state nation community businessman businesswoman candidate source sources surgeon neurosurgeon
    front-runner frontrunner nominee mogul tycoon heckler delegate delegates staffer narrator subscriber
    opponent rival ally critic expert experts critics allies scholar relative member members person mob choir
    movement regime kremlin pentagon union regulator think-tank body team panel office billionaire millionaire
    clergyman veteran rebel rebels militant militants settler hostage refugee inmate detainee suspect defendant
    accused plaintiff broadcaster channel magazine account user youth kid kids guy lady duo pair trio brothers
    sisters residents locals text passage story stories analysis projection exchange textbook opinion fan fans
    anybody media press mum mom dad nan grandma grandson great-grandson great-granddaughter granddaughter cousin
    in-law close premier bulletin airline advocate code organisation organization organisations lyrics institute
    informant bidder buyer seller tenant contestant attendee spectators students pupils embassy consulate
    mission carrier retailer supermarket chain charity legislature cabinet treasury secretariat bureau unit
    division brigade battalion faction caucus lobby consortium venture startup start-up manufacturer operator
    authorities prosecution suit suits watchdog tribunal management leadership defence defense citation citations
    provider supplier investor broker insurer lender publisher studio network station website platform chatbot
    conference convention synod diocese mosque temple clinic academy"""
)

NETWORKS = words(
    """whatsapp twitter x facebook instagram instagram’s tiktok snapchat telegram youtube bluesky threads linkedin
    reddit weibo mastodon discord signal"""
)

STANDPOINTS = words(
    """words view views opinion telling account estimation eyes phrase formulation perspective mind reckoning parlance
    judgment judgement assessment reading description"""
)
UTTERANCES = words(
    """accusation accusations admission admonition allegation allegations announcement answer apology appeal argument
    assertion assertions assessment assurance assurances boast call calls characterisation
    characterization claim claims comment comments complaint complaints conclusion confession contention
    criticism declaration demand demands denial description dictum edict exhortation explanation exclamation
    insistence instruction invitation jibe joke mantra maxim motto observation offer opinion
    pitch plea pleas pledge pledges prediction promise promises proposal proposition quip quote reaction rebuke
    recollection remark remarks reply request response retort rhetoric statement statements suggestion
    suggestions taunt testimony threat threats verdict view views vow warning warnings words belief concern concerns
    confidence doubt doubts fear fears hope hopes regret"""
)
"""Nouns for what somebody says, who owns it: her *claim* that it was late."""

BODIES = words(
    "administration corporation campaign organization organisation bureau movement directorate initiative reserve"
)
"""Nouns that end names of bodies, and of nothing else."""

ENTERPRISES = words(
    """firm airline retailer chain charity broadcaster publisher magazine newspaper paper startup start-up manufacturer
    supplier insurer lender carrier supermarket regulator think-tank carmaker automaker operator developer brand
    platform website outlet publication studio consortium lobby body watchdog
    company group organisation organization network agency"""
)
"""Bodies that an article calls so after it has named them."""

AGENT_ENDINGS = (
    "ist",
    "ician",
    "bencher",
    "goer",
    "liner",
    "man",
    "-maker",
    "maker",
    "worker",
    "holder",
    "keeper",
    "player",
    "leader",
    "eer",
)
"""Of nouns for somebody who does something: columnist, backbencher."""

AGENTS_ENDINGS = ("ers", "ors", "men", "women", "people", "folk", "ants", "ents", "ians", "crats")
"""Of those that tell it in the plural alone: reporters, but not letter."""

SHORTENED = words(
    """agency association authority bank board bureau centre center club college commission committee company
    corporation council court department federation force foundation fund group hospital institute institution
    ministry museum office organisation organization panel police school service society trust union university"""
)

OPENERS = words(
    """absent given neither either nor did does do has have had was is are were maybe perhaps sometimes anyway anyhow
    nowadays elsewhere somehow nonetheless nevertheless moreover furthermore besides otherwise unless whenever
    wherever whatever whoever although though because whereas until whether despite thanks thus hence indeed alas
    ironically sadly luckily happily thankfully hopefully fortunately unfortunately unsurprisingly surprisingly
    interestingly crucially importantly notably apparently clearly obviously evidently seemingly presumably
    supposedly allegedly eventually finally initially originally ultimately generally usually typically normally
    occasionally frequently rarely traditionally historically essentially basically actually really honestly
    frankly personally certainly surely possibly probably potentially likely suddenly immediately quickly shortly
    lately nearly roughly similarly likewise accordingly consequently additionally alternatively conversely
    specifically especially particularly mostly mainly partly exactly officially publicly privately politically
    legally technically theoretically financially globally nationally locally internationally"""
)
"""Words with which sentences begin, and no names."""
