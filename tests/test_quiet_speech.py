"""Speech far below the loudest: it is heard, or named as unheard, and what is no voice stays none however loud."""

import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from align.records import Interval, Word
from align.speech.audio import Audio, Clip, Samples, open_audio, open_voices
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.protocols import DecodedWindow
from align.speech.transcription import _Speech, transcribe_place, transcribe_recording
from align.speech.vad.detection import CHUNK_SECONDS, SpeechProbabilities, detect_speech
from align.speech.vad.quiet import add_quiet_speech, raise_level

FIXTURES = Path(__file__).parents[1] / "fixtures" / "lbc"
LEAST = 1.0
TIMES = np.arange(12 * SAMPLE_RATE) / SAMPLE_RATE
PAUSE = 2 * SAMPLE_RATE


def cut(name: str, start: float, end: float) -> Samples:
    with open_audio(str(FIXTURES / f"{name}.mp3")) as audio:
        return audio.samples(start, end)


def at_level(sound: np.ndarray, decibels: float) -> np.ndarray:
    """Return the sound as loud as this, in dB of full scale."""
    return sound / max(1e-9, np.sqrt(np.mean(sound**2))) * 10 ** (decibels / 20)


@contextmanager
def recorded(folder: Path, *channels: np.ndarray) -> Iterator[Audio]:
    """Open a recording of this sound; of the first of several channels."""
    path = folder / "sound.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((len(channels), 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes((np.stack(channels, 1).clip(-1, 1) * 32767).round().astype("<i2").tobytes())
    voices = open_voices(str(path))
    with voices[0] as audio:
        yield audio


def quiet_seconds(audio: Audio) -> float:
    """Return how many seconds of speech the second look adds to the first."""
    aloud = detect_speech(audio)
    both = add_quiet_speech(aloud, audio, Interval(0.0, audio.recording.duration), LEAST)
    return sum(part.duration for part in both.speech()) - sum(part.duration for part in aloud.speech())


def after_someone_loud(quiet: np.ndarray) -> np.ndarray:
    loud = at_level(cut("smallman", 0.0, 6.0), -18)
    silence = np.zeros(PAUSE)
    return np.concatenate([loud, silence, quiet, silence, loud])


@pytest.mark.parametrize("decibels", [-63, -68, -73, -78])
@pytest.mark.parametrize("name", ["javid", "naseem"])
def test_a_quiet_voice_is_speech(name: str, decibels: float, tmp_path: Path) -> None:
    """The loud one has -18 dB, so it is 45 to 60 dB below."""
    quiet = at_level(cut(name, 2.0, 7.0), decibels)
    with recorded(tmp_path, after_someone_loud(quiet)) as audio:
        assert sum(part.duration for part in detect_speech(audio).speech(Interval(7.0, 14.0))) < 3.5
        speech = add_quiet_speech(detect_speech(audio), audio, Interval(0.0, audio.recording.duration), LEAST).speech()
    assert sum(max(0.0, min(part.end, 13.5) - max(part.start, 7.5)) for part in speech) > 3.5


def test_a_quiet_voice_is_found_beside_mains_hum_and_a_slammed_door(tmp_path: Path) -> None:
    sound = after_someone_loud(at_level(cut("javid", 2.0, 7.0), -65))
    sound += at_level(np.sin(2 * np.pi * 50 * np.arange(len(sound)) / SAMPLE_RATE), -33)
    door = 13 * SAMPLE_RATE + SAMPLE_RATE // 2
    sound[door : door + 1600] += at_level(np.random.default_rng(2).standard_normal(1600), -12)
    with recorded(tmp_path, sound) as audio:
        assert quiet_seconds(audio) > 3


def pink() -> np.ndarray:
    spectrum = np.fft.rfft(np.random.default_rng(5).standard_normal(len(TIMES)))
    return np.fft.irfft(spectrum / np.sqrt(np.maximum(1, np.arange(len(spectrum)))), len(TIMES))


