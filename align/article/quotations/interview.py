"""Which paragraphs are the questions and answers of an interview printed as such: by labels, or by questions set apart?

A label counts if it recurs and its turns read like speech. A list of labelled facts, an explainer with questions for
crossheads and a live blog are no interviews.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from align.article.lexicons import LEXICON
from align.article.quotations.interview_evidence import (
    is_prompt,
    is_questioned,
    is_set_apart_question,
    is_transcript,
    recurring_labels,
    speaking_labels,
    words_outside_quotes,
)
from align.article.quotations.interview_lines import InterviewLine, SpeakerLabel, lines_of
from align.article.quotations.interview_people import InterviewPeople
from align.records import Article, Role, Span

_FEWEST_QUESTIONS = 2
_SHARE = 0.5  # of a speaker's turns that are questions, if they ask
_WHOLE = 0.4  # of an article that is an interview and does not only quote from one


@dataclass(frozen=True, slots=True)
class PrintedTurn:
    """What one person says in one paragraph of an interview.

    `continues` is the position of the turn that it goes on among the turns. `label` are the words that name the
    speaker, None if none do. `is_inferred` says that the speaker is known by title or standfirst only.
    """

    chars: Span
    block: int
    speaker: str | None
    label: Span | None
    continues: int | None
    is_answer: bool
    is_inferred: bool


def find_turns(article: Article) -> tuple[PrintedTurn, ...]:
    """Return the turns of the interview that `article` is or holds, in order; none if it is no interview."""
    lines = lines_of(article)
    recurring = recurring_labels(lines)
    asked = [place for place, line in enumerate(lines) if is_set_apart_question(article, line)]
    if len(recurring) < 2 and len(asked) < _FEWEST_QUESTIONS:
        return ()
    labelled = (place for place, line in enumerate(lines) if line.label and line.label.key in recurring)
    start = min([*asked, *labelled])
    people = InterviewPeople(article, lines, start)
    keys = speaking_labels(lines, recurring, people)
    if is_transcript(article, lines, keys, people) or is_questioned(article, lines, asked, people):
        return tuple(_Interview(article, lines, people, keys).turns(_begin_of(article, lines, start, people)))
    return ()


def _begin_of(article: Article, lines: Sequence[InterviewLine], start: int, people: InterviewPeople) -> int:
    """Return the line with which the interview begins: `start`, or what is asked or said right before it."""
    while start > 0:
        label = lines[start - 1].label
        if label is not None and people.is_person(label) and lines[start - 1].role is not Role.HEADING:
            start -= 1
        elif start > 1 and is_prompt(article, lines, start - 2):
            start -= 2
        else:
            break
    return start


class _Interview:
    """Takes the lines of an interview one after the other, and knows who speaks."""

    def __init__(
        self, article: Article, lines: Sequence[InterviewLine], people: InterviewPeople, keys: frozenset[str]
    ) -> None:
        self._article, self._lines, self._people, self._keys = article, lines, people, keys
        labels = (line.label for line in lines if line.label and line.label.key in keys)
        styles = {(label.is_emphasised, label.is_upper) for label in labels}
        self._style = styles.pop() if len(styles) == 1 else (False, False)  # of a label that comes once
        begins = [place for place in range(len(lines)) if self._begins(place)]
        self._last = begins[-1]
        length = [len(line.chars) for line in lines]
        self._is_whole = sum(length[begins[0] : self._last + 2]) >= _WHOLE * sum(length)
        self._asking, answering = self._askers()
        self.guest = answering or people.guest
        self._host = self._asking or people.interviewer(self.guest)
        self._turns: list[PrintedTurn] = []
        self._is_asked = False  # an answer is expected of the guest, without a label

    def turns(self, start: int) -> list[PrintedTurn]:
        """Return the turns from the line `start` on."""
        is_open = False  # whether somebody is speaking
        for place in range(start, len(self._lines)):
            line = self._lines[place]
            if self._begins(place):
                self._begin(line)
                is_open = True
            elif not is_open or not len(line.chars) or _is_aside(self._article.text, line):
                continue
            elif self._is_asked and not self._is_picture(place):
                self._answer(line)
            elif not self._is_whole or self._is_narrative(line, place):
                is_open = False
            elif line.role is Role.BODY and self._turns:
                before = self._turns[-1]
                self._turns.append(replace(before, chars=line.chars, block=line.block, continues=len(self._turns) - 1))
        return self._turns

    def _is_picture(self, place: int) -> bool:
        """Whether a short line stands before the paragraphs that answer: the caption of a picture."""
        is_short = self._lines[place].role in (Role.CAPTION, Role.HEADING)
        has_more = place + 1 < len(self._lines) and not self._begins(place + 1)
        return is_short and has_more and self._lines[place + 1].role is Role.BODY

    def _begins(self, place: int) -> bool:
        """Whether somebody else begins to speak."""
        line = self._lines[place]
        is_asked = is_set_apart_question(self._article, line) or is_prompt(self._article, self._lines, place)
        return self._is_labelled(line) or is_asked

    def _is_labelled(self, line: InterviewLine) -> bool:
        label = line.label
        if label is None or (line.role is Role.HEADING and len(line.chars)):
            return False
        is_set_so = label.has_colon and (label.is_emphasised, label.is_upper) == self._style and any(self._style)
        return label.key in self._keys or is_set_so or self._people.is_known(label)

    def _begin(self, line: InterviewLine) -> None:
        label = line.label if self._is_labelled(line) else None
        if label is None:
            self._is_asked = True
            self._turns.append(PrintedTurn(line.chars, line.block, self._host, None, None, False, self._asking is None))
        elif len(line.chars):
            self._is_asked = (line.is_emphasised and line.is_question) or (label.asks and not self._answers_labelled())
            self._turns.append(self._labelled(line, label))

    def _answer(self, line: InterviewLine) -> None:
        self._is_asked = False
        self._turns.append(PrintedTurn(line.chars, line.block, self.guest, None, None, True, is_inferred=True))

    def _labelled(self, line: InterviewLine, label: SpeakerLabel) -> PrintedTurn:
        if not label.is_letter:
            named = self._people.full_form(label)
            return PrintedTurn(line.chars, line.block, named, label.chars, None, named != self._asking, False)
        speaker = self._host if label.asks else self.guest
        return PrintedTurn(line.chars, line.block, speaker, None, None, not label.asks, is_inferred=True)

    def _answers_labelled(self) -> bool:
        return any(line.label and line.label.key in self._keys and not line.label.asks for line in self._lines)

    def _askers(self) -> tuple[str | None, str | None]:
        """Return the one speaker who asks and the one who does not, by the labels; None where there are several."""
        turns: dict[str, list[bool]] = {}
        for line in self._lines:
            if line.label and not line.label.is_letter and self._is_labelled(line):
                turns.setdefault(self._people.full_form(line.label), []).append(line.is_question)
        asking = {name for name, asked in turns.items() if sum(asked) >= len(asked) * _SHARE}
        answering = turns.keys() - asking
        return (
            next(iter(asking)) if len(asking) == 1 else None,
            next(iter(answering)) if len(answering) == 1 else None,
        )

    def _is_narrative(self, line: InterviewLine, place: int) -> bool:
        """Whether the writer speaks again: of the guest by name, of the interview, or, behind its end, not as "I"."""
        text = self._article.text[line.chars.start : line.chars.end]
        words = set(words_outside_quotes(text))
        speaker = self._turns[-1].speaker
        is_own = bool(words & LEXICON.self_words)
        names_speaker = speaker is not None and speaker.split()[-1] in text and not is_own
        is_note = len(words & LEXICON.interview_notes) > 1 or (place > self._last and line.is_emphasised)
        return is_note or names_speaker or (place > self._last and not is_own)


def _is_aside(text: str, line: InterviewLine) -> bool:
    """Whether it is a stage direction: [Laughter]."""
    return text[line.chars.start] in "([" and text[line.chars.end - 1] in ")]"
