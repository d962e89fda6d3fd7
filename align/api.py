"""How is the program put together? The only place that is known, for the command line as for other programs.

`check`, `transcribe`, `read_article` and `find_quotes` do all that the commands do, with the same checks of what they
are given before anything is heard. What cannot be done raises a subclass of `AlignError`, whose text is a sentence for
the user. Importing this loads nothing heavy: each function loads what it needs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from align.archives import Archive as Archive
from align.archives import Chosen
from align.clock import parse_offsets, with_offsets
from align.errors import OptionError
from align.known_articles import read_quoted
from align.known_voices import find_known, open_clips
from align.known_voices import parse_voices as parse_voices
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
from align.validation import check_request

if TYPE_CHECKING:
    from align.cache import Cache
    from align.pipeline import QuotedArticle
    from align.recognizers import Recognizers
    from align.speech.audio import Audio
    from align.speech.protocols import Recognizer
    from align.speech.transcripts import SavedTranscript

File: TypeAlias = str | Path
"""A path, as the user typed it."""

Files: TypeAlias = File | Sequence[File]
"""One path, or some."""

_Given: TypeAlias = Sequence[tuple[str, "SavedTranscript"]]
"""Transcripts, each with the path of its recording."""

_FAULTS = 1
"""Exit status of a check that found something to fault; from `docs/contract.md`."""

_MOST_DECISIONS = 50 * MEGABYTE
"""Bytes; two thousand decisions are half a megabyte."""


def check(
    recordings: Files,
    article: File,
    *,
    transcripts: Files = (),
    archive: Archive | None = None,
    models: Models | None = None,
    style: str = "clean",
    language: str | None = None,
    speaker: str | None = None,
    track: int | None = None,
    offsets: str | Sequence[str] = (),
    fail_on: Severity | str = Severity.MAJOR,
    strict: bool = False,
    voices: Mapping[str, File] = MappingProxyType({}),
    has_voices: bool = True,
    decisions: File | None = None,
    outputs: Files = (),
    clips: File | None = None,
    progress: Progress | None = None,
) -> CheckedReport:
    """Return what `recordings` say about every quotation of `article`, as `align check` does.

    `transcripts` spare hearing, `offsets` are where printed times count from: one for each recording. In an `archive`
    the recordings are found. Only `track`, or that channel of one track, is heard, from 1. `voices` are clips by name.
    """
    inputs = _inputs((recordings, article, transcripts, decisions), models := models or Models(), voices)
    wanted = Outputs(tuple(map(Path, _paths(outputs))), Path(clips) if clips else None, inputs=inputs)
    check_request(inputs, models, wanted, track, archive is not None, has_voices)
    decided, shifts = _decisions(decisions), parse_offsets(_paths(offsets), inputs.recordings or inputs.transcripts)
    opening = _opening(inputs.recordings, track, models)
    quoted = _quoted(article, models.memory, _settings(style, language, fail_on, strict, speaker, track))
    chosen = archive.choose(quoted) if archive else _given(inputs)
    wanted = wanted.beside(chosen.recordings)
    with open_recordings(chosen.recordings, replace(opening, speakers=chosen.speakers)) as audios:
        report = _compare(audios, quoted, chosen, models, voices if has_voices else None, progress)
        checked = _decided(with_offsets(report, shifts), decided, wanted.inputs)
        wanted.write(checked, audios)
    return checked


def transcribe(
    recording: File,
    *,
    models: Models | None = None,
    language: str | None = None,
    track: int | None = None,
    speakers: bool = False,
    outputs: Files = (),
    progress: Progress | None = None,
) -> Transcript:
    """Return what is said in `recording`, as `align transcribe` does; the language is detected if None.

    Voices with a track or a channel of their own are heard apart; `track` chooses one of them, as in `check`. With
    `speakers`, or for an output that holds nothing else, it says who speaks when.
    """
    from align import pipeline
    from align.report import TRANSCRIPT_FORMATS, check_outputs, wants_turns, write_transcript
    from align.speech.merging import merge_transcripts

    models = models or Models()
    files = [Path(path) for path in _paths(outputs)]
    inputs = Inputs((str(recording),), models=models.given, cache=models.cache_file).files
    check_outputs(files, TRANSCRIPT_FORMATS, inputs)
    with open_recordings([str(recording)], _opening([str(recording)], track, models)) as audios:
        each = [models.recognizer] * len(audios)
        heard = pipeline.transcribe(audios, each, language, progress)
        if speakers or wants_turns(files):
            heard = pipeline.tell_voices(audios, heard, models.diarizer, progress)
        transcript = merge_transcripts(heard)
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


def _decisions(path: File | None) -> tuple[Decision, ...]:
    return read_decisions(path) if path else ()


def exit_status(report: Report) -> int:
    """Return the exit status that `docs/contract.md` asks for; what somebody accepted is no fault."""
    from align.report.view.levels import is_failing

    return _FAULTS if any(is_failing(report, check) for check in report.checks) else 0


def _paths(given: Files) -> tuple[str, ...]:
    return (str(given),) if isinstance(given, str | Path) else tuple(map(str, given))


def _inputs(given: tuple[Files, File, Files, File | None], models: Models, voices: Mapping[str, File]) -> Inputs:
    """Return what is read: `given` are the recordings, the article, the transcripts and the decisions."""
    recordings, article, transcripts, decisions = given
    read = _paths(recordings), str(article), _paths(transcripts), _paths(decisions or ())
    return Inputs(*read, models.given, _paths([*voices.values()]), models.cache_file)


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


def _settings(
    style: str, language: str | None, fail_on: str, strict: bool, speaker: str | None, track: int | None
) -> ReportSettings:
    return ReportSettings(_known_style(style), language, _severity(fail_on), strict, speaker, track)


def _quoted(article: File, memory: "Cache", settings: ReportSettings) -> "QuotedArticle":
    from align import pipeline

    read, quotes = read_quoted(str(article), memory)
    return pipeline.select_quotes(read, settings, quotes)


def _given(inputs: Inputs) -> Chosen:
    """Return what is given to check on, each transcript with its recording or the one that it names.

    Raises TranscriptError.
    """
    if not inputs.transcripts:
        return Chosen(inputs.recordings)
    from align.speech.transcripts import read_transcript

    saved = tuple(map(read_transcript, inputs.transcripts))
    paths = inputs.recordings or tuple(one.transcript.recording.path for one in saved)
    return Chosen(inputs.recordings, tuple(zip(paths, saved, strict=True)))


def _opening(paths: Sequence[str], track: int | None, models: Models) -> Opening:
    """Return how recordings are opened, of which those at `paths` are hashed from now on."""
    from align.speech.identity import identify_beside

    return Opening(track, memory=models.memory, beside=models.begin_import, identify=identify_beside(paths))


def _compare(
    audios: Sequence["Audio"],
    quoted: "QuotedArticle",
    chosen: Chosen,
    models: Models,
    voices: Mapping[str, File] | None,
    progress: Progress | None,
) -> Report:
    """Return what the recordings say, or, where there are none, their transcripts alone.

    `voices` are clips of people by name; None if voices are not to be told apart.
    """
    from align import pipeline
    from align.recognizers import Voices

    known = find_known(voices or {}, quoted.quotes)
    if audios:
        with open_clips(known, models.memory) as clips:
            told = Voices(models.diarizer, clips) if voices is not None else None
            each = _recognizers(audios, quoted, chosen.given, models)
            return chosen.about(pipeline.check(audios, quoted, each, progress, told))
    language, (_, first) = quoted.settings.language, chosen.given[0]
    alone = (transcript for _, one in chosen.given for transcript in one.by_itself)
    transcripts = [replace(one, language=language or one.language) for one in alone]
    has_voices = voices is not None
    return chosen.about(pipeline.check_transcripts(quoted, transcripts, first.model, progress, has_voices=has_voices))


def _recognizers(audios: Sequence["Audio"], quoted: "QuotedArticle", given: _Given, models: Models) -> "Recognizers":
    """Return who transcribes each recording: a transcript of it that is given, or the model."""
    from align.recognizers import Recognizers

    own, listener = models.recognizer, models.listener
    if not given:
        second = models.doubter
        return Recognizers((listener,) * len(audios), models.verifying, frozenset(), models.second_pass, second)
    from align.speech.transcripts.given import GivenTranscript

    texts = {path: one.transcript for path, one in given}
    wanted = [quote.text for quote in quoted.spoken]
    told = [_told(audio, given) for audio in audios]
    each: tuple[Recognizer, ...] = tuple(GivenTranscript(one, own, wanted, texts) if one else listener for one in told)
    is_given = frozenset(at for at, one in enumerate(told) if one)
    again = None if all(told) else models.second_pass
    return Recognizers(each, models.verifying, is_given, again, None if all(told) else models.doubter)


def _told(audio: "Audio", given: _Given) -> "SavedTranscript | None":
    """Return what a transcript of the file has of one of its tracks, or of all; None if it has no word of that."""
    own = (one.of(audio.track) if audio.track else one for path, one in given if path == audio.path)
    return next((one for one in own if one.transcript.words), None)


def _decided(report: Report, decisions: Sequence[Decision], inputs: Inputs) -> CheckedReport:
    """Return the report with what was decided about its findings."""
    from align.report.decisions import with_decisions

    report = with_decisions(report, decisions)
    return CheckedReport(**{field.name: getattr(report, field.name) for field in fields(Report)}, inputs=inputs)