def tune() -> np.ndarray:
    """Four notes a second with six harmonics, each fading."""
    random, sound = np.random.default_rng(7), np.zeros(len(TIMES))
    for start in range(0, len(TIMES) - SAMPLE_RATE, SAMPLE_RATE // 4):
        times = TIMES[:SAMPLE_RATE]
        pitch = random.choice([220.0, 262.0, 330.0, 392.0, 440.0])
        note = sum(np.sin(2 * np.pi * pitch * harmonic * times) / harmonic for harmonic in range(1, 7))
        sound[start : start + SAMPLE_RATE] += np.exp(-3 * times) * note
    return sound


def applause(claps: int) -> np.ndarray:
    random, sound, length = np.random.default_rng(11), np.zeros(len(TIMES)), 800
    for start in random.integers(0, len(TIMES) - length, claps * 12):
        clap = random.standard_normal(length) * np.exp(-np.arange(length) / 120)
        sound[start : start + length] += random.uniform(0.3, 1) * clap
    return sound


NO_VOICES: dict[str, Callable[[], np.ndarray]] = {
    "silence": lambda: np.zeros(len(TIMES)),
    "hiss": lambda: np.random.default_rng(3).standard_normal(len(TIMES)),
    "room": pink,
    "swelling room": lambda: pink() * (1 + 0.8 * np.sin(2 * np.pi * 4 * TIMES)),
    "hum": lambda: sum(np.sin(2 * np.pi * 50 * harmonic * TIMES) / harmonic for harmonic in (1, 2, 3, 5)),
    "chord": lambda: sum(np.sin(2 * np.pi * pitch * TIMES) for pitch in (220, 277, 330, 440)),
    "tune": tune,
    "applause": lambda: applause(60),
    "footsteps": lambda: applause(2),
    "ringing": lambda: (np.sin(2 * np.pi * 440 * TIMES) + np.sin(2 * np.pi * 480 * TIMES)) * (TIMES % 3 < 1),
}


@pytest.mark.parametrize("decibels", [-25, -50, -75])
@pytest.mark.parametrize("name", NO_VOICES)
def test_what_is_no_voice_is_no_speech(name: str, decibels: float, tmp_path: Path) -> None:
    with recorded(tmp_path, after_someone_loud(at_level(NO_VOICES[name](), decibels))) as audio:
        assert quiet_seconds(audio) == 0


@pytest.mark.parametrize("name", ["naseem", "naseem_phone", "smallman", "javid"])
def test_pauses_of_clean_recordings_stay_pauses(name: str) -> None:
    with open_audio(str(FIXTURES / f"{name}.mp3")) as audio:
        aloud = detect_speech(audio)
        both = add_quiet_speech(aloud, audio, Interval(0.0, audio.recording.duration), LEAST)
    assert both.speech() == aloud.speech()


def test_what_others_say_aloud_is_no_quiet_speech_of_a_track(tmp_path: Path) -> None:
    """It leaks from one microphone into the other. What nobody says aloud counts, as who speaks is far from both."""
    own, other = at_level(cut("smallman", 0.0, 6.0), -18), at_level(cut("javid", 2.0, 8.0), -18)
    nobody, far = np.zeros(len(own)), at_level(cut("naseem", 2.0, 8.0), -68)
    leaking = 10 ** (-50 / 20)
    first = np.concatenate([own, other[: len(own)] * leaking, own, nobody])
    second = np.concatenate([own * leaking, other[: len(own)], own * leaking, nobody])
    with recorded(tmp_path, first, second) as audio:
        assert audio.track
        assert quiet_seconds(audio) == 0
    first[-len(far) :] += far
    with recorded(tmp_path, first, second) as audio:
        assert audio.track
        assert quiet_seconds(audio) > 3


def test_raising_makes_all_levels_one() -> None:
    sound = cut("javid", 2.0, 8.0)
    np.testing.assert_allclose(raise_level(sound * np.float32(0.001)), raise_level(sound), atol=1e-3)
    assert not raise_level(np.zeros(1000, np.float32)).any()
    assert len(raise_level(sound[:1001])) == 1001


class Deaf:
    """An acoustic model that hears only what is as loud as speech, and keeps what was raised for it."""

    batch_size = 4

    def __init__(self) -> None:
        self.raised: list[Clip] = []

    def detect_language(self, clip: Clip) -> str:
        """Return English."""
        return "en"

    def decode(self, clips: list[Clip], language: str) -> list[DecodedWindow]:
        """Return a syllable for each 0.3 s that can be heard."""
        return [self._decoded(clip) for clip in clips]

    def _decoded(self, clip: Clip) -> DecodedWindow:
        sound = clip.read()
        self.raised += [clip] if clip.key.endswith("raised") else []
        count = int(len(sound) / SAMPLE_RATE / 0.3)
        is_audible = np.percentile(np.abs(sound), 90) > 0.03
        words = tuple(Word(" la", 0.3 * at, 0.3 * at + 0.3, 0.9) for at in range(count)) if is_audible else ()
        return DecodedWindow(words, -0.2, 0.0)

    def log_likelihoods(self, clip: Clip, wordings: list[str], language: str) -> tuple[float, ...]:
        """Score nothing."""
        return ()


class Stone(Deaf):
    """An acoustic model that does not hear what is raised either."""

    def _decoded(self, clip: Clip) -> DecodedWindow:
        decoded = super()._decoded(clip)
        return DecodedWindow((), -2.0, 0.9) if clip.key.endswith("raised") else decoded


def test_quiet_speech_is_heard_at_a_raised_level_or_named_as_unheard(tmp_path: Path) -> None:
    with recorded(tmp_path, after_someone_loud(at_level(cut("javid", 2.0, 7.0), -68))) as audio:
        heard, missed = transcribe_recording(Deaf(), audio), transcribe_recording(Stone(), audio)
    assert any(8 < word.start < 13 for word in heard.words)
    assert not any(gap.duration > 2 for gap in heard.unheard)
    assert not any(8 < word.start < 13 for word in missed.words)
    assert any(gap.start < 9 and gap.end > 12 for gap in missed.unheard)


def test_quiet_speech_is_heard_in_a_place_alone(tmp_path: Path) -> None:
    """As where a transcript was given, and a passage of it is heard."""
    with recorded(tmp_path, after_someone_loud(at_level(cut("javid", 2.0, 7.0), -68))) as audio:
        words = transcribe_place(Deaf(), audio, Interval(4.0, 14.0), "en")
    assert any(8 < word.start < 13 for word in words)
    assert all(3.5 < word.start < 14 for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)


def test_a_recording_in_which_all_are_quiet_is_heard(tmp_path: Path) -> None:
    voice = at_level(cut("javid", 2.0, 8.0), -80)
    with recorded(tmp_path, voice + at_level(pink()[: len(voice)], -85)) as audio:
        assert not detect_speech(audio).speech()
        assert transcribe_recording(Deaf(), audio).words


def test_where_nobody_is_quiet_nothing_is_decoded_at_a_raised_level(tmp_path: Path) -> None:
    deaf = Deaf()
    with recorded(tmp_path, after_someone_loud(at_level(pink(), -60))) as audio:
        transcript = transcribe_recording(deaf, audio)
    assert (deaf.raised, transcript.unheard) == ([], ())


def test_probabilities_aloud_stay_what_they_were(tmp_path: Path) -> None:
    with recorded(tmp_path, after_someone_loud(at_level(cut("javid", 2.0, 7.0), -68))) as audio:
        aloud = detect_speech(audio)
        before = aloud.per_chunk.copy()
        both = add_quiet_speech(aloud, audio, Interval(0.0, audio.recording.duration), LEAST)
    assert isinstance(both, SpeechProbabilities)
    np.testing.assert_array_equal(aloud.per_chunk, before)
    assert len(both.per_chunk) == len(before)


class Fluent(Deaf):
    """An acoustic model that does not say one thing again and again."""

    def _decoded(self, clip: Clip) -> DecodedWindow:
        decoded = super()._decoded(clip)
        words = (replace(word, text=f" {at * 7919 % 1000}") for at, word in enumerate(decoded.words, 1))
        return replace(decoded, words=tuple(words))


class Doubting(Fluent):
    """An acoustic model that believes little of what it says."""

    def _decoded(self, clip: Clip) -> DecodedWindow:
        decoded = super()._decoded(clip)
        return replace(decoded, words=tuple(replace(word, probability=0.3) for word in decoded.words))


class Hasty(Fluent):
    """An acoustic model whose words last no time, as those that Whisper makes up in silence."""

    def _decoded(self, clip: Clip) -> DecodedWindow:
        decoded = super()._decoded(clip)
        return replace(decoded, words=tuple(replace(word, end=word.start + 0.02) for word in decoded.words))


MISSED = Interval(3.2, 5.0)
"""What the detector is made not to hear, as it does not in an echo."""


@pytest.mark.parametrize(
    ("model", "decibels", "is_kept"),
    [(Fluent, 0, True), (Fluent, -10, True), (Fluent, -30, False), (Doubting, 0, False), (Hasty, 0, False)],
)
def test_words_that_the_detector_misses_are_kept_where_they_are_believed_and_as_loud_as_speech(
    model: type[Deaf], decibels: float, is_kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(audio: Audio) -> SpeechProbabilities:
        per_chunk = detect_speech(audio).per_chunk.copy()
        per_chunk[round(MISSED.start / CHUNK_SECONDS) : round(MISSED.end / CHUNK_SECONDS)] = 0
        return SpeechProbabilities(per_chunk)

    monkeypatch.setattr("align.speech.transcription._find_speech", lambda audio: _Speech(*[missing(audio)] * 2, False))
    sound = at_level(cut("smallman", 0.0, 8.0), -18)
    sound[round(MISSED.start * SAMPLE_RATE) : round(MISSED.end * SAMPLE_RATE)] *= 10 ** (decibels / 20)
    with recorded(tmp_path, sound) as audio:
        words = transcribe_recording(model(), audio).words
    inside = [word for word in words if MISSED.start <= word.start and word.end <= MISSED.end]
    assert len(inside) >= 4 if is_kept else not inside
    assert any(word.end < MISSED.start for word in words)
    assert any(word.start > MISSED.end for word in words)


def test_a_pause_holds_no_words_however_much_they_are_believed(tmp_path: Path) -> None:
    pause = Interval(6.1, 7.9)
    with recorded(tmp_path, after_someone_loud(np.zeros(0))) as audio:
        words = transcribe_recording(Fluent(), audio).words
    assert words
    assert not [word for word in words if pause.start < word.start and word.end < pause.end]
