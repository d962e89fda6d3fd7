"""What every engine must do, whoever wrote it: one suite for all, on real sound.

The recordings are synthetic, so every word and its time are known.
"""

import json
import os
import wave
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from rapidfuzz.distance import Levenshtein

from align.cache import Cache
from align.errors import ModelError, RecordingError
from align.records import Interval, Model, Recording, Segment, Span, Transcript, Word
from align.report.formats.json_report import render_transcript
from align.speech import DEFAULT_ENGINE, ENGINES, load_recognizer
from align.speech.audio import SILENCE, Audio, Clip, open_audio
from align.speech.cached import CachedRecognizer
from align.speech.protocols import Heard, HearingModel, Recognizer
from align.speech.whisper.encoder_cache import Shelf
from align.speech.whisper.weights import find_weights, list_models

SHARED = Path(os.getenv("ALIGN_SHARED") or Path(__file__).parents[2] / "shared") / "lbc"
MODEL = "tiny.en"
COLLAR = 0.2
"""Seconds."""

HEARING_ENGINES = [name for name in ENGINES if name != "recorded"]


def is_here(model: str) -> bool:
    return any(weights.name == model for weights in list_models())


needs_recording = pytest.mark.skipif(not SHARED.exists(), reason="the synthetic recordings are not here")
needs_model = pytest.mark.skipif(not is_here(MODEL) and "CI" not in os.environ, reason=f"{MODEL} is not here")


@pytest.fixture(scope="module")
def audio() -> Iterator[Audio]:
    with open_audio(str(SHARED / "smallman.mp3")) as recording:
        yield recording


@pytest.fixture(scope="module")
def truth() -> list[Word]:
    turns = json.loads((SHARED / "truth.json").read_text())["recordings"]["smallman"]["turns"]
    return [Word(word["w"], word["start"], word["end"]) for turn in turns for word in turn["words"]]


@pytest.fixture(scope="module", params=HEARING_ENGINES)
def engine(request: pytest.FixtureRequest) -> Recognizer:
    return load_recognizer(request.param, MODEL)


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


def ears(engine: Recognizer) -> CachedRecognizer:
    """Return an engine as one that can be given single clips."""
    assert isinstance(engine, CachedRecognizer)
    return engine


