"""How is the program put together? The only place that is known, for the command line as for other programs.

`check`, `transcribe`, `read_article` and `find_quotes` do all that the commands do, with the same checks of what they
are given before anything is heard. What cannot be done raises a subclass of `AlignError`, whose text is a sentence for
the user. Importing this loads nothing heavy: each function loads what it needs.
"""

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from align.clock import parse_offsets, with_offsets
from align.errors import ArticleError, OptionError
from align.models import Models
from align.outputs import CheckedReport, Inputs, Opening, Outputs, open_recordings, write_each
from align.progress import Progress
from align.reading import MEGABYTE, read_whole
from align.records import (
    Article,
    Decision,
    Quote,
    Report,
    ReportSettings,
    Severity,
    Transcript,
)

if TYPE_CHECKING:
    from align.pipeline import QuotedArticle, Recognizers
    from align.speech.audio import Audio
    from align.speech.transcripts import SavedTranscript

File: TypeAlias = str | Path
"""A path, as the user typed it."""

Files: TypeAlias = File | Sequence[File]
"""One path, or some."""

_FAULTS = 1
"""Exit status of a check that found something to fault; from `docs/contract.md`."""

_MOST_DECISIONS = 50 * MEGABYTE
"""Bytes; two thousand decisions are half a megabyte."""

SOUND_ENDINGS = frozenset(".wav .mp3 .m4a .aac .flac .ogg .oga .opus .wma .mp4 .mkv .mov .webm .avi .aiff .amr".split())
"""Endings of what is no article, if somebody swaps the two."""


def check(
    recordings: Files,
    article: File,
    *,
    transcripts: Files = (),
    models: Models | None = None,
    style: str = "clean",
    language: str | None = None,
    speaker: str | None = None,
    track: int | None = None,
    offsets: str | Sequence[str] = (),
    fail_on: Severity | str = Severity.MAJOR,
    strict: bool = False,
    decisions: File | None = None,
    outputs: Files = (),
    clips: File | None = None,
    progress: Progress | None = None,
) -> CheckedReport:
    """Return what `recordings` say about every quotation of `article`, as `align check` does.

    `transcripts`, one for each recording, spare hearing them; without recordings nothing is confirmed. Only `track` is
    heard, from 1, or that channel of a single track. `offsets`, one for each recording, are where printed times count
    from. `decisions` is what the page exported. `outputs` and `clips` are refused at once if they could not be written.
    """
    models = models or Models()
    read = _paths(recordings), str(article), _paths(transcripts), _paths(decisions or ())
    inputs = Inputs(*read, models.given, models.cache_file)
    wanted = Outputs(tuple(map(Path, _paths(outputs))), Path(clips) if clips else None, inputs=inputs)
    _check_inputs(inputs, models, wanted, track)
    wanted.check()
    settings = ReportSettings(_known_style(style), language, _severity(fail_on), strict, speaker, track)
    decided = read_decisions(decisions) if decisions else ()
    shifts = parse_offsets(_paths(offsets), inputs.recordings or inputs.transcripts)
    quoted = _quoted(inputs.article, settings)
    with open_recordings(inputs.recordings, Opening(track, bool(transcripts), models.memory)) as audios:
        report = _compare(audios, quoted, _given(inputs.transcripts), models, progress)
        checked = _decided(with_offsets(report, shifts), decided, inputs)
        wanted.write(checked, audios)
    return checked


def transcribe(
    recording: File,
    *,
    models: Models | None = None,
    language: str | None = None,
    track: int | None = None,
    outputs: Files = (),
    progress: Progress | None = None,
) -> Transcript:
    """Return what is said in `recording`, as `align transcribe` does; the language is detected if None.

    Voices with a track or a channel of their own are heard apart; `track` chooses one of them, as in `check`.
    """
    from align import pipeline
    from align.report import TRANSCRIPT_FORMATS, check_outputs, write_transcript
    from align.speech.merging import merge_transcripts

    models = models or Models()
    files = [Path(path) for path in _paths(outputs)]
    inputs = Inputs((str(recording),), models=models.given, cache=models.cache_file).files
    check_outputs(files, TRANSCRIPT_FORMATS, inputs)
    with open_recordings([str(recording)], Opening(track, memory=models.memory)) as audios:
        each = [models.recognizer] * len(audios)
        transcript = merge_transcripts(pipeline.transcribe(audios, each, language, progress))
    write_each([partial(write_transcript, transcript, models.model, file, inputs) for file in files])
    return transcript


def read_article(path: File) -> Article:
    """Return the article at `path`, or on standard input if it is "-"; raises ArticleError if there is none."""
    from align.article import read_article

    return read_article(str(path))


