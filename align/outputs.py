"""Where does a report go? Into files and a folder of clips, with the sound of its recordings."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import KW_ONLY, dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import AlignError, OptionError, OutputError, RecordingError
from align.records import QuoteCheck, Recording, Report

if TYPE_CHECKING:
    from align.cache import Cache
    from align.report.clips import Sounds
    from align.speech.audio import Audio
    from align.speech.identity import Identity


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a command is given to read.

    `models` are their names or paths, `voices` clips of people, and `cache` is the file of what was heard.
    """

    recordings: tuple[str, ...] = ()
    article: str = ""
    transcripts: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    cache: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """All of it: what must not be overwritten."""
        read = (*self.recordings, self.article, *self.transcripts, *self.decisions, *self.models, *self.voices)
        given = (*read, self.cache)
        return tuple(Path(path) for path in given if path)


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where a report goes: files, and a folder of clips. None of them may be one of the `inputs`."""

    files: tuple[Path, ...] = ()
    clips: Path | None = None
    _: KW_ONLY
    inputs: Inputs = field(default_factory=Inputs)

    @property
    def need_sound(self) -> bool:
        """Whether clips must be cut."""
        from align.report import wants_sounds

        return self.clips is not None or wants_sounds(self.files)

    def check(self) -> None:
        """Raise OutputError if one of them could not be written, or would overwrite what is read."""
        from align.report import check_outputs
        from align.report.files import check_folder

        check_outputs(self.files, inputs=self.inputs.files)
        if self.clips:
            check_folder(self.clips)

    def beside(self, recordings: tuple[str, ...]) -> "Outputs":
        """Return the same with these recordings as inputs; raises OutputError if one of them would be overwritten."""
        outputs = replace(self, inputs=replace(self.inputs, recordings=recordings))
        outputs.check()
        return outputs

    def write(self, report: Report, audios: Sequence["Audio"]) -> None:
        """Write all of them, with sound where there is any; raises OutputError about those that cannot be."""
        from align.report import wants_sounds, write_clips, write_report
        from align.report.clips import NO_SOUNDS

        @cache
        def sounds() -> "Sounds":
            return collect_sounds(report, audios) if audios else NO_SOUNDS

        def write(file: Path) -> None:
            heard = sounds() if wants_sounds([file]) else NO_SOUNDS
            write_report(report, file, heard, self.inputs.files)

        steps: list[Callable[[], None]] = [partial(write, file) for file in self.files]
        if clips := self.clips:
            steps.append(lambda: write_clips(report, sounds(), clips, self.inputs.files))
        write_each(steps)


def write_each(steps: Sequence[Callable[[], None]]) -> None:
    """Write one output after another, whatever becomes of the others; raises OutputError with all that went wrong."""
    failures: list[str] = []

    def attempt(step: Callable[[], None]) -> None:
        try:
            step()
        except AlignError as error:
            failures.append(str(error))

    with ExitStack() as stack:  # goes on even if one of them ends in a bug
        for step in reversed(steps):
            stack.callback(attempt, step)
    if failures:
        raise OutputError(" ".join(dict.fromkeys(failures)))


def collect_sounds(report: Report, audios: Sequence["Audio"]) -> "Sounds":
    """Return the sounds that go with a report, from its recordings."""
    from align.report.clips import SoundClip, Sounds, clip_places, slices_of, waveform
    from align.speech.clip_export import clip_mp3

    clips = (SoundClip(number, part, clip_mp3(audios[number], part)) for number, part in clip_places(report))
    waves = (
        waveform(audio.samples(part.start, part.end) for part in slices_of(heard.recording.duration))
        for audio, heard in zip(audios, report.transcripts, strict=True)
    )
    return Sounds(tuple(clips), tuple(waves))


@dataclass(frozen=True, slots=True, eq=False)
class CheckedReport(Report):
    """A report whose recordings are at hand, so that it can be written with their sound, and over none of `inputs`."""

    inputs: Inputs = field(default_factory=Inputs, repr=False)

    @property
    def findings(self) -> tuple[QuoteCheck, ...]:
        """What somebody should look at, worst first."""
        from align.report.view.findings import findings

        return findings(self)

    def write(self, path: str | Path) -> None:
        """Write the report in the format that the end of `path` asks for, the page with sound.

        Raises OutputError; RecordingError if sound is asked for and a recording is not what it was.
        """
        self._write(Outputs((Path(path),), inputs=self.inputs))

    def write_clips(self, folder: str | Path) -> None:
        """Write a sound file for every place of every finding; raises OptionError without sound, else as `write`."""
        if not self.is_heard:
            raise OptionError("Clips need sound, and this report is on transcripts alone: give the recordings, too.")
        self._write(Outputs(clips=Path(folder), inputs=self.inputs))

    def _write(self, outputs: Outputs) -> None:
        recordings = [heard.recording for heard in self.transcripts]
        outputs.check()
        needed = recordings if outputs.need_sound and self.is_heard else []
        with _reopened(needed, self.settings.track) as audios:
            outputs.write(self, audios)


@contextmanager
def _reopened(recordings: Sequence[Recording], track: int | None) -> Iterator[list["Audio"]]:
    """Open what was heard, with one of the tracks if one was chosen; raises RecordingError if it is not what it was."""
    paths = tuple(dict.fromkeys(recording.path for recording in recordings))
    speakers = {recording.path: frozenset({None}) for recording in recordings if not recording.track}
    with open_recordings(paths, Opening(track, speakers)) as audios:
        found = {(audio.path, audio.sha256, audio.track): audio for audio in audios}
        for heard in recordings:
            if (heard.path, heard.sha256, heard.track) not in found:
                raise RecordingError(f"{heard.path} has changed since it was heard: check the article again.")
        yield [found[heard.path, heard.sha256, heard.track] for heard in recordings]


@dataclass(frozen=True, slots=True)
class Opening:
    """How a file becomes recordings: one for each voice of its own, in all tracks or in one (from 1), or as a whole.

    It is a whole where its transcript has other `speakers`, by the file's path, than its tracks. `memory` knows which
    voices that are. `beside` begins what will be needed while a file is decoded that was never heard. `identify` says
    which file is at a path, if that was begun before.
    """

    track: int | None = None
    speakers: Mapping[str, Collection[str | None]] = field(default_factory=dict)
    memory: "Cache | None" = None
    beside: Callable[[], None] | None = None
    identify: "Callable[[str], Identity] | None" = None


@contextmanager
def open_recordings(paths: Sequence[str], opening: Opening | None = None) -> Iterator[list["Audio"]]:
    """Open recordings until the block ends, in order; raises RecordingError, and OptionError without such a track."""
    opening = opening or Opening()
    with ExitStack() as stack:
        files = [[stack.enter_context(audio) for audio in _open(path, opening)] for path in paths]
        yield _in_order(files)


def _open(path: str, opening: Opening) -> list["Audio"]:
    from align.speech.audio import open_audio, open_voices

    speakers = opening.speakers.get(path, ())
    if None in speakers:
        return [open_audio(path, opening.memory)]
    identity = opening.identify(path) if opening.identify else None
    voices = open_voices(path, opening.track, opening.memory, opening.beside, identity)
    return voices if {*speakers} <= {voice.track for voice in voices} else [voices[0].whole]


def _in_order(files: Sequence[Sequence["Audio"]]) -> list["Audio"]:
    """Return the recordings of all files, track by track if all have the same ones: one may go on in the next."""
    is_alike = len({tuple(audio.track for audio in file) for file in files}) == 1
    return [audio for one in (zip(*files, strict=True) if is_alike else files) for audio in one]
