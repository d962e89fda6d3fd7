"""What is said of one quote: its differences put to the audio, weighed, and summed up in a verdict.

`ask` answers questions about the audio, or None where there is nothing to listen to: tests hand in a dictionary.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from align.compare.alignment import Part, Reading
from align.compare.edits import find_edits
from align.compare.evidence import Hearing
from align.compare.offsets import chars_of, time_of
from align.compare.token import Token
from align.records import (
    Category,
    Certainty,
    Edit,
    Passage,
    Quote,
    QuoteCheck,
    Severity,
    Span,
    Verdict,
    Word,
    worst,
)
from align.thresholds import FADE, FADE_SHARE, SHORT

_CLEAN = 0.02  # probability that a quote without a finding differs after all; from the accuracy report

_MISHEARD = "The model may have misheard: the audio does not clearly contradict what is printed."
UNASKED_CAUSE = "The transcript may be wrong: it was not put to the audio."
"""Why a finding may be none where there was nothing to listen to."""


def judge(quote: Quote, reading: Reading, hearing: Hearing) -> QuoteCheck:
    """Return the verdict on a quote that was found."""
    edits = tuple(sorted(find_edits(reading, hearing), key=lambda edit: (edit.chars, edit.start)))
    passages = tuple(_passage(part, reading.printed, hearing) for part in reading.parts)
    verdict = _verdict(reading, edits)
    severity, certainty = _sum_up(verdict, reading, edits)
    return QuoteCheck(
        quote, verdict, severity, certainty, _probability(verdict, edits), passages, edits,
        causes=_causes(certainty, quote, edits),
    )  # fmt: skip


def take_back_certainty(check: QuoteCheck) -> QuoteCheck:
    """Return a finding with no more certainty than a transcript gives whose recording is not at hand."""
    if check.severity is Severity.NONE or check.certainty is Certainty.CHECK_BY_EAR:
        return check
    return replace(check, certainty=Certainty.CHECK_BY_EAR, causes=(*check.causes, UNASKED_CAUSE))


def _verdict(reading: Reading, edits: Sequence[Edit]) -> Verdict:
    if len(reading.parts) > 1 and not _is_marked(reading):
        return Verdict.SPLICED
    if any(edit.severity is not Severity.NONE for edit in edits):
        return Verdict.ALTERED
    return Verdict.CLEANED if edits else Verdict.VERBATIM


def _is_marked(reading: Reading) -> bool:
    """Whether an ellipsis stands wherever one part of the quote ends and the next, later one begins."""
    return all(
        reading.printed[part.printed.start].after_gap and part.spoken.start > before.spoken.start
        for before, part in pairwise(reading.parts)
    )


def _sum_up(verdict: Verdict, reading: Reading, edits: Sequence[Edit]) -> tuple[Severity, Certainty]:
    """Return how bad the worst finding is, and whether one that bad is certain; a splice is one of its own."""
    splice = [(Severity.MAJOR, Certainty.CONFIRMED)] if verdict is Verdict.SPLICED else []
    found = [*splice, *((edit.severity, edit.certainty) for edit in edits)]
    severity = worst([one for one, _ in found])
    is_certain = severity is Severity.NONE or (severity, Certainty.CONFIRMED) in found
    if not is_certain or (severity is not Severity.NONE and len(reading.printed) <= SHORT):
        return severity, Certainty.CHECK_BY_EAR
    return severity, Certainty.CONFIRMED


def _probability(verdict: Verdict, edits: Sequence[Edit]) -> float:
    clean = 1 - (0.95 if verdict is Verdict.SPLICED else _CLEAN)
    for edit in edits:
        if edit.severity.rank >= Severity.MAJOR.rank:
            clean *= 1 - edit.probability
    return 1 - clean


def _causes(certainty: Certainty, quote: Quote, edits: Sequence[Edit]) -> tuple[str, ...]:
    """Return innocent reasons for a finding that the ear must settle, likeliest first."""
    if certainty is Certainty.CONFIRMED:
        return ()
    causes = []
    if any(edit.category is Category.NAME for edit in edits):
        causes.append("The model may not know this name and have written another that sounds like it.")
    if len(quote.text.split()) <= SHORT:
        causes.append("The quote is too short to be told from the same words said in passing.")
    was_asked = any(edit.evidence is not None for edit in edits)
    causes.append(_MISHEARD if was_asked else UNASKED_CAUSE)
    return tuple(causes)


def _passage(part: Part, printed: Sequence[Token], hearing: Hearing) -> Passage:
    tokens = hearing.speech.tokens
    recording = hearing.speech.recording_of(part.spoken.start)
    words = Span(tokens[part.spoken.start].start, tokens[part.spoken.end - 1].end)
    said = hearing.transcripts[recording].words
    start, end = time_of(words, said)
    return Passage(
        recording, words, Span(*chars_of(part.printed, printed)), start, _faded(end, said[words.end : words.end + 1])
    )


def _faded(end: float, following: Sequence[Word]) -> float:
    """Return when a quote is over for a listener: a moment into the pause behind it."""
    pause = following[0].start - end if following else inf
    return end + max(0.0, min(FADE, FADE_SHARE * pause))
