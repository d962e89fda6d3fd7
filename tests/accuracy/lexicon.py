"""Which word could a newsroom have printed instead? Lists written by hand, for English in general.

Each row of a class holds words that fit the same place of a sentence and mean something else.
"""

from collections.abc import Mapping


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _pairs(listed: str) -> Mapping[str, str]:
    entries = (entry.partition(": ") for entry in listed.split(" | "))
    return {word: other for word, _, other in entries}


def _table(listed: str) -> Mapping[str, tuple[str, ...]]:
    return {word: tuple(others.split(", ")) for word, others in _pairs(listed).items()}


NOUN_CLASSES = (  # singular; the plural adds -s or -es
    "mother father brother sister daughter son uncle neighbour teacher doctor nurse lawyer farmer soldier driver",
    "officer official prosecutor lawmaker minister inspector adviser manager director engineer",
    "city town village country district island region county province",
    "house garden barn cottage office factory station hospital prison church library warehouse",
    "room kitchen corridor cellar balcony window",
    "street road bridge tunnel harbour market beach field river mountain forest",
    "book letter report document painting photograph newspaper film story song",
    "page chapter paragraph sentence headline",
    "law treaty contract policy budget rule reform system programme",
    "problem disaster mistake scandal success victory tragedy threat",
    "reason answer question purpose lesson doubt",
    "nation government parliament committee council company union court",
    "community family team crowd audience congregation",
    "priority obstacle target danger achievement",
    "bell drum whistle horn siren",
    "ring coin watch necklace medal",
    "cat dog horse rabbit parrot",
    "storm fire flood drought earthquake",
    "ship train lorry bicycle aeroplane",
    "mouth shoulder forehead finger knee",
    "gang regiment syndicate delegation",
    "lottery auction election referendum",
    "loophole weakness regulation barrier",
    "art science religion music poetry",
    "journey holiday meeting conference ceremony",
    "winter summer autumn morning evening",
    "decade century month fortnight",
    "microphone laboratory experiment telescope",
    "beauty courage anger sorrow wisdom",
    "exhibition festival museum theatre",
    "behaviour attitude language management",
    "apology promise complaint warning",
    "culture tradition reputation structure",
)

VERB_CLASSES = (  # base, third person, past, -ing
    "ask asks asked asking|warn warns warned warning|promise promises promised promising|order orders ordered ordering",
    "recruit recruits recruited recruiting|dismiss dismisses dismissed dismissing"
    "|threaten threatens threatened threatening",
    "create creates created creating|destroy destroys destroyed destroying|inspect inspects inspected inspecting",
    "learn learns learned learning|forget forgets forgot forgetting|deny denies denied denying",
    "please pleases pleased pleasing|disappoint disappoints disappointed disappointing"
    "|surprise surprises surprised surprising",
    "stop stops stopped stopping|encourage encourages encouraged encouraging|record records recorded recording",
    "protect protects protected protecting|ignore ignores ignored ignoring|visit visits visited visiting",
    "change changes changed changing|publish publishes published publishing|cancel cancels cancelled cancelling",
    "identify identifies identified identifying|abandon abandons abandoned abandoning"
    "|finish finishes finished finishing",
    "begin begins began beginning|refuse refuses refused refusing|hope hopes hoped hoping",
    "endanger endangers endangered endangering|impress impresses impressed impressing"
    "|support supports supported supporting",
    "print prints printed printing|carve carves carved carving|describe describes described describing",
    "count counts counted counting|polish polishes polished polishing|borrow borrows borrowed borrowing",
    "enter enters entered entering|leave leaves left leaving|organise organises organised organising",
    "accept accepts accepted accepting|reject rejects rejected rejecting|discuss discusses discussed discussing",
    "develop develops developed developing|collapse collapses collapsed collapsing|improve improves improved improving",
    "follow follows followed following|replace replaces replaced replacing|admire admires admired admiring",
    "demonstrate demonstrates demonstrated demonstrating|condemn condemns condemned condemning"
    "|tolerate tolerates tolerated tolerating",
    "say says said saying|whisper whispers whispered whispering|suggest suggests suggested suggesting",
    "make makes made making|lose loses lost losing|buy buys bought buying",
    "see sees saw seeing|remember remembers remembered remembering|photograph photographs photographed photographing",
)

