"""Who asks the questions? The voice most of whose turns, of all turns that end in a question mark, are its own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from align.compare.voices.rooms import Room, is_question
from align.records import Transcript
from align.word_voices import word_voices

_SHARE = 0.6
_LEAST = 3
"""Share of the turns that end in a question, and how many of them, that make a presenter. In transcribed podcasts with
one host this was right in 221 of 221, with several hosts or guests in 253 of 255 (`docs/voices.md`)."""


def find_presenter(room: Room, transcripts: Sequence[Transcript]) -> int | None:
    """Return which voice of the room asks the questions; None if that is not clear."""
    words = sorted(_spoken(room, transcripts), key=itemgetter(0))
    turns = [list(said) for _, said in groupby(words, itemgetter(1))]
    asked = Counter(turn[-1][1] for turn in turns if is_question(turn[-1][2]))
    for voice, count in asked.most_common(1):
        if count >= max(_LEAST, _SHARE * asked.total()) and len(room.labels) > 1:
            return voice
    return None


def _spoken(room: Room, transcripts: Sequence[Transcript]) -> Iterator[tuple[float, int, str]]:
    """Yield when each word is said, by which voice of the room, and the word."""
    for recording, told in zip(room.recordings, room.diarizations, strict=True):
        words, first = transcripts[recording].words, room.first_voice(recording)
        for word, voice in zip(words, word_voices(words, told), strict=True):
            if voice is not None:
                yield word.start, first + voice, word.text
