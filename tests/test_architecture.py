"""The direction of the arrows, and what must not be loaded before it is needed."""

import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter

import pytest

from tests.sources import imported_modules, read_sources

MODULES = {source.module: source for source in read_sources("align")}
ARROWS = {module: imported_modules(source, MODULES) & set(MODULES) for module, source in MODULES.items()}

MAY_IMPORT = {
    # Records and what they are made of.
    "_version": "",
    "errors": "",
    "enums": "",
    "thresholds": "",
    "records": "enums errors",
    "cache": "errors",
    "reading": "",
    "charset": "",
    "subsequences": "",
    "short_names": "",
    "diarization": "records",
    "word_voices": "records",
    # A language knows nothing of what is done with it.
    "languages": "",
    # The stages: none knows another.
    "article": "records enums errors languages reading charset",
    "compare": "records enums errors languages thresholds subsequences diarization word_voices",
    "speech": "records enums errors cache languages reading charset subsequences diarization word_voices",
    "report": "records enums errors word_voices _version",
    # What was heard can be searched: an index knows transcripts and how quotations are compared, no sound.
    "archive": "compare languages records errors thresholds diarization word_voices short_names",
    # Who puts them together: only `pipeline` knows their order, only `api` makes an application of them.
    "progress": "records report.view",
    "recognizers": "compare speech.audio speech.protocols records progress",
    "pipeline": (
        "recognizers article compare languages speech.audio speech.protocols records enums errors progress thresholds"
        " diarization short_names"
    ),
    "clock": "records errors",
    "outputs": "report speech.audio speech.identity speech.clip_export records enums errors cache",
    "known_articles": "article records enums cache",
    "known_voices": "speech.audio records errors cache short_names",
    "models": "speech.engines speech.first_pass speech.protocols speech.voices records cache",
    "places": "archive compare recognizers pipeline speech.audio speech.identity speech.clip_export report.clips"
    " report.files report.view models outputs records errors",
    "indexing": "archive pipeline speech.identity speech.transcripts models outputs progress reading records errors",
    "archives": "archive indexing places pipeline speech.transcripts models outputs progress records errors",
    "validation": "models outputs report errors",
    "api": (
        "archives recognizers pipeline outputs models validation clock known_articles known_voices article compare"
        " speech report cache records enums errors progress reading"
    ),
    "exits": "errors",
    "batches": (
        "api known_voices models outputs validation exits report speech.whisper.device speech.whisper.weights"
        " article.formats records errors cache reading charset progress _version"
    ),
    "cli": (
        "api batches known_voices models exits errors records progress cache report.formats report.view speech.whisper"
        " _version"
    ),
    "__main__": "cli",
    "": "api archives batches models outputs progress records enums errors _version",
}
"""What each part of the package may know of the others, beside itself; a part is a folder or a file of `align`."""

