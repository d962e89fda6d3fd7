"""What a GPU does, done on a processor: a batch in one piece comes to the same words as clip by clip.

Both ways run side by side on the processor's tensors, so this holds wherever the tests run. A step of decoding is
recorded and run again as a GPU does it, too: what it reads and writes has to stay where it is.
"""

import gc
import time
import weakref
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from whisper.model import ModelDimensions, Whisper

from align.records import Interval
from align.speech.audio import SILENCE, Clip, Samples, open_audio
from align.speech.protocols import DecodedWindow
from align.speech.whisper.batched import decoder as batched_decoder
from align.speech.whisper.batched.audio import stacked
from align.speech.whisper.batched.dynamic import DynamicBatcher
from align.speech.whisper.batched.hearing import BatchedWhisper
from align.speech.whisper.batched.memory import LEAST, MOST, rows_within
from align.speech.whisper.batched.paths import filter_medians, path_starts_of_batch, standardise
from align.speech.whisper.checkpoint import load_whisper
from align.speech.whisper.encoder import encode_spectra
from align.speech.whisper.features import log_mel_spectrogram_batch, log_mel_spectrograms
from align.speech.whisper.greedy import DecodingResult, text_of
from align.speech.whisper.openai_whisper import OpenAIWhisper
from align.speech.whisper.precision import in_numbers
from align.speech.whisper.weights import find_weights
from align.speech.whisper.word_timing import FRAME, filter_median, path_starts
from tests.needs import needs_model

RECORDING = Path(__file__).parents[1] / "fixtures" / "lbc" / "smallman.mp3"
SMALL = ModelDimensions(80, 1500, 64, 1, 2, 51864, 448, 64, 1, 2)
"""Dimensions of the smallest network that is taken for a Whisper model."""

END = 50256
"""The token that ends a text, of English models."""

QUESTIONS = (
    ("There is no way that the top was unaware", "There is a way", "no"),
    ("What did you make of that?",),
    ("", "Thank you."),
)
"""Wordings that three clips are asked about."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small network as a file. Its weights are random, and its end likely: rows end at unlike places."""
    torch.manual_seed(3)
    network = Whisper(SMALL)
    with torch.no_grad():
        for weights in network.parameters():
            if weights.dim() > 1:
                weights.copy_(1.5 * torch.randn(weights.shape) / weights[0].numel() ** 0.5)
        network.decoder.token_embedding.weight.mul_(2)
        network.decoder.positional_embedding.mul_(2)
        network.decoder.token_embedding.weight[END] *= 2
        for weights in network.parameters():
            weights.copy_(weights.half())  # as of every checkpoint: a processor packs them so, and rounds nothing
    path = tmp_path_factory.mktemp("weights") / "small.pt"
    torch.save({"dims": vars(SMALL), "model_state_dict": network.state_dict()}, path)
    return path


@pytest.fixture
def engine(small: Path, monkeypatch: pytest.MonkeyPatch) -> OpenAIWhisper:
    return exact_engine(str(small), monkeypatch)


def exact_engine(model: str, monkeypatch: pytest.MonkeyPatch) -> OpenAIWhisper:
    """Return an engine that decodes in 32 bits: fewer round two ways of computing the same apart."""
    monkeypatch.setattr("align.speech.whisper.precision.computes_bfloat16", lambda: False)
    return OpenAIWhisper(find_weights(model))


def whole(engine: OpenAIWhisper, monkeypatch: pytest.MonkeyPatch) -> OpenAIWhisper:
    """Return the engine as it is on a GPU, with its tensors where they are."""
    monkeypatch.setattr(OpenAIWhisper, "_is_on_gpu", property(lambda _: True))
    return engine


def asked_at_once(engine: OpenAIWhisper, questions: Sequence[tuple[Clip, Sequence[str]]]) -> list[tuple[float, ...]]:
    """Return the answers to questions that so many threads have."""
    with ThreadPoolExecutor(len(questions)) as threads:
        return list(threads.map(lambda question: engine.log_likelihoods(*question, "en"), questions))


def _until(is_so: Callable[[], bool]) -> None:
    for _ in range(1000):
        if is_so():
            return
        time.sleep(0.01)
    pytest.fail("It never came to that.")


