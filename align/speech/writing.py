"""Which tokens does the decoder write for what it hears? The likeliest next one, until it ends (greedy search)."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from whisper.model import TextDecoder
from whisper.tokenizer import Tokenizer

from align.speech.decoder import Sound, Text, hidden_states, logits


@dataclass(frozen=True, slots=True)
class Written:
    """Text tokens and the log-probability of each; the last one is that of the end."""

    tokens: tuple[int, ...]
    logprobs: tuple[float, ...]

    @property
    def avg_logprob(self) -> float:
        """Nats for a token."""
        return sum(self.logprobs) / len(self.logprobs)


@dataclass(frozen=True, slots=True)
class Rules:
    """What is written before the text, what never, what not at its beginning, and how long it may get."""

    prompt: tuple[int, ...]
    never: Tensor
    not_first: Tensor
    end: int
    most: int


def rules(tokenizer: Tokenizer, decoder: TextDecoder) -> Rules:
    """Return Whisper's rules for text without time marks: no sounds in brackets, no special tokens, no empty text."""
    device = decoder.positional_embedding.device
    special = range(tokenizer.eot + 1, decoder.token_embedding.num_embeddings)
    prompt = tokenizer.sot_sequence_including_notimestamps
    return Rules(
        prompt=tuple(prompt),
        never=torch.tensor([*tokenizer.non_speech_tokens, *special], device=device),
        not_first=torch.tensor([*tokenizer.encode(" "), tokenizer.eot], device=device),
        end=tokenizer.eot,
        most=decoder.positional_embedding.shape[0] // 2 - len(prompt),
    )


def write(decoder: TextDecoder, sound: Sound, rules: Rules) -> tuple[Written, ...]:
    """Return what is written for each row of `sound`."""
    batch = sound.keys[0].shape[0]
    tokens: list[list[int]] = [[] for _ in range(batch)]
    logprobs: list[list[float]] = [[] for _ in range(batch)]
    text = Text(decoder, batch, len(rules.prompt) + rules.most)
    newest = torch.tensor([rules.prompt] * batch, device=sound.keys[0].device)
    rows = list(range(batch))
    for length in range(rules.most):
        scores = logits(decoder, hidden_states(decoder, newest, sound, text)[:, -1]).float()
        best, chosen = _likeliest(scores, rules, is_first=length == 0)
        for row, token, logprob in zip(rows, chosen.tolist(), best.tolist(), strict=True):
            tokens[row].append(token)
            logprobs[row].append(logprob)
        unfinished = [at for at, row in enumerate(rows) if tokens[row][-1] != rules.end]
        if not unfinished:
            break
        newest = chosen[:, None]
        if len(unfinished) < len(rows):
            keep = torch.tensor(unfinished, device=newest.device)
            sound, newest, rows = sound.rows(keep), newest[keep], [rows[at] for at in unfinished]
            text.keep(keep)
    return tuple(_written(row, values, rules.end) for row, values in zip(tokens, logprobs, strict=True))


def _likeliest(scores: Tensor, rules: Rules, *, is_first: bool) -> tuple[Tensor, Tensor]:
    """Return the log-probability and the token that is likeliest in each row."""
    scores[:, rules.never] = -torch.inf
    if is_first:
        scores[:, rules.not_first] = -torch.inf
    best, chosen = scores.log_softmax(dim=-1).max(dim=-1)
    return best, chosen


def _written(tokens: Sequence[int], logprobs: Sequence[float], end: int) -> Written:
    return Written(tuple(token for token in tokens if token != end), tuple(logprobs))
