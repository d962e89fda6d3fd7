"""Checks the quotations of an article against the recording they come from.

For programs: `from align import check`; what it returns is described in `align.records`.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from align._version import __version__
from align.records import Report, ReportSettings

__all__ = ["Report", "ReportSettings", "__version__", "check"]


def check(
    recordings: Sequence[str | Path],
    article: str | Path,
    *,
    model: str | None = None,
    engine: str = "openai-whisper",
    settings: ReportSettings | None = None,
) -> Report:
    """Return what `recordings` say about every quotation of `article`; raises a subclass of `AlignError`.

    `model` is a Whisper name or the path of a checkpoint; without one it is `base`, or on a GPU the best that is here.
    """
    from align import pipeline
    from align.article import read_article
    from align.speech import load_recognizer
    from align.speech.audio import open_audio

    quoted = pipeline.select_quotes(read_article(str(article)), settings or ReportSettings())
    with ExitStack() as stack:
        audios = [stack.enter_context(open_audio(str(path))) for path in recordings]
        ears = pipeline.Recognizers((load_recognizer(engine, model),) * len(audios))
        return pipeline.check(audios, quoted, ears)
