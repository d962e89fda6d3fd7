"""A quote that is nowhere: when that is certain, and when it may only not have been heard."""

from dataclasses import replace

import pytest

from align.compare.certainty import UNASKED_CAUSE
from align.compare.not_found import Missing, judge_missing
from align.records import Certainty, Interval, Kind, Quote, Severity, Span, Verdict
from tests import lbc_case

QUOTE = Quote(
    1,
    "the roof of the school fell in the night",
    Span(0, 40),
    None,
    None,
    1,
    1,
    "Ann Lee",
    "Ann Lee",
    "said",
    Kind.SPEECH,
)
NOWHERE = Missing(QUOTE, coverage=0.1, is_speaker_heard=True, is_anything_found=True)


def _in_doubt(transcript, share):
    """Return the transcript with words whose probabilities are a share of what they were."""
    words = (replace(word, probability=word.probability * share) for word in transcript.words)
    return replace(transcript, words=tuple(words))


@pytest.mark.parametrize("name", lbc_case.RECORDINGS)
def test_where_all_was_heard_clearly_a_missing_quote_is_confirmed(name):
    check = judge_missing(NOWHERE, lbc_case.context(lbc_case.transcript(name)))

    assert (check.verdict, check.severity) == (Verdict.NOT_FOUND, Severity.CRITICAL)
    assert check.certainty is Certainty.CONFIRMED


@pytest.mark.parametrize("share", [0.3, 0.7])
def test_where_the_model_guessed_it_is_for_the_ear(share):
    check = judge_missing(NOWHERE, lbc_case.context(_in_doubt(lbc_case.transcript("naseem"), share)))

    assert check.certainty is Certainty.CHECK_BY_EAR
    assert any("guessed" in cause for cause in check.causes)


def test_speech_without_words_may_hide_it_if_it_lasts_long_enough():
    heard = lbc_case.transcript("naseem")
    short, long = (replace(heard, unheard=(Interval(3.0, 3.0 + seconds),)) for seconds in (1.0, 8.0))

    assert judge_missing(NOWHERE, lbc_case.context(short)).certainty is Certainty.CONFIRMED
    assert judge_missing(NOWHERE, lbc_case.context(long)).certainty is Certainty.CHECK_BY_EAR


def test_a_transcript_alone_confirms_no_absence():
    context = replace(lbc_case.context(lbc_case.transcript("naseem")), is_heard=False)
    check = judge_missing(NOWHERE, context)

    assert check.certainty is Certainty.CHECK_BY_EAR
    assert UNASKED_CAUSE in check.causes