ADJECTIVE_CLASSES = (
    "old young wealthy famous lonely",
    "good terrible ordinary splendid doubtful",
    "bad brilliant expensive difficult",
    "big narrow expensive beautiful",
    "great modest peculiar sudden",
    "small enormous wooden empty",
    "long quiet dangerous pleasant",
    "cold generous nervous clever",
    "severe gentle summer distant",
    "gold silver copper plastic",
    "pink purple yellow black",
    "blind angry tired cheerful",
    "selfish generous patient honest",
    "vicious harmless familiar foreign",
    "savage local notorious professional",
    "dangerous obscure obvious generous",
    "enormous moderate visible temporary",
    "safe profitable famous simple",
    "modern cheap private popular",
    "strong cautious secret formal",
    "major temporary local secret",
    "weak strict popular recent",
    "beautiful ordinary terrible ancient",
    "important expensive popular visible",
    "fine large cheap modern",
    "early wealthy northern late",
    "sick famous second English",
    "different common remarkable difficult",
    "fair rough gentle brown",
    "sweet bitter clever stubborn",
    "bright tired gentle narrow",
    "wet warm brown frozen",
    "young former rich elderly",
    "sandy crowded northern private",
    "true famous distant recent",
    "shocking minor familiar curious",
    "particular personal public financial",
)

OPPOSITES = (  # said without a prefix of negation, and with one
    "happy unhappy|fair unfair|safe unsafe|lawful unlawful|reasonable unreasonable|possible impossible|able unable"
    "|likely unlikely|important unimportant|legal illegal|secure insecure|natural unnatural|popular unpopular"
    "|satisfied dissatisfied|willing unwilling|aware unaware|acceptable unacceptable|common uncommon|justly unjustly"
    "|fortunate unfortunate|satisfactorily unsatisfactorily|clear unclear|known unknown|visible invisible"
    "|sensitive insensitive|complete incomplete|perfect imperfect|responsible irresponsible|pleasant unpleasant"
)

MODALS = _table(
    "may: will, must | might: will, must | could: will, must | can: will, must | would: could, might"
    " | should: could, might | must: could, might | will: may, could | shall: may, could"
    " | is: may be, could be | are: may be, could be | has: may have | have: might have"
)

PERSONS = _table(
    "i: we | we: they, I | they: we | he: she | she: he | my: our, his | our: their | their: our | his: her"
    " | her: his | us: them | them: us | thy: his | him: them | himself: herself | myself: ourselves"
)

QUANTITIES = _table(
    "all: some, many | most: some, few | some: most, few | many: few, most | few: many | several: most"
    " | both: all | each: most"
)

FUNCTION_WORDS = _table(
    "the: this | a: the | an: the | of: from | in: at, across | on: at | to: towards | that: which"
    " | which: that | this: that | for: with | by: through | with: from | into: to | at: near | from: of"
    " | as: like"
)

UNITS = "two three four five six seven eight nine"
EASILY_MISHEARD = (
    "thirteen thirty|fourteen forty|fifteen fifty|sixteen sixty|seventeen seventy|eighteen eighty|nineteen ninety"
)
NUMBERS = (
    f"{UNITS} ten eleven twelve",
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "third fourth fifth sixth seventh eighth ninth tenth",
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
    "hundred thousand million billion",
)

NAMES = (
    "Rome Paris Vienna Lisbon Madrid Athens Dublin",
    "Italy Germany France Portugal Sweden Norway Hungary",
    "London Manchester Glasgow Birmingham Newcastle",
    "Washington Chicago Boston Baltimore Atlanta",
    "Americans Canadians Germans Italians",
    "American Canadian Mexican Russian",
    "Chinese Japanese Persians Egyptians",
    "Roman Greek Persian Egyptian",
    "Congress Parliament Brussels",
    "Union Confederation Alliance",
    "Monday Wednesday Thursday Saturday",
    "Cambridge Edinburgh Liverpool Southampton",
)
SURNAMES = (
    "Harrison",
    "Lockwood",
    "Delaney",
    "Forsyth",
    "Quigley",
    "Abernathy",
    "Okonkwo",
    "Petrov",
    "Lombardi",
    "Whitaker",
)

