"""How long does it take to find 200 quotes in ten hours of speech, and to compare them? No sound is asked for."""

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from align import pipeline
from align.article.formats.text import read_text
from align.records import Model, Recording, ReportSettings, Segment, Span, Transcript, Word
from tests.accuracy.references import Reference

_WORD = 0.4
"""Seconds that a word lasts, pauses included: 150 words a minute."""

_SHORTEST, _LONGEST = 8, 30
"""Words of a quote."""


def seconds_to_locate(references: Sequence[Reference], hours: float, quotes: int) -> float:
    """Return the seconds that locating and comparing takes; one word of every quote is not the one that was said.

    The speech is made of the words of references, in an order that makes no sense but repeats nothing.
    """
    random = Random(1)  # noqa: S311  (drawing examples, not secrets)
    words = list(islice(_drawn(references, random), round(hours * 3600 / _WORD)))
    starts = random.sample(range(0, len(words) - _LONGEST, _LONGEST), quotes)
    said = [words[start : start + random.randint(_SHORTEST, _LONGEST)] for start in starts]
    article = "\n\n".join(f"“{_changed(run, random)},” said Ann Lee." for run in said)
    quoted = pipeline.select_quotes(read_text("article.txt", article.encode()), ReportSettings(language="en"))
    transcript, model = _transcript(words), Model("recorded", "none", "")
    began = time.perf_counter()
    report = pipeline.compare(quoted, [transcript], lambda question: None, model)
    seconds = time.perf_counter() - began
    if not all(check.passages for check in report.checks):
        raise ValueError("a quote was not found: there is nothing to time")
    return seconds


def _drawn(references: Sequence[Reference], random: Random) -> Iterator[str]:
    """Yield words without end, each as often as it is said."""
    known = ["".join(filter(str.isalpha, word.text)) or "one" for one in references for word in one.words]
    while True:
        yield from random.choices(known, k=1000)


def _changed(run: Sequence[str], random: Random) -> str:
    at = random.randrange(1, len(run) - 1)
    return " ".join((*run[:at], "marmalade", *run[at + 1 :]))


def _transcript(texts: Sequence[str]) -> Transcript:
    words = tuple(Word(f" {text}", at * _WORD, (at + 1) * _WORD) for at, text in enumerate(texts))
    duration = len(words) * _WORD
    segment = Segment(0.0, duration, Span(0, len(words)))
    return Transcript(Recording("tape.wav", "", duration), "en", words, (segment,), ())
