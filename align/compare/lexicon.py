"""Which English words carry which weight: the closed word lists that tidying, categories and locating share.

All are keys as `tokens.py` writes them: lower case, American spelling, a possessive's apostrophe left out.
"""

FILLERS = frozenset("um uh er err erm errm ah uhh ahh eh hm hmm mm mhm uhm umm uhh ehm ahem".split())

DISCOURSE_MARKERS = frozenset(
    tuple(phrase.split())
    for phrase in "you know|i mean|you see|if you like|as it were|sort of|kind of|like|well|look|so|right|okay|"
    "yes|anyway|basically".split("|")
)
"""Phrases that may be said without being meant; `tidy.py` asks for a comma or pause beside the ambiguous ones."""

CLEAR_MARKERS = frozenset({("you", "know"), ("i", "mean"), ("as", "it", "were")})

CORRECTIONS = frozenset(
    tuple(phrase.split())
    for phrase in "sorry|i mean|or rather|rather|no|excuse me|correction|well no|pardon me".split("|")
)
"""With these a speaker takes back what he has just said."""

NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor without hardly scarcely barely cannot n't ain't "
    "can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't "
    "mustn't needn't mightn't shan't cant wont dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wouldnt "
    "couldnt shouldnt".split()
)
NEGATIVE_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis")

MODALS = frozenset(
    "may might can could will would shall should must ought cannot can't won't wouldn't couldn't shouldn't mustn't "
    "perhaps maybe possibly probably likely unlikely certainly definitely surely allegedly apparently "
    "potentially".split()
)
MODAL_ENDINGS = ("'ll", "'d")

QUANTITIES = frozenset(
    "all most some many few several every each any both half much more less least fewer majority minority everyone "
    "everybody someone somebody anyone anybody everything always often sometimes rarely seldom usually mostly "
    "dozens hundreds thousands millions billions entire whole plenty lots double twice triple".split()
)

PERSONS = frozenset(
    "i we you he she they me us him her them my our your his their mine ours yours hers theirs myself ourselves "
    "yourself "
    "yourselves himself herself themselves i'm i've i'll i'd we're we've we'll we'd you're you've you'll you'd "
    "he'll he'd "
    "she'll she'd they're they've they'll they'd hes shes".split()
)

DATES = frozenset(
    "january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)  # without "may", which is a modal far more often

FUNCTION_WORDS = frozenset(
    "a an the this that these those it its there here of to in on at by for from with into onto over under about "
    "as and or "
    "but so then than if when while because which who whom whose what where why how be am is are was were been being "
    "have has had having do does did doing just also too very really quite up out off down through between against "
    "during before after again such own same thats theres heres whats well now even still yet already upon toward "
    "within along across around among per via whether though although since until unless".split()
)

IRREGULAR = {
    form: group.split()[0]
    for group in (
        "be am is are was were been being", "have has had having", "do does did done doing",
        "go goes went gone going",
        "say says said saying", "make makes made making", "take takes took taken taking", "come comes came coming",
        "see sees saw seen seeing", "know knows knew known knowing", "get gets got gotten getting",
        "give gives gave given giving", "find finds found finding", "think thinks thought thinking",
        "tell tells told telling", "become becomes became", "leave leaves left leaving", "feel feels felt feeling",
        "bring brings brought bringing", "begin begins began begun", "keep keeps kept keeping",
        "hold holds held holding",
        "write writes wrote written", "stand stands stood standing", "hear hears heard hearing", "mean means meant",
        "meet meets met meeting", "run runs ran running", "pay pays paid paying", "sit sits sat",
        "speak speaks spoke spoken",
        "lead leads led leading", "grow grows grew grown", "lose loses lost losing", "fall falls fell fallen",
        "send sends sent", "build builds built", "spend spends spent", "win wins won", "teach teaches taught",
        "buy buys bought", "break breaks broke broken", "choose chooses chose chosen", "drive drives drove driven",
        "eat eats ate eaten", "fight fights fought", "fly flies flew flown", "forget forgets forgot forgotten",
        "rise rises rose risen", "sell sells sold", "sing sings sang sung", "show shows showed shown",
        "throw throws threw thrown",
        "wear wears wore worn", "man men", "woman women", "child children", "person people", "foot feet",
        "life lives",
        "draw draws drew drawn", "shake shakes shook shaken", "strike strikes struck", "lie lies lay lain",
        "seek seeks sought",
        "this these", "that those", "good better best", "bad worse worst",
    )
    for form in group.split()
}  # fmt: skip

QUALIFIERS = tuple(
    phrase.split()
    for phrase in "only if|but only|except|unless|provided|providing|as long as|so long as|but not|if and only if|"
    "apart from|"
    "but|only when|only after|other than|with the exception|subject to|until|if|though|although|or at least|in "
    "theory|"
    "assuming|depending on|not if|even if|even though".split("|")
)
"""How a clause begins that limits what was said before it."""

STRONG_QUALIFIERS = frozenset(
    tuple(phrase.split())
    for phrase in "only if|but only|except|unless|provided|providing|as long as|so long as|but not|if and only if|"
    "only when|"
    "only after|subject to|with the exception|assuming|not if".split("|")
)

OPENING_QUALIFIERS = tuple(
    phrase.split()
    for phrase in "i don't think|i do not think|i'm not saying|i am not saying|i'm not sure|it is not true that|"
    "it's not true that|"
    "we don't know if|i don't know if|i doubt|if|unless|i'm not convinced|nobody is saying|no one is saying|some "
    "people say|"
    "they say|people say|it's been said that|i wouldn't say|i never said|i didn't say|i can't say|i cannot say".split(
        "|"
    )
)
"""How what follows is taken back beforehand."""

CONTRACTIONS = {
    "won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "lets": "let us",
    "its": "it is",
    "thats": "that is", "hes": "he is", "shes": "she is", "whats": "what is", "wheres": "where is",
    "theres": "there is",
    "heres": "here is", "whos": "who is", "hows": "how is", "ain't": "is not", "y'all": "you all", "i'm": "i am",
    "gonna": "going to",
}  # fmt: skip
CONTRACTED_ENDINGS = {"n't": ("not",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'d": ("would",)}
