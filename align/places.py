"""What is said of a place that was found in an archive? It is judged as a quotation is, by its sound if it is there."""

from collections.abc import Collection, Sequence
from contextlib import ExitStack
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Self

from align.archive.matching import speakers
from align.compare.evidence import Context
from align.compare.judge import judge
from align.compare.placement import coverage
from align.compare.styles import check_style
from align.errors import OptionError, RecordingError
from align.models import Models
from align.outputs import Opening, open_recordings
from align.records import (
    Answer,
    Article,
    Certainty,
    Kind,
    Match,
    Passage,
    Question,
    Quote,
    QuoteCheck,
    Report,
    ReportSettings,
    Span,
)

if TYPE_CHECKING:
    from align.archive.entries import Entry
    from align.archive.index import TranscriptIndex
    from align.archive.matching import Candidate
    from align.compare.evidence import AudioScorer
    from align.speech.audio import Audio

_LONGEST = 20_000
"""Characters of what is looked for; quotations of more than 6,000 are unheard of."""

_ABSENT = "Its sound is not at hand ({}): the transcript alone says so."
_GIVEN = "Its transcript is somebody else's and was not put to its sound: align check does that, given both."
_CHANCE = "So few or so common words may be said by chance in so many hours."


def quoted_words(words: str, speaker: str | None) -> tuple[Article, Quote]:
    """Return words as the one quotation of an article; raises OptionError if they are none, or too many."""
    text = " ".join("".join(char if char.isprintable() else " " for char in words).split())
    if not any(char.isalnum() for char in text):
        raise OptionError("There is nothing to look for: give the words that are quoted, in quotation marks.")
    if len(text) > _LONGEST:
        raise OptionError(
            f"What is looked for has {len(text):,} characters: give one quotation, {_LONGEST:,} at most, or check the"
            " whole article with align check --archive."
        )
    digest = sha256(text.encode(errors="replace")).hexdigest()
    quote = Quote(1, text, Span(0, len(text)), None, None, 1, 1, speaker, None, None, Kind.SPEECH)
    return Article("the words looked for", digest, text, text, ()), quote


class PlaceJudge:
    """Judges places, in a `with` statement: it opens the recordings that are at hand, each once."""

    def __init__(self, index: "TranscriptIndex", models: Models, style: str) -> None:
        check_style(style)
        self._index = index
        self._models = models
        self._style = style
        self._closing = ExitStack()
        self._sounds: dict[int, Audio | None] = {}
        self._entries: dict[tuple[str, str | None], Entry] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    def match(self, candidate: "Candidate", article: Article, quote: Quote) -> Match:
        """Return what is said of a place; more than by ear only where its sound is at hand and it fits."""
        doubts = dict.fromkeys(doubt for entry in candidate.used for doubt in self._doubts(entry))
        model = self._index.model(candidate.used[0])
        asked = self._models.name or model.name
        context = Context(
            article, candidate.transcripts, candidate.speech, self._scorer(candidate), asked, self._style, not doubts
        )
        check = judge(quote, candidate.alignment, context)
        chance = (_CHANCE,) if candidate.is_by_chance else ()
        check = _by_ear(check, (*doubts, *chance))
        settings = ReportSettings(self._style, candidate.speech.language.code)
        report = Report(article, model, settings, candidate.transcripts, (check,), not doubts)
        first = check.passages[0]
        said = speakers(candidate.transcripts[first.recording], first.words)
        return Match(report, said, coverage(candidate.alignment))

    def check_folder(self, folder: str | Path | None) -> None:
        """Raise OutputError if clips plainly cannot be written there."""
        from align.report.files import check_folder

        if folder:
            check_folder(Path(folder))

    def write_clips(self, matches: Sequence[Match], folder: str | Path | None) -> None:
        """Write the sound of every place whose recording is at hand, by its number; raises OutputError."""
        from align.report.clips import with_padding
        from align.report.files import make_folder, write_whole
        from align.report.view.times import clock
        from align.speech.clip_export import clip_mp3

        if not folder:
            return
        make_folder(Path(folder))
        for number, match in enumerate(matches, 1):
            for part, passage in enumerate(match.check.passages, 1):
                if audio := self._sound_of(match, passage):
                    name = f"place-{number:02}-part-{part}-at-{clock(passage.start).replace(':', '.')}.mp3"
                    write_whole(
                        Path(folder) / name, clip_mp3(audio, with_padding(match.report, passage)), [Path(audio.path)]
                    )

    def _sound_of(self, match: Match, passage: Passage) -> "Audio | None":
        recording = match.report.transcripts[passage.recording].recording
        entry = self._entries.get((recording.sha256, recording.track))
        return self._sound(entry) if entry else None

    def _doubts(self, entry: "Entry") -> tuple[str, ...]:
        """Return why what is said of a recording rests on its transcript alone."""
        self._entries[entry.recording.sha256, entry.recording.track] = entry
        if self._sound(entry):
            return (_GIVEN,) if entry.recording.is_given else ()
        return (_ABSENT.format(why_absent(entry) or "its tracks are others now"),)

    def _sound(self, entry: "Entry") -> "Audio | None":
        """Return the sound of a recording, if its file is where it was and as it was."""
        if entry.first not in self._sounds:
            self._sounds[entry.first] = None if why_absent(entry) else self._open(entry)
        return self._sounds[entry.first]

    def _open(self, entry: "Entry") -> "Audio | None":
        speakers: dict[str, Collection[str | None]] = {} if entry.recording.track else {entry.place: [None]}
        opening = Opening(speakers=speakers, memory=self._models.memory)
        audios = self._closing.enter_context(open_recordings([entry.place], opening))
        return next((audio for audio in audios if audio.track == entry.recording.track), None)

    def _scorer(self, candidate: "Candidate") -> "AudioScorer":
        """Return who puts questions to the sounds; the model is looked for with the first question."""
        from align.recognizers import audio_scorer

        def ask(question: Question) -> Answer | None:
            at = question.recording
            sound = self._sounds.get(candidate.entries[at].first)
            if sound is None or candidate.entries[at].recording.is_given:
                return None
            scorer = audio_scorer(self._models.recognizer, [sound], [candidate.transcripts[at]])
            return scorer(replace(question, recording=0))

        return ask


def _by_ear(check: QuoteCheck, doubts: Sequence[str]) -> QuoteCheck:
    if not doubts:
        return check
    return replace(check, certainty=Certainty.CHECK_BY_EAR, causes=tuple(dict.fromkeys((*doubts, *check.causes))))


def why_absent(entry: "Entry") -> str:
    """Return why the sound of a recording is not at hand; nothing if it is."""
    from align.speech.identity import identify

    name = entry.recording.name
    if entry.recording.is_given and entry.source == entry.recording.sha256:
        return f"the transcript {name} names no recording"
    try:
        found = identify(entry.place).sha256
    except RecordingError:
        return f"{name} is no longer where it was"
    return "" if found == entry.recording.sha256 else f"{name} is not the file that was heard"