MAY_IMPORT_INSIDE = {
    "archive.database": "",
    "archive.packing": "",
    "archive.terms": "",
    "archive.entries": "",
    "archive.index": "archive.database archive.packing archive.terms archive.entries",
    "archive.search": "archive.index archive.terms",
    "archive.matching": "archive.search archive.index archive.terms archive.entries",
    "archive.choice": "archive.matching archive.index archive.entries",
    "archive.damage": "archive.index",
    "article.lexicons": "",
    "article.formats": "article.lexicons",
    "article.marks": "article.lexicons",
    "article.entities": "article.lexicons article.marks",
    "article.attribution": "article.lexicons article.marks article.entities",
    "article.quotations": "article.lexicons article.marks article.entities article.attribution",
    "speech.ffmpeg": "",
    "speech.probe": "",
    "speech.headers": "",
    "speech.identity": "",
    "speech.channels": "",
    "speech.endings": "",
    "speech.wholeness": "speech.endings speech.ffmpeg speech.headers speech.probe",
    "speech.sound_file": "speech.ffmpeg speech.headers speech.probe speech.identity speech.channels speech.wholeness",
    "speech.audio": "speech.ffmpeg speech.identity speech.sound_file speech.channels",
    "speech.merging": "",
    "speech.protocols": "speech.audio",
    "speech.clip_export": "speech.audio speech.ffmpeg",
    "speech.word_boundaries": "",
    "speech.vad": "speech.workers speech.audio speech.ffmpeg",
    "speech.transcripts": "speech.audio speech.channels speech.protocols speech.word_boundaries",
    "speech.processor": "",
    "speech.workers": "",
    "speech.whisper": "speech.processor speech.workers speech.audio speech.ffmpeg speech.protocols speech.vad",
    "speech.voices": "speech.processor speech.workers speech.audio speech.ffmpeg speech.vad speech.protocols",
    "speech.read_ahead": "speech.audio",
    "speech.loudness": "speech.audio speech.ffmpeg",
    "speech.missed": "speech.audio speech.loudness speech.protocols",
    "speech.transcription": "speech.audio speech.loudness speech.missed speech.protocols speech.read_ahead speech.vad"
    " speech.word_boundaries",
    "speech.cached": "speech.audio speech.protocols speech.transcription",
    "compare.voices": "compare.alignment compare.certainty compare.evidence compare.locate compare.placement",
    "report.files": "",
    "report.view": "",
    "report.decisions": "report.view",
    "report.clips": "report.files report.view",
    "report.formats": "report.decisions report.view",
    "report.page": "report.clips report.decisions report.view",
}
"""What the parts of a stage may know of each other, beside themselves; a part that is not named knows all."""


def _part(module: str, depth: int) -> str:
    """The part that a module belongs to: `align.speech.vad.silero` to speech, or at depth 2 to speech.vad."""
    return ".".join(module.split(".")[1 : 1 + depth])


def _arrows(part: str) -> Iterator[tuple[str, str]]:
    """Every import out of a part, as file and module."""
    depth = part.count(".") + 1
    for module, imported in ARROWS.items():
        if _part(module, depth) == part:
            yield from ((str(MODULES[module]), name) for name in imported if _part(name, depth) != part)


def _is_within(module: str, parts: str) -> bool:
    return any(_part(module, part.count(".") + 1) == part for part in parts.split())


def test_every_part_is_known():
    assert {_part(module, 1) for module in MODULES} <= set(MAY_IMPORT)
    assert {part for part in MAY_IMPORT_INSIDE if not any(_is_within(module, part) for module in MODULES)} == set()


@pytest.mark.parametrize("part", MAY_IMPORT, ids=lambda part: part or "align")
def test_no_arrow_runs_back(part):
    assert [arrow for arrow in _arrows(part) if not _is_within(arrow[1], MAY_IMPORT[part])] == []


@pytest.mark.parametrize("part", MAY_IMPORT_INSIDE)
def test_no_arrow_runs_back_inside_a_stage(part):
    stage = part.partition(".")[0]
    inside = [arrow for arrow in _arrows(part) if _is_within(arrow[1], stage)]

    assert [arrow for arrow in inside if not _is_within(arrow[1], MAY_IMPORT_INSIDE[part])] == []


def test_no_imports_run_in_a_circle():
    """Of whole modules, those that are imported late in a function too; raises CycleError with the circle."""
    assert set(TopologicalSorter(ARROWS).static_order()) == set(MODULES)


def test_the_tests_are_no_part_of_the_program():
    for source in read_sources("align"):
        assert not any(name.partition(".")[0] == "tests" for name in imported_modules(source)), source


HELP = [["--help"], ["--version"], *([command, "--help"] for command in ("check", "find", "batch"))]


@pytest.mark.parametrize("arguments", HELP)
def test_help_loads_no_model(arguments):
    code = (
        "import sys; from align.cli import app\n"
        f"try: app({arguments!r})\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'whisper', 'numba', 'numpy', 'rapidfuzz', 'jinja2', 'distributed'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
