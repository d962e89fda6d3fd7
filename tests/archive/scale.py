"""How large may an archive be? `python -m tests.archive.scale FILE HOURS QUOTES MATERIAL...` fills one and searches it.

FILE is the index: hours that it lacks are added to it. MATERIAL are folders of transcripts as the accuracy harness
reads them; without any, those of the fixtures are shuffled alone. QUOTES are drawn with one planted change each, of
every category in turn, and as many that nobody said; the sound is taken to bear out the transcripts.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from statistics import median, quantiles
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from align.archive.entries import Addition
from align.archive.index import TranscriptIndex
from align.archive.matching import Candidate, find_candidates
from align.places import quoted_words
from align.records import Model, Span, Word
from tests.accuracy import lexicon
from tests.accuracy.plant import GENERATORS, altered
from tests.accuracy.references import SpokenWord
from tests.accuracy.sound import fold, normalize
from tests.archive.corpus import SECONDS_A_WORD, WORDS, hour, sentences, spoken_words

SEED = 1
_Result = TypeVar("_Result")
_STORY = 150
"""Words around a quotation, from which it is drawn."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A quotation with a planted change: of which hour, and what was said where."""

    text: str
    category: str
    hour: int
    words: Span
    said: str


def main() -> None:
    """Fill an index and print what was measured."""
    file, hours, quotes, *material = sys.argv[1:]
    known = sentences(*map(Path, material))
    fill(Path(file), int(hours), known)
    with TranscriptIndex(Path(file)) as index:
        searched, _ = index.size()
        _tell(f"{searched.name}, {os.path.getsize(file) / 1e6:.0f} MB")
        drawn = list(draw_altered(int(quotes), searched.recordings, known))
        _measure(drawn, index)
        _measure_absent(draw_absent(int(quotes)), index)
    _tell(f"cold: {_cold(Path(file), [one.text for one in drawn[:20]])}")


def fill(file: Path, hours: int, known: Sequence[Sequence[SpokenWord]]) -> None:
    """Add the hours that are not in the index yet, and tell what each hundred of them took."""
    with TranscriptIndex(file, is_written=True) as index:
        seconds: list[tuple[float, float]] = []
        for number in range(index.size()[0].recordings, hours):
            transcript = hour(SEED, number, known)
            place, sha256 = f"/nowhere/{transcript.recording.path}", transcript.recording.sha256
            added = Addition(transcript, Model("openai-whisper", "base", None), sha256, place, {"is_timed": True})
            _timed(seconds, lambda added=added: index.add([added]))
            if (number + 1) % 100 == 0:
                clock, cpu = map(sum, zip(*seconds, strict=True))
                most = getrusage(RUSAGE_SELF).ru_maxrss / 1024
                spent = f"{clock:.1f} s, {cpu:.1f} s of the processor, {most:.0f} MiB of memory"
                _tell(f"{number + 1} hours: the last {len(seconds)} in {spent}; {os.path.getsize(file) / 1e6:.0f} MB")
                seconds = []


def draw_altered(many: int, hours: int, known: Sequence[Sequence[SpokenWord]]) -> Iterator[Drawn]:
    """Yield quotations with one change each, of every category in turn, from hours drawn at random."""
    random, categories, found = Random(f"{SEED}:quotes"), list(GENERATORS), 0  # noqa: S311  (examples, not secrets)
    while found < many:
        number, start = random.randrange(hours), random.randrange(WORDS - _STORY)
        words = tuple(spoken_words(SEED, number, known)[start : start + _STORY])
        category = categories[found % len(categories)]
        for planted in altered(words, random, category, 1):
            run = planted.parts[0]
            said = " ".join(word.text for word in words[run.start : run.end])
            yield Drawn(planted.text, category, number, Span(start + run.start, start + run.end), said)
            found += 1


def draw_absent(many: int) -> tuple[str, ...]:
    """Return sentences that nobody said."""
    random = Random(f"{SEED}:absent")  # noqa: S311  (examples, not secrets)
    nouns = sorted({noun for row in lexicon.NOUN_CLASSES for noun in row.split()})
    return tuple(random.choice(lexicon.FABRICATED).format(theme=random.choice(nouns)) for _ in range(many))


