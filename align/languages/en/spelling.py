"""Which English spellings are read aloud the same: British and American, titles, units, symbols, abbreviations."""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import jellyfish

from align.languages.en.figures import VULGAR_FRACTIONS

READINGS: dict[str, tuple[str, ...]] = {
    "&": ("and",), "+": ("plus",), "@": ("at",), "%": ("percent",), "=": ("equals",), "°": ("degree",),
    "#": ("hashtag",),
    "£": ("pound",), "$": ("dollar",), "€": ("euro",), "¥": ("yen",), "¢": ("cent",), "×": ("x",), **VULGAR_FRACTIONS,
    "mr": ("mister",), "mrs": ("missus",), "dr": ("doctor",), "prof": ("professor",), "st": ("saint",),
    "sen": ("senator",), "gov": ("governor",), "lt": ("lieutenant",), "sgt": ("sergeant",), "capt": ("captain",),
    "vs": ("versus",), "etc": ("et", "cetera"), "mph": ("mile", "per", "hour"), "kph": ("kilometer", "per", "hour"),
    "km": ("kilometer",), "kg": ("kilogram",), "cm": ("centimeter",), "ok": ("okay",),
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"), "kinda": ("kind", "of"),
    "sorta": ("sort", "of"), "outta": ("out", "of"), "y'know": ("you", "know"), "gimme": ("give", "me"),
    "lemme": ("let", "me"),
    "dunno": ("don't", "know"), "cuz": ("because",), "til": ("until",), "till": ("until",), "tis": ("it", "is"),
    "twas": ("it", "was"), "c'mon": ("come", "on"), "coulda": ("could", "have"), "shoulda": ("should", "have"),
    "woulda": ("would", "have"), "musta": ("must", "have"), "hafta": ("have", "to"), "useta": ("used", "to"),
    "tryna": ("trying", "to"), "gotcha": ("got", "you"), "betcha": ("bet", "you"), "lotta": ("lot", "of"),
    "innit": ("isn't", "it"),
}  # fmt: skip
"""What an abbreviation, a symbol or an informal spelling is read as: one key, or several."""

_SAME = {
    "percentage": "percentage", "cent": "cent", "pounds": "pound", "dollars": "dollar", "euros": "euro",
    "pence": "penny", "centigrade": "celsius",
    "kilometres": "kilometer", "kilometers": "kilometer", "kilograms": "kilogram", "kilos": "kilogram",
    "miles": "mile",
    "hours": "hour", "degrees": "degree", "alright": "allright", "yeah": "yes", "yep": "yes", "yup": "yes",
    "whatsapp": "whatsapp", "mum": "mom", "ageing": "aging", "judgement": "judgment", "onto": "onto", "ms": "miss",
    "towards": "toward", "afterwards": "afterward", "learnt": "learned", "dreamt": "dreamed", "burnt": "burned",
    "spelt": "spelled", "whilst": "while", "amongst": "among", "grey": "gray",
    "goin": "going", "doin": "doing", "bein": "being", "s'pose": "suppose", "prob'ly": "probably", "ev'ry": "every",
    "o'er": "over", "ne'er": "never", "e'er": "ever", "ev'ning": "evening", "heav'n": "heaven", "pow'r": "power",
    "flow'r": "flower", "flow'rs": "flowers",
}  # fmt: skip


_BESIDE_TABLE = {
    "enquire": "inquire", "enquired": "inquired", "enquires": "inquires", "enquiring": "inquiring",
    "enquiry": "inquiry", "enquiries": "inquiries", "enquirer": "inquirer", "despatch": "dispatch",
    "despatched": "dispatched", "despatches": "dispatches", "despatching": "dispatching", "skilful": "skillful",
    "skilfully": "skillfully", "wilful": "willful", "wilfully": "willfully", "enrolment": "enrollment",
    "enrolments": "enrollments", "acknowledgement": "acknowledgment", "acknowledgements": "acknowledgments",
    "judgemental": "judgmental", "sombrely": "somberly", "meagrely": "meagerly", "kerb": "curb", "kerbs": "curbs",
    "protestor": "protester", "protestors": "protesters", "imposter": "impostor", "imposters": "impostors",
    "archeology": "archaeology", "archeological": "archaeological", "archeologist": "archaeologist",
    "archeologists": "archaeologists", "amoeba": "ameba", "czarist": "tsarist", "dike": "dyke", "dikes": "dykes",
    "carcase": "carcass", "carcases": "carcasses", "verandah": "veranda", "verandahs": "verandas",
    "pedlar": "peddler", "pedlars": "peddlers", "hullo": "hello", "shew": "show", "shewed": "showed",
    "shewn": "shown", "briar": "brier", "briars": "briers", "gipsy": "gypsy", "gipsies": "gypsies",
    "movable": "moveable", "livable": "liveable", "unshakable": "unshakeable", "hiccough": "hiccup",
    "hiccoughs": "hiccups", "vise": "vice", "nitre": "niter", "ochre": "ocher", "harbourmaster": "harbormaster",
    "sizable": "sizeable",
}  # fmt: skip
"""Spellings of one word, most of them British, that the table lacks."""