def noise(seconds: float, seed: int) -> Clip:
    """Return a clip of tones that come and go, and noise."""
    random = np.random.default_rng(seed)
    instants = np.arange(round(seconds * 16_000)) / 16_000
    tones = np.sin(instants * random.uniform(500, 9000)) * np.sin(instants * random.uniform(2, 20))
    samples = (0.3 * tones + 0.05 * random.standard_normal(len(instants))).astype(np.float32)
    return Clip(f"noise {seconds} {seed}", lambda: samples)


def same(ours: Sequence[DecodedWindow], theirs: Sequence[DecodedWindow]) -> None:
    """Hold that windows have the same words, their times, and how likely they are."""
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert [word.text for word in one.words] == [word.text for word in other.words]
        times = [[edge for word in each.words for edge in (word.start, word.end)] for each in (one, other)]
        assert times[0] == pytest.approx(times[1], abs=FRAME + 1e-9)
        chances = [[word.probability for word in each.words] for each in (one, other)]
        assert chances[0] == pytest.approx(chances[1], abs=1e-3)
        assert one.avg_logprob == pytest.approx(other.avg_logprob, abs=1e-3)
        assert one.no_speech_prob == pytest.approx(other.no_speech_prob, abs=1e-3)


LENGTHS = {
    "of one length": (2.5, 2.2, 2.9),
    "of many": (1.0, 7.3, 0.02, 3.3, 8.3),
    "one alone": (2.0,),
    "longer than they are heard": (21.0, 29.9),
}


@pytest.mark.parametrize("lengths", LENGTHS.values(), ids=LENGTHS)
def test_a_batch_is_heard_as_its_clips_are(
    lengths: Sequence[float], engine: OpenAIWhisper, monkeypatch: pytest.MonkeyPatch
) -> None:
    clips = [noise(seconds, number) for number, seconds in enumerate(lengths)]
    alone = engine.decode(clips, "en")
    same(whole(engine, monkeypatch).decode(clips, "en"), alone)


