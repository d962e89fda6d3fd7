"""How far has the work come? Whoever wants to know hands a watcher to the pipeline."""

from align.records import Recording


class Watcher:
    """Is told how far the work has come; this one keeps it to itself."""

    def transcribed(self, recording: Recording, seconds: float) -> None:
        """Take note that so many seconds of `recording` have been heard."""

    def retranscribed(self, recording: Recording, seconds: float, total: float) -> None:
        """Take note that so many of all seconds that got no words at first have been heard again."""

    def checked(self, done: int, total: int) -> None:
        """Take note that so many quotes of all have been checked."""
