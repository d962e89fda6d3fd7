"""Into which lines does an article fall, and which of them are labelled with a speaker or set apart by emphasis?"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from align.article.lexicons import LEXICON
from align.article.marks.spans import trim_to_words
from align.records import Article, Role, Span

_MARKUP = r"[\s*_#]*"
_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?"
_LETTER = re.compile(rf"{_MARKUP}(?P<label>[A-Z])\d{{0,3}}{_MARKUP}[.:：)][*_]*(?=\s|$)")
_LABEL = re.compile(
    rf"""{_MARKUP} (?:{_TIME}{_MARKUP})? (?P<label> [^\W\d_] [^\n:：?!“”"„«»*]{{0,79}}? )
    (?:\s*{_TIME})? {_MARKUP} [:：] (?!\d|//) [*_]*""",
    re.VERBOSE,
)
_ALONE = re.compile(
    rf"{_MARKUP}(?P<label>[^\W\d_][^\n:：.?!,“”\"„«»*]{{1,40}}?)(?P<time>\s+{_TIME})?[*_]*$", re.MULTILINE
)
_OFFICE = re.compile(r"\s*(?:,|\(|\s[-–—]\s)")  # behind the name: KEIR HALE, PRIME MINISTER
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])([^\n]{1,600}?(?:\n[^\n]{1,600}?)?)(?<=[^\s*_])\1(?!\w)")
_LONGEST_MARKED = 50_000  # characters of a block in which stars are looked for
_LONGEST_LETTER = 12  # characters of the label Q1. with what stands around it
_LONGEST_ALONE = 80  # characters of a label on a line of its own
_LONGEST_START = 130  # characters in which a label ends, time and emphasis included
_LONGEST_NAME = 5  # words of a label without the office
_LETTERS = LEXICON.question_labels | LEXICON.answer_labels
_LEADING = LEXICON.articles | LEXICON.titles
_SMALL = LEXICON.name_particles | LEXICON.articles
_NOTES = LEXICON.interview_notes | LEXICON.meetings
_EDGE = " \t\n\u00a0*_#>"
_CLOSERS = " \t\n\u00a0*_”’\"'»“)]"


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """The words before a colon that may say who speaks, as `NAME, OFFICE:`.

    `name` is that at `chars` without the office, `key` the same for all labels of one speaker.
    """

    chars: Span
    name: str
    is_emphasised: bool
    has_colon: bool = True

    @property
    def key(self) -> str:
        """The last word of the name; of "The Prime Minister" and "Speaker 1" all words."""
        words = self.name.casefold().split()
        return " ".join(words) if words[0] in LEXICON.articles or words[-1].isdigit() else words[-1]

    @property
    def is_upper(self) -> bool:
        """Whether it is printed in capitals."""
        return self.name.isupper()

    @property
    def is_office(self) -> bool:
        """Whether it begins like THE SPEAKER and MR LANE."""
        return self.name.split()[0].strip(".").casefold() in _LEADING

    @property
    def is_letter(self) -> bool:
        """Whether it says question or answer, and not who speaks."""
        return self.name.casefold() in _LETTERS

    @property
    def asks(self) -> bool:
        """Whether it says that a question follows."""
        return self.name.casefold() in LEXICON.question_labels


@dataclass(frozen=True, slots=True)
class InterviewLine:
    """A line of a block: `chars` are its words without the label and without the marks of emphasis around them.

    `is_emphasised` says that it is set apart: in bold, in italics or as a heading.
    """

    chars: Span
    block: int
    role: Role
    label: SpeakerLabel | None
    is_emphasised: bool
    is_question: bool


def lines_of(article: Article) -> list[InterviewLine]:
    """Return the lines of the article proper, with the labels that they seem to have.

    What is no beginning of a turn goes with the line before: a wrapped paragraph is one line.
    """
    emphasis = Emphasis(article)
    lines: list[InterviewLine] = []
    for number, block in enumerate(article.blocks):
        if block.role in (Role.BOILERPLATE, Role.PULL_QUOTE, Role.BLOCK_QUOTE):
            continue
        for part in _parts(article.text, block.chars, emphasis):
            label, start = _label(article.text, part, emphasis)
            chars = _trimmed(article.text, Span(start, part.end))
            words = article.text[chars.start : chars.end].rstrip(_CLOSERS)
            is_set_apart = block.role is Role.HEADING or emphasis.covers(chars)
            lines.append(InterviewLine(chars, number, block.role, label, is_set_apart, words.endswith(("?", "？"))))
    return _joined(lines)


def _joined(lines: list[InterviewLine]) -> list[InterviewLine]:
    """Return the lines, each label on a line of its own joined to the line below."""
    joined: list[InterviewLine] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above is not None and above.label and not len(above.chars) and line.label is None:
            joined[-1] = replace(line, label=above.label)
        else:
            joined.append(line)
    return joined


