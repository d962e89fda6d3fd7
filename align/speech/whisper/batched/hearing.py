"""How is a batch heard on a GPU? Encoded, decoded, timed and scored together: all that the engine asks of the rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

import torch
from whisper.model import Whisper
from whisper.tokenizer import Tokenizer

from align.speech.audio import Samples
from align.speech.whisper.batched.alignment import align_batch
from align.speech.whisper.batched.audio import Batch, BatchAudio
from align.speech.whisper.batched.decoder import BatchDecoder
from align.speech.whisper.batched.memory import rows_that_fit, size_of
from align.speech.whisper.batched.scoring import score_batch
from align.speech.whisper.greedy import DecodingOptions, DecodingResult, make_options
from align.speech.whisper.word_timing import Times, times_of

AskedT = TypeVar("AskedT")
AnswerT = TypeVar("AnswerT")

Asked = tuple[Samples, Sequence[Sequence[int]]]
"""A clip, and the wordings that it is asked about, as tokens."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a recorded step depends on: so many rows, of so many frames at most, and how their texts begin and end."""

    rows: int
    frames: int
    is_ragged: bool
    prompt: tuple[int, ...]
    most: int


@dataclass(frozen=True, slots=True)
class _Workplace:
    """Where batches of one shape are heard, one after another, in the same places of memory."""

    shape: _Shape
    audio: BatchAudio
    decoder: BatchDecoder


class BatchedWhisper:
    """A network that hears batches whole, on the device it is on; so many seconds of silence are heard behind a clip.

    Its alignment heads look at a sound `offset` seconds before it comes. One batch at a time.
    """

    def __init__(self, network: Whisper, silence: float, offset: float) -> None:
        self._network, self._silence, self._offset = network, silence, offset
        self._workplace: _Workplace | None = None

    @cached_property
    def batch_size(self) -> int:
        """How many clips are heard at once, by what memory was free when that was first asked.

        Room is left to load the network that is asked for evidence, in 32 bits.
        """
        return rows_that_fit(self._network, beside=size_of(self._network, torch.float32))

    def hear(
        self, sounds: Sequence[Samples], tokenizer: Tokenizer, options: DecodingOptions | None = None
    ) -> tuple[tuple[DecodingResult, Times], ...]:
        """Return the text of each clip, when each of its tokens starts and when the last one ends, in seconds."""
        options = options or make_options(tokenizer, self._network.decoder)
        return self._in_order(partial(self._hear, tokenizer, options), sounds, len)

    def score(self, asked: Sequence[Asked], tokenizer: Tokenizer) -> tuple[tuple[float, ...], ...]:
        """Return log p(wording | clip) in nats for the wordings of each clip, which are at most 30 s long."""
        self._workplace = None
        return self._in_order(partial(self._score, tokenizer), asked, lambda one: len(one[0]))

    def _hear(
        self, tokenizer: Tokenizer, options: DecodingOptions, sounds: Sequence[Samples]
    ) -> list[tuple[DecodingResult, Times]]:
        batch = Batch(tuple(sounds), self._silence)
        place = self._at(batch, options)
        place.audio.hear(self._network, batch)
        results = place.decoder.decode(batch.durations)
        texts = [result.tokens for result in results]
        frames = align_batch(self._network, tokenizer, place.audio, texts, batch.durations)
        rows = zip(results, frames, batch.durations, strict=True)
        return [(result, times_of(starts, duration, self._offset)) for result, starts, duration in rows]

    def _score(self, tokenizer: Tokenizer, asked: Sequence[Asked]) -> tuple[tuple[float, ...], ...]:
        batch = Batch(tuple(samples for samples, _ in asked), self._silence)
        audio = BatchAudio.empty(self._network.decoder, len(asked), batch.frames[0], batch.is_ragged)
        audio.hear(self._network, batch)
        return score_batch(self._network, tokenizer, audio, [wordings for _, wordings in asked])

    def _at(self, batch: Batch, options: DecodingOptions) -> _Workplace:
        """Return where a batch is heard: where the last one was, if it had the same shape.

        Rows are as many as a power of two, so that there are few shapes.
        """
        rows = 1 << (len(batch.sounds) - 1).bit_length()
        shape = _Shape(rows, batch.frames[0], batch.is_ragged, options.prompt, options.most)
        if not self._workplace or self._workplace.shape != shape:
            self._workplace = None  # two of them may be more than there is room for
            audio = BatchAudio.empty(self._network.decoder, rows, shape.frames, shape.is_ragged)
            self._workplace = _Workplace(shape, audio, BatchDecoder(self._network.decoder, options, audio))
        return self._workplace

    def _in_order(
        self,
        work: Callable[[Sequence[AskedT]], Sequence[AnswerT]],
        asked: Sequence[AskedT],
        length: Callable[[AskedT], int],
    ) -> tuple[AnswerT, ...]:
        """Return what comes of each, worked on together, those with the longest sounds first."""
        order = sorted(range(len(asked)), key=lambda at: -length(asked[at]))
        answers = dict(zip(order, self._halved(work, [asked[at] for at in order]), strict=True))
        return tuple(answers[at] for at in range(len(asked)))

    def _halved(
        self, work: Callable[[Sequence[AskedT]], Sequence[AnswerT]], asked: Sequence[AskedT]
    ) -> Sequence[AnswerT]:
        """Return what comes of all at once, or of one half and then the other where memory does not suffice for all."""
        try:
            return work(asked)
        except torch.OutOfMemoryError as error:
            if len(asked) == 1:
                raise MemoryError from error
        self._workplace = None
        middle = len(asked) // 2
        return [*self._halved(work, asked[:middle]), *self._halved(work, asked[middle:])]
