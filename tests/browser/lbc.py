"""The page of the LBC case, without a model: the true words are the transcripts, the sounds are the recordings'."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from align.outputs import collect_sounds
from align.records import ReportSettings
from align.report import write_report
from align.speech.audio import open_audio
from tests import lbc_case

RECORDINGS = ("naseem", "smallman", "javid")
SIZES = ((1280, "light"), (1280, "dark"), (380, "light"), (380, "dark"))


def write_lbc_page(path: Path) -> None:
    """Write the page on all three recordings."""
    report = lbc_case.report(*RECORDINGS, settings=ReportSettings(language="en"))
    report = replace(report, article=replace(report.article, path="article.txt"))
    with ExitStack() as stack:
        audios = [stack.enter_context(open_audio(str(lbc_case.FOLDER / f"{name}.mp3"))) for name in RECORDINGS]
        write_report(report, path, collect_sounds(report, audios))
