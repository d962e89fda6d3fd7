"""Which English forms belong to one word, what contractions are in full, and which grammar print mends."""

import snowballstemmer

from align.languages.base import Contractions, Phrase

_IRREGULAR = {
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
        "1 ones", "other others", "this these", "that those", "good better best", "bad worse worst",
    )
    for form in group.split()
}  # fmt: skip


def stem(key: str) -> str:
    """Return what the forms of a word share: Porter's stem (Snowball's second version), or the first of its forms."""
    if key in _IRREGULAR:
        return _IRREGULAR[key]
    return str(snowballstemmer.stemmer("english").stemWord(key))  # one for each word, for it writes on itself


def _full(words: str) -> tuple[Phrase, ...]:
    """Return what a contraction stands for; "is" may as well be "has"."""
    full = tuple(words.split())
    return (full, (*full[:-1], "has")) if full[-1] == "is" else (full,)


CONTRACTIONS = Contractions(
    whole={
        short: _full(words)
        for short, words in {
            "won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "lets": "let us",
            "its": "it is", "thats": "that is", "hes": "he is", "shes": "she is", "whats": "what is",
            "wheres": "where is", "theres": "there is", "heres": "here is", "whos": "who is", "hows": "how is",
            "ain't": "is not", "y'all": "you all", "i'm": "i am", "gonna": "going to",
        }.items()
    },
    endings={
        "n't": (("not",),), "'re": (("are",),), "'ve": (("have",),), "'ll": (("will",),), "'d": (("would",), ("had",)),
    },
    denials=frozenset({"not"}),
)  # fmt: skip

_MENDED = {
    ("was", "were"), ("were", "was"), ("is", "are"), ("don't", "doesn't"), ("ain't", "isn't"), ("ain't", "aren't"),
    ("ain't", "hasn't"), ("ain't", "haven't"), ("them", "those"), ("done", "did"), ("seen", "saw"), ("come", "came"),
    ("theres", "there are"), ("less", "fewer"), ("who", "whom"), ("me", "i"), ("good", "well"), ("what", "that"),
}  # fmt: skip
_PLURALS = frozenset("we you they these those people things".split())
_SINGULARS = frozenset("i he she it this that".split())


def is_mended_grammar(spoken: str, printed: str, before: str | None, after: str | None) -> bool:
    """Whether print only mends dialect grammar; `before` and `after` are the keys beside the words."""
    pair = (spoken, printed)
    if pair not in _MENDED:
        return False
    if pair == ("was", "were"):
        return before in _PLURALS
    if pair == ("were", "was"):
        return before in _SINGULARS
    if pair == ("is", "are"):
        return before in _PLURALS or before == "there"
    if pair == ("don't", "doesn't"):
        return before in _SINGULARS
    if pair == ("me", "i"):
        return "and" in (before, after)
    return pair != ("what", "that")
