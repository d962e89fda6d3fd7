"""What people use today, on the same transcripts: a word diff, and a similarity with a threshold."""

import re
from collections.abc import Sequence
from itertools import accumulate

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from align.records import Interval, Severity, Span, Transcript, Verdict
from tests.accuracy.outcome import Finding, Judgement
from tests.accuracy.sound import normalize

_FINE = 85
"""Similarity, 0 to 100, from which the second peer is content."""
_THERE = 60
"""Similarity under which the first peer says that the quote is not there."""


def by_diff(text: str, place: Span, transcript: Transcript) -> Judgement:
    """Judge by a word diff: after Whisper's normaliser, every differing word is a confirmed major finding."""
    printed, spoken = normalize(text).split(), _spoken(transcript)
    found, similarity = _window(printed, [token for token, _ in spoken])
    if similarity < _THERE:
        return Judgement(Verdict.NOT_FOUND, Severity.MAJOR, True, (), None, "", 1.0)
    heard = spoken[found.start : found.end]
    ends = _token_ends(text, len(printed))
    findings = tuple(
        Finding(
            _chars(ends, Span(step.dest_start, step.dest_end), place),
            None,
            Severity.MAJOR,
            True,
            1.0,
            " ".join(printed[step.dest_start : step.dest_end]),
            " ".join(token for token, _ in heard[step.src_start : step.src_end]),
            None,
        )
        for step in Levenshtein.opcodes([token for token, _ in heard], printed)
        if step.tag != "equal"
    )
    verdict, severity = (Verdict.ALTERED, Severity.MAJOR) if findings else (Verdict.VERBATIM, Severity.NONE)
    return Judgement(verdict, severity, True, findings, _time(heard, transcript), _said(heard), float(bool(findings)))


def by_similarity(text: str, place: Span, transcript: Transcript) -> Judgement:
    """Judge by likeness: from 85 of 100 the quote is fine, below it is not there."""
    spoken = _spoken(transcript)
    found, similarity = _window(normalize(text).split(), [token for token, _ in spoken])
    heard = spoken[found.start : found.end]
    if similarity >= _FINE:
        return Judgement(Verdict.VERBATIM, Severity.NONE, True, (), _time(heard, transcript), _said(heard), 0.0)
    whole = Finding(place, None, Severity.MAJOR, True, 1.0, text, "", None)
    return Judgement(Verdict.NOT_FOUND, Severity.MAJOR, True, (whole,), _time(heard, transcript), "", 1.0)


def _spoken(transcript: Transcript) -> list[tuple[str, int]]:
    """Return the normalised tokens of a transcript, each with the word it comes from, give or take one."""
    tokens: list[tuple[str, int]] = []
    for segment in transcript.segments:
        texts = normalize(transcript.said(segment.words)).split()
        last = segment.words.end - 1
        places = (min(last, segment.words.start + at * len(segment.words) // len(texts)) for at in range(len(texts)))
        tokens += zip(texts, places, strict=True)
    return tokens


def _window(printed: Sequence[str], spoken: Sequence[str]) -> tuple[Span, float]:
    """Return the run of spoken tokens most like the printed ones, and how like (0 to 100)."""
    best = fuzz.partial_ratio_alignment(" ".join(printed), " ".join(spoken))
    if best is None:
        return Span(0, 0), 0.0
    ends = [end - 1 for end in accumulate(len(token) + 1 for token in spoken)]
    inside = [n for n, end in enumerate(ends) if best.dest_start < end and end - len(spoken[n]) < best.dest_end]
    return (Span(inside[0], inside[-1] + 1) if inside else Span(0, 0)), best.score


def _token_ends(text: str, tokens: int) -> list[int]:
    """Return where each normalised token ends in the text, to the word."""
    ends: list[int] = []
    for word in re.finditer(r"\S+", text):
        more = len(normalize(text[: word.end()]).split()) - len(ends)
        ends += [word.end()] * max(0, more)
    return [*ends[:tokens], *[len(text)] * (tokens - len(ends))]


def _chars(ends: Sequence[int], tokens: Span, place: Span) -> Span:
    """Return where normalised tokens of a quote stand in the story."""
    start = ends[tokens.start - 1] if tokens.start else 0
    end = ends[tokens.end - 1] if tokens else start
    return Span(place.start + start, place.start + max(start, end))


def _said(heard: Sequence[tuple[str, int]]) -> str:
    return " ".join(token for token, _ in heard)


def _time(heard: Sequence[tuple[str, int]], transcript: Transcript) -> Interval | None:
    words = [transcript.words[at] for _, at in heard]
    return Interval(words[0].start, words[-1].end) if words else None