def is_right(drawn: Drawn, candidate: Candidate) -> bool:
    """Whether a place is where a quotation was drawn from, or one where the very same words are said."""
    words = _found_words(candidate)
    start, end = drawn.words.start * SECONDS_A_WORD, drawn.words.end * SECONDS_A_WORD
    entry = candidate.entries[candidate.alignment.parts[0].recording]
    is_there = int(entry.recording.sha256, 16) == drawn.hour
    is_same = fold(drawn.said) in fold("".join(word.text for word in words))
    return is_same or (is_there and words[0].start < end and words[-1].end > start)


def is_as_near(drawn: Drawn, candidate: Candidate) -> bool:
    """Whether no more words must be changed to make print of what is said there than of what it was drawn from.

    By Levenshtein's distance, which is no measure of ours: nobody who has only the quotation could tell the two apart.
    """
    printed, said = normalize(drawn.text).split(), normalize(drawn.said).split()
    found = normalize("".join(word.text for word in _found_words(candidate))).split()
    return Levenshtein.distance(printed, found) <= Levenshtein.distance(printed, said)


def _found_words(candidate: Candidate) -> tuple[Word, ...]:
    part = candidate.alignment.parts[0]
    tokens = candidate.speech.tokens
    return candidate.transcripts[part.recording].words[
        tokens[part.spoken.start].start : tokens[part.spoken.end - 1].end
    ]


def _measure(drawn: Sequence[Drawn], index: TranscriptIndex) -> None:
    seconds, right, by_ear, as_near = [], 0, 0, 0
    for one in drawn:
        found = _timed(seconds, lambda text=one.text: find_candidates(quoted_words(text, None)[1], index).found)
        if found and is_right(one, found[0]):
            right += 1
            by_ear += found[0].is_by_chance
        elif found and is_as_near(one, found[0]):
            as_near += 1
        else:
            where = "".join(word.text for word in _found_words(found[0])) if found else " nowhere"
            _tell(f"wrong: {one.category}: {one.text!r} of hour {one.hour}, {one.said!r}: {where}")
    first = f"the right place first {right} of {len(drawn)}, of these by ear {by_ear}"
    _tell(f"altered: {first}; another that is as near {as_near}; {_times(seconds)}")


def _measure_absent(texts: Sequence[str], index: TranscriptIndex) -> None:
    seconds, offered, sure = [], 0, 0
    for text in texts:
        found = _timed(seconds, lambda text=text: find_candidates(quoted_words(text, None)[1], index).found)
        offered += bool(found)
        sure += bool(found) and not found[0].is_by_chance
    _tell(f"never said: offered {offered} of {len(texts)}, more than by ear {sure}; {_times(seconds)}")


def _cold(file: Path, texts: Sequence[str]) -> str:
    """Return how long searches take whose file is not in memory, each opened anew."""
    seconds: list[tuple[float, float]] = []
    for text in texts:
        with file.open("rb") as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        with TranscriptIndex(file) as index:
            _timed(seconds, lambda text=text, index=index: find_candidates(quoted_words(text, None)[1], index))
    return _times(seconds)


def _timed(seconds: list[tuple[float, float]], act: Callable[[], _Result]) -> _Result:
    began, cpu = time.perf_counter(), time.process_time()
    found = act()
    seconds.append((time.perf_counter() - began, time.process_time() - cpu))
    return found


def _times(seconds: Sequence[tuple[float, float]]) -> str:
    """Return the median, 95 % and the most, by the clock and of the processor, in milliseconds."""
    told = (
        f"{median(one) * 1000:.0f}, {quantiles(one, n=20)[-1] * 1000:.0f}, {max(one) * 1000:.0f} ms"
        for one in zip(*seconds, strict=True)
    )
    return " of the clock; ".join(told) + " of the processor (median, 95 %, most)"


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
