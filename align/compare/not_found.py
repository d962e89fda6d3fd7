"""What is said of a quote that was not found, or that nobody claims was said aloud."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from align.compare.borders import SECONDS_A_WORD, is_cut_through
from align.compare.certainty import (
    UNASKED_CAUSE,
    certainty_of_absence,
    find_general_doubts,
    probability_of_absence,
)
from align.compare.evidence import Context
from align.compare.tokens import printed_tokens
from align.records import Certainty, Interval, Kind, Quote, QuoteCheck, Segment, Severity, Transcript, Verdict
from align.thresholds import GUESSED, NEARLY_FOUND, SHORT


@dataclass(frozen=True, slots=True)
class Missing:
    """A quote found nowhere. `coverage` (0 to 1) is the share of its words said in the place most like it."""

    quote: Quote
    coverage: float
    is_speaker_heard: bool
    is_anything_found: bool

    @property
    def is_fault(self) -> bool:
        """Whether it should be in the recordings: its speaker is heard there, or nothing of the article is."""
        return self.is_speaker_heard or not self.is_anything_found


def judge_missing(missing: Missing, context: Context) -> QuoteCheck:
    """Return the verdict on a quote that no recording holds."""
    quote = missing.quote
    hidden = _hiding_places(quote, context.transcripts)
    is_fault = missing.is_fault
    is_cut = is_cut_through(printed_tokens(quote.text, 0, context.speech.language), context.transcripts, context.speech)
    is_vague = bool(hidden) or is_cut or missing.coverage >= NEARLY_FOUND or len(quote.text.split()) <= SHORT
    general = find_general_doubts(context) if is_fault else ()
    unasked = [UNASKED_CAUSE] if is_fault and not is_vague and not context.is_heard else []
    return QuoteCheck(
        quote,
        Verdict.NOT_FOUND,
        Severity.CRITICAL if is_fault else Severity.NONE,
        certainty_of_absence(is_fault, is_vague, context),
        probability_of_absence(is_fault, is_vague),
        causes=(*general, *_CUT * is_cut, *_causes(missing, hidden), *unasked),
    )


_WITHOUT_WORDS = "could not be made out"
_GUESSED_AT = "is so hard to hear that the model guessed at it"

_CUT = ("A recording begins or ends within it: its last or first words are said there.",)


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


def find_hiding_places(quote: Quote, transcript: Transcript) -> list[Interval]:
    """Return the speech of a transcript in which the quote may hide: that has no words, or guessed ones."""
    return [place for place, _ in _hiding(quote, transcript)]


def _hiding(quote: Quote, transcript: Transcript) -> Iterator[tuple[Interval, set[str]]]:
    """Yield the stretches in which a quote may hide, and of what sort they are, in words for the user.

    What has no words and what has guessed ones is one stretch if no word between them is believed; its pauses count
    for nothing.
    """
    unheard = ((gap, _WITHOUT_WORDS) for gap in transcript.unheard)
    doubted = [*unheard, *((gap, _GUESSED_AT) for gap in _guessed(transcript))]
    believed = [
        transcript.words[at].start
        for segment in transcript.segments
        if not _is_guessed(segment, transcript)
        for at in range(segment.words.start, segment.words.end)
    ]
    for _, group in groupby(sorted(doubted), lambda one: bisect_left(believed, one[0].start)):
        gaps, sorts = zip(*group, strict=True)
        if sum(gap.duration for gap in gaps) >= _seconds(quote):
            yield Interval(gaps[0].start, gaps[-1].end), {*sorts}


def _seconds(quote: Quote) -> float:
    """Return how long it takes to say a quote, at least."""
    return SECONDS_A_WORD * len(quote.text.split())


def _hiding_places(quote: Quote, transcripts: Sequence[Transcript]) -> list[str]:
    """Return in what sorts of speech the quote may hide, in words for the user."""
    found = {sort for transcript in transcripts for _, sorts in _hiding(quote, transcript) for sort in sorts}
    return sorted(found)


def _guessed(transcript: Transcript) -> Iterator[Interval]:
    """Yield the stretches whose words the model itself does not believe."""
    doubted = (_is_guessed(segment, transcript) for segment in transcript.segments)
    for is_doubted, group in groupby(zip(doubted, transcript.segments, strict=True), itemgetter(0)):
        segments = [segment for _, segment in group]
        if is_doubted:
            yield Interval(segments[0].start, segments[-1].end)


def _is_guessed(segment: Segment, transcript: Transcript) -> bool:
    words = transcript.words[segment.words.start : segment.words.end]
    return sum(word.probability for word in words) < GUESSED * len(words)


def _causes(missing: Missing, hidden: Sequence[str]) -> list[str]:
    quote, causes = missing.quote, []
    if not missing.is_anything_found:
        causes.append("This may be the wrong recording: nothing of the whole article was found in it.")
    elif not missing.is_speaker_heard:
        causes.append(_not_heard(quote.speaker))
    causes += [f"Some speech in the recordings {what}, and the quote may hide there." for what in hidden]
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
