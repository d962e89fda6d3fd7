"""What a check needs beside the pipeline: ears with a memory, the sounds of the findings, files, an exit status."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from align import pipeline
from align.cache import Cache, cache_path
from align.errors import ArticleError, OptionError
from align.progress import Progress
from align.records import Report
from align.report import wants_sounds, write_report
from align.report.clips import SILENCE, Sounds, collect_sounds, write_clips
from align.report.view.levels import is_failing
from align.speech import load_recognizer
from align.speech.audio import open_audio
from align.speech.clip_export import clip_mp3
from align.speech.transcripts import read_transcript
from align.speech.transcripts.given import GivenTranscript

FAULTS, FAILED, INTERRUPTED = 1, 2, 130  # exit statuses; the last as shells report SIGINT
_SOUND = frozenset(".wav .mp3 .m4a .aac .flac .ogg .oga .opus .wma .mp4 .mkv .mov .webm .avi .aiff .amr".split())


@dataclass(frozen=True, slots=True)
class EarOptions:
    """Which engine with which model hears, whether it remembers, and the transcripts that spare it hearing."""

    engine: str
    model: str | None
    verifier: str | None = None
    transcripts: tuple[Path, ...] = ()
    has_memory: bool = True

    def load(self, recordings: Sequence[str]) -> pipeline.Recognizers:
        """Return who hears `recordings`; raises OptionError if the transcripts are not as many."""
        cache = Cache(cache_path() if self.has_memory else None)
        engine = load_recognizer(self.engine, self.model, cache)
        verifier = load_recognizer(self.engine, self.verifier, cache) if self.verifier else None
        if not self.transcripts:
            return pipeline.Recognizers((engine,) * len(recordings), verifier)
        if len(self.transcripts) != len(recordings):
            raise OptionError(
                f"Recordings and transcripts differ in number ({len(recordings)} and {len(self.transcripts)}): give"
                " --transcript once for each recording, in their order."
            )
        given = (GivenTranscript(read_transcript(str(path)), engine) for path in self.transcripts)
        return pipeline.Recognizers(tuple(given), verifier)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the report goes: files, and a folder of clips."""

    files: tuple[Path, ...]
    clips: Path | None

    @property
    def sounds(self) -> bool:
        """Whether clips must be cut."""
        return self.clips is not None or wants_sounds(self.files)


def hear_and_compare(
    recordings: Sequence[str], quoted: pipeline.QuotedArticle, options: EarOptions, wanted: Wanted, progress: Progress
) -> tuple[Report, Sounds]:
    """Return the report, and the sounds that the wanted files need."""
    if not recordings:
        return _compare_alone(quoted, options, progress), SILENCE
    with ExitStack() as stack:
        audios = [stack.enter_context(open_audio(path)) for path in recordings]
        report = pipeline.check(audios, quoted, options.load(recordings), progress)
        return report, collect_sounds(report, audios, clip_mp3) if wanted.sounds else SILENCE


def check_inputs(recordings: Sequence[str], article: str, options: EarOptions, wanted: Wanted) -> None:
    """Raise if there is nothing to hear or read, or if article and recordings seem to be swapped."""
    if Path(article).suffix.lower() in _SOUND:
        hint = "the arguments seem to be swapped" if recordings else "there is no article"
        raise ArticleError(f"{article} is a recording, but the last argument must be the article: {hint}.")
    if recordings:
        return
    if not options.transcripts:
        raise OptionError("Give at least one recording before the article: align check RECORDING... ARTICLE.")
    if wanted.clips or options.verifier:
        raise OptionError("--clips and --verifier need sound: give the recording of each transcript, too.")


def write(report: Report, sounds: Sounds, wanted: Wanted) -> None:
    """Write all the files that are wanted."""
    for file in wanted.files:
        write_report(report, file, sounds)
    if wanted.clips:
        write_clips(report, sounds, wanted.clips)


def status(report: Report) -> int:
    """Return the exit status that the contract asks for; what somebody accepted is no fault."""
    return FAULTS if any(is_failing(report, check) for check in report.checks) else 0


def _compare_alone(quoted: pipeline.QuotedArticle, options: EarOptions, progress: Progress) -> Report:
    """Return the report on transcripts whose recordings are not at hand: nothing is confirmed, all is for the ear."""
    saved = [read_transcript(str(path)) for path in options.transcripts]
    transcripts = [one.transcript for one in saved]
    return pipeline.compare(quoted, transcripts, lambda _: None, saved[0].model, progress, is_heard=False)
