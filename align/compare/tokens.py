"""What two wordings are compared by: tokens, on which all that cannot be heard has been folded away.

Case, punctuation, hyphens, British and American spelling, number formats, titles, units and symbols are folded here.
A token without sound (a lone dash) does not exist, and every token knows where in its source it stands.
"""

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from align.compare.numerals import fold_numbers, read_figure
from align.compare.spelling import HOMOPHONES, READINGS, canonical_spelling
from align.compare.token import Token
from align.records import Word

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"(?:(?![{_CJK}])[^\W_]|\u00ad)"
_SCALES = "thousand|million|billion|trillion"
_PIECE = re.compile(
    rf"""(?=\S)(?:
      (?P<plain>(?!per\scent\b)[a-z]+(?:'[a-z]+)*(?=[\s,?!;]))           # what nearly all words are: quickly told
    | (?P<tag></?[a-zA-Z][^<>]{{0,200}}>)                                # inline tags carry no sound
    | (?P<ellipsis>\.\s?\.\s?\.[\s.]*|…)
    | (?P<figure>[£$€¥]?\d+(?:[.,:]\d+)*(?:\s(?:{_SCALES})\b|[^\W\d_]*)(?:\s?%)?)  # 1,200  £2.3m  15th  9:30  5 %
    | (?P<dotted>(?:\b[^\W\d_]\.){{2,}})                                 # U.S.  e.g.
    | (?P<cjk>[{_CJK}])                                                  # no spaces between words: a character each
    | (?P<masked>[^\W\d_]+[*_-]*\*[*_-]*[^\W\d_]*)                       # f***  s**t
    | (?P<percent>per\scent\b)
    | (?P<word>{_LETTER}+(?:'{_LETTER}+)*)
    | (?P<symbol>[&%@+=°½¼¾#])
    | (?P<open>\[)
    | (?P<close>\])
    )""",
    re.VERBOSE,
)
_SIC = re.compile(r"[\[(]\s*sic\s*[\])]", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_MASK_RUN = re.compile(r"[*_-]*\*[*_-]*")
_INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"), "\u00ad"
)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'"})


_PAUSE = 0.15
"""Seconds; whoever ends a sentence rests longer."""


def printed_tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Return the tokens of a printed text; their sources are positions in the text plus `offset`."""
    return fold_numbers(tuple(_tokens(text, range(offset, offset + len(text)))))


def spoken_tokens(words: Sequence[Word]) -> tuple[Token, ...]:
    """Return the tokens of transcribed words; their sources are positions among the words."""
    text = "".join(word.text for word in words)
    owners = [index for index, word in enumerate(words) for _ in word.text]
    run_on = {index for index, (one, other) in enumerate(pairwise(words), 1) if other.start - one.end < _PAUSE}
    return fold_numbers(tuple(_tokens(text, owners, run_on)))


def _tokens(text: str, sources: Sequence[int], run_on: Container[int] = ()) -> Iterator[Token]:
    """Yield the tokens of a text.

    `sources` say for each character where it comes from; `run_on` are the ends of sources behind which there is no
    pause.
    """
    bracket, gap = 0, False
    for match in _PIECE.finditer(_plain(text)):
        kind, (start, end) = match.lastgroup or "tag", match.span()
        if kind in ("open", "close"):
            bracket = max(0, bracket + (1 if kind == "open" else -1))
        elif kind == "ellipsis":
            gap = True
        elif kind != "tag":
            first, behind = sources[start], sources[end - 1] + 1
            stop, is_name = _stop_after(text, end), text[start].isupper() and _is_name(text, start, end)
            for key, also in _read(kind, match.group()):
                yield Token(key, first, behind, also, bracket > 0, gap, is_name, stop, behind in run_on)
                gap = False


_JOINT = re.compile(r"[/.@_:+'’-](?=\w)")
_STOP = re.compile(r"[’'”\")\]]*([.?!,;:–—-]|\.{3}|…)")


def _stop_after(text: str, end: int) -> str:
    """Return what ends at `end`: a sentence ".", a clause ",", half of a joined word "/", or nothing ""."""
    if text.startswith(" ", end):
        return ""
    if _JOINT.match(text, end):
        return "/"
    match = _STOP.match(text, end)
    if not match:
        return ""
    return "." if match[1] in ".?!" else ","


def _plain(text: str) -> str:
    """Return `text` lower-cased and straightened, character for character, so that positions stay."""
    text = text.translate(_STRAIGHT).translate(_INVISIBLE)
    text = _SIC.sub(lambda match: " " * len(match.group()), text)
    text = _LINK.sub(lambda match: _only(match, 1), text)
    text = _EMPHASIS.sub(lambda match: _only(match, 2), text)
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return _glue_letter_swaps(lowered)


def _only(match: re.Match[str], group: int) -> str:
    """Return the text of `group`, with spaces for all the rest of the match."""
    before, after = match.start(group) - match.start(), match.end() - match.end(group)
    return " " * before + match[group] + " " * after


_LETTER_SWAP = re.compile(r"\[(\w{1,2})\](?=\w)|(?<=\w)\[(\w{1,4})\]")


def _glue_letter_swaps(text: str) -> str:
    """Return `text` with the brackets of `[b]ad` and `play[s]` replaced by characters that words may hold."""
    return _LETTER_SWAP.sub(lambda match: "\u00ad" + (match[1] or match[2]) + "\u00ad", text)


_SENTENCE_START = re.compile(r"(?:^|[.!?:\n“”\"])[\W_]*$")


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the capital of the word from `start` to `end` is one that no sentence start explains."""
    word = text[start:end]
    if word.partition("'")[0].partition("’")[0] == "I":
        return False
    return (len(word) > 1 and word.isupper()) or not _SENTENCE_START.search(text[max(0, start - 8) : start])


@lru_cache(maxsize=65_536)
def _read(kind: str, text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return how a piece is read aloud: the key of each token, and what else sounds or means the same."""
    if kind == "masked":
        return ((_MASK_RUN.sub("*", text), ()),)
    if kind == "figure":
        keys = read_figure(text.replace(" ", ""))
    elif kind == "percent":
        keys = ("percent",)
    elif kind == "dotted":
        keys = (text.replace(".", ""),)
    else:
        keys = (_fold_letters(text),)
    spellings = (canonical_spelling(reading) for key in keys if key for reading in READINGS.get(key, (key,)))
    return tuple((spelling, HOMOPHONES.get(spelling, ())) for spelling in spellings)


def _fold_letters(word: str) -> str:
    """Return `word` without accents, soft hyphens and the apostrophe of a possessive."""
    word = word.replace("\u00ad", "").strip("'")
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in decomposed if not unicodedata.combining(char)) or word
    return word[:-2] + "s" if word.endswith("'s") else word
