"""Who reads the sound of the next batch while this one is heard? A thread: a GPU does not wait for the disk."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import pairwise

from align.speech.audio import Clip, Samples


def read_ahead(batches: Sequence[Sequence[Clip]]) -> Iterator[list[Clip]]:
    """Yield batches of clips; once all of one have been read, the next is, too, beside whatever is done with them.

    Where nothing is read, since it is known what is said in it, nothing is read ahead. No more than two batches are
    held.
    """
    with ThreadPoolExecutor(1) as thread:
        now: list[Future[Samples]] = []
        for clips, following in pairwise((*batches, ())):
            turn = _Turn(clips, now, partial(_start, thread, following))
            yield [Clip(clip.key, partial(turn.read, at)) for at, clip in enumerate(clips)]
            now = turn.ahead


def _start(thread: ThreadPoolExecutor, clips: Sequence[Clip]) -> list[Future[Samples]]:
    return [thread.submit(clip.read) for clip in clips]


class _Turn:
    """A batch, what was read of it ahead, and what is read of the next."""

    def __init__(
        self, clips: Sequence[Clip], read: Sequence[Future[Samples]], start: Callable[[], list[Future[Samples]]]
    ) -> None:
        self._clips = clips
        self._read = read
        self._start = start
        self._unread = {*range(len(clips))}
        self.ahead: list[Future[Samples]] = []

    def read(self, at: int) -> Samples:
        """Return the sound of a clip; whatever goes wrong with it is raised here, whoever read it."""
        sound = self._read[at].result() if self._read else self._clips[at].read()
        self._unread.discard(at)
        if not self._unread and not self.ahead:
            self.ahead = self._start()
        return sound
