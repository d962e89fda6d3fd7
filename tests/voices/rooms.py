"""Voices made of nothing but directions: small recordings, and articles that quote them, for tests without a model."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

import numpy as np

from align.compare.voices.attribution import attribute
from align.diarization import Diarization, Embeddings, unit
from align.records import (
    Article,
    Certainty,
    Chunk,
    Kind,
    Model,
    Op,
    Passage,
    Quote,
    QuoteCheck,
    Recording,
    Report,
    ReportSettings,
    Segment,
    Severity,
    Span,
    Transcript,
    Turn,
    Verdict,
    Word,
)
from tests import lbc_case

WIDTH, HOP = 1.6, 0.4
TURN = 10.0
"""Seconds that everybody speaks at a time."""

QUOTE = "so many words as to tell"


@dataclass(frozen=True)
class Said:
    """A quote: under which name it stands, and in which turn of the recording it was said."""

    name: str | None
    turn: int
    text: str = QUOTE
    inside: int | None = None
    seconds: float = 4.0


def diarization(speakers: str, alike: float = 0.0, noise: float = 0.1) -> Diarization:
    """Return a recording in which each letter is a turn of that voice; `alike` is the cosine of any two voices."""
    names = sorted(set(speakers), key=speakers.index)
    rng = np.random.default_rng(3)
    centres = unit(np.sqrt(1 - alike) * np.eye(len(names), 40, dtype=np.float32) + np.sqrt(alike) * np.eye(40)[39])
    starts = np.arange(0.0, TURN * len(speakers) - WIDTH + 1e-9, HOP)
    owners = [names.index(speakers[min(len(speakers) - 1, int((start + WIDTH / 2) / TURN))]) for start in starts]
    vectors = unit(centres[owners] + noise * rng.normal(size=(len(starts), 40)) / 40**0.5)
    turns = tuple(Turn(TURN * at, TURN * (at + 1), names.index(name)) for at, name in enumerate(speakers))
    return Diarization(tuple(f"voice {n + 1}" for n in range(len(names))), turns, Embeddings(starts, vectors, WIDTH))


def transcript(told: Diarization, asking: str = "") -> Transcript:
    """Return a transcript with some words in each turn, which ends in a question if its voice's letter asks."""
    words = []
    for turn in told.turns:
        ends = "?" if str(turn.voice) in asking else "."
        edges = list(accumulate([turn.start, *[(turn.end - turn.start) / 8] * 8]))
        texts = [" word"] * 7 + [f" last{ends}"]
        words += [Word(text, *edge) for text, edge in zip(texts, pairwise(edges), strict=True)]
    duration = told.turns[-1].end
    segments = (Segment(0.0, duration, Span(0, len(words))),)
    return Transcript(Recording("a.wav", "0" * 64, duration), "en", tuple(words), segments)


def judged(told: Diarization, said: Sequence[Said], asking: str = "", **options: object) -> Report:
    """Return the report on an article whose quotes were all found; `asking` are the numbers of voices that ask."""
    heard = transcript(told, asking)
    return attribute(report([heard], said, [told]), [told], options.get("clips", {}), lbc_case.context(heard))


def report(transcripts: Sequence[Transcript], said: Sequence[Said], told: Sequence[Diarization]) -> Report:
    """Return a report in which every quote was found word for word."""
    text, checks = "", []
    for number, one in enumerate(said, 1):
        chars = Span(len(text), len(text) + len(one.text))
        text += one.text
        quote = Quote(number, one.text, chars, None, one.inside, None, None, one.name, None, None, Kind.SPEECH)
        turn = told[0].turns[one.turn]
        start = turn.start + 2 + number * 0.01
        passage = Passage(0, Span(0, 1), chars, start, start + one.seconds, (Chunk(Op.EQUAL, chars, Span(0, 1)),))
        checks.append(QuoteCheck(quote, Verdict.VERBATIM, Severity.NONE, Certainty.CONFIRMED, 0.02, (passage,)))
    article = Article("a.txt", "0" * 64, "", text, ())
    settings = ReportSettings(language="en")
    return Report(article, Model("recorded", "base", None), settings, tuple(transcripts), tuple(checks))


def without_sound(told: Diarization, labels: Sequence[str]) -> Diarization:
    """Return the same voices as a transcript would label them."""
    return replace(told, labels=tuple(labels), embeddings=None)
