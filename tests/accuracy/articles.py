"""Newspaper stories around planted quotes: headline, narration, attributions, quote marks of either kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from align.records import Span
from tests.accuracy.plant import Planted, Sort
from tests.accuracy.references import Reference

_QUOTES_A_STORY = 8
_SPEAKERS = (
    "Margaret Holloway", "Daniel Whitcombe", "Ruth Castellano", "Peter Lindqvist", "Amara Nwosu", "Thomas Brannigan",
    "Helen Castleford", "Victor Marchetti",
)  # fmt: skip
_HEADLINES = (
    "Questions raised after recording is played at public meeting",
    "What was said: the recording that has the town talking",
    "A voice from the archive is heard again",
)
_NARRATION = (
    "The recording was played to a full hall on Tuesday evening.",
    "Few in the audience had heard the whole of it before.",
    "It is the first time that the tape has been made public.",
    "A transcript is expected later this month, officials confirmed.",
    "The organisers declined to comment on what happens next.",
    "There was a long silence in the room before anybody spoke again.",
)
_WHOLE = (  # a sentence quoted as a sentence; @ is where the quote goes, its last mark included
    "“@,” said {name}.",
    "“@,” {name} said.",
    "{name} said: “@.”",
    "{name} told the meeting: “@.”",
    "“@,” {surname} added.",
)
_PART = (  # words quoted within the reporter's sentence
    "{name} told reporters that “@”.",
    "{surname} said that “@”.",
    "{name} went on to say “@”.",
)
_TITLES = (
    "The speaker's new book, “@”, comes out in the spring.",
    "A film about the case, “@”, is being shot in Bristol.",
    "The exhibition is called “@” and runs until June.",
)
_TITLE_NAMES = ("The Winter Harbour", "A Year Without Rain", "Letters From the Valley", "The Last Good Summer")
_SCARES = (
    "Residents have nicknamed the building “@”.",
    "The so-called “@” has divided the council for months.",
    "Opponents refer to the plan as “@”.",
)
_SCARE_NAMES = ("the big muddle", "turnip tax", "ghost bridge", "great sell-off")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
_CURLY = str.maketrans({"'": "’"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A planted quote and where it stands in the story's text."""

    planted: Planted
    chars: Span


@dataclass(frozen=True, slots=True)
class Story:
    """An article about one recording."""

    name: str
    recording: str
    text: str
    quotes: tuple[Placed, ...]


def write_stories(reference: Reference, planted: Sequence[Planted], seed: int) -> tuple[Story, ...]:
    """Return stories that print every planted quote once, faithful and altered ones mixed."""
    random = Random(f"{seed}:{reference.name}:stories")  # noqa: S311  (drawing examples, not secrets)
    name = random.choice(_SPEAKERS)
    shuffled = random.sample(planted, len(planted))
    chunks = (shuffled[at : at + _QUOTES_A_STORY] for at in range(0, len(shuffled), _QUOTES_A_STORY))
    return tuple(
        _write(f"{reference.name}-{number}", reference.name, tuple(_paragraphs(chunk, name, random)), number)
        for number, chunk in enumerate(chunks, start=1)
    )


def _write(name: str, recording: str, paragraphs: Sequence[tuple[str, Planted | None]], number: int) -> Story:
    """Return the story; every other one is set with straight quote marks."""
    marks = _CURLY if number % 2 else _STRAIGHT
    text, placed = "", []
    for paragraph, planted in paragraphs:
        start = len(text) + paragraph.find("@")
        printed = planted.text if planted else ""
        if planted and planted.sort not in (Sort.TITLE, Sort.SCARE) and not _is_part(planted):
            printed = printed[:1].upper() + printed[1:]
        text += paragraph.replace("@", printed) + "\n\n"
        if planted:
            placed.append(Placed(planted, Span(start, start + len(printed))))
    return Story(name, recording, text.translate(marks).strip() + "\n", tuple(placed))


def _paragraphs(chunk: Sequence[Planted], name: str, random: Random) -> Iterator[tuple[str, Planted | None]]:
    yield random.choice(_HEADLINES), None
    yield f"{name} is at the centre of the matter. {random.choice(_NARRATION)}", None
    yield random.choice(_TITLES), Planted(Sort.TITLE, random.choice(_TITLE_NAMES), ())
    for planted in chunk:
        yield _attribute(planted, name, random), planted
        if random.random() < 1 / 4:
            yield random.choice(_NARRATION), None
    yield random.choice(_SCARES), Planted(Sort.SCARE, random.choice(_SCARE_NAMES), ())


def _attribute(planted: Planted, name: str, random: Random) -> str:
    """Return a paragraph for a quote; one that ends in its own mark needs no other."""
    template = random.choice(_PART if _is_part(planted) else _WHOLE).format(name=name, surname=name.split()[-1])
    has_mark = planted.text.endswith(("?", "!"))
    return template.replace("@,", "@").replace("@.", "@") if has_mark else template


def _is_part(planted: Planted) -> bool:
    """Whether the quote goes into the reporter's sentence: it starts in the middle of one, and is short."""
    return planted.text[:1].islower() and len(planted.text.split()) <= 12
