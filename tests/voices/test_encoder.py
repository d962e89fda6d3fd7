"""The network that tells voices apart: what it sees, what it answers, and what is remembered of that."""

import hashlib

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from align.cache import Cache
from align.records import Interval
from align.speech.audio import open_audio
from align.speech.voices import ge2e, windows
from align.speech.voices.encoder import WINDOW, load_encoder
from align.speech.voices.mel import MelSpectrum, mel_bank
from align.speech.voices.windows import embed_speech
from tests import lbc_case
from tests.voices.weights import SHIPPED

CHIRP = (0.1 * np.sin(np.arange(25600) ** 1.5 / 300)).astype(np.float32)
"""1.6 s whose pitch rises."""

LIBROSA = {
    (0, 0): 0.40325263142585754,
    (3, 0): 0.0005477537051774561,
    (10, 17): 0.0008209273801185191,
    (20, 80): 4.853506041513356e-08,
    (30, 160): 9.509357187198475e-05,
}
"""Band and frame of `librosa.feature.melspectrogram(y=CHIRP, sr=16000, n_fft=400, hop_length=160, n_mels=40)`, librosa
0.11."""


def test_the_spectrum_is_librosa_s():
    spectrum = MelSpectrum()(torch.from_numpy(CHIRP)[None])[0].numpy()

    assert spectrum.shape == (161, 40)
    assert {place: float(spectrum[place[::-1]]) for place in LIBROSA} == pytest.approx(LIBROSA, rel=1e-4, abs=1e-9)
    assert mel_bank().sum() == pytest.approx(0.9994972, rel=1e-6)


def test_the_weights_are_those_that_were_looked_at_and_need_no_pickle():
    assert hashlib.sha256(SHIPPED.read_bytes()).hexdigest() == (
        "d26692a97692b29b610c4c359514ce58a6f26401b7b28f67b5d10b9aa9078cfc"
    )
    with np.load(SHIPPED, allow_pickle=False) as arrays:
        assert sum(arrays[name].size for name in arrays.files) == 1_423_616
    assert {SHIPPED.with_suffix(ending).is_file() for ending in (".LICENSE", ".NOTICE")} == {True}


@pytest.fixture
def exact(monkeypatch):
    """The encoder in 32 bits, whatever the processor is quick at."""
    monkeypatch.setattr(ge2e, "computes_bfloat16", lambda: False)
    return load_encoder()


def test_a_window_is_a_direction_and_the_same_beside_others(exact):
    noise = np.random.default_rng(1).normal(0, 0.05, CHIRP.shape).astype(np.float32)
    both = np.concatenate([noise, CHIRP])

    alone, beside = exact.embed([(CHIRP, [0]), (both, [0, 12800, 25600])])

    assert alone.shape == (1, 256)
    assert np.linalg.norm(beside, axis=1) == pytest.approx(1, abs=1e-5)
    assert float(alone[0] @ next(exact.embed([(both, [25600])]))[0]) == pytest.approx(1, abs=1e-5)
    assert float(alone[0] @ beside[2]) > 0.98  # its first 10 ms hear the noise before it
    assert alone[0, 6:8] == pytest.approx([0.01597, 0.01285], abs=2e-4)


def test_in_half_the_bits_speech_has_the_same_direction(exact, audio, monkeypatch):
    monkeypatch.setattr(ge2e, "computes_bfloat16", lambda: True)
    sound, starts = audio.samples(1.0, 22.0), [0, 112000, 224000, 304000]

    one, other = next(exact.embed([(sound, starts)])), next(load_encoder().embed([(sound, starts)]))

    assert (one * other).sum(axis=1).min() > 0.997
    assert np.abs(one @ one.T - other @ other.T).max() < 0.02


