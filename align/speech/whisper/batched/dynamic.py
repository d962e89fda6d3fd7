"""Who asks one by one is answered together: while a batch is computed, what other threads ask waits for the next.

This is called dynamic batching. A batch is as large as there are threads that ask; nobody waits for it to fill up.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

AskedT = TypeVar("AskedT")
AnswerT = TypeVar("AnswerT")


@dataclass(eq=False, slots=True)
class _Batch(Generic[AskedT, AnswerT]):
    """What is asked together, and the answers to come."""

    answers: Future[Sequence[AnswerT]]
    asked: list[AskedT] = field(default_factory=list)


class DynamicBatcher(Generic[AskedT, AnswerT]):
    """Answers what threads ask, in one thread of its own; `answer` gives an answer for each of what it is asked."""

    def __init__(self, answer: Callable[[Sequence[AskedT]], Sequence[AnswerT]]) -> None:
        self._answer = answer
        self._thread = ThreadPoolExecutor(1, "align")
        self._adding = Lock()
        self._next: _Batch[AskedT, AnswerT] | None = None

    def ask(self, one: AskedT) -> AnswerT:
        """Return the answer to this; raises what answering its batch raises."""
        with self._adding:
            batch = self._next = self._next or _Batch(self._thread.submit(self._answer_next))
            at = len(batch.asked)
            batch.asked.append(one)
        return batch.answers.result()[at]

    def _answer_next(self) -> Sequence[AnswerT]:
        with self._adding:
            batch, self._next = self._next, None
        return self._answer(batch.asked if batch else ())
