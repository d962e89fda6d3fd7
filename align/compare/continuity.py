"""Which recordings belong together? One may go on in the next; and tracks of one file hold the same moments."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.records import Transcript

_PAUSE = 5.0
"""Seconds without a word around the end of one file and the start of the next in which somebody may be speaking on."""


@dataclass(frozen=True, slots=True)
class Continuity:
    """Which recordings, by number, go on in the next one, and which file each is of; without files each has its own."""

    joined: frozenset[int] = frozenset()
    files: tuple[int, ...] = ()

    def around(self, recording: int) -> tuple[bool, bool]:
        """Return whether another recording goes before this one without a gap, and whether it goes on in another."""
        return recording - 1 in self.joined, recording in self.joined

    def is_one_file(self, one: int, other: int) -> bool:
        """Whether two different recordings are tracks of one file."""
        return one != other and bool(self.files) and self.files[one] == self.files[other]


def find_continuity(transcripts: Sequence[Transcript]) -> Continuity:
    """Return how the recordings, in the order in which they were given, belong together."""
    files = [heard.recording.file for heard in transcripts]
    joined = (number for number, pair in enumerate(pairwise(transcripts)) if _goes_on(*pair))
    return Continuity(frozenset(joined), tuple(map(files.index, files)))


def _goes_on(one: Transcript, other: Transcript) -> bool:
    if one.recording.file == other.recording.file or one.recording.track != other.recording.track:
        return False
    if not one.words or not other.words:
        return False
    return one.recording.duration - one.words[-1].end + other.words[0].start <= _PAUSE
