"""What two wordings are compared by: tokens, on which all that cannot be heard has been folded away.

Case, punctuation and hyphens are folded in every language; spellings, numbers, titles, units and symbols as far as
the language knows them.
A token without sound (a lone dash) does not exist, and every token knows where in its source it stands.
"""

import re
from collections.abc import Collection, Container, Iterator, Sequence
from itertools import pairwise

from align.compare.numerals import fold_numbers
from align.compare.token import Token
from align.languages import Language
from align.records import Word

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"(?:(?![{_CJK}])[^\W_]|\u00ad)"
_SIC = re.compile(r"[\[(]\s*sic\s*[\])]", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.{1,2000}?)(?<=\S)\1(?![\w*])", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_MASK_RUN = re.compile(r"[*_-]*\*[*_-]*")
_INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"), "\u00ad"
)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'"})


_PAUSE = 0.15
"""Seconds; whoever ends a sentence rests longer."""


def printed_tokens(text: str, offset: int, language: Language) -> tuple[Token, ...]:
    """Return the tokens of a printed text; their sources are positions in the text plus `offset`."""
    return fold_numbers(tuple(_tokens(text, range(offset, offset + len(text)), language)), language)


def spoken_tokens(words: Sequence[Word], language: Language) -> tuple[Token, ...]:
    """Return the tokens of transcribed words; their sources are positions among the words."""
    text = "".join(word.text for word in words)
    owners = [index for index, word in enumerate(words) for _ in word.text]
    run_on = {index for index, (one, other) in enumerate(pairwise(words), 1) if other.start - one.end < _PAUSE}
    return fold_numbers(tuple(_tokens(text, owners, language, run_on)), language)


def _tokens(text: str, sources: Sequence[int], language: Language, run_on: Container[int] = ()) -> Iterator[Token]:
    """Yield the tokens of a text.

    `sources` say for each character where it comes from; `run_on` are the ends of sources behind which there is no
    pause.
    """
    read, bracket, gap = _Reader(language), 0, False
    has_names, capitals, titles, last = language.has_capital_names, language.words.capitals, language.words.titles, ""
    for match in _pieces_of(language).finditer(_plain(text)):
        kind, (start, end) = match.lastgroup or "tag", match.span()
        if kind in ("open", "close"):
            bracket = max(0, bracket + (1 if kind == "open" else -1))
        elif kind == "ellipsis":
            gap = True
        elif kind != "tag":
            first, behind = sources[start], sources[end - 1] + 1
            is_capital = has_names and text[start].isupper()
            is_name = is_capital and (last in titles or _is_name(text, start, end, capitals))
            stop = _stop_after(text, end)
            for key, also in read[kind, match.group()]:
                yield Token(key, first, behind, also, bracket > 0, gap, is_name, is_capital, stop, behind in run_on)
                gap, last = False, key


_JOINT = re.compile(r"[/.@_:+'’-](?=[\w£$€])|(?<=\d)[–—](?=[£$€]?\d)")
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


def _is_name(text: str, start: int, end: int, capitals: Container[str]) -> bool:
    """Whether the capital of the word from `start` to `end` is one that no sentence start explains."""
    word = text[start:end]
    if word.partition("'")[0].partition("’")[0] in capitals:
        return False
    return (len(word) > 1 and word.isupper()) or not _SENTENCE_START.search(text[max(0, start - 8) : start])


def _pieces_of(language: Language) -> re.Pattern[str]:
    """Return the pattern of all that may be a token, each kind under its name."""
    compounds, scales, symbols = _any_of(language.compounds), _any_of(language.scales), re.escape(language.symbols)
    return re.compile(
        rf"""(?=\S)(?:
          (?P<shape>{language.figure_shapes})                            # No 10  2/3  5'11"
        | (?P<plain>(?!{compounds}\b)[a-z]+(?:'[a-z]+)*(?=[\s,?!;]))     # what nearly all words are: quickly told
        | (?P<tag></?[a-zA-Z][^<>]{{0,200}}>)                            # inline tags carry no sound
        | (?P<ellipsis>\.\s?\.\s?\.[\s.]*|…)
        | (?P<figure>[£$€¥]?\d+(?:[.,:]\d+)*(?:[\s-]{scales}\b|[^\W\d_]*)(?:\s?%)?)  # 1,200  £2.3m  15th  9:30  5 %
        | (?P<dotted>(?:\b[^\W\d_]\.){{2,}})                             # U.S.  e.g.
        | (?P<cjk>[{_CJK}])                                              # no spaces between words: a character each
        | (?P<symbol>[{symbols}])                                        # before words, for ½ is a letter to Python
        | (?P<masked>[^\W\d_]+[*_-]*\*[*_-]*[^\W\d_]*)                   # f***  s**t
        | (?P<compound>{compounds}\b)                                   # per cent
        | (?P<word>{_LETTER}+(?:'{_LETTER}+)*)
        | (?P<open>\[)
        | (?P<close>\])
        )""",
        re.VERBOSE,
    )


def _any_of(phrases: Collection[str]) -> str:
    """Return a pattern for any of these phrases, whatever space parts their words; of none, one that nothing fits."""
    ways = "|".join(r"\s".join(map(re.escape, phrase.split())) for phrase in phrases)
    return f"(?:{ways})" if ways else "(?!)"


_Readings = tuple[tuple[str, tuple[str, ...]], ...]


class _Reader(dict[tuple[str, str], _Readings]):
    """How each piece of a text, by its kind, is read aloud: the keys, and what else sounds or means the same.

    Most words of a text come again, so each is read once.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, piece: tuple[str, str]) -> _Readings:
        self[piece] = read = tuple(self._spelt(*piece))
        return read

    def _spelt(self, kind: str, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        if kind == "masked":
            yield _MASK_RUN.sub("*", text), ()
            return
        for key in filter(None, self._keys(kind, text)):
            for reading in self._language.readings.get(key, (key,)):
                spelling = self._language.spell(reading)
                yield spelling, self._language.homophones(spelling)

    def _keys(self, kind: str, text: str) -> tuple[str, ...]:
        if kind in ("figure", "shape"):
            return self._language.read_figure(text)
        if kind == "symbol":
            return (text,)
        if kind == "compound":
            return (self._language.compounds[" ".join(text.split())],)
        if kind == "dotted":
            return (text.replace(".", ""),)
        return (self._language.fold_letters(text.replace("\u00ad", "").strip("'")),)