_AMERICAN: dict[str, str] = json.loads(Path(__file__).with_name("spelling.json").read_text(encoding="utf-8"))
"""British spellings with their American ones: the table of Whisper's English normaliser; see `spelling.LICENSE`."""


def spell(word: str) -> str:
    """Return the one spelling that stands for all that are read like `word`."""
    word = _without_elision(_SAME.get(word, word))
    word = _BESIDE_TABLE.get(word, _AMERICAN.get(word, word))
    return _SAME.get(word, word)


_NOT_ELIDED = frozenset("i you he she it we they that this there who what how where why when".split())


def _without_elision(word: str) -> str:
    """Return `word` with the vowel that verse leaves out ("tatter'd", "feed'st"), contractions of "had" as they are."""
    stem, mark, ending = word.rpartition("'")
    if mark and ending in ("d", "st") and stem not in _NOT_ELIDED and stem:
        return stem.removesuffix("e") + "e" + ending
    return word


def _share(groups: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each word the others of the groups that it is in."""
    sharing: dict[str, dict[str, None]] = defaultdict(dict)
    for group in groups:
        for word in group.split():
            sharing[word].update(dict.fromkeys(group.split()))
    return {word: tuple(other for other in others if other != word) for word, others in sharing.items()}


_CLIPPED = {
    "cause": ("because",), "bout": ("about",), "round": ("around",), "o": ("of",), "n": ("and",), "em": ("them",),
    "ya": ("you",), "ol": ("old",), "ole": ("old",), "th": ("the",),
}  # fmt: skip
"""What print makes of words to show how people speak ("'cause", "ol'"), with the words: the apostrophe is no part of
them, for it may open a quotation or close it."""

HOMOPHONES = _share(Path(__file__).with_name("homophones.txt").read_text(encoding="utf-8").splitlines())
"""Words that sound the same, from the table; which of them was said cannot be heard. See `homophones.LICENSE`."""


_ISE = re.compile(r"(\w{3,}i)([sz])(e|es|ed|er|ers|ing|able|ations?|ational)")
"""Words that the British end in -ise or -ize, whether a table has them or not ("weaponised")."""

_DOUBLED = re.compile(r"(\w*[aeiou]\w*[aeiouy])(ll?|pp?|tt?|ss?)(ed|ing|er|ers|ists?|able)")
"""Words of several syllables of which some double the last letter ("totalled", "benefitted"); none is another word."""

_ONE_SYLLABLE = re.compile(r"(?:un|re|over|under|out|mis|pre)?[^aeiou]*[aeiouy]+(?<!ue)(?<!ia)")
"""What is one syllable behind its prefix, as "fue-l" and "dia-l" are not: "refiled" and "refilled" are two words."""


def find_homophones(word: str) -> tuple[str, ...]:
    """Return the other words that sound the same as `word`: those of the tables, and its other spellings by rules.

    What is written as people speak has the whole word; the whole one does not have it, for one of both is enough.
    """
    respelled = (other for other in _respelled(word) if spell(other) != word)
    return (*HOMOPHONES.get(word, ()), *_CLIPPED.get(word, ()), *respelled, *_with_g(word))


_SHORTEST_WITHOUT_G = 5
"""Letters: "nothin" is "nothing", but "thin" is another word than "thing"."""


def _with_g(word: str) -> Iterator[str]:
    """Yield a word on -in with the letter that print leaves out there to show how people speak."""
    if word.endswith("in") and len(word) >= _SHORTEST_WITHOUT_G:
        yield f"{word}g"


_LONGEST = 40
"""Letters of a word that is respelled: the patterns take the square of them."""


def _respelled(word: str) -> Iterator[str]:
    if len(word) > _LONGEST:
        return
    if match := _ISE.fullmatch(word):
        yield match[1] + ("z" if match[2] == "s" else "s") + match[3]
    elif (match := _DOUBLED.fullmatch(word)) and not _ONE_SYLLABLE.fullmatch(match[1]):
        yield match[1] + match[2][0] * (3 - len(match[2])) + match[3]


NEAR_HOMOPHONES = _share(
    (
        "are our", "had hadn't", "can can't", "off of", "has his is hes", "than then", "this these", "accept except",
        "an and", "your you", "them him", "her a", "their the", "as is", "nor not",
    )
)  # fmt: skip
"""Words that one weak sound, which is often swallowed, or some accents only tell apart."""


def fold_letters(word: str) -> str:
    """Return `word` without accents and the apostrophe of a possessive."""
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in decomposed if not unicodedata.combining(char)) or word
    return word[:-2] + "s" if word.endswith("'s") else word


def sound_code(key: str) -> str:
    """Return how `key` sounds in English: Philips' Metaphone (1990), or the key itself where it has no code."""
    return (jellyfish.metaphone(key) if key.isascii() else "") or key
