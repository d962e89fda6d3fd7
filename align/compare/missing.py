"""What is said of a quote that was not found, or that nobody claims was said aloud."""

from collections.abc import Sequence
from dataclasses import dataclass

from align.records import Certainty, Kind, Quote, QuoteCheck, Severity, Transcript, Verdict
from align.settings import NEARLY_FOUND, SHORT

_SECONDS_A_WORD = 0.25  # the fastest speech that newsreaders reach is four words a second
_SURE, _UNSURE, _INNOCENT = 0.95, 0.5, 0.1  # probability that a missing quote is a real fault; from the accuracy report


@dataclass(frozen=True, slots=True)
class Missing:
    """A quote found nowhere. `coverage` (0 to 1) is the share of its words said in the place most like it."""

    quote: Quote
    coverage: float
    is_speaker_heard: bool
    is_anything_found: bool


def judge_missing(missing: Missing, transcripts: Sequence[Transcript]) -> QuoteCheck:
    """Return the verdict on a quote that no recording holds."""
    quote = missing.quote
    hidden = _may_be_unheard(quote, transcripts)
    is_fault = missing.is_speaker_heard or not missing.is_anything_found
    is_vague = hidden or missing.coverage >= NEARLY_FOUND or len(quote.text.split()) <= SHORT
    chance = (_UNSURE if is_vague else _SURE) if is_fault else _INNOCENT
    return QuoteCheck(
        quote,
        Verdict.NOT_FOUND,
        Severity.CRITICAL if is_fault else Severity.NONE,
        Certainty.CHECK_BY_EAR if is_vague else Certainty.CONFIRMED,
        chance,
        causes=tuple(_causes(missing, hidden)),
    )


def leave_unchecked(quote: Quote) -> QuoteCheck:
    """Return the verdict on a quotation of something else than speech, or of somebody who was not asked for."""
    return QuoteCheck(
        quote, Verdict.UNCHECKED, Severity.NONE, Certainty.CONFIRMED, 0.0, causes=(_WHY_UNCHECKED[quote.kind],)
        if not quote.is_translated
        else ("It was translated, so its words cannot be in the recording.",),
    )  # fmt: skip


_WHY_UNCHECKED = {
    Kind.SPEECH: "It is by somebody else than the speaker who was asked for.",
    Kind.FRAGMENT: "It is by somebody else than the speaker who was asked for.",
    Kind.STATEMENT: "It quotes something written.",
    Kind.MESSAGE: "It quotes a written message.",
    Kind.SCARE: "It is a term held at arm's length, not a quotation of speech.",
    Kind.TITLE: "It is a title.",
    Kind.THOUGHT: "It quotes a thought.",
    Kind.NEGATED: "The article says that this was not said.",
}


def _may_be_unheard(quote: Quote, transcripts: Sequence[Transcript]) -> bool:
    """Whether some stretch of speech that could not be made out is long enough to hold the quote."""
    needed = _SECONDS_A_WORD * len(quote.text.split())
    return any(gap.duration >= needed for transcript in transcripts for gap in transcript.unheard)


def _causes(missing: Missing, hidden: bool) -> list[str]:
    quote, causes = missing.quote, []
    if not missing.is_anything_found:
        causes.append("This may be the wrong recording: nothing of the whole article was found in it.")
    elif not missing.is_speaker_heard:
        causes.append(_not_heard(quote.speaker))
    if hidden:
        causes.append("Some speech in the recordings could not be made out, and the quote may hide there.")
    if missing.coverage >= NEARLY_FOUND:
        causes.append("Something like it is said, but too many words differ to call it this quote.")
    if len(quote.text.split()) <= SHORT:
        causes.append("So few words are easily misheard.")
    if missing.is_anything_found:
        causes.append("It may have been said before or after the recording, or to somebody else.")
    return causes


def _not_heard(speaker: str | None) -> str:
    if speaker is None:
        return "The article names no speaker, so nothing says that this person is in the recordings."
    return f"Nothing else attributed to {speaker} is in these recordings: it was probably said elsewhere."
