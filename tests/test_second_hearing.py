"""Where a transcript that was given and print are both wrong, print is not believed for sounding more like it."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import align
from align import Models
from align.compare.second_hearing import heard_instead
from align.languages import language_of
from align.records import Certainty, Interval, Question, Verdict
from tests import lbc_case
from tests.needs import needs_model

ENGLISH = language_of("en")
BEFORE, BEHIND = "that the top of the tree was", "of this behaviour at all"
WORDS = st.sampled_from("aware unaware somewhere aboard proud never hospital money".split())


def _question(told: str, shown: str) -> Question:
    wordings = ((f"{BEFORE} {word} {BEHIND}",) for word in (told, shown))
    return Question(0, Interval(0, 5), *wordings)


@given(st.one_of(WORDS, st.just("")), WORDS, WORDS)
def test_print_is_believed_only_where_it_or_the_transcript_is_heard(told: str, shown: str, heard: str) -> None:
    assume(told != shown)
    instead = heard_instead(_question(told, shown), f"{BEFORE} {heard}, {BEHIND}.", ENGLISH)

    assert instead == ("" if heard in (told, shown) else heard)


@pytest.mark.parametrize(
    ("told", "shown", "heard"),
    [
        ("somewhere", "unaware", "So, the top of the tree was unaware of this behavior at"),
        ("5", "fifteen", f"{BEFORE} 15 {BEHIND}"),
        ("a wear", "aware", f"{BEFORE} aware {BEHIND}"),
        ("", "really", f"{BEFORE} really {BEHIND}"),
        ("really", "", f"{BEFORE} {BEHIND}"),
        ("Smolman", "Smallman", f"{BEFORE} Smallmann {BEHIND}"),
        ("somewhere", "aware", ""),
    ],
)
def test_what_is_heard_as_printed_however_it_is_written_bears_print_out(told: str, shown: str, heard: str) -> None:
    assert heard_instead(_question(told, shown), heard, ENGLISH) == ""


@pytest.mark.parametrize(
    ("told", "shown", "heard", "instead"),
    [
        ("", "aware", f"{BEFORE} unaware {BEHIND}", "unaware"),
        ("aware", "", f"{BEFORE} unaware {BEHIND}", "unaware"),
        ("fifty", "fifteen", f"{BEFORE} sixteen {BEHIND}", "sixteen"),
        ("aware", "fully aware", f"{BEFORE} not unaware {BEHIND}", "not unaware"),
    ],
)
def test_another_word_than_both_is_told(told: str, shown: str, heard: str, instead: str) -> None:
    assert heard_instead(_question(told, shown), heard, ENGLISH) == instead


SAID = "There is no way that the top of the tree was unaware of this behaviour."
WRONG = SAID.replace("unaware", "aware")


@pytest.mark.model
@needs_model("tiny.en")
@pytest.mark.parametrize("word", ["somewhere ", "aboard ", "not a fan ", "[inaudible] ", ""])
def test_of_two_wrong_words_neither_passes(word: str, tmp_path: Path) -> None:
    """She said “unaware”."""
    spoken = lbc_case.transcript("smallman")
    words = "".join(one.text for one in spoken.words).replace("unaware ", word)
    (tmp_path / "talk.txt").write_text(words, encoding="utf-8")
    (tmp_path / "article.txt").write_text(f"“{SAID}” Smallman said.\n\n“{WRONG}” Smallman said.\n", encoding="utf-8")

    right, wrong = align.check(
        lbc_case.FOLDER / "smallman.mp3",
        tmp_path / "article.txt",
        transcripts=tmp_path / "talk.txt",
        models=Models("tiny.en", cache=False),
    ).checks

    assert (right.verdict, right.certainty) == (Verdict.VERBATIM, Certainty.CONFIRMED)
    assert (wrong.verdict, wrong.certainty) == (Verdict.ALTERED, Certainty.CHECK_BY_EAR)
    assert any("what is heard is “unaware”" in cause for cause in wrong.causes)
