"""Which tokens does the decoder write for what it hears? The likeliest next one, until it ends (greedy search).

With time marks, as Whisper was trained to write long speech: without them it skips sentences. The rules for them are
those of `whisper.decoding.ApplyTimestampRules`, for all rows of a batch at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from whisper.model import TextDecoder
from whisper.tokenizer import Tokenizer

from align.speech.decoder import Sound, Text, hidden_states
from align.speech.pen import Pen

_LATEST_FIRST_MARK = 50
"""The first words begin within the first second, in steps of 0.02 s; Whisper's."""


@dataclass(frozen=True, slots=True)
class Written:
    """Text tokens, the log-probability of each, the mean over all that was written, and the chance of no speech."""

    tokens: tuple[int, ...]
    logprobs: tuple[float, ...]
    avg_logprob: float
    no_speech_prob: float


@dataclass(frozen=True, slots=True)
class Rules:
    """What is written before the text, what never; the tokens of end, no speech and time 0, and how many at most."""

    prompt: tuple[int, ...]
    never: Tensor
    end: int
    no_speech: int
    marks: int
    most: int


def rules(tokenizer: Tokenizer, decoder: TextDecoder, room: int) -> Rules:
    """Return Whisper's rules for text with time marks: no sounds in brackets, no special tokens, so many at most."""
    special = range(tokenizer.eot + 1, tokenizer.timestamp_begin)
    return Rules(
        prompt=tuple(tokenizer.sot_sequence),
        never=torch.tensor([*tokenizer.non_speech_tokens, *special], device=decoder.positional_embedding.device),
        end=tokenizer.eot,
        no_speech=tokenizer.no_speech,
        marks=tokenizer.timestamp_begin,
        most=min(room, decoder.positional_embedding.shape[0] // 2),
    )


def write(pen: Pen, sounds: Sequence[Sound], rules: Rules) -> tuple[Written, ...]:
    """Return what is written for each of some sounds, a row for each."""
    pages = [_Page() for _ in sounds]
    rows = list(zip(pages, sounds, strict=True))
    text = Text(pen.decoder, len(rows), len(rules.prompt) + rules.most)
    marks = _Marks(len(rows), rules)
    newest = torch.tensor([rules.prompt] * len(rows), device=rules.never.device)
    hidden = hidden_states(pen.decoder, newest, sounds, text)
    silent = pen.logits(hidden[:, 0]).softmax(dim=-1)[:, rules.no_speech].tolist()
    for _ in range(rules.most):
        best, chosen = _likeliest(pen.logits(hidden[:, -1]), marks, rules)
        for (page, _), token, logprob in zip(rows, chosen.tolist(), best.tolist(), strict=True):
            page.add(token, logprob)
        keep = (chosen != rules.end).nonzero()[:, 0]
        if not len(keep):
            break
        if len(keep) < len(rows):
            rows, chosen = [rows[at] for at in keep.tolist()], chosen[keep]
            text.keep(keep)
            marks.keep(keep)
        hidden = hidden_states(pen.decoder, chosen[:, None], [sound for _, sound in rows], text)
    return tuple(page.written(rules, no_speech) for page, no_speech in zip(pages, silent, strict=True))


class _Page:
    """What has been written for one row, marks and end included."""

    def __init__(self) -> None:
        self._tokens: list[int] = []
        self._logprobs: list[float] = []

    def add(self, token: int, logprob: float) -> None:
        self._tokens.append(token)
        self._logprobs.append(logprob)

    def written(self, rules: Rules, no_speech_prob: float) -> Written:
        """Return the text alone."""
        pairs = zip(self._tokens, self._logprobs, strict=True)
        text = [(token, logprob) for token, logprob in pairs if token < rules.end]
        return Written(
            tuple(token for token, _ in text),
            tuple(logprob for _, logprob in text),
            sum(self._logprobs) / len(self._logprobs),
            no_speech_prob,
        )


class _Marks:
    """The rules of time marks: first and in pairs; never backwards; one is due where all together beat every word."""

    def __init__(self, batch: int, rules: Rules) -> None:
        device = rules.never.device
        self._rules = rules
        self._is_first = True
        self._is_mark = torch.ones(batch, dtype=torch.bool, device=device)
        self._was_mark = torch.ones(batch, dtype=torch.bool, device=device)
        self._latest = torch.zeros(batch, dtype=torch.long, device=device)

    def restrict(self, scores: Tensor) -> None:
        """Rule out, in place, the tokens that may not come next."""
        begin = self._rules.marks
        marks = scores[:, begin:]
        if self._is_first:
            scores[:, :begin] = -torch.inf
            marks[:, _LATEST_FIRST_MARK + 1 :] = -torch.inf
            return
        is_closed = self._is_mark & ~self._was_mark
        earliest = self._latest + (~is_closed).long()
        marks.masked_fill_(torch.arange(marks.shape[1], device=scores.device) < earliest[:, None], -torch.inf)
        marks.masked_fill_((self._is_mark & self._was_mark)[:, None], -torch.inf)
        scores[:, : self._rules.end].masked_fill_(is_closed[:, None], -torch.inf)
        is_due = marks.logsumexp(dim=-1) > scores[:, :begin].amax(dim=-1)
        scores[:, :begin].masked_fill_(is_due[:, None], -torch.inf)

    def note(self, chosen: Tensor) -> None:
        """Take note of what was written."""
        is_mark = chosen >= self._rules.marks
        self._was_mark, self._is_mark = self._is_mark, is_mark
        self._latest = torch.where(is_mark, chosen - self._rules.marks, self._latest)
        self._is_first = False

    def keep(self, rows: Tensor) -> None:
        """Forget all but some rows of the batch."""
        self._is_mark, self._was_mark, self._latest = self._is_mark[rows], self._was_mark[rows], self._latest[rows]


def _likeliest(scores: Tensor, marks: _Marks, rules: Rules) -> tuple[Tensor, Tensor]:
    """Return the log-probability and the token that is likeliest in each row."""
    scores[:, rules.never] = -torch.inf
    marks.restrict(scores)
    best, chosen = scores.log_softmax(dim=-1).max(dim=-1)
    marks.note(chosen)
    return best, chosen