def find_quotes(article: Article | File, *, outputs: Files = ()) -> tuple[Quote, ...]:
    """Return the quotations of `article`, in order of print; raises ArticleError or OutputError."""
    from align.article import find_quotes
    from align.report import QUOTES_FORMATS, check_outputs, write_quotes

    files = [Path(path) for path in _paths(outputs)]
    inputs = [Path(article.path if isinstance(article, Article) else article)]
    check_outputs(files, QUOTES_FORMATS, inputs)
    article = article if isinstance(article, Article) else read_article(article)
    quotes = find_quotes(article)
    write_each([partial(write_quotes, article, quotes, file, inputs) for file in files])
    return quotes


def read_decisions(path: File) -> tuple[Decision, ...]:
    """Return the decisions that the listening page exported; raises OptionError if the file holds none."""
    from align.report.decisions import parse_decisions

    try:
        data = read_whole(path, _MOST_DECISIONS)
    except OSError as error:
        raise OptionError(f"The decisions in {path} cannot be read: {error.strerror}.") from error
    return parse_decisions(str(path), data)


def exit_status(report: Report) -> int:
    """Return the exit status that `docs/contract.md` asks for; what somebody accepted is no fault."""
    from align.report.view.levels import is_failing

    return _FAULTS if any(is_failing(report, check) for check in report.checks) else 0


def _paths(given: Files) -> tuple[str, ...]:
    return (str(given),) if isinstance(given, str | Path) else tuple(map(str, given))


def _check_inputs(inputs: Inputs, models: Models, outputs: Outputs, track: int | None) -> None:
    """Raise if there is nothing to hear or read, or if article and recordings seem to be swapped."""
    if Path(inputs.article).suffix.lower() in SOUND_ENDINGS:
        hint = "the arguments seem to be swapped" if inputs.recordings else "there is no article"
        raise ArticleError(f"{inputs.article} is a recording, but the last argument must be the article: {hint}.")
    if inputs.article in inputs.transcripts:
        raise OptionError(f"{inputs.article} is article and transcript in one: it would be compared with itself.")
    if track is not None and inputs.transcripts:
        raise OptionError("--track chooses what is heard, but a transcript is of all that is: leave one of them out.")
    recordings, transcripts = len(inputs.recordings), len(inputs.transcripts)
    if not recordings and not transcripts:
        raise OptionError("Give at least one recording before the article: align check RECORDING... ARTICLE.")
    if not recordings and (outputs.clips or models.verifier):
        raise OptionError("--clips and --verifier need sound: give the recording of each transcript, too.")
    if recordings and transcripts and recordings != transcripts:
        raise OptionError(
            f"Recordings and transcripts differ in number ({recordings} and {transcripts}): give"
            " --transcript once for each recording, in their order."
        )


def _known_style(style: str) -> str:
    """Return the name of a house style; raises OptionError if there is none of that name."""
    from align.compare.styles import check_style

    check_style(style)
    return style


def _severity(name: str) -> Severity:
    """Return the severity of that name; raises OptionError if there is none."""
    if name not in [*Severity]:
        raise OptionError(f"There is no severity {name!r}; choose one of {', '.join(Severity)}.")
    return Severity(name)


def _quoted(article: str, settings: ReportSettings) -> "QuotedArticle":
    from align import pipeline

    return pipeline.select_quotes(read_article(article), settings)


def _given(paths: Sequence[str]) -> tuple["SavedTranscript", ...]:
    """Return the transcripts that are given; raises TranscriptError."""
    if not paths:
        return ()
    from align.speech.transcripts import read_transcript

    return tuple(map(read_transcript, paths))


def _compare(
    audios: Sequence["Audio"],
    quoted: "QuotedArticle",
    given: Sequence["SavedTranscript"],
    models: Models,
    progress: Progress | None,
) -> Report:
    """Return what the recordings say, or, where there are none, their transcripts alone."""
    from align import pipeline

    if audios:
        return pipeline.check(audios, quoted, _recognizers(audios, quoted, given, models), progress)
    language = quoted.settings.language
    transcripts = [replace(one.by_itself, language=language or one.transcript.language) for one in given]
    return pipeline.compare(quoted, transcripts, lambda _: None, given[0].model, progress, is_heard=False)


def _recognizers(
    audios: Sequence["Audio"], quoted: "QuotedArticle", given: Sequence["SavedTranscript"], models: Models
) -> "Recognizers":
    """Return who transcribes each recording: a transcript of it that is given, or the model."""
    from align.pipeline import Recognizers

    own = models.recognizer
    if not given:
        return Recognizers((own,) * len(audios), models.verifying)
    from align.speech.transcripts.given import GivenTranscript

    texts = {audio.path: one.transcript for audio, one in zip(audios, given, strict=True)}
    wanted = [quote.text for quote in quoted.spoken]
    each = tuple(GivenTranscript(one, own, wanted, texts) for one in given)
    return Recognizers(each, models.verifying, is_given=True)


def _decided(report: Report, decisions: Sequence[Decision], inputs: Inputs) -> CheckedReport:
    """Return the report with what was decided about its findings."""
    from align.report.decisions import with_decisions

    report = with_decisions(report, decisions)
    return CheckedReport(**{field.name: getattr(report, field.name) for field in fields(Report)}, inputs=inputs)
