"""Speech that the detector misses: what is as loud as speech is put to the model, and nothing else is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from align.records import Interval
from align.speech.audio import Clip
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.loudness import loudness
from align.speech.missed import find_missed
from align.speech.protocols import DecodedWindow
from align.speech.whisper.openai_whisper import OpenAIWhisper
from align.speech.whisper.weights import find_weights
from tests.accuracy.conditions import CONDITIONS
from tests.needs import needs_model
from tests.test_quiet_speech import NO_VOICES, at_level, cut, recorded

SECONDS = 4
HEARD = [Interval(0.0, 6.0), Interval(6.0 + SECONDS, 12.0 + SECONDS)]


@dataclass
class Ear:
    """A model that tells speech from other sounds as it is told to, and remembers how much it was asked about."""

    no_speech: float = 0.1
    batch_size: int = 2
    asked: list[float] = field(default_factory=list)

    def decode(self, clips: Sequence[Clip], _: str) -> tuple[DecodedWindow, ...]:
        """Return no words of each clip."""
        assert len(clips) <= self.batch_size
        self.asked += [len(clip.read()) / SAMPLE_RATE for clip in clips]
        return tuple(DecodedWindow((), 0.0, self.no_speech) for _ in clips)


def noise(seconds: float, decibels: float) -> np.ndarray:
    return at_level(np.random.default_rng(1).standard_normal(round(seconds * SAMPLE_RATE)), decibels)


def between_speech(sound: np.ndarray) -> np.ndarray:
    loud = at_level(cut("smallman", 0.0, 6.0), -20)
    return np.concatenate([loud, sound, loud])


@pytest.mark.parametrize(("decibels", "is_asked"), [(-20, True), (-30, True), (-40, False), (-90, False)])
def test_only_what_is_about_as_loud_as_speech_is_put_to_the_model(
    tmp_path: Path, decibels: int, is_asked: bool
) -> None:
    ear = Ear()
    with recorded(tmp_path, between_speech(noise(SECONDS, decibels))) as audio:
        found = find_missed(ear, audio, "en", HEARD, 1.0)
    assert bool(found) is bool(ear.asked) is is_asked
    if is_asked:
        assert sum(part.duration for part in found) == pytest.approx(SECONDS, abs=0.5)


@pytest.mark.parametrize(("no_speech", "is_found"), [(0.59, True), (0.61, False)])
def test_the_model_tells_whether_it_is_speech(tmp_path: Path, no_speech: float, is_found: bool) -> None:
    with recorded(tmp_path, between_speech(noise(SECONDS, -20))) as audio:
        assert bool(find_missed(Ear(no_speech), audio, "en", HEARD, 1.0)) is is_found


def test_what_is_short_or_heard_is_not_asked_about(tmp_path: Path) -> None:
    ear = Ear()
    clicks = np.zeros(SECONDS * SAMPLE_RATE)
    for at in (0.5, 1.5, 2.5):
        start = round(at * SAMPLE_RATE)
        clicks[start : start + 800] = noise(0.05, -6)
    with recorded(tmp_path, between_speech(clicks)) as audio:
        assert not find_missed(ear, audio, "en", HEARD, 1.0)
    with recorded(tmp_path, between_speech(noise(SECONDS, -20))) as audio:
        assert not find_missed(ear, audio, "en", [*HEARD, Interval(6.5, 9.5)], 1.0)
        assert not find_missed(ear, audio, "en", [], 1.0)  # nothing tells how loud speech is
    assert not ear.asked


def test_a_long_one_is_asked_about_in_pieces_and_no_more_at_once_than_the_model_takes(tmp_path: Path) -> None:
    ear = Ear()
    heard = [Interval(0.0, 6.0), Interval(76.0, 82.0)]
    with recorded(tmp_path, between_speech(noise(70, -20))) as audio:
        found = find_missed(ear, audio, "en", heard, 1.0)
    assert len(ear.asked) == 4
    assert max(ear.asked) <= 20
    assert sum(part.duration for part in found) == pytest.approx(70, abs=0.5)


def test_in_a_channel_of_its_own_nothing_is_looked_for(tmp_path: Path) -> None:
    ear, sound = Ear(), between_speech(noise(SECONDS, -20))
    other = np.concatenate([at_level(cut("javid", 0.0, 10.0), -20), np.zeros(len(sound))])[: len(sound)]
    with recorded(tmp_path, sound, np.roll(other, 3 * SAMPLE_RATE)) as audio:
        assert audio.track
        assert not find_missed(ear, audio, "en", HEARD, 1.0)


def test_loudness_is_of_all_stretches_together_however_long(tmp_path: Path) -> None:
    with recorded(tmp_path, np.concatenate([noise(3, -20), noise(1, -60)])) as audio:
        assert loudness(audio, [Interval(0, 2), Interval(2, 3)]) == pytest.approx(-20, abs=0.1)
        assert loudness(audio, [Interval(0, 4)]) == pytest.approx(-21.25, abs=0.1)
        assert loudness(audio, []) == -np.inf


@pytest.fixture(scope="module")
def base() -> OpenAIWhisper:
    return OpenAIWhisper(find_weights("base"))


def seconds_found(sound: np.ndarray, base: OpenAIWhisper, folder: Path) -> float:
    """Return how much of a sound as loud as the speech before and after it is held for speech."""
    with recorded(folder, between_speech(at_level(sound, -20))) as audio:
        rest = Interval(6.0 + len(sound) / SAMPLE_RATE, audio.recording.duration)
        return sum(part.duration for part in find_missed(base, audio, "en", [HEARD[0], rest], 1.0))


@pytest.mark.model
@needs_model("base")
@pytest.mark.parametrize(("name", "start"), [("naseem", 20.0), ("smallman", 10.0), ("javid", 5.0)])
def test_a_clause_from_afar_is_speech(name: str, start: float, base: OpenAIWhisper, tmp_path: Path) -> None:
    assert seconds_found(CONDITIONS["far"](cut(name, start, start + SECONDS)), base, tmp_path) > 2


@pytest.mark.model
@needs_model("base")
@pytest.mark.parametrize("name", NO_VOICES)
def test_no_other_sound_is(name: str, base: OpenAIWhisper, tmp_path: Path) -> None:
    assert seconds_found(NO_VOICES[name](), base, tmp_path) == 0
