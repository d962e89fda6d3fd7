"""How is a cut of a recording written as a file of its own? As an mp3, by pydub, which nothing else here knows."""

import warnings

from align.records import Interval
from align.speech.audio import FULL_SCALE, Audio
from align.speech.ffmpeg import SAMPLE_RATE, ffmpeg

_CLIP_BITRATE = "32k"
"""Enough for one voice at 16 kHz: 4 kB a second."""


def clip_mp3(audio: Audio, interval: Interval) -> bytes:
    """Return the sound of `interval` as a small mono mp3."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pydub looks for ffmpeg on PATH when imported; we tell it where ours is
        from pydub import AudioSegment
    AudioSegment.converter = ffmpeg()
    samples = audio.samples(interval.start, interval.end)
    pcm = (samples * FULL_SCALE).astype("<i2").tobytes()
    sound = AudioSegment(data=pcm, sample_width=2, frame_rate=SAMPLE_RATE, channels=1)
    with sound.export(format="mp3", bitrate=_CLIP_BITRATE) as mp3:
        return bytes(mp3.read())