class Counting:
    """An encoder that answers the loudness of a window, and counts."""

    def __init__(self):
        self.windows = 0

    def embed(self, pieces):
        """Yield a direction for each window of each piece that depends on how loud it is."""
        for sound, starts in pieces:
            yield self.directions(sound, starts)

    def directions(self, sound, starts):
        """Return them for one piece."""
        self.windows += len(starts)
        assert min(starts) >= 0
        assert max(starts) + WINDOW * 16000 <= len(sound)
        assert all(start % 160 == 0 for start in starts)
        loudness = np.array([np.sqrt(np.mean(sound[start : start + 25600] ** 2)) for start in starts])
        return np.stack([np.cos(loudness), np.sin(loudness)], axis=1).astype(np.float32)


@pytest.fixture
def audio():
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        yield audio


def test_only_windows_with_speech_are_heard_and_each_once(audio):
    encoder, memory = Counting(), Cache()
    speech = [Interval(2.0, 5.0), Interval(20.0, 20.3)]

    first = embed_speech(audio, speech, lambda: encoder, memory, audio.recording.duration)
    count = encoder.windows
    again = embed_speech(audio, speech, lambda: pytest.fail("it is remembered"), memory, audio.recording.duration)

    assert first.starts.tolist() == again.starts.tolist()
    assert np.array_equal(first.vectors, again.vectors)
    assert count == len(first.starts) == len(set(first.starts.tolist()))
    assert all(any(start < part.end and start + WINDOW > part.start for part in speech) for start in first.starts)


@given(st.lists(st.tuples(st.floats(0.3, 3), st.floats(0.02, 9)), min_size=1, max_size=8), st.floats(0, 5))
def test_every_moment_of_speech_is_in_a_window_that_holds_no_more_than_it_must(drawn, rest):
    """Windows of a stretch lie in it if it is long enough, and are near each other; of a short one there is one."""
    speech, at = [], 0.0
    for pause, length in drawn:
        speech.append(Interval(at + pause, at + pause + length))
        at += pause + length
    duration = at + rest

    starts = embed_speech(Silent(duration), speech, Counting, Cache(), duration).starts

    for part in speech:
        own = [one for one in starts if one < part.end and one + WINDOW > part.start]
        assert own
        if part.duration >= WINDOW:
            inside = [one for one in starts if part.start - 0.011 <= one and one + WINDOW <= part.end + 0.011]
            assert inside[0] == pytest.approx(part.start, abs=0.011)
            assert inside[-1] + WINDOW == pytest.approx(part.end, abs=0.011)
            assert max(np.diff(inside), default=0) <= windows._HOP + 0.011
    assert len(starts) <= sum(max(0, part.duration - WINDOW) / windows._HOP + 2 for part in speech)


class Silent:
    """A recording in which nothing is to be heard."""

    key = "silent"

    def __init__(self, duration):
        self.recording = type("Recording", (), {"duration": duration})

    def samples(self, start, end):
        """Return silence, less where the recording ends."""
        return np.zeros(max(0, round((min(end, self.recording.duration) - start) * 16000)), np.float32)


def test_what_is_cut_into_minutes_is_the_same(audio, monkeypatch):
    speech = [Interval(0.0, 50.0)]
    whole = embed_speech(audio, speech, Counting, Cache(), audio.recording.duration)
    told = []

    monkeypatch.setattr(windows, "_MINUTE", 7.0)
    pieces = embed_speech(audio, speech, Counting, Cache(), audio.recording.duration, told.append)

    assert np.abs(whole.vectors - pieces.vectors).max() < 1e-3
    assert told == sorted(told)
    assert len(told) == 7
    assert told[-1] == pytest.approx(50.0, abs=0.01)


@pytest.mark.parametrize("end", [0.2, 1.0, 1.6])
def test_a_very_short_recording_has_one_window(audio, end):
    class Short:
        key = "short"
        recording = type("Recording", (), {"duration": end})

        def samples(self, start, stop):
            return audio.samples(15.0 + start, 15.0 + min(stop, end))

    assert len(embed_speech(Short(), [Interval(0.0, end)], Counting, Cache(), Short().recording.duration).starts) == 1


def test_without_speech_nothing_is_heard(audio):
    told = embed_speech(audio, [], lambda: pytest.fail("nothing to hear"), Cache(), audio.recording.duration)

    assert len(told.starts) == 0
    assert told.mean([Interval(0.0, 1.0)]) is None
