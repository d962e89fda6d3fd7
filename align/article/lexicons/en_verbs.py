"""English reporting verbs, every form, by how the words came into the world."""

from align.article.lexicons.word_lists import Words, words

_VOWELS = "aeiou"


def inflect(verbs: str) -> Words:
    """Return the four forms of regular verbs."""
    forms = set()
    for verb in verbs.split():
        stem = verb.removesuffix("e")
        if verb[-1] == "y" and verb[-2] not in _VOWELS:
            forms |= {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
        else:
            third = verb + ("es" if verb.endswith(("sh", "ch", "ss", "x", "zz")) else "s")
            forms |= {verb, third, stem + "ed", stem + "ing"}
    return frozenset(forms)


def inflect_doubling(verbs: str) -> Words:
    """Return the four forms of verbs that double their last letter: brag, bragged, bragging."""
    return frozenset(form for verb in verbs.split() for form in (verb, f"{verb}s", *_doubled(verb)))


def _doubled(verb: str) -> tuple[str, str]:
    return f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"


_SPOKEN = """acknowledge add advise affirm agree allege announce answer argue ask assert assure bark bellow boast
    caution chant claim comment complain concede conclude confess confide confirm contend
    counter declare demand deny echo encourage emphasise emphasize enthuse exclaim explain fume groan
    grumble gush hint implore inform inquire enquire insist interject interrupt joke lament maintain
    mock mumble murmur mutter note observe offer opine order plead pledge predict proclaim promise propose
    protest rant reassure recall reckon recount reiterate remark remember remind repeat reply report
    request respond retort reveal stammer splutter concur elaborate tease marvel sneer snarl
    blurt bluster grouse intone rejoin sympathise sympathize whine clarify
    speculate surmise scoff scream shout shriek state stress stutter suggest summarise testify
    thunder urge utter venture vow wail warn whisper yell apologise apologize attest bemoan chide disclose
    disagree elucidate growl guess hedge instruct laud lecture object posit postulate preach profess query quiz rage
    rebuke recite recommend reminisce scold summarize theorise theorize threaten underline underscore upbraid
    hope imply admonish exhort implore divulge hypothesise hypothesize generalise rhapsodise"""
_BESIDE = """allow beam begin bristle breathe chime chirp chorus chuckle coo correct croak croon crow crack cry
    continue detail deadpan deflect dismiss drawl drone fire fret gasp gloat grin grunt greet hail hiss howl huff
    interpose jeer laugh lash moan muse nod ordain pant parry pipe pray press purr quaver quibble rail rasp rave
    read reflect roar rule scowl shoot sigh smile smirk snicker snigger sniff snort spit sputter squawk squeal
    start share rue enquire sulk thank toast trill volunteer weep weigh whimper wince wheeze wink yelp
    crackle outline blog coax simper emote kid riff wisecrack swoon rejoice bleat bray wheedle cajole console entreat
    beseech harrumph spout seethe storm fulminate remonstrate bawl holler squeak trumpet pontificate philosophise
    ruminate recollect conjecture expound specify stipulate recapitulate reaffirm reassert corroborate vouch avow
    explode erupt gripe joke lie nag proffer prompt quip retaliate riposte sob snap tut snivel taunt vent
    carp snipe needle gibe jibe giggle intimate insinuate infer appeal narrate inveigh snark boom rumble hoot jest
    cheer josh challenge reason"""
_TOLD = inflect(_SPOKEN)
_BESIDE_REGULAR = inflect(_BESIDE) - words("begined shooted spitted weeped lied lying liing readed")
_IRREGULAR_BESIDE = words(
    """began begun shot shooting spat spitting wept snapped snapping sobbed sobbing winked nodded nodding grinned
    grinning charged jabbed jabbing kidded kidding ribbed ribbing shrugged shrugging rapped rapping chimed forecast
    forecasts
    shot-back quoth fired-back hit"""
)
_IRREGULAR = words(
    """said say says saying told tell tells telling spoke spoken speak speaks speaking talked swore swear sang sing
    sings singing sung charging admit admits admitted admitting begged cited quoted put quipped quipping quips"""
)
GOING_ON = words("went goes")
FORESEEN = words("expect expects expecting fear fears fearing")  # not: is expected to say
_ASKED = words("questioned questioning")  # not: the mayor’s questions
_UP = words("followed follows")
FINDING = words("found finds")
_OUT = inflect("point") | words("burst bursts spelled spells spelling")
PHRASAL = frozenset(
    [
        *((verb, "out") for verb in sorted(_OUT)),
        *((verb, "up") for verb in sorted(_UP)),
        *((verb, "it") for verb in ("put", "puts", "phrased")),
        *((verb, "on") for verb in sorted(GOING_ON)),
    ]
)
WITH_PARTICLES = frozenset(
    [
        *((verb, "in") for verb in ("chimed", "chimes", "weighed", "weighs")),
        *((verb, "back") for verb in ("shot", "shoots", "fired", "fires", "hit", "hits", "called", "wrote", "writes")),
        *((verb, "up") for verb in ("piped", "pipes")),
    ]
)
IDIOMS = frozenset(
    [
        *((verb, "into") for verb in ("called", "calls", "call")),
        *((verb, "to") for verb in ("add", "adds")),  # it adds to the sense
    ]
)
SAID = (
    _TOLD
    | _BESIDE_REGULAR
    | _IRREGULAR
    | _IRREGULAR_BESIDE
    | GOING_ON
    | FORESEEN
    | _ASKED
    | _OUT
    | _UP
    | FINDING
    | inflect_doubling("brag demur counsel rebut blab") - words("rebuting")
    | words("shrug shrugs counseled counselled counseling bragged demurred deadpanned")
)
WROTE = words("wrote write writes writing written read reads scrawled penned")
POSTED = (
    inflect("tweet retweet post caption")
    | inflect_doubling("blog")
    | words("texted texting messaged messaging emailed")
)
THOUGHT = inflect("wonder muse ponder believe") | words("thought thinks thinking")
LABELLED = inflect(
    """call label brand describe denounce characterise characterize praise criticise criticize
    condemn nickname depict portray defend accuse dismiss hail decry deplore lambaste assail welcome salute
    congratulate commend excoriate chastise berate"""
) | words(
    """dub dubs dubbed dubbing slammed slams blasted blasts rated refer referred refers rued likened labelled
    labelling termed thanked thanking credited judged blamed blames blaming"""
)
LABELLED_AS = inflect(
    "refute introduce reject paint ridicule deride frame castigate hammer skewer tout promote pitch peddle"
) | words("cast casts casting attack attacks attacked attacking sell sells sold selling billed bills billing")
BESIDE_ONLY = (_BESIDE_REGULAR | _IRREGULAR_BESIDE | GOING_ON) - words(
    "read reads reading rule prompt"
) - LABELLED | words("continue continues continued continuing ruled")
ALL = SAID | WROTE | POSTED | THOUGHT | LABELLED | LABELLED_AS
PARTICIPLES = frozenset(verb for verb in ALL if verb.endswith("ing")) - words("sing")
PLAIN = frozenset(verb for verb in ALL if verb + "s" in ALL or verb + "es" in ALL or f"{verb[:-1]}ies" in ALL) - words(
    "say tell"
)
IRREGULAR_PASTS = words(
    """left took went came made gave got saw knew kept held stood sat ran lost met won began fell shot rose broke
    drove became brought built bought caught chose ate flew forgot grew hit led paid sold sent set slept spent
    struck shook drew threw wore bore tore swore hung spun swung fought sought taught thought felt meant dealt
    heard stole froze hid bit drank sank swam rang woke shone stuck laid lay swept wept crept bent lent
    put cut shut hurt cast withdrew overcame undertook understood forgave dug clung flung fled fed bled
    strode rode leapt spread split burst bound ground"""
)
SENDING = words(
    """sending sent send sends posting posted writing wrote sharing shared exchanging exchanged texting received
    issued issuing issues released releasing publishing published"""
)
AUXILIARIES = words(
    """'d ’d 'll ’ll 've ’ve 's ’s 're ’re 'm ’m has have had having is are was were be been being will
    would could should may might can must did does do
    to"""
)
