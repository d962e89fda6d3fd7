"""Hours of speech that nobody said, as many as are wanted: sentences of real transcripts, shuffled.

In each sentence half of the words that are not function words are others, drawn from Whisper's own vocabulary by
Zipf's law (a word's rank there is about that of its frequency), so that all sentences are near each other and hardly
two are the same. The same seed and number give the same hour.
"""

import base64
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

import whisper

from align.languages import EN
from align.records import Recording, Segment, Span, Transcript, Word
from tests.accuracy.references import Boundary, SpokenWord, read_references
from tests.accuracy.runs import bare

WORDS = 9_000
"""Words of an hour: 2.5 a second."""

SECONDS_A_WORD = 0.4

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_SUBSTITUTED = 0.5
_SKIPPED = 500
"""First words of the vocabulary, which are function words and pieces of words."""
_FLATTENED = 200
"""Added to each rank, as Mandelbrot did: the first words are not as common as all that."""


@cache
def sentences(*folders: Path) -> tuple[tuple[SpokenWord, ...], ...]:
    """Return the sentences of the transcripts below these folders, and of those in the fixtures."""
    references = [*read_references(_FIXTURES / "lbc"), *(one for folder in folders for one in read_references(folder))]
    return tuple(tuple(sentence) for reference in references for sentence in _divided(reference.words))


def _divided(words: Sequence[SpokenWord]) -> Iterator[list[SpokenWord]]:
    sentence: list[SpokenWord] = []
    for word in words:
        sentence.append(word)
        if word.ends >= Boundary.SENTENCE:
            yield sentence
            sentence = []


@cache
def vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the English words of Whisper's vocabulary in their order, with their cumulative weights."""
    table = Path(whisper.__file__).parent / "assets" / "gpt2.tiktoken"
    pieces = [base64.b64decode(line.split()[0]) for line in table.read_bytes().splitlines()]
    words = tuple(piece[1:].decode() for piece in pieces if piece[:1] == b" " and piece[1:].isalpha())
    words = tuple(word for word in words[_SKIPPED:] if word.islower() and len(word) > 3)
    weights, total = [], 0.0
    for rank in range(len(words)):
        total += 1 / (rank + _FLATTENED)
        weights.append(total)
    return words, tuple(weights)


def spoken_words(seed: int, number: int, known: Sequence[Sequence[SpokenWord]]) -> list[SpokenWord]:
    """Return what is said in an hour."""
    random = Random(f"{seed}:{number}")  # noqa: S311  (drawing examples, not secrets)
    names, weights = vocabulary()
    said: list[SpokenWord] = []
    while len(said) < WORDS:
        sentence = random.choice(known)
        others = iter(random.choices(names, cum_weights=weights, k=len(sentence)))
        said += (_substituted(word, next(others), random) for word in sentence)
    return said[:WORDS]


def _substituted(word: SpokenWord, other: str, random: Random) -> SpokenWord:
    core = word.text.strip(".,;:?!—“”\"'()")
    if not core.isalpha() or bare(core) in EN.words.function_words or random.random() > _SUBSTITUTED:
        return word
    return SpokenWord(word.text.replace(core, other.capitalize() if core[0].isupper() else other), word.ends)


def hour(seed: int, number: int, known: Sequence[Sequence[SpokenWord]]) -> Transcript:
    """Return the transcript of an hour."""
    words = tuple(
        Word(f" {word.text}", round(at * SECONDS_A_WORD, 2), round((at + 0.9) * SECONDS_A_WORD, 2), 0.95)
        for at, word in enumerate(spoken_words(seed, number, known))
    )
    seconds = len(words) * SECONDS_A_WORD
    recording = Recording(f"hour-{number:05}.mp3", f"{number:064x}", seconds)
    return Transcript(recording, "en", words, (Segment(0.0, seconds, Span(0, len(words))),))
