"""How well was a tape heard? Word errors, and speech that was skipped altogether."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from whisper.normalizers import EnglishTextNormalizer

from tests.speed.tape import Tape

_SKIPPED = 4
"""Words left out in a row, from which speech was skipped rather than misheard."""


@dataclass(frozen=True, slots=True)
class Errors:
    """The word error rate (0 to 1, after Whisper's normaliser), and the seconds of speech that got no words."""

    rate: float
    skipped: float


def errors_of(text: str, tape: Tape) -> Errors:
    """Return how a transcript differs from what was said; a skipped word lasts as long as the mean word of the tape."""
    normalize = EnglishTextNormalizer()
    said, heard = normalize(tape.said).split(), normalize(text).split()
    steps = [step for step in Levenshtein.opcodes(said, heard) if step.tag != "equal"]
    wrong = sum(max(step.src_end - step.src_start, step.dest_end - step.dest_start) for step in steps)
    lost = [step.src_end - step.src_start for step in steps if step.tag == "delete"]
    skipped = sum(length for length in lost if length >= _SKIPPED)
    return Errors(wrong / len(said), skipped * tape.seconds / len(said))
