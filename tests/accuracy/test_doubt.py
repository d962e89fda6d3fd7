"""A reference is doubted only where all who listened have the same words that it lacks."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.records import Word
from tests.accuracy.doubt import unwritten_at
from tests.accuracy.references import Reference, read_words

pytestmark = pytest.mark.gate

WRITTEN = "I wanted to go to the long-awaited meeting in nineteen seventy six and it was closed"
words = st.lists(st.sampled_from(["you", "know", "harbour", "seven"]), min_size=1, max_size=3)
gaps = st.integers(1, len(WRITTEN.split()) - 1)


def _reference(text: str) -> Reference:
    return Reference("made-up", Path("made-up.wav"), "spontaneous", read_words(text))


def _heard(text: str) -> tuple[Word, ...]:
    return tuple(Word(f" {word}", float(at), at + 1.0) for at, word in enumerate(text.split()))


def _with(added: list[str], at: int) -> str:
    written = WRITTEN.split()
    return " ".join([*written[:at], *added, *written[at:]])


@settings(deadline=None)  # the first call reads a table of spellings
@given(words, gaps)
def test_what_both_heard_and_nobody_wrote_is_found(added: list[str], at: int) -> None:
    both = _heard(_with(added, at))
    found = unwritten_at(_reference(WRITTEN), (both, both))
    assert len(found) == 1
    assert abs(next(iter(found)) - at) <= len(added)  # "seven seventy" may be read as one number


@settings(deadline=None)  # the first call reads a table of spellings
@given(words, gaps)
def test_what_one_heard_alone_is_no_doubt(added: list[str], at: int) -> None:
    assert not unwritten_at(_reference(WRITTEN), (_heard(_with(added, at)), _heard(WRITTEN)))
    assert not unwritten_at(_reference(WRITTEN), ())


@pytest.mark.parametrize(
    "heard",
    [
        WRITTEN.replace("long-awaited", "long awaited"),
        WRITTEN.replace("nineteen seventy six", "1976"),
        WRITTEN.replace("to go", "uh to um go"),
        WRITTEN.replace("meeting", "meetings"),
        WRITTEN.replace(" it was closed", ""),
        "Chapter one. " + WRITTEN,
        WRITTEN + " thank you",
    ],
)
def test_other_spellings_mishearings_and_what_lies_outside_are_no_doubt(heard: str) -> None:
    assert not unwritten_at(_reference(WRITTEN), (_heard(heard), _heard(heard)))
