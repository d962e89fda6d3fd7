"""Which paragraphs has a plain text, and what is each of them for?"""

import re
from collections.abc import Iterable, Iterator

from align.article.lexicons import LEXICON
from align.records import Block, Role, Span

_LONGEST_WRAPPED_LINE = 100  # characters; a text with longer lines has one paragraph per line
_SHORTEST_WRAPPED_LINE = 40  # characters; nobody wraps an article narrower
_LONGEST_LABEL = 140  # characters; captions and crossheads are shorter

_LONGEST_CROSSHEAD = 60  # characters
_TAG = re.compile(r"<[A-Za-z/!][^<>]{0,1000}>")
_LINE = re.compile(r"[^\n]+")


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for one of `words`, the longest that fits."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, reverse=True)))})"


_LONGEST_BOILERPLATE = 200  # characters
_LONGEST_BYLINE = 40  # characters of a byline that ends in a full stop
_BOILERPLATE = re.compile(
    rf"""(?: {_any_of(LEXICON.byline)} \s+ (?!{_any_of(LEXICON.periods)}\b) (?-i:[A-ZÀ-Þ])
            (?: [^“”„"]{{0,{_LONGEST_BYLINE}}} | [^“”„"]* [^“”„".!?…] ) $  # no sentence: By then it was late.
        |   {_any_of(LEXICON.invitations)} (?:\ {_any_of(LEXICON.invitation_objects)})+ \b [^.]* [:.…]* $
        |   {_any_of(LEXICON.reading_invitations)} \s? {_any_of(LEXICON.reading_objects)}? \s? [:|>»] .*
        |   {_any_of(LEXICON.furniture)}
            (?: \s* [:|/©.…] .* | \s {_any_of(LEXICON.furniture_objects)} \b [^“"]* )? $
        |   (?:{_any_of(LEXICON.weekdays)},?\s)? (?:\d{{1,2}}\s\w{{3,9}}|\w{{3,9}}\s\d{{1,2}}),?\s\d{{4}}
            \b [^“"]* $
        |   \d{{4}}-\d\d-\d\d .* $ )""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE_END = tuple(".!?…:;,。！？")
_CLOSERS = " \u00a0\u202f”’\"'»«“‘›』」)]"
_QUOTE_START = re.compile(r"""[\s*_]*(?:[“”„‟"'‘’‚«»‹›「『`]|[—–―]\s?\w|&(?:quot|[lr]dquo|laquo);)""")
_QUOTED_LINE = re.compile(r"\s{0,3}>\s?")
_INDENT = re.compile(r"(?: {4}|\t)\s*")


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a plain text with their roles, in order."""
    blocks: list[Block] = []
    for paragraph in _paragraphs(text):
        before = blocks[-1] if blocks else None
        blocks.append(_block(text, paragraph, before))
    return tuple(blocks)


def role_of(words: str, is_first: bool) -> Role:
    """Return what a paragraph with these words is for, judged by its words alone."""
    words = _TAG.sub("", words).strip()
    if is_boilerplate(words):
        return Role.BOILERPLATE
    if len(words) > _LONGEST_LABEL or words.rstrip(_CLOSERS).endswith(_SENTENCE_END):
        return Role.BODY
    if is_first:
        return Role.HEADING
    if _QUOTE_START.match(words):
        return Role.HEADING if len(words) <= _LONGEST_CROSSHEAD and words.endswith(tuple(_CLOSERS)) else Role.BODY
    return Role.CAPTION


def is_boilerplate(words: str) -> bool:
    """Whether a paragraph with these words is a page's furniture: a byline, “Read more”."""
    return len(words) <= _LONGEST_BOILERPLATE and _BOILERPLATE.match(words) is not None


def _block(text: str, paragraph: Span, before: Block | None) -> Block:
    words = text[paragraph.start : paragraph.end]
    quoted = _QUOTED_LINE.match(words)
    if quoted and quoted.end() < len(words):
        return Block(Span(paragraph.start + quoted.end(), paragraph.end), Role.BLOCK_QUOTE)
    is_announced = before is not None and text[before.chars.start : before.chars.end].endswith(":")
    if is_announced and _INDENT.match(text, _line_start(text, paragraph.start)):
        return Block(paragraph, Role.BLOCK_QUOTE)
    return Block(paragraph, role_of(words, before is None))


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs: divided by blank lines, and by line ends where the text was not wrapped."""
    width = max((len(line.group()) for line in _LINE.finditer(text)), default=0)
    start = end = None
    for line in _LINE.finditer(text):
        stripped = line.group().strip()
        if not stripped:
            continue
        first = line.start() + line.group().index(stripped[0])
        if start is not None and end is not None and _divides(text, Span(end, first), width):
            yield Span(start, end)
            start = None
        start = first if start is None else start
        end = first + len(stripped)
    if start is not None and end is not None:
        yield Span(start, end)


def _divides(text: str, gap: Span, width: int) -> bool:
    """Whether the white space at `gap` parts two paragraphs, and is no line end inside of one.

    A wrapped line ends because its successor's first word had no room in `width`.
    """
    if text.count("\n", gap.start, gap.end) > 1:
        return True
    if _QUOTED_LINE.match(text, gap.end):
        return not _QUOTED_LINE.match(text, _line_start(text, gap.start))
    length = gap.start - _line_start(text, gap.start)
    word = re.compile(r"\S{0,40}").match(text, gap.end)
    room = width - length - 1
    is_wrapped = length >= _SHORTEST_WRAPPED_LINE and width <= _LONGEST_WRAPPED_LINE
    return not (is_wrapped and word is not None and len(word.group()) > room)


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1
