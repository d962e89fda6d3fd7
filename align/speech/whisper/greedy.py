"""Which text does the decoder find for audio? Greedy decoding: the likeliest next token, until the text ends.

With timestamp tokens, as Whisper was trained to write long speech: without them it skips sentences. The rules for them
are those of `whisper.decoding.ApplyTimestampRules`, for all rows of a batch at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from whisper.model import TextDecoder
from whisper.tokenizer import Tokenizer

from align.speech.whisper.decoder import EncodedAudio, KVCache, hidden_states
from align.speech.whisper.packed_linear import DecoderWithHead

_LATEST_FIRST_TIMESTAMP = 50
"""The first words begin within the first second, in steps of 0.02 s; Whisper's."""

_TOKENS, _TOKENS_PER_SECOND = 20, 15
"""How many tokens a text has at most: twice as many as the fastest speakers need, and some for a short clip."""


@dataclass(frozen=True, slots=True)
class DecodingOptions:
    """What comes before the text, what is suppressed; the tokens of end, no speech and time 0, and how many at most."""

    prompt: tuple[int, ...]
    suppressed: Tensor
    end: int
    no_speech: int
    timestamp_begin: int
    most: int

    def most_tokens(self, duration: float) -> int:
        """Return how many tokens are decoded at most for a clip of so many seconds."""
        return min(self.most, round(_TOKENS + _TOKENS_PER_SECOND * duration))


@dataclass(frozen=True, slots=True)
class DecodingResult:
    """Text tokens, the log-probability of each, the mean over all that was decoded, and the chance of no speech."""

    tokens: tuple[int, ...]
    logprobs: tuple[float, ...]
    avg_logprob: float
    no_speech_prob: float


def make_options(tokenizer: Tokenizer, decoder: TextDecoder) -> DecodingOptions:
    """Return Whisper's options for text with timestamps: no sounds in brackets, no special tokens, half the context."""
    special = range(tokenizer.eot + 1, tokenizer.timestamp_begin)
    return DecodingOptions(
        prompt=tuple(tokenizer.sot_sequence),
        suppressed=torch.tensor([*tokenizer.non_speech_tokens, *special], device=decoder.positional_embedding.device),
        end=tokenizer.eot,
        no_speech=tokenizer.no_speech,
        timestamp_begin=tokenizer.timestamp_begin,
        most=decoder.positional_embedding.shape[0] // 2,
    )


def decode_greedily(
    model: DecoderWithHead, audios: Sequence[EncodedAudio], options: DecodingOptions, rows_at_least: int = 1
) -> tuple[DecodingResult, ...]:
    """Return the text of each audio, all decoded together.

    A row that has ended goes on through the products with all the others, which take as long for fewer rows and would
    round the rest in another way. For the same reason a few audios are filled up to `rows_at_least` with such rows.
    """
    spare = [audios[0].first_frame] * (rows_at_least - len(audios))
    rows = [*audios, *spare]
    hypotheses = [_Hypothesis(options.most_tokens(audio.duration)) for audio in audios]
    cache = KVCache(model.decoder, len(rows), len(options.prompt) + options.most)
    rules = TimestampRules(len(rows), options)
    newest = torch.tensor([options.prompt] * len(rows), device=options.suppressed.device)
    hidden = hidden_states(model.decoder, newest, rows, cache)
    silent = model.head(hidden[:, 0]).softmax(dim=-1)[:, options.no_speech].tolist()
    while True:
        best, chosen = likeliest(model.head(hidden[:, -1]), rules, options)
        for row, (token, logprob) in enumerate(zip(chosen.tolist()[: len(audios)], best.tolist(), strict=False)):
            if not hypotheses[row].has_ended and hypotheses[row].add(token, logprob, options.end):
                rows[row] = audios[row].first_frame
        if all(hypothesis.has_ended for hypothesis in hypotheses):
            return tuple(one.result(options, prob) for one, prob in zip(hypotheses, silent, strict=False))
        hidden = hidden_states(model.decoder, chosen[:, None], rows, cache)


