"""Who speaks when, as a transcript says that tells its speakers apart."""

from collections.abc import Iterable
from dataclasses import replace

from align.diarization import Diarization
from align.records import Transcript, Turn

_PAUSE = 1.0
"""Seconds over which a voice's turn goes on."""


def labelled_voices(transcript: Transcript) -> Diarization:
    """Return the voices that the labels of a transcript's words name; words without a label are nobody's."""
    labels = tuple(dict.fromkeys(word.speaker for word in transcript.words if word.speaker))
    said = (Turn(word.start, word.end, labels.index(word.speaker)) for word in transcript.words if word.speaker)
    return Diarization(labels, joined(said))


def joined(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Return the turns, in order of time, with those joined between which the same voice only pauses."""
    result: list[Turn] = []
    for turn in turns:
        if result and result[-1].voice == turn.voice and turn.start - result[-1].end < _PAUSE:
            last = result.pop()
            turn = replace(turn, start=last.start, end=max(last.end, turn.end))
        result.append(turn)
    return tuple(result)