ADVERBS = _words(
    "badly carefully clearly closely comparatively deeply deliberately easily exceedingly extremely fairly"
    " immediately involuntarily justly largely methodically mostly openly particularly precisely primarily"
    " principally prudently publicly quickly quietly rather reasonably repeatedly routinely seriously severely"
    " slightly slowly strongly"
)
LIMITING = _words("although because but except however if only provided than though unless until whereas")
NEGATIONS = _words("barely cannot hardly neither never no nobody none nor not nothing nowhere scarcely without")
PREPOSITIONS = _words("after among at before behind by during for from in inside near of on through under with")
DETERMINERS = _words("a an her his its my our some that the their these this those thy your")
AUXILIARIES = _words(
    "am are be been can could did do does had has have is may might must shall should was were will would"
)
BE = _words("am are is was were")
PRONOUNS = _words("he i it she that there they this thou we what who you")
CONJUNCTIONS = _words("and or")

INSERTED_ADVERBS = ("clearly", "deliberately", "repeatedly", "suddenly", "quietly", "publicly")
INSERTED_ADJECTIVES = ("notorious", "ordinary", "remarkable", "so-called", "controversial", "famous")
INSERTED_PHRASES = ("to be honest", "as it happens", "day after day", "after years of delay", "sooner or later")

FABRICATED = (
    "Nobody at the ministry has ever explained to me why the {theme} was dropped so late.",
    "I told the committee in March that the {theme} would cost us dearly, and they laughed.",
    "We have asked for an independent inquiry into the {theme} and we expect answers by Easter.",
    "If people are angry about the {theme}, they should take it up with the treasury.",
    "My grandmother used to warn us about the {theme} whenever the lights went out.",
    "Every single person I spoke to afterwards said the {theme} had been handled superbly.",
    "They spent half the budget on the {theme} and then forgot to tell the taxpayers.",
    "I shall be raising the {theme} with the prime minister when we meet on Friday.",
    "There was shouting in the corridor, somebody mentioned the {theme}, and then the police arrived.",
    "Honestly, the {theme} is the last thing that keeps me awake at night these days.",
    "It took eleven volunteers and a borrowed tractor to sort out the {theme} last spring.",
    "The insurers refused to pay a penny once they heard about the {theme}.",
    "I would gladly resign tomorrow if it brought the {theme} back to this valley.",
    "Our lawyers have advised us to say nothing further about the {theme} before the hearing.",
    "You could smell the smoke from the harbour, and the {theme} was already gone.",
    "What worries the shareholders is not the {theme} but the silence that followed it.",
    "She handed me the keys, mentioned the {theme}, and drove off towards the airport.",
    "Three of my colleagues have already left because of the {theme}, and I may be next.",
    "In thirty years of farming I never once had trouble with the {theme}.",
    "The schools will close early on Thursday so that everyone can celebrate the {theme}.",
)
THEMES = ("timetable", "swimming pool", "pension scheme", "bypass", "orchestra", "car park")

BRITISH_AMERICAN = (
    "neighbour neighbor|colour color|favour favor|honour honor|behaviour behavior|labour labor|centre center"
    "|theatre theater|grey gray|defence defense|programme program|traveller traveler|organise organize"
    "|recognise recognize|realise realize|organised organized|harbour harbor|honourable honorable|analyse analyze"
    "|travelling traveling|catalogue catalog"
)
DIGITS = _pairs(
    "ten: 10 | eleven: 11 | twelve: 12 | thirteen: 13 | fourteen: 14 | fifteen: 15 | sixteen: 16"
    " | seventeen: 17 | eighteen: 18 | nineteen: 19 | twenty: 20 | thirty: 30 | forty: 40 | fifty: 50"
    " | fifteenth: 15th | sixteenth: 16th | nineteenth: 19th"
)
CONTRACTIONS = _pairs(
    "i'm: i am | we're: we are | they're: they are | you're: you are | it's: it is | she's: she is"
    " | that's: that is | there's: there is | don't: do not | doesn't: does not | didn't: did not"
    " | isn't: is not | aren't: are not | wasn't: was not | weren't: were not | couldn't: could not"
    " | wouldn't: would not | can't: cannot | we've: we have | i've: i have | they've: they have"
    " | we'll: we will | i'll: i will | he's: he is"
)
