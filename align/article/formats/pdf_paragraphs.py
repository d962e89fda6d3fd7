"""Which lines make a paragraph? Told by the space between them, their indents, and the room that a line leaves."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.article.formats.pdf_columns import Line, set_margins

_PAGE_NUMBER = re.compile(r"\s*(?:page\s)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?\s*", re.IGNORECASE)
_EDGE_LINES = 2  # at the top and bottom of a page, where running heads stand
_LEAST_REPEATED = 0.3  # of the pages: left and right pages may have heads of their own
_SAME_PLACE = 4.0  # points

# In sizes of a line.
_INDENT = 0.7
_SPACE = 0.25  # between words
_ANOTHER_SIZE = 0.12  # between a crosshead and its text
_FARTHER = 1.25  # times the usual distance of lines, between paragraphs
_FARTHEST = 2.4  # of two lines of a paragraph: double spacing has 2.0
_USUAL = 0.03  # of the distances of lines, sorted: the least are those within paragraphs
_NOTE_SIZE = 0.88  # times the usual size, at most, have notes at the foot of a page

_STOPS = re.compile(r"[.!?:…][”’\"'»)\]]*\d{0,2}$")
_OPENS = re.compile(r"[“‘\"'«„—–•]*[A-ZÀ-Þ0-9“‘\"'«„—–•]")
_HYPHENATED = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u00ad]$")
_FIRST_WORD = re.compile(r"[a-zß-ÿ]+(?:-[a-zß-ÿ]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE_HYPHENS = frozenset(
    """all anti cross eight eighty ex far fifty five forty four full half hard high ill left long low mid middle multi
    nine ninety non off old one part post pre pro right second self seven seventy short six sixty so-called soft ten
    third thirty three top twenty two under-secretary well working world co vice""".split()
)
_AFTER_HYPHENS = frozenset(
    """old year-old years-old based led in-law law up off backed born called century class elect free friendly general
    known like made minded made-up profile range related rate sized style term time wide winning run""".split()
)


@dataclass(frozen=True, slots=True)
class PdfParagraph:
    """The words of a paragraph, the size of its letters, and how far all of it is indented, in sizes."""

    words: str
    size: float
    indent: float


def join_paragraphs(pages: Sequence[Sequence[Sequence[Line]]]) -> tuple[list[PdfParagraph], float]:
    """Return the paragraphs of a document's pages, and the size of most of its letters; notes stand at its end.

    A page is a sequence of columns. Running heads and page numbers are left out.
    """
    heads = _running_heads(pages)
    columns = [[line for line in column if line not in heads] for page in pages for column in page]
    kept = [line for column in columns for line in set_margins(column)]
    sizes = Counter[float]()
    for line in kept:
        sizes[line.size] += len(line.words)
    usual = sizes.most_common(1)[0][0] if sizes else 1.0
    notes = _notes(kept, usual)
    flowing, footnotes = ([line for line in kept if (line in notes) == is_note] for is_note in (False, True))
    distance = _usual_distance(kept)
    vocabulary = frozenset(word.casefold() for line in kept for word in _WORD.findall(line.words)[1:-1])
    groups = [*_group(flowing, distance), *_group(footnotes, distance)]
    return [_paragraph(group, vocabulary) for group in groups], usual


def _running_heads(pages: Sequence[Sequence[Sequence[Line]]]) -> frozenset[Line]:
    """Return the lines at the edges of pages that are numbers, or that several pages have at the same place."""
    found: set[Line] = set()
    places: dict[tuple[str, int], list[Line]] = {}
    for page in pages:
        lines = sorted((line for column in page for line in column), key=lambda line: -line.baseline)
        edges = {*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]}
        outermost = {*lines[:1], *lines[-1:]} if len(lines) > 1 else set()
        found |= {line for line in outermost if _PAGE_NUMBER.fullmatch(line.words)}
        for line in edges:
            key = re.sub(r"\d+", "#", line.words), round(line.baseline / _SAME_PLACE)
            places.setdefault(key, []).append(line)
    for lines in places.values():
        count = len({line.page for line in lines})
        if count > 1 and count >= _LEAST_REPEATED * len(pages):
            found.update(lines)
    return frozenset(found)


def _notes(lines: Sequence[Line], usual: float) -> frozenset[Line]:
    """Return the small lines below everything else on a page that goes on: footnotes, which part its last sentence."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    found: set[Line] = set()
    for page in by_page.values():
        large = [line.baseline for line in page if line.size > _NOTE_SIZE * usual]
        found |= {line for line in page if large and line.baseline < min(large)}
    return frozenset(found)


