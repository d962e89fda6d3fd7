"""Which part of a batch is done here? One of several shards, each run by itself: a job of an array."""

import hashlib
import re
from dataclasses import dataclass

from align.batches.pairs import Pair
from align.errors import OptionError


@dataclass(frozen=True, slots=True)
class Shard:
    """The shard `number`, from 1, of `count`."""

    number: int = 1
    count: int = 1

    @property
    def summary(self) -> str:
        """What the summary of this shard is called; only a run over all pairs writes that of all."""
        return "summary" if self.count == 1 else f"summary-{self.number}-of-{self.count}"

    def holds(self, pair: Pair) -> bool:
        """Whether a pair is of this shard: pairs whose first recording is the same are of the same one."""
        first = next(iter((*pair.recordings, *pair.options.transcript, pair.article)))
        return int(hashlib.sha256(first.encode(errors="replace")).hexdigest(), 16) % self.count == self.number - 1


WHOLE = Shard()
"""All of it."""


def parse_shard(text: str | None) -> Shard:
    """Return the shard that `2/8` means, or all pairs; raises OptionError."""
    if text is None:
        return WHOLE
    told = re.fullmatch(r"([1-9]\d{0,5})/([1-9]\d{0,5})", text)
    if not told or int(told[1]) > int(told[2]):
        raise OptionError(f"{text!r} is no --shard: give which of how many, such as 2/8.")
    return Shard(int(told[1]), int(told[2]))
