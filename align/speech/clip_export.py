"""How is a cut of a recording written as a file of its own? As an mp3, by pydub, which nothing else here knows."""

import warnings
from functools import cache
from typing import Any

from align.records import Interval
from align.speech.audio import FULL_SCALE, Audio
from align.speech.ffmpeg import SAMPLE_RATE, ffmpeg

_CLIP_BITRATE = "32k"
"""Enough for one voice at 16 kHz: 4 kB a second."""


def clip_mp3(audio: Audio, interval: Interval) -> bytes:
    """Return the sound of `interval` as a small mono mp3."""
    samples = audio.samples(interval.start, interval.end)
    pcm = (samples * FULL_SCALE).astype("<i2").tobytes()
    segment = _segment_class()(data=pcm, sample_width=2, frame_rate=SAMPLE_RATE, channels=1)
    with segment.export(format="mp3", bitrate=_CLIP_BITRATE) as mp3:
        return bytes(mp3.read())


@cache
def _segment_class() -> Any:
    """Return a segment of pydub's that encodes with the ffmpeg that is here; pydub's own class stays as it is.

    pydub looks for ffmpeg on PATH while it is imported, and warns where there is none. That is once in a process, and
    the only time that warnings are off.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pydub import AudioSegment

    class Segment(AudioSegment):  # type: ignore[misc]  # pydub ships no types
        converter = ffmpeg()

    return Segment