def test_rows_end_where_they_end(engine: OpenAIWhisper, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some by themselves, some where their clips have no more room: else the law above would not hold much."""
    decoded: list[list[int]] = []

    def keep(tokens: list[int], *rest: Any) -> DecodingResult:
        decoded.append(tokens)
        return text_of(tokens, *rest)

    monkeypatch.setattr(batched_decoder, "text_of", keep)
    whole(engine, monkeypatch).decode([noise(seconds, at) for at, seconds in enumerate(LENGTHS["of many"])], "en")
    assert all(tokens[:-1].count(END) == 0 for tokens in decoded)
    assert {tokens[-1] == END for tokens in decoded} == {True, False}
    assert len({len(tokens) for tokens in decoded if tokens[-1] == END}) > 1


def test_batches_one_after_another_know_nothing_of_each_other(
    engine: OpenAIWhisper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same places of memory are used again, by fewer rows, shorter ones and other shapes."""
    batches = [(3.0, 2.0, 5.5, 1.2), (5.2, 1.1, 2.4), (4.0, 4.0), (1.0,), (5.6, 5.5, 5.4)]
    clips = [[noise(seconds, len(batch) + at) for at, seconds in enumerate(batch)] for batch in batches]
    alone = [engine.decode(batch, "en") for batch in clips]
    together = whole(engine, monkeypatch)
    for _ in range(2):
        for batch, expected in zip(clips, alone, strict=True):
            same(together.decode(batch, "en"), expected)


def test_what_is_heard_twice_is_the_same_to_the_last_bit(
    engine: OpenAIWhisper, monkeypatch: pytest.MonkeyPatch
) -> None:
    clips, together = [noise(seconds, 9) for seconds in (2.0, 3.5, 1.0)], whole(engine, monkeypatch)
    first = together.decode(clips, "en")
    together.decode(clips[:2], "en")
    assert together.decode(clips, "en") == first


class _Recording(TorchDispatchMode):
    """What a GPU records of a step: which kernels, on which tensors. Called again, it runs them on the same ones."""

    def __init__(self, step: Callable[[], None]) -> None:
        super().__init__()
        self._step = step
        self._calls: list[tuple[Any, Any, Any, Any]] = []

    def __torch_dispatch__(self, kernel: Any, _: Any, args: Any = (), kwargs: Any = None) -> Any:
        made = kernel(*args, **(kwargs or {}))
        self._calls.append((kernel, args, kwargs or {}, made))
        return made

    def __call__(self) -> None:
        if not self._calls:
            with self:
                self._step()
            return
        for kernel, args, kwargs, made in self._calls:
            again = kernel(*args, **kwargs)
            for place, value in zip(_tensors(made), _tensors(again), strict=True):
                if place.data_ptr() != value.data_ptr():
                    place.copy_(value)

    @property
    def kernels(self) -> set[str]:
        """The names of what was recorded."""
        return {str(kernel) for kernel, *_ in self._calls}


WAITS = {"aten._local_scalar_dense.default", "aten.item.default", "aten.nonzero.default", "aten.scalar_tensor.default"}
"""Kernels by which the host would wait for the device, or give it a number of its own: neither can be recorded."""


def _tensors(made: Any) -> list[Tensor]:
    return [one for one in (made if isinstance(made, tuple | list) else [made]) if isinstance(one, Tensor)]


def test_a_step_can_be_recorded_once_and_run_again(engine: OpenAIWhisper, monkeypatch: pytest.MonkeyPatch) -> None:
    """As by a CUDA graph: no value is looked at by the host, and nothing depends on what Python remembers."""
    clips = [noise(seconds, number) for number, seconds in enumerate((2.0, 0.5, 1.2))]
    other = [noise(seconds, 7) for seconds in (1.9, 0.9, 0.4, 1.5)]  # of the same shape
    alone = [engine.decode(batch, "en") for batch in (clips, other)]
    recordings: list[_Recording] = []

    def record(step: Callable[[], None], _: torch.device) -> _Recording:
        recordings.append(_Recording(step))
        return recordings[-1]

    monkeypatch.setattr(batched_decoder, "record", record)
    together = whole(engine, monkeypatch)
    for batch, expected in zip((clips, other, clips), (*alone, alone[0]), strict=True):
        same(together.decode(batch, "en"), expected)
    (recording,) = recordings
    assert "aten.index_copy_.default" in recording.kernels
    assert not WAITS & recording.kernels


def test_a_step_that_cannot_be_recorded_is_taken_as_it_is() -> None:
    steps: list[int] = []
    step = partial(steps.append, 1)
    assert batched_decoder.record(step, torch.device("cpu")) is None
    if not torch.cuda.is_available():
        assert batched_decoder.record(step, torch.device("cuda")) is None
    assert not steps


def test_memory_is_free_for_another_shape_at_once(engine: OpenAIWhisper, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the garbage collector: two batches together may be more than there is room for."""
    together = whole(engine, monkeypatch)
    gc.disable()
    try:
        together.decode([noise(0.4, 1)], "en")
        place = together._batched._workplace
        assert place
        held = weakref.ref(place.decoder)
        del place
        assert held()
        together.decode([noise(0.4, 1), noise(1.3, 2)], "en")
        assert not held()
    finally:
        gc.enable()


def test_wordings_are_scored_together_as_alone(engine: OpenAIWhisper, monkeypatch: pytest.MonkeyPatch) -> None:
    clips = [noise(3.0, 1), SILENCE, noise(21.5, 2)]
    alone = [engine.log_likelihoods(clip, wordings, "en") for clip, wordings in zip(clips, QUESTIONS, strict=True)]
    together = asked_at_once(whole(engine, monkeypatch), [*zip(clips, QUESTIONS, strict=True)])
    assert [len(scores) for scores in together] == [len(wordings) for wordings in QUESTIONS]
    for ours, theirs in zip(together, alone, strict=True):
        assert ours == pytest.approx(theirs, abs=1e-3)


def test_who_asks_while_a_batch_is_computed_is_answered_in_the_next() -> None:
    """The first finds nobody waiting; all that ask before it is answered are one batch, each with its own answer."""
    batches, is_free = list[list[int]](), Event()

    def answer(asked: Sequence[int]) -> list[int]:
        batches.append([*asked])
        is_free.wait(10)
        return [-one for one in asked]

    batcher = DynamicBatcher(answer)
    with ThreadPoolExecutor(9) as threads:
        first = threads.submit(batcher.ask, 1)
        _until(lambda: bool(batches))
        others = [threads.submit(batcher.ask, number) for number in range(2, 10)]
        _until(lambda: batcher._next is not None and len(batcher._next.asked) == 8)
        is_free.set()
        answers = [first.result(), *(one.result() for one in others)]
    assert answers == [-number for number in range(1, 10)]
    assert [sorted(batch) for batch in batches] == [[1], [*range(2, 10)]]


def test_what_goes_wrong_with_a_batch_is_raised_to_all_that_asked_and_to_nobody_else() -> None:
    batcher = DynamicBatcher(lambda asked: [1 // one for one in asked])
    with pytest.raises(ZeroDivisionError):
        batcher.ask(0)
    assert batcher.ask(1) == 1


def test_questions_in_two_languages_are_scored_each_in_its_own(
    engine: OpenAIWhisper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network of English alone has one tokenizer, which stands for both: what counts is who gets whose answer."""
    clips = [noise(1.0, 1), noise(2.0, 2), noise(1.5, 3)]
    alone = [engine.log_likelihoods(clip, ["no", "Thank you."], "en") for clip in clips]
    questions = [
        (clip, ["no", "Thank you."], language) for clip, language in zip(clips, ("de", "fr", "de"), strict=True)
    ]
    for ours, theirs in zip(whole(engine, monkeypatch)._score_together(questions), alone, strict=True):
        assert ours == pytest.approx(theirs, abs=1e-3)


def _sounds(count: int) -> list[Samples]:
    return [np.zeros(100 * (1 + (7 * at) % count), np.float32) for at in range(count)]


@pytest.mark.parametrize("room", [1, 2, 3, 4, 100])
def test_where_memory_does_not_suffice_a_batch_is_heard_in_parts(room: int) -> None:
    sizes: list[int] = []

    def lengths(sounds: Sequence[Samples]) -> list[int]:
        sizes.append(len(sounds))
        if len(sounds) > room:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return [len(samples) for samples in sounds]

    sounds = _sounds(11)
    found = BatchedWhisper(shape_of(SMALL), 10.0, 0.0)._in_order(lengths, sounds, len)
    assert found == tuple(len(samples) for samples in sounds)
    assert (max(size for size in sizes if size <= room) > room / 2) or room > len(sounds)


def test_where_it_does_not_suffice_for_one_clip_that_is_said() -> None:
    def fail(_: Sequence[Samples]) -> list[int]:
        raise torch.OutOfMemoryError("CUDA out of memory.")

    with pytest.raises(MemoryError):
        BatchedWhisper(shape_of(SMALL), 10.0, 0.0)._in_order(fail, _sounds(3), len)


def shape_of(dimensions: ModelDimensions) -> Any:
    """Return what is reckoned with of a network in 16 bits that has ten alignment heads, without its weights."""
    with torch.device("meta"):
        embedding = torch.nn.Embedding(dimensions.n_vocab, dimensions.n_text_state, dtype=torch.bfloat16)
    decoder = SimpleNamespace(token_embedding=embedding)
    return SimpleNamespace(dims=dimensions, decoder=decoder, alignment_heads=torch.ones(1, 10).to_sparse())


@given(st.integers(-(10**9), 10**12), st.integers(0, 10**11))
@settings(max_examples=50)
def test_more_memory_never_holds_fewer_clips(room: int, more: int) -> None:
    network = shape_of(SMALL)
    rows, others = rows_within(room, network), rows_within(room + more, network)
    assert LEAST <= rows <= others <= MOST
    assert rows & (rows - 1) == 0


@pytest.mark.parametrize(("gigabytes", "rows"), [(8, 16), (16, 16), (40, 64), (80, 128)])
def test_a_batch_of_the_largest_model_fits_into_memory(gigabytes: int, rows: int) -> None:
    """64 rows of `large-v3` have 16 GB of keys and values of sound alone, in 16 bits."""
    network = shape_of(ModelDimensions(128, 1500, 1280, 20, 32, 51866, 448, 1280, 20, 32))
    assert rows_within(int(0.8 * gigabytes * 1e9), network) == rows


@pytest.mark.parametrize("bands", [80, 128])
def test_spectra_of_a_batch_are_those_of_its_clips(bands: int) -> None:
    sounds = [noise(seconds, 3).read() for seconds in (2.0, 30.0, 0.5)] + [SILENCE.read()]
    together = log_mel_spectrogram_batch(stacked(sounds, torch.device("cpu")), bands)
    assert torch.allclose(together, log_mel_spectrograms(sounds, bands), atol=1e-5)


ragged = st.lists(st.tuples(st.integers(1, 7), st.integers(1, 9)), min_size=1, max_size=4)


def _filled(rows: Sequence[np.ndarray], fill: float) -> Tensor:
    """Return tables of unlike size in one tensor, with something behind their ends."""
    shape = [max(row.shape[axis] for row in rows) for axis in (0, 1)]
    whole = np.full((len(rows), *shape), fill)
    for place, row in zip(whole, rows, strict=True):
        place[: row.shape[0], : row.shape[1]] = row
    return torch.from_numpy(whole)


@given(ragged, st.integers(0, 2**31), st.sampled_from([-5.0, 0.0, 7.0]))
def test_paths_of_a_batch_are_those_of_its_rows(shapes: list[tuple[int, int]], seed: int, fill: float) -> None:
    random = np.random.default_rng(seed)
    rows = [random.integers(-9, 9, shape).astype(np.float64) for shape in shapes]
    tokens, frames = torch.tensor(shapes).T
    starts = path_starts_of_batch(_filled(rows, fill), tokens, frames).numpy()
    for found, row in zip(starts, rows, strict=True):
        assert found[: len(row)].tolist() == path_starts(row).tolist()


@given(ragged, st.integers(0, 2**31), st.sampled_from([-50.0, 0.0, np.nan]))
def test_medians_of_a_batch_are_those_of_its_rows(shapes: list[tuple[int, int]], seed: int, fill: float) -> None:
    random = np.random.default_rng(seed)
    rows = [random.integers(-9, 9, shape).astype(np.float64) for shape in shapes]
    filtered = filter_medians(_filled(rows, fill), torch.tensor([frames for _, frames in shapes]))
    for found, row in zip(filtered, rows, strict=True):
        expected = filter_median(torch.from_numpy(row))
        assert torch.equal(found[: row.shape[0], : row.shape[1]], expected)


@given(st.lists(st.integers(2, 6), min_size=1, max_size=4), st.integers(0, 2**31))
def test_attention_is_standardised_over_the_tokens_of_its_row(tokens: list[int], seed: int) -> None:
    torch.manual_seed(seed)
    weights = torch.rand(len(tokens), 2, max(tokens) + 1, 5)
    found = standardise(weights, torch.tensor(tokens))
    for row, own, count in zip(found, weights, tokens, strict=True):
        deviation, mean = torch.std_mean(own[:, :count], dim=-2, keepdim=True, unbiased=False)
        assert torch.allclose(row[:, :count], (own[:, :count] - mean) / deviation, atol=1e-3)


@pytest.mark.model
@pytest.mark.parametrize("model", [pytest.param(name, marks=needs_model(name)) for name in ("tiny.en", "base")])
def test_speech_is_heard_in_a_batch_as_clip_by_clip(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = exact_engine(model, monkeypatch)
    with open_audio(str(RECORDING)) as audio:
        clips = [audio.clip(Interval(*place)) for place in ((35.0, 38.6), (0.0, 10.3), (50.0, 52.5))]
        alone = engine.decode(clips, "en")
        scores = [engine.log_likelihoods(clips[0], QUESTIONS[0], "en"), engine.log_likelihoods(SILENCE, ["no"], "en")]
        together = whole(engine, monkeypatch)
        same(together.decode(clips, "en"), alone)
        found = asked_at_once(together, [(clips[0], QUESTIONS[0]), (SILENCE, ["no"])])
    assert sum(len(window.words) for window in alone) > 30
    for ours, theirs in zip(found, scores, strict=True):
        assert ours == pytest.approx(theirs, abs=1e-3)


def test_in_float16_nothing_is_heard_otherwise(small: Path) -> None:
    """What a GPU computes in: checkpoints are float16, and norms that take and give it add up in 32 bits."""
    exact = load_whisper(find_weights(str(small)))
    spectra = torch.randn(2, 80, 3000, generator=torch.Generator().manual_seed(5))
    with torch.inference_mode():
        expected = encode_spectra(exact.encoder, spectra, 500)
        found = encode_spectra(in_numbers(load_whisper(find_weights(str(small))), torch.float16).encoder, spectra, 500)

    assert found.dtype == torch.float16
    assert float((found.float() - expected).norm() / expected.norm()) < 0.005
