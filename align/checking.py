"""What a check needs beside the pipeline: ears with a memory, the sounds of the findings, files, an exit status."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from align import pipeline
from align.errors import ArticleError, OptionError
from align.records import Report
from align.report import wants_sounds, write_report
from align.report.levels import is_failing
from align.report.sounds import SILENCE, Sounds, collect_sounds, write_clips
from align.speech import load_engine
from align.speech.audio import clip_mp3, open_audio
from align.speech.recorded import Recorded
from align.speech.transcripts import read_transcript
from align.store import Store, cache_path
from align.watch import Watcher

FAULTS, FAILED, INTERRUPTED = 1, 2, 130  # exit statuses; the last as shells report SIGINT
_SOUND = frozenset(".wav .mp3 .m4a .aac .flac .ogg .oga .opus .wma .mp4 .mkv .mov .webm .avi .aiff .amr".split())


@dataclass(frozen=True, slots=True)
class EarOptions:
    """Which engine with which model hears, whether it remembers, and the transcripts that spare it hearing."""

    engine: str
    model: str
    verifier: str | None = None
    transcripts: tuple[Path, ...] = ()
    has_memory: bool = True

    def load(self, recordings: Sequence[str]) -> pipeline.Ears:
        """Return who hears `recordings`; raises OptionError if the transcripts are not as many."""
        store = Store(cache_path() if self.has_memory else None)
        engine = load_engine(self.engine, self.model, store)
        verifier = load_engine(self.engine, self.verifier, store) if self.verifier else None
        if not self.transcripts:
            return pipeline.Ears((engine,) * len(recordings), verifier)
        if len(self.transcripts) != len(recordings):
            raise OptionError(
                f"There are {len(recordings)} recordings but {len(self.transcripts)} transcripts: give --transcript"
                " once for each recording, in their order."
            )
        return pipeline.Ears(tuple(Recorded(read_transcript(str(path)), engine) for path in self.transcripts), verifier)


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
    recordings: Sequence[str], claims: pipeline.Claims, options: EarOptions, wanted: Wanted, watcher: Watcher
) -> tuple[Report, Sounds]:
    """Return the report, and the sounds that the wanted files need."""
    with ExitStack() as stack:
        audios = [stack.enter_context(open_audio(path)) for path in recordings]
        report = pipeline.check(audios, claims, options.load(recordings), watcher)
        return report, collect_sounds(report, audios, clip_mp3) if wanted.sounds else SILENCE


def check_order(recordings: Sequence[str], article: str) -> None:
    """Raise if there is nothing to hear, or if article and recordings seem to be swapped."""
    if Path(article).suffix.lower() in _SOUND:
        hint = "the arguments seem to be swapped" if recordings else "there is no article"
        raise ArticleError(f"{article} is a recording, but the last argument must be the article: {hint}.")
    if not recordings:
        raise OptionError("Give at least one recording before the article: align check RECORDING... ARTICLE.")


def write(report: Report, sounds: Sounds, wanted: Wanted) -> None:
    """Write all the files that are wanted."""
    for file in wanted.files:
        write_report(report, file, sounds)
    if wanted.clips:
        write_clips(report, sounds, wanted.clips)


def status(report: Report) -> int:
    """Return the exit status that the contract asks for; what somebody accepted is no fault."""
    return FAULTS if any(is_failing(report, check) for check in report.checks) else 0
