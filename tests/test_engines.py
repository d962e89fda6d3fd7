"""What every engine must do, whoever wrote it: one suite for all, on real sound.

The recordings are synthetic, so every word and its time are known.
"""

import json
import wave
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from rapidfuzz.distance import Levenshtein

from align.cache import Cache
from align.errors import ModelError, RecordingError
from align.records import Interval, Model, Recording, Transcript, Word
from align.speech.audio import SILENCE, Audio, Clip, open_audio
from align.speech.cached import CachedAcousticModel, CachedRecognizer
from align.speech.engines import DEFAULT_ENGINE, ENGINES, Engine, let_go, load_recognizer
from align.speech.protocols import AcousticModel, DecodedWindow, Recognizer
from align.speech.whisper.weights import Weights, find_weights
from tests.needs import needs_model

FIXTURES = Path(__file__).parents[1] / "fixtures" / "lbc"
MODEL = "tiny.en"
COLLAR = 0.2
"""Seconds."""


@pytest.fixture(scope="module")
def audio() -> Iterator[Audio]:
    with open_audio(str(FIXTURES / "smallman.mp3")) as recording:
        yield recording


@pytest.fixture(scope="module")
def truth() -> list[Word]:
    turns = json.loads((FIXTURES / "truth.json").read_text())["recordings"]["smallman"]["turns"]
    return [Word(word["w"], word["start"], word["end"]) for turn in turns for word in turn["words"]]


@pytest.fixture(scope="module", params=[*ENGINES])
def engine(request: pytest.FixtureRequest) -> Recognizer:
    return load_recognizer(request.param, MODEL)


@pytest.fixture(scope="module")
def acoustic(engine: Recognizer) -> AcousticModel:
    assert isinstance(engine, CachedRecognizer)
    return engine._acoustic


@pytest.fixture(scope="module")
def transcript(engine: Recognizer, audio: Audio) -> Transcript:
    return engine.transcribe(audio, "en")


def bare(word: Word) -> str:
    return "".join(letter for letter in word.text.lower() if letter.isalnum())


def same_words(heard: list[Word], spoken: list[Word]) -> list[tuple[Word, Word]]:
    """Return the words that both have, in order."""
    blocks = Levenshtein.opcodes([*map(bare, heard)], [*map(bare, spoken)])
    pairs = [
        zip(heard[b.src_start : b.src_end], spoken[b.dest_start : b.dest_end], strict=True)
        for b in blocks
        if b.tag == "equal"
    ]
    return [pair for block in pairs for pair in block]