def _usual_distance(lines: Sequence[Line]) -> float:
    """Return the distance of lines within paragraphs, in sizes of the upper one."""
    distances = sorted(
        (first.baseline - second.baseline) / first.size
        for first, second in pairwise(lines)
        if first.page == second.page and first.size == second.size and first.baseline > second.baseline
    )
    return distances[int(len(distances) * _USUAL)] if distances else 1.0


def _group(lines: Sequence[Line], distance: float) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph."""
    group: list[Line] = []
    for line in lines:
        if group and _parts(group, line, distance):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(group: Sequence[Line], line: Line, distance: float) -> bool:
    """Whether `line` begins a paragraph, and does not go on with that of `group`."""
    before, size = group[-1], line.size
    if abs(before.size - size) > _ANOTHER_SIZE * max(before.size, size):
        return True
    is_flowing = before.page == line.page and before.margins == line.margins and before.baseline > line.baseline
    if is_flowing and before.baseline - line.baseline > min(_FARTHER * distance, _FARTHEST) * size:
        return True
    indent, indent_before = (here.left - here.margins[0] for here in (line, before))
    if indent - indent_before > _INDENT * size and not (len(group) == 1 and _is_hanging(before, line)):
        return True
    is_back = len(group) > 1 and abs(group[-2].left - before.left) < _INDENT and is_flowing
    if is_back and indent_before - indent > _INDENT * size:
        return True
    return _leaves_room(before, line) if _OPENS.match(line.words) else False


def _is_hanging(before: Line, line: Line) -> bool:
    """Whether a first line sticks out: a list, or a question with its label."""
    return not _STOPS.search(before.words) and not _leaves_room(before, line)


def _leaves_room(before: Line, line: Line) -> bool:
    """Whether the first word of `line` had room in the line before, which so ends its paragraph."""
    room = before.margins[1] - before.right - _SPACE * before.size
    if room > line.first_width:
        return True
    both = before.words[-1:] in '”"»' and line.words[:1] in '“"«„'
    return both and _STOPS.search(before.words) is not None and before.words.count('"') % 2 == 0


def _paragraph(lines: Sequence[Line], vocabulary: frozenset[str]) -> PdfParagraph:
    words = lines[0].words
    for line in lines[1:]:
        words = _join(words, line.words, vocabulary)
    indent = min(line.left - line.margins[0] for line in lines) / lines[0].size
    return PdfParagraph(words, lines[0].size, indent)


def _join(before: str, after: str, vocabulary: frozenset[str]) -> str:
    """Return two lines as one, a word that was hyphenated at the end of the first made whole."""
    first, second = _HYPHENATED.search(before), _FIRST_WORD.match(after)
    if first is None or second is None:
        is_joined = before.endswith(("—", "-")) and not before.endswith((" —", " -"))
        return f"{before}{after}" if is_joined else f"{before} {after}"
    is_kept = before[-1] == "-" and _keeps_hyphen(first.group(1).casefold(), second.group(), vocabulary)
    return f"{before}{after}" if is_kept else f"{before[:-1]}{after}"


def _keeps_hyphen(first: str, second: str, vocabulary: frozenset[str]) -> bool:
    """Whether a hyphen at a line's end is the word's own; how the document writes it elsewhere tells first."""
    whole, parted = f"{first}{second}", f"{first}-{second}"
    if whole in vocabulary or parted in vocabulary:
        return parted in vocabulary
    return "-" in first or "-" in second or first in _BEFORE_HYPHENS or second in _AFTER_HYPHENS