class Emphasis:
    """What is set in bold or italics: by the format, or with stars and underscores."""

    def __init__(self, article: Article) -> None:
        spans = list(article.emphasised)
        for block in article.blocks:
            is_marked = article.text[block.chars.start] in "*_" or article.text.find("\n*", *_ends(block.chars)) >= 0
            if is_marked and len(block.chars) <= _LONGEST_MARKED:
                found = _EMPHASIS.finditer(article.text, block.chars.start, block.chars.end)
                spans += [Span(*match.span()) for match in found]
        self._text, self._spans = article.text, sorted(spans)
        self._starts = [span.start for span in self._spans]

    def covers(self, span: Span) -> bool:
        """Whether all the words of `span` are emphasised."""
        position, is_any = span.start, False
        while position < span.end and self._spans:
            if not self._text[position].isalnum():
                position += 1
                continue
            around = self._around(position)
            if around is None:
                return False
            position, is_any = around.end, True
        return is_any

    def end_from(self, start: int, end: int) -> int:
        """Return where the emphasis ends with which `start` begins, `end` at most; `start` if there is none."""
        position = reached = start
        while position < end and self._spans:
            if not self._text[position].isalnum():
                position += 1
                continue
            around = self._around(position)
            if around is None:
                break
            position = reached = min(end, around.end)
        return reached

    def _around(self, position: int) -> Span | None:
        place = bisect_right(self._starts, position)
        for span in reversed(self._spans[max(0, place - 3) : place]):
            if span.start <= position < span.end:
                return span
        return None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _parts(text: str, block: Span, emphasis: Emphasis) -> Iterator[Span]:
    """Yield the stretches of a block that may be turns: from line to line, or behind a question set in bold."""
    start, was_emphasised = block.start, False
    position = block.start
    while position < block.end:
        end = text.find("\n", position, block.end)
        end = block.end if end < 0 else end
        line = Span(position, end)
        is_emphasised = len(line) > 0 and emphasis.covers(line)
        if position > start and (is_emphasised != was_emphasised or _label(text, line, emphasis)[0] is not None):
            yield Span(start, position)
            start = position
        asked = emphasis.end_from(position, end) if not is_emphasised else end
        if position < asked < end and text[position:asked].rstrip(_CLOSERS).endswith("?"):
            yield Span(start, asked)
            start = asked
        was_emphasised = is_emphasised
        position = end + 1
    if start < block.end:
        yield Span(start, block.end)


def _label(text: str, line: Span, emphasis: Emphasis) -> tuple[SpeakerLabel | None, int]:
    """Return the label of a line and where its words start."""
    head = text[line.start : min(line.end, line.start + _LONGEST_START)]
    if ":" not in head and "：" not in head and "." not in head[:_LONGEST_LETTER] and len(line) > _LONGEST_ALONE:
        return None, line.start
    letter = _LETTER.match(text, line.start, line.end)
    if letter and letter["label"].casefold() in _LETTERS:
        chars = Span(*letter.span("label"))
        return SpeakerLabel(chars, letter["label"], emphasis.covers(chars)), letter.end()
    colon = _LABEL.match(text, line.start, min(line.end, line.start + _LONGEST_START))
    found = colon or _alone(text, line)
    if found is None:
        return None, line.start
    chars = Span(found.start("label"), found.end("label"))
    office = _OFFICE.search(text, chars.start, chars.end)
    name = text[chars.start : office.start() if office else chars.end].strip()
    is_emphasised = emphasis.covers(chars)
    if not _reads_like_name(name) or (office and not (name.isupper() or is_emphasised)):
        return None, line.start
    return SpeakerLabel(chars, name, is_emphasised, colon is not None), found.end()


def _alone(text: str, line: Span) -> re.Match[str] | None:
    """Return the label that is a line of its own: in capitals, or with the time."""
    if len(line) > _LONGEST_ALONE and "\n" not in text[line.start : line.start + _LONGEST_ALONE]:
        return None
    found = _ALONE.match(text, line.start, line.end)
    return found if found and (found["label"].isupper() or found["time"]) else None


def _reads_like_name(name: str) -> bool:
    words = name.split()
    is_set = all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words)
    is_short = 0 < len(words) <= _LONGEST_NAME and len(name) > 1
    is_note = words[-1].casefold() in _NOTES
    return is_set and is_short and words[0][0].isupper() and not is_note


def _trimmed(text: str, span: Span) -> Span:
    """Return `span` without marks of emphasis and white space around; empty if nothing in it has sound."""
    words = text[span.start : span.end]
    start = len(words) - len(words.lstrip(_EDGE))
    return trim_to_words(text, Span(span.start + start, span.start + max(start, len(words.rstrip(_EDGE)))))