class _Hypothesis:
    """What has been decoded for one row, timestamps and end included; so many tokens at most."""

    def __init__(self, most: int) -> None:
        self.has_ended = False
        self._most = most
        self._tokens: list[int] = []
        self._logprobs: list[float] = []

    def add(self, token: int, logprob: float, end: int) -> bool:
        """Take the next token; return whether that was the last."""
        self._tokens.append(token)
        self._logprobs.append(logprob)
        self.has_ended = token == end or len(self._tokens) == self._most
        return self.has_ended

    def result(self, options: DecodingOptions, no_speech_prob: float) -> DecodingResult:
        return text_of(self._tokens, self._logprobs, no_speech_prob, options)


def text_of(
    tokens: Sequence[int], logprobs: Sequence[float], no_speech_prob: float, options: DecodingOptions
) -> DecodingResult:
    """Return the text of all that was decoded for a clip, without timestamps and end."""
    text = [(token, logprob) for token, logprob in zip(tokens, logprobs, strict=True) if token < options.end]
    return DecodingResult(
        tuple(token for token, _ in text),
        tuple(logprob for _, logprob in text),
        sum(logprobs) / len(logprobs),
        no_speech_prob,
    )


class TimestampRules:
    """Timestamps come first and in pairs, never backwards; one is due where all together beat every word.

    Its tensors stay where they are, so that a step of decoding can be recorded for a GPU.
    """

    def __init__(self, batch: int, options: DecodingOptions) -> None:
        device = options.suppressed.device
        self._options = options
        self._is_timestamp = torch.empty(batch, dtype=torch.bool, device=device)
        self._was_timestamp = torch.empty(batch, dtype=torch.bool, device=device)
        self._latest = torch.empty(batch, dtype=torch.long, device=device)
        self.begin()

    def begin(self) -> None:
        """Forget what was chosen: nothing has been, for a new batch."""
        self._is_first = True
        self._is_timestamp.fill_(True)
        self._was_timestamp.fill_(True)
        self._latest.zero_()

    def restrict(self, scores: Tensor) -> None:
        """Rule out, in place, the tokens that may not come next."""
        begin = self._options.timestamp_begin
        timestamps = scores[:, begin:]
        if self._is_first:
            scores[:, :begin] = -torch.inf
            timestamps[:, _LATEST_FIRST_TIMESTAMP + 1 :] = -torch.inf
            return
        is_closed = self._is_timestamp & ~self._was_timestamp
        earliest = self._latest + (~is_closed).long()
        timestamps.masked_fill_(torch.arange(timestamps.shape[1], device=scores.device) < earliest[:, None], -torch.inf)
        timestamps.masked_fill_((self._is_timestamp & self._was_timestamp)[:, None], -torch.inf)
        scores[:, : self._options.end].masked_fill_(is_closed[:, None], -torch.inf)
        is_due = timestamps.logsumexp(dim=-1) > scores[:, :begin].amax(dim=-1)
        scores[:, :begin].masked_fill_(is_due[:, None], -torch.inf)

    def note(self, chosen: Tensor) -> None:
        """Take note of the tokens that were chosen."""
        is_timestamp = chosen >= self._options.timestamp_begin
        self._was_timestamp.copy_(self._is_timestamp)
        self._is_timestamp.copy_(is_timestamp)
        self._latest.copy_(torch.where(is_timestamp, chosen - self._options.timestamp_begin, self._latest))
        self._is_first = False


def likeliest(scores: Tensor, rules: TimestampRules, options: DecodingOptions) -> tuple[Tensor, Tensor]:
    """Return the log-probability and the token that is likeliest in each row."""
    scores.index_fill_(1, options.suppressed, -torch.inf)
    rules.restrict(scores)
    best, chosen = scores.log_softmax(dim=-1).max(dim=-1)
    rules.note(chosen)
    return best, chosen
