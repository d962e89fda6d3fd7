"""Which tokens does the decoder write for what it hears? The likeliest next one, until it ends (greedy search).

With time marks, as Whisper was trained to write long speech: without them it skips sentences. The rules for them are
those of `whisper.decoding.ApplyTimestampRules`, for all rows of a batch at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from whisper.model import TextDecoder
from whisper.tokenizer import Tokenizer

from align.speech.whisper.decoder import Sound, Text, hidden_states
from align.speech.whisper.packed_linear import Pen

_LATEST_FIRST_MARK = 50
"""The first words begin within the first second, in steps of 0.02 s; Whisper's."""


@dataclass(frozen=True, slots=True)
class Written:
    """Text tokens, the log-probability of each, the mean over all that was written, and the chance of no speech."""

    tokens: tuple[int, ...]
    logprobs: tuple[float, ...]
    avg_logprob: float
    no_speech_prob: float


_TOKENS, _TOKENS_PER_SECOND = 20, 15
"""How much is written at most: twice as many tokens as the fastest speakers need, and some for a short sound."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is written before the text, what never; the tokens of end, no speech and time 0, and how many at most."""

    prompt: tuple[int, ...]
    never: Tensor
    end: int
    no_speech: int
    marks: int
    most: int

    def room(self, sound: Sound) -> int:
        """Return how many tokens are written for a sound at most."""
        return min(self.most, round(_TOKENS + _TOKENS_PER_SECOND * sound.duration))


def rules(tokenizer: Tokenizer, decoder: TextDecoder) -> Rules:
    """Return Whisper's rules for text with time marks: no sounds in brackets, no special tokens, half the context."""
    special = range(tokenizer.eot + 1, tokenizer.timestamp_begin)
    return Rules(
        prompt=tuple(tokenizer.sot_sequence),
        never=torch.tensor([*tokenizer.non_speech_tokens, *special], device=decoder.positional_embedding.device),
        end=tokenizer.eot,
        no_speech=tokenizer.no_speech,
        marks=tokenizer.timestamp_begin,
        most=decoder.positional_embedding.shape[0] // 2,
    )


def write(pen: Pen, sounds: Sequence[Sound | None], rules: Rules) -> Iterator[tuple[int, Written]]:
    """Yield what is written for each of some sounds, with its place, as soon as it has ended; None keeps a place.

    To the last bit, what is written for a sound depends on its place and the number of places alone: a row that has
    ended, or had no sound, goes on through the products with all the others, which take as long for fewer rows.
    """
    rows = list(sounds)
    pages = {place: _Page(rules.room(sound)) for place, sound in enumerate(rows) if sound}
    if not pages:
        return
    text = Text(pen.decoder, len(rows), len(rules.prompt) + rules.most)
    marks = _Marks(len(rows), rules)
    newest = torch.tensor([rules.prompt] * len(rows), device=rules.never.device)
    hidden = hidden_states(pen.decoder, newest, rows, text)
    silent = pen.logits(hidden[:, 0]).softmax(dim=-1)[:, rules.no_speech].tolist()
    while True:
        best, chosen = _likeliest(pen.logits(hidden[:, -1]), marks, rules)
        tokens, logprobs = chosen.tolist(), best.tolist()
        for place, page in list(pages.items()):
            page.add(tokens[place], logprobs[place])
            if page.is_full or tokens[place] == rules.end:
                rows[place] = None
                yield place, pages.pop(place).written(rules, silent[place])
        if not pages:
            return
        hidden = hidden_states(pen.decoder, chosen[:, None], rows, text)


class _Page:
    """What has been written for one row, marks and end included; there is room for so many tokens."""

    def __init__(self, room: int) -> None:
        self.room = room
        self._tokens: list[int] = []
        self._logprobs: list[float] = []

    def add(self, token: int, logprob: float) -> None:
        self._tokens.append(token)
        self._logprobs.append(logprob)

    @property
    def is_full(self) -> bool:
        return len(self._tokens) == self.room

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


def _likeliest(scores: Tensor, marks: _Marks, rules: Rules) -> tuple[Tensor, Tensor]:
    """Return the log-probability and the token that is likeliest in each row."""
    scores[:, rules.never] = -torch.inf
    marks.restrict(scores)
    best, chosen = scores.log_softmax(dim=-1).max(dim=-1)
    marks.note(chosen)
    return best, chosen
