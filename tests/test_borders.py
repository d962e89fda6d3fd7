"""A recording that begins or ends within a quote: what is not in it may have been said outside of it."""

from dataclasses import replace

import pytest

from align.pipeline import compare, select_quotes
from align.records import Certainty, Model, QuoteCheck, ReportSettings, Transcript, Verdict
from tests.lbc_case import trust_the_transcript
from tests.test_languages import read_text, transcript

SAID = "good evening we met the mayor and she told us that the council would never close the library in the spring"
PRINTED = "the council would never close the library in the spring"


def check(printed: str, *heard: Transcript) -> QuoteCheck:
    article = read_text("article.txt", f"“{printed}”, said Ann Lee.".encode())
    quoted = select_quotes(article, ReportSettings())
    (found,) = compare(quoted, heard, trust_the_transcript, Model("recorded", "base", None)).checks
    return found


def until(count: int, silence: float = 0.1) -> Transcript:
    """Return the first words of what is said, and so much silence."""
    heard = transcript(" ".join(SAID.split()[:count]), "en")
    return replace(heard, recording=replace(heard.recording, duration=heard.words[-1].end + silence))


def since(count: int) -> Transcript:
    """Return the last words of what is said, the first of them at the start."""
    heard = transcript(" ".join(SAID.split()[-count:]) + " and then we went home again by the bus", "en")
    lead = heard.words[0].start
    words = tuple(replace(word, start=word.start - lead, end=word.end - lead) for word in heard.words)
    return replace(heard, words=words)


COUNT = len(SAID.split())


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_what_is_printed_beyond_the_end_of_a_recording_is_for_the_ear(missing):
    found = check(PRINTED, until(COUNT - missing))

    assert found.verdict is Verdict.ALTERED
    assert found.certainty is Certainty.CHECK_BY_EAR
    assert "begins or ends there" in " ".join(found.causes)


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_so_is_what_is_printed_before_its_start(missing):
    found = check(PRINTED, since(len(PRINTED.split()) - missing))

    assert found.certainty is Certainty.CHECK_BY_EAR
    assert "begins or ends there" in " ".join(found.causes)


def test_a_word_that_the_end_cuts_in_two_is_a_piece_of_the_printed_one():
    heard = until(COUNT)
    *words, last = heard.words
    cut = replace(last, text=" spr", end=last.start + 0.1)
    recording = replace(heard.recording, duration=cut.end)
    found = check(PRINTED, replace(heard, words=(*words, cut), recording=recording))

    assert (found.verdict, found.certainty) == (Verdict.ALTERED, Certainty.CHECK_BY_EAR)
    assert "begins or ends there" in " ".join(found.causes)


def test_another_word_at_the_end_is_another_word():
    found = check("the council would never close the library in the dark and cold autumn", until(COUNT))

    assert (found.verdict, found.certainty) == (Verdict.ALTERED, Certainty.CONFIRMED)


def test_where_the_recording_goes_on_in_silence_nothing_is_missing_from_it():
    found = check(PRINTED, until(COUNT - 3, silence=3.0))

    assert (found.verdict, found.certainty) == (Verdict.ALTERED, Certainty.CONFIRMED)


def test_what_is_left_out_at_the_end_of_a_recording_is_no_matter_of_its_end():
    found = check("she told us that the council would close the library in the spring", until(COUNT))

    assert (found.verdict, found.certainty) == (Verdict.ALTERED, Certainty.CONFIRMED)


@pytest.mark.parametrize("heard", [until(COUNT - 7), since(3)], ids=["end", "start"])
def test_a_quote_of_which_only_an_edge_was_recorded_may_have_been_said(heard):
    found = check(PRINTED, heard)

    assert (found.verdict, found.certainty) == (Verdict.NOT_FOUND, Certainty.CHECK_BY_EAR)
    assert any("begins or ends within it" in cause for cause in found.causes)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("spring was when we sold every book that we had", Certainty.CHECK_BY_EAR),
        ("the people of this town sold every book they had", Certainty.CONFIRMED),
    ],
)
def test_one_word_at_the_edge_tells_unless_it_stands_anywhere(text, certainty):
    found = check(text, until(COUNT if text.startswith("spring") else COUNT - 1))

    assert (found.verdict, found.certainty) == (Verdict.NOT_FOUND, certainty)


def test_a_quote_of_which_nothing_stands_at_an_edge_is_surely_missing():
    found = check("nobody in this town has read a book in the last twenty years", until(COUNT))

    assert (found.verdict, found.certainty) == (Verdict.NOT_FOUND, Certainty.CONFIRMED)


def test_where_a_recording_goes_on_in_the_next_its_end_is_no_border():
    first, second = until(COUNT - 7), since(7)
    second = replace(second, recording=replace(second.recording, path="b.wav", sha256="b" * 64))

    assert check(PRINTED, first, second).verdict is Verdict.VERBATIM