def contract(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that every engine with ears must pass."""
    return pytest.mark.model(needs_recording(needs_model(test)))


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
def test_a_score_does_not_depend_on_its_company(engine: Recognizer, audio: Audio) -> None:
    clip = audio.clip(Interval(12.0, 14.0))
    wordings = ["What did you make of that?", "What?", "What did you make of that when you heard it? " * 3]
    together = load_recognizer(engine.model.engine, MODEL).log_likelihoods(clip, wordings, "en")
    alone = [engine.log_likelihoods(clip, [wording], "en")[0] for wording in reversed(wordings)]
    assert list(together) == alone[::-1]


@contract
def test_times_known_words(engine: Recognizer, audio: Audio, truth: list[Word]) -> None:
    known = [word for word in truth if word.start > 35.0 and word.end < 38.4]
    start = known[0].start - 0.3
    timed = engine.word_times(
        audio.clip(Interval(start, known[-1].end + 0.3)), [f" {word.text}" for word in known], "en"
    )
    assert [word.text.strip() for word in timed] == [word.text for word in known]
    assert median(abs(start + heard.start - spoken.start) for heard, spoken in zip(timed, known, strict=True)) <= 0.08


@contract
def test_a_short_clip_is_heard_as_it_is_within_a_long_one(engine: Recognizer, audio: Audio) -> None:
    ((_, short),) = ears(engine).hear([audio.clip(Interval(35.0, 38.6))], "en")
    assert [bare(word) for word in short.words][:4] == ["there", "is", "no", "way"]
    assert short.words[-1].end <= 3.6
    assert not short.is_loop


@contract
def test_what_is_heard_in_a_clip_does_not_depend_on_the_others(engine: Recognizer, audio: Audio) -> None:
    """To the last bit: a run that goes on where another was killed writes the same bytes."""
    starts = (5.0, 20.0, 35.0, 50.0, 12.0)
    clips = [audio.clip(Interval(start, start + 16.0 - number)) for number, start in enumerate(starts)]
    company = dict(_unremembered(engine).hear(clips, "en"))
    assert company.keys() == set(range(len(clips)))
    for known in ({0}, {1, 3}, {0, 2, 3, 4}):
        heard = dict(_unremembered(engine).hear(clips, "en", known))
        assert heard == {place: company[place] for place in heard}
        assert heard.keys() >= company.keys() - known


def _unremembered(engine: Recognizer) -> HearingModel:
    return ears(engine)._engine


@contract
def test_a_killed_run_encodes_no_window_twice(
    engine: Recognizer, audio: Audio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clips = [audio.clip(Interval(start, start + 7.0)) for start in (5.0, 20.0, 35.0)]
    expected = dict(ears(engine).hear(clips, "en"))
    fetch, encoded = Shelf.fetch, 0

    def killed_at_the_third(shelf: Shelf, clip: Clip, encode: Callable[[], bytes]) -> bytes:
        def counted() -> bytes:
            nonlocal encoded
            encoded += 1
            if encoded == len(clips):
                raise KeyboardInterrupt
            return encode()

        return fetch(shelf, clip, counted)

    monkeypatch.setattr(Shelf, "fetch", killed_at_the_third)
    killed, heir = (load_recognizer(engine.model.engine, MODEL, Cache(tmp_path / "known.sqlite")) for _ in range(2))
    with pytest.raises(KeyboardInterrupt):
        dict(ears(killed).hear(clips, "en"))
    assert dict(ears(heir).hear(clips, "en")) == expected
    assert encoded == len(clips) + 1
    known = Cache(tmp_path / "known.sqlite")
    assert known.summary().entries == len(clips)  # the shelf is empty again


@pytest.mark.model
@needs_recording
@needs_model
def test_sound_is_encoded_as_openai_whisper_encodes_it(audio: Audio) -> None:
    import torch

    from align.speech.whisper.checkpoint import load_whisper
    from align.speech.whisper.encoder import encode
    from align.speech.whisper.tokenizer import spectra

    network = load_whisper(find_weights(MODEL))
    sounds = [audio.samples(35.0, 38.6), audio.samples(50.0, 75.0)]
    with torch.inference_mode():
        theirs = network.encoder(spectra(sounds, network.dims.n_mels))
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
    """An engine that counts how often it is asked, and is killed when that is too often."""

    batch_size = 2

    def __init__(self, patience: int = 1000) -> None:
        self.model = Model("parrot", "grey", "ab" * 32)
        self.asked = 0
        self.spared: list[tuple[int, ...]] = []
        self._patience = patience

    def _ask(self) -> None:
        self.asked += 1
        if self.asked > self._patience:
            raise KeyboardInterrupt

    def detect_language(self, clip: Clip) -> str:
        self._ask()
        return "fr"

    def hear(self, clips: Sequence[Clip], language: str, known: Collection[int] = ()) -> Iterator[tuple[int, Heard]]:
        self._ask()
        self.spared.append(tuple(known))
        for place, clip in enumerate(clips):
            yield place, Heard((Word(f" {len(clip.key)}", 0.0, 1.0, 0.5),), -0.1, 0.0)

    def transcribe(self, audio: Audio, language: str | None = None, progress: object = None) -> Transcript:
        raise NotImplementedError

    def log_likelihoods(self, clip: Clip, wordings: list[str], language: str) -> tuple[float, ...]:
        self._ask()
        return tuple(-float(len(wording)) / 3 for wording in wordings)

    def word_times(self, clip: Clip, words: list[str], language: str) -> tuple[Word, ...]:
        self._ask()
        return tuple(Word(word, number / 3, number / 3) for number, word in enumerate(words))


@pytest.fixture
def parrot() -> _Parrot:
    return _Parrot()


@pytest.mark.parametrize(("is_there", "expected"), [(False, "base"), (True, "small")])
def test_a_gpu_hears_with_the_best_model_that_is_here(
    is_there: bool, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("align.speech.has_gpu", lambda: is_there)
    monkeypatch.setattr("align.speech.is_cached", lambda name: name in ("small", "tiny"))
    asked: list[str] = []
    monkeypatch.setattr("align.speech.ENGINES", {DEFAULT_ENGINE: lambda model, _: asked.append(model)})
    load_recognizer()
    load_recognizer(model="tiny.en")
    assert asked == [expected, "tiny.en"]


def remembering(parrot: _Parrot, cache: Cache) -> CachedRecognizer:
    return CachedRecognizer(parrot.model, lambda: parrot, cache)


def test_what_is_remembered_is_not_asked_again(parrot: _Parrot, tmp_path: Path) -> None:
    clips = [Clip(key, SILENCE.read) for key in ("one", "two", "three")]
    answers = []
    for _ in range(2):
        engine = remembering(parrot, Cache(tmp_path / "known.sqlite"))
        answers.append(
            (
                dict(engine.hear(clips, "en")),
                engine.detect_language(clips[0]),
                engine.log_likelihoods(clips[0], ["a", "bb", "a"], "en"),
                engine.word_times(clips[0], [" a", " b"], "en"),
            )
        )
    assert answers[0] == answers[1]
    assert answers[0] == (
        dict(parrot.hear(clips, "en")),
        "fr",
        parrot.log_likelihoods(clips[0], ["a", "bb", "a"], "en"),
        parrot.word_times(clips[0], [" a", " b"], "en"),
    )
    assert parrot.asked == 4 + 3


def test_of_windows_heard_together_those_known_are_not_heard_again(parrot: _Parrot, tmp_path: Path) -> None:
    clips = [Clip(key, SILENCE.read) for key in ("one", "two", "three", "four")]
    calm = dict(remembering(parrot, Cache()).hear(clips, "en"))
    killed = remembering(parrot, Cache(tmp_path / "known.sqlite")).hear(clips, "en")
    assert [next(killed)[0], next(killed)[0]] == [0, 1]
    killed.close()

    assert dict(remembering(parrot, Cache(tmp_path / "known.sqlite")).hear(clips, "en")) == calm
    assert parrot.spared == [(), (), (0, 1)]


def test_another_model_language_or_sound_is_asked(parrot: _Parrot) -> None:
    cache, clip = Cache(), Clip("one", SILENCE.read)
    remembering(parrot, cache).log_likelihoods(clip, ["a"], "en")
    remembering(parrot, cache).log_likelihoods(clip, ["a"], "cy")
    remembering(parrot, cache).log_likelihoods(Clip("two", SILENCE.read), ["a"], "en")
    parrot.model = Model("parrot", "grey", "cd" * 32)
    remembering(parrot, cache).log_likelihoods(clip, ["a"], "en")
    assert parrot.asked == 4


@needs_recording
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


@needs_recording
def test_an_interrupted_run_goes_on_where_it_was(audio: Audio, tmp_path: Path) -> None:
    undisturbed = _Parrot()
    expected = remembering(undisturbed, Cache()).transcribe(audio)
    for last in range(1, undisturbed.asked):
        cache = Cache(tmp_path / f"{last}.sqlite")
        killed, heir = _Parrot(patience=last), _Parrot()
        with pytest.raises(KeyboardInterrupt):
            remembering(killed, cache).transcribe(audio)
        assert remembering(heir, Cache(tmp_path / f"{last}.sqlite")).transcribe(audio) == expected
        assert killed.asked + heir.asked == undisturbed.asked + 1


def test_recorded_gives_back_its_transcript(tmp_path: Path) -> None:
    words, segments = (Word(" Well.", 1.0, 2.0),), (Segment(1.0, 2.0, Span(0, 1)),)
    spoken = Transcript(Recording("talk.mp3", "ab" * 32, 9.5), "en", words, segments)
    (tmp_path / "talk.json").write_text(render_transcript(spoken, Model("openai-whisper", "base", "cd" * 32)))
    engine = load_recognizer("recorded", str(tmp_path / "talk.json"))
    assert engine.model.name == "base"
    assert engine.log_likelihoods(SILENCE, ["a"], "en") == ()


def test_unknown_engines_are_refused() -> None:
    with pytest.raises(ModelError, match="There is no engine ears: use openai-whisper"):
        load_recognizer("ears")
