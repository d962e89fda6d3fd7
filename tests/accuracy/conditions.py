"""The same words, harder to hear: by telephone, in noise, from afar, talked over. Deterministic."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, fftconvolve, resample_poly, sosfiltfilt  # type: ignore[import-untyped]

from align.speech.audio import open_audio

Sound = NDArray[np.float32]
"""Mono at 16 kHz, -1 to 1."""

_RATE, _TELEPHONE_RATE = 16000, 8000
"""Hz."""
_TELEPHONE_BAND = (300, 3400)
"""Hz."""
_MU = 255
"""Of the mu-law that telephone networks quantise by (ITU-T G.711): 8 bits a sample."""
_NOISY, _ROOM_NOISE = 10, 20
"""dB of speech over noise, both measured over the whole recording."""
_VOICES = 6
"""Of the babble: the recording itself, backwards, from as many places."""
_RT60 = 0.55
"""Seconds in which the sound of a meeting room falls by 60 dB."""
_VOLUME, _DISTANCE = 80, 2
"""Cubic metres of that room, and metres from the mouth to the microphone."""
_CRITICAL_DISTANCE = 0.057 * (_VOLUME / _RT60) ** 0.5
"""Metres at which the direct sound is as loud as the reverberation (Kuttruff, Room Acoustics): 0.7."""
_DIRECT_ALONE = 0.003
"""Seconds before the first reflection: a detour of a metre."""
_OTHER_VOICE = Path(__file__).parents[2] / "fixtures" / "lbc" / "smallman.mp3"
"""Of others who talk sense in the same language."""
_TURN, _FADE = 2.0, 0.02
"""Seconds that the other voice talks before it stops as long, and that it takes to come and to go."""
_UNDER = (10.0, 7.5, 5.0)
"""dB by which the other voice is the quieter one, one turn after another."""


def clean(sound: Sound) -> Sound:
    """Return the sound as it was recorded."""
    return sound


def phone(sound: Sound) -> Sound:
    """Return the sound after a telephone: 300-3400 Hz, 8 kHz, mu-law steps."""
    narrow = resample_poly(sound, 1, _RATE // _TELEPHONE_RATE)
    banded = sosfiltfilt(butter(4, _TELEPHONE_BAND, "bandpass", fs=_TELEPHONE_RATE, output="sos"), narrow)
    loud = banded / max(1e-6, np.abs(banded).max())
    steps = np.round(np.sign(loud) * np.log1p(_MU * np.abs(loud)) / np.log1p(_MU) * (_MU // 2)) / (_MU // 2)
    heard = np.sign(steps) * np.expm1(np.abs(steps) * np.log1p(_MU)) / _MU
    wide = resample_poly(heard, _RATE // _TELEPHONE_RATE, 1)[: len(sound)]
    return np.asarray(wide, dtype=np.float32)


def noise10(sound: Sound) -> Sound:
    """Return the sound in pink noise at 10 dB."""
    return _mix(sound, _pink_noise(len(sound)), _NOISY)


def babble10(sound: Sound) -> Sound:
    """Return the sound in front of a crowd at 10 dB."""
    backwards = sound[::-1]
    places = (len(sound) * voice // _VOICES for voice in range(1, _VOICES + 1))
    return _mix(sound, np.sum([np.roll(backwards, place) for place in places], axis=0, dtype=np.float32), _NOISY)


def far(sound: Sound) -> Sound:
    """Return the sound at a microphone two metres away in a meeting room, in noise at 20 dB."""
    echoing = fftconvolve(sound, room_response(len(sound)))[: len(sound)]
    return _as_loud_as(sound, _mix(echoing, _pink_noise(len(sound)), _ROOM_NOISE))


def room_response(seed: int) -> NDArray[np.float64]:
    """Return what the room makes of a click: Polack's model, noise that decays exponentially behind the direct sound.

    At this distance it has 9 dB more energy than the direct sound.
    """
    times = np.arange(round(_RT60 * _RATE)) / _RATE
    noise = np.random.default_rng(seed).standard_normal(len(times))
    room = noise * 10 ** (-3 * times / _RT60) * (times >= _DIRECT_ALONE)
    room *= _DISTANCE / _CRITICAL_DISTANCE / np.sqrt(np.sum(room**2))
    room[0] = 1.0
    return room


def overlap(sound: Sound) -> Sound:
    """Return the sound with others who talk into it half of the time, 5 to 10 dB below it."""
    other, times = np.resize(_other_voice(), len(sound)), np.arange(len(sound)) / _RATE
    turn, within = np.divmod(times, 2 * _TURN)
    gate = np.clip(np.minimum(within, _TURN - within) / _FADE, 0, 1)
    under = 10 ** (-np.array(_UNDER)[turn.astype(int) % len(_UNDER)] / 20)
    louder = np.sqrt(np.mean(sound**2) / np.mean(other**2))
    return _as_loud_as(sound, sound + other * gate * under * louder)


@cache
def _other_voice() -> Sound:
    with open_audio(str(_OTHER_VOICE)) as audio:
        return audio.samples(0, audio.recording.duration)


def _pink_noise(size: int) -> Sound:
    spectrum = np.fft.rfft(np.random.default_rng(size).standard_normal(size))
    spectrum /= np.sqrt(np.maximum(1, np.arange(len(spectrum))))
    return np.asarray(np.fft.irfft(spectrum, size), dtype=np.float32)


def _mix(speech: Sound, noise: Sound, snr: float) -> Sound:
    """Return both at the given ratio in dB, as loud at their loudest as the speech alone."""
    powers = np.mean(speech**2), np.mean(noise**2)
    return _as_loud_as(speech, speech + noise * np.sqrt(powers[0] / powers[1] / 10 ** (snr / 10)))


def _as_loud_as(speech: Sound, mixed: Sound) -> Sound:
    return np.asarray(mixed * (np.abs(speech).max() / np.abs(mixed).max()), dtype=np.float32)


CONDITIONS: Mapping[str, Callable[[Sound], Sound]] = {
    "clean": clean,
    "phone": phone,
    "noise10": noise10,
    "babble10": babble10,
    "far": far,
    "overlap": overlap,
}