def contract(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that every engine must pass."""
    return pytest.mark.model(needs_model(MODEL)(test))


@contract
def test_names_itself(engine: Recognizer) -> None:
    assert engine.model.name == MODEL
    assert engine.model.sha256


@contract
def test_hears_the_words(transcript: Transcript, truth: list[Word]) -> None:
    assert len(same_words(list(transcript.words), truth)) > 0.9 * len(truth)
    assert transcript.language == "en"


@contract
def test_words_are_in_order_within_the_recording(transcript: Transcript) -> None:
    assert all(one.end <= following.start for one, following in pairwise(transcript.words))
    assert transcript.words[-1].end <= transcript.recording.duration
    assert all(0 <= word.probability <= 1 for word in transcript.words)


@contract
def test_times_words(transcript: Transcript, truth: list[Word]) -> None:
    pairs = same_words(list(transcript.words), truth)
    errors = [abs(heard.start - spoken.start) for heard, spoken in pairs]
    assert median(errors) <= 0.05
    assert sum(error <= COLLAR for error in errors) > 0.93 * len(errors)


@contract
def test_the_words_that_were_said_are_likelier(engine: Recognizer, audio: Audio) -> None:
    clip = audio.clip(Interval(35.0, 38.6))
    said = "There is no way that the top of the tree was unaware of this behaviour."
    wordings = [
        said,
        said.replace("no way", "a way"),
        said.replace("unaware", "aware"),
        said.replace("top", "bottom"),
    ]
    scores = engine.log_likelihoods(clip, wordings, "en")
    assert all(scores[0] - score > 3 for score in scores[1:])


@contract
def test_what_looks_like_a_sign_of_whisper_s_is_a_wording_like_others(engine: Recognizer, audio: Audio) -> None:
    said = "What did you make of that?"
    scores = engine.log_likelihoods(audio.clip(Interval(12.0, 14.0)), [said, f"{said}<|endoftext|>"], "en")
    assert scores[0] > scores[1] > -1000


@contract
def test_a_score_does_not_depend_on_its_company(engine: Recognizer, audio: Audio) -> None:
    clip = audio.clip(Interval(12.0, 14.0))
    wordings = ["What did you make of that?", "What?", "What did you make of that when you heard it? " * 3]
    together = load_recognizer(engine.model.engine, MODEL).log_likelihoods(clip, wordings, "en")
    alone = [engine.log_likelihoods(clip, [wording], "en")[0] for wording in reversed(wordings)]
    assert list(together) == alone[::-1]


@contract
def test_a_short_clip_is_heard_as_it_is_within_a_long_one(acoustic: AcousticModel, audio: Audio) -> None:
    (short,) = acoustic.decode([audio.clip(Interval(35.0, 38.6))], "en")
    assert [bare(word) for word in short.words][:4] == ["there", "is", "no", "way"]
    assert short.words[-1].end <= 3.6
    assert not short.is_loop


@contract
def test_what_is_decoded_twice_is_the_same(acoustic: AcousticModel, audio: Audio) -> None:
    """To the last bit: a run that decodes a batch again after a kill writes the same bytes."""
    starts = (5.0, 20.0, 35.0, 50.0, 12.0)
    clips = [audio.clip(Interval(start, start + 16.0 - number)) for number, start in enumerate(starts)]
    assert isinstance(acoustic, CachedAcousticModel)
    first, second = (acoustic._loaded.decode(clips, "en") for _ in range(2))
    assert first == second
    assert len(first) == len(clips)
    assert all(window.words for window in first)


@pytest.mark.model
@needs_model(MODEL)
def test_sound_is_encoded_as_openai_whisper_encodes_it(audio: Audio) -> None:
    import torch

    from align.speech.whisper.checkpoint import load_whisper
    from align.speech.whisper.encoder import encode
    from align.speech.whisper.features import log_mel_spectrograms

    network = load_whisper(find_weights(MODEL))
    sounds = [audio.samples(35.0, 38.6), audio.samples(50.0, 75.0)]
    with torch.inference_mode():
        theirs = network.encoder(log_mel_spectrograms(sounds, network.dims.n_mels))
        ours = torch.cat([encode(network.encoder, sound) for sound in sounds])
        short = encode(network.encoder, sounds[0], silence=10.0)
    assert torch.allclose(ours, theirs, atol=1e-3)
    assert short.shape == (1, 700, theirs.shape[2])


@contract
def test_silence_is_no_speech(engine: Recognizer, tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "silence.wav"), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(bytes(10 * 32_000))
    with pytest.raises(RecordingError, match="no speech in"), open_audio(str(tmp_path / "silence.wav")) as silence:
        engine.transcribe(silence)


class _Parrot:
    """An acoustic model that counts how often it is asked, and is killed when that is too often."""

    batch_size = 1

    def __init__(self, weights: Weights | None = None, patience: int = 1000) -> None:
        self.weights = weights
        self.asked = 0
        self._patience = patience

    def _ask(self) -> None:
        self.asked += 1
        if self.asked > self._patience:
            raise KeyboardInterrupt

    def detect_language(self, clip: Clip) -> str:
        self._ask()
        return "fr"

    def decode(self, clips: Sequence[Clip], language: str) -> list[DecodedWindow]:
        self._ask()
        return [DecodedWindow((Word(f" {len(clip.key)}", 0.0, 1.0, 0.5),), -0.1, 0.0) for clip in clips]

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        self._ask()
        return tuple(-float(len(wording)) / 3 for wording in wordings)


GREY = Model("parrot", "grey", "ab" * 32)
CLIPS = [Clip(key, SILENCE.read) for key in ("one", "two", "three")]


@pytest.fixture
def parrot() -> _Parrot:
    return _Parrot()


def remembering(parrot: _Parrot, cache: Cache, model: Model = GREY) -> CachedRecognizer:
    return CachedRecognizer(model, lambda: parrot, cache)


def remembered(parrot: _Parrot, cache: Cache, model: Model = GREY) -> CachedAcousticModel:
    return CachedAcousticModel(model, lambda: parrot, cache)


@pytest.mark.parametrize(("is_there", "expected"), [(False, "base"), (True, "small")])
def test_a_gpu_hears_with_the_best_model_that_is_here(
    is_there: bool, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("align.speech.engines.has_gpu", lambda: is_there)
    monkeypatch.setattr("align.speech.engines.is_cached", lambda name: name in ("small", "tiny"))
    monkeypatch.setitem(ENGINES, DEFAULT_ENGINE, Engine("tests.test_engines:_Parrot", _grey))
    assert load_recognizer().model.name == expected
    assert load_recognizer(model="tiny.en").model.name == "tiny.en"


def _grey(name: str) -> Weights:
    return Weights(name, "here", "ab" * 32, ())


def test_an_engine_is_a_class_and_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES, "parrot", Engine("tests.test_engines:_Parrot", _grey))
    engine = load_recognizer("parrot", "grey")
    assert engine.model == GREY
    assert engine.log_likelihoods(CLIPS[0], ["abc"], "en") == (-1.0,)


@pytest.mark.parametrize(("is_gpu", "loads"), [(False, 2), (True, 1)])
def test_what_was_let_go_is_loaded_again_when_it_is_needed(
    is_gpu: bool, loads: int, parrot: _Parrot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("align.speech.engines.has_gpu", lambda: is_gpu)
    loaded: list[_Parrot] = []
    recognizer = CachedRecognizer(GREY, lambda: loaded.append(parrot) or parrot, Cache())
    let_go([recognizer])  # nothing is in memory yet
    assert recognizer.detect_language(CLIPS[0]) == "fr"
    let_go([recognizer])
    assert recognizer.log_likelihoods(CLIPS[0], ["abc"], "en") == (-1.0,)
    assert len(loaded) == loads


def test_what_is_remembered_is_not_asked_again(parrot: _Parrot, tmp_path: Path) -> None:
    answers = []
    for _ in range(2):
        acoustic = remembered(parrot, Cache(tmp_path / "known.sqlite"))
        answers.append(
            (
                acoustic.decode(CLIPS, "en"),
                acoustic.detect_language(CLIPS[0]),
                acoustic.log_likelihoods(CLIPS[0], ["a", "bb", "a"], "en"),
            )
        )
    assert parrot.asked == 3
    assert answers[0] == answers[1]
    assert answers[0] == (
        tuple(parrot.decode(CLIPS, "en")),
        "fr",
        parrot.log_likelihoods(CLIPS[0], ["a", "bb", "a"], "en"),
    )


def test_a_batch_is_known_whole_or_decoded_whole(parrot: _Parrot) -> None:
    cache, expected = Cache(), tuple(_Parrot().decode(CLIPS, "en"))
    remembered(parrot, cache).decode(CLIPS[1:2], "en")
    assert remembered(parrot, cache).decode(CLIPS, "en") == expected
    assert remembered(parrot, cache).decode(CLIPS[1:], "en") == expected[1:]
    assert parrot.asked == 2


def test_only_wordings_that_are_new_are_scored(parrot: _Parrot) -> None:
    acoustic = remembered(parrot, Cache())
    assert acoustic.log_likelihoods(CLIPS[0], ["abc"], "en") == (-1.0,)
    assert acoustic.log_likelihoods(CLIPS[0], ["abcabc", "abc"], "en") == (-2.0, -1.0)
    assert acoustic.log_likelihoods(CLIPS[0], ["abc", "abcabc"], "en") == (-1.0, -2.0)
    assert parrot.asked == 2


def test_a_model_that_can_score_nothing_scores_nothing(parrot: _Parrot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Parrot, "log_likelihoods", lambda *_: ())
    assert remembering(parrot, Cache()).log_likelihoods(CLIPS[0], ["a", "b"], "en") == ()


def test_another_model_language_or_sound_is_asked(parrot: _Parrot) -> None:
    cache, clip = Cache(), CLIPS[0]
    remembered(parrot, cache).log_likelihoods(clip, ["a"], "en")
    remembered(parrot, cache).log_likelihoods(clip, ["a"], "cy")
    remembered(parrot, cache).log_likelihoods(CLIPS[1], ["a"], "en")
    remembered(parrot, cache, Model("parrot", "grey", "cd" * 32)).log_likelihoods(clip, ["a"], "en")
    assert parrot.asked == 4


@pytest.mark.parametrize("value", ["", "null", "{", "[]", "{}", '{"words": [{}]}', '{"words": 1, "segments": 2}', "x"])
def test_a_damaged_value_is_not_known(parrot: _Parrot, audio: Audio, value: str) -> None:
    cache = _Damaged(value)
    recognizer, acoustic = remembering(parrot, cache), remembered(parrot, cache)
    assert acoustic.decode(CLIPS, "en") == tuple(parrot.decode(CLIPS, "en"))
    assert acoustic.log_likelihoods(CLIPS[0], ["abc"], "en") == (-1.0,)
    assert recognizer.transcribe(audio, "en") == remembering(parrot, Cache()).transcribe(audio, "en")


class _Damaged(Cache):
    """A cache that knows the same nonsense of everything."""

    def __init__(self, value: str) -> None:
        super().__init__()
        self._value = value

    def get(self, key: str) -> str:
        return self._value


def test_a_transcript_is_remembered_whole(parrot: _Parrot, audio: Audio) -> None:
    cache = Cache()
    first = remembering(parrot, cache).transcribe(audio)
    asked = parrot.asked
    moved = Audio("elsewhere.mp3", audio.sha256)
    assert remembering(parrot, cache).transcribe(moved).recording == Recording(
        "elsewhere.mp3", audio.sha256, audio.recording.duration
    )
    assert remembering(parrot, cache).transcribe(audio) == first
    assert parrot.asked == asked
    assert isinstance(first.unheard, tuple)
    assert all(isinstance(gap, Interval) for gap in first.unheard)


def test_who_speaks_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    window = DecodedWindow((Word(" Well.", 0.0, 1.0, 0.5, "SPEAKER_00"), Word(" No.", 1.0, 2.0)), -0.1, 0.0)
    monkeypatch.setattr(_Parrot, "decode", lambda *_: [window])
    cache = Cache()
    remembered(_Parrot(), cache).decode(CLIPS[:1], "en")
    assert remembered(_Parrot(patience=0), cache).decode(CLIPS[:1], "en") == (window,)


def test_an_interrupted_run_goes_on_where_it_was(audio: Audio, tmp_path: Path) -> None:
    """Whenever it is killed, at most one batch is decoded again, and the transcript is the same."""
    undisturbed = _Parrot()
    expected = remembering(undisturbed, Cache()).transcribe(audio)
    assert undisturbed.asked > 3
    for last in range(1, undisturbed.asked):
        killed, heir = _Parrot(patience=last), _Parrot()
        with pytest.raises(KeyboardInterrupt):
            remembering(killed, Cache(tmp_path / f"{last}.sqlite")).transcribe(audio)
        assert remembering(heir, Cache(tmp_path / f"{last}.sqlite")).transcribe(audio) == expected
        assert killed.asked + heir.asked == undisturbed.asked + 1


def test_unknown_engines_are_refused() -> None:
    with pytest.raises(ModelError, match="There is no engine ears: use openai-whisper"):
        load_recognizer("ears")
