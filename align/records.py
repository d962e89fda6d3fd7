"""Every value that crosses from one stage to the next.

Ranges are half-open positions, never copies of words; seconds are floats from the start of the recording.
A record that makes no sense cannot be built: it raises `ValueError`, which is a bug of the stage that tried.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from align.enums import Category as Category
from align.enums import Certainty as Certainty
from align.enums import Choice as Choice
from align.enums import Kind as Kind
from align.enums import Op as Op
from align.enums import Role as Role
from align.enums import Severity as Severity
from align.enums import Verdict as Verdict
from align.enums import worst as worst

_HOUR = 3600.0
"""Seconds."""

_AROUND_WORDS = ' \t\n…“”()[]".,;:!?'


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open positions `[start, end)` in some sequence that the holder names."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, position: int) -> bool:
        return self.start <= position < self.end


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Half-open time in seconds from the start of a recording."""

    start: float
    end: float

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not an interval: [{self.start}, {self.end})")

    @property
    def duration(self) -> float:
        """Seconds."""
        return self.end - self.start


def joined_stretches(stretches: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return stretches in order of time, those that overlap or touch as one."""
    joined: list[Interval] = []
    for stretch in sorted(stretches):
        if joined and stretch.start <= joined[-1].end:
            stretch = Interval(joined[-1].start, max(joined.pop().end, stretch.end))
        joined.append(stretch)
    return tuple(joined)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like stretch of an article's text."""

    chars: Span
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: one text, in which every quote keeps its position.

    `path` is as the user typed it; `sha256` is of the file's bytes. `blocks` are sorted, do not overlap, and
    cover every character that is not white space. `marked` are the spans that the format itself marks as
    quotations (`<q>`, `<blockquote>`), beside those that quote marks in the text will show. `is_lined` says that
    the lines of `text` are those of the file. `warnings` are sentences on what could not be read, or was left out.
    `emphasised` are the spans that the format sets in bold or italics.
    """

    path: str
    sha256: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    marked: tuple[Span, ...] = ()
    is_lined: bool = True
    warnings: tuple[str, ...] = ()
    emphasised: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """One unbroken printed run that the article claims somebody said or wrote; see `docs/contract.md`.

    `text` is `article.text[chars]`. `line` and `column` count from 1 and are None where a format has none.
    `confidence` (0 to 1) and `warnings` (sentences) say where the marks could be read in two ways.
    `speaker_confidence` (0 to 1) says how sure the speaker is; None where there is none.
    """

    id: int
    text: str
    chars: Span
    continues: int | None
    inside: int | None
    line: int | None
    column: int | None
    speaker: str | None
    mention: str | None
    cue: str | None
    kind: Kind
    confidence: float = 1.0
    warnings: tuple[str, ...] = ()
    is_translated: bool = False
    speaker_confidence: float | None = None

    def __post_init__(self) -> None:
        if len(self.text) != len(self.chars) or not self.text:
            raise ValueError(f"quote {self.id} is not the text at its positions")

    @property
    def is_checkable(self) -> bool:
        """Whether a recording could bear it out: its words are said to have been spoken, and not translated."""
        return self.kind.is_spoken and not self.is_translated


@dataclass(frozen=True, slots=True)
class Recording:
    """A file that holds speech, or one of its tracks or channels.

    `path` is as the user typed it, `sha256` of the file's bytes, `duration` in seconds. `track` says in words which
    track or channel this is, where a file has several with other voices; None for all of its sound. `warnings` are
    sentences on what may be missing or wrong in it. `timecode` is what the file's own clock shows at its start,
    `HH:MM:SS:FF` (`;FF` where it drops frames) or `HH:MM:SS.mmm`; `frame_rate` is pictures a second. `offset`, in
    seconds, is what the user's clock shows at its start: printed times count from it, all others from the start.
    """

    path: str
    sha256: str
    duration: float
    track: str | None = None
    warnings: tuple[str, ...] = ()
    timecode: str | None = None
    frame_rate: float | None = None
    offset: float = 0.0

    @property
    def file(self) -> tuple[str, str]:
        """What all tracks of one file have in common."""
        return self.path, self.sha256

    @property
    def name(self) -> str:
        """What to call it: its path, and which of its tracks."""
        return f"{self.path} ({self.track})" if self.track else self.path


@dataclass(frozen=True, slots=True)
class Word:
    """A word as Whisper writes it, with its leading space and punctuation. `probability` is 0 to 1.

    `speaker` is the label, such as SPEAKER_00, that a transcript which tells voices apart gives the one that is heard.
    """

    text: str
    start: float
    end: float
    probability: float = 1.0
    speaker: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"word {self.text!r} ends before it starts: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of transcript; `words` are positions in the transcript's words."""

    start: float
    end: float
    words: Span
    avg_logprob: float = 0.0
    no_speech_prob: float = 0.0


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the voices of a recording.

    `label` is what the transcript or the file calls it (`SPEAKER_00`, `channel 2 of 2`), or, where it was told apart by
    its sound, `voice 1` and so on in the order in which they are first heard, within a track `channel 2 of 2, voice 1`.
    `name` is the person of the article whose voice it is; None where that is nobody, or cannot be told. `is_presenter`:
    it asks the questions.
    """

    label: str
    name: str | None = None
    is_presenter: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """A stretch in which one voice speaks; `voice` is a position in the voices of the transcript. Seconds."""

    start: float
    end: float
    voice: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.voice < 0:
            raise ValueError(f"not a turn: {self.start} to {self.end} of voice {self.voice}")


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a model heard in one recording.

    Words are in order of time; segments divide them without gap or overlap. `unheard` are stretches of speech
    that no word covers: a quote may hide there. `warnings` are sentences on what was mended in it or does not fit.
    `turns` say who speaks when, in order of time, and may overlap; without `voices` nobody asked. `second_pass` are the
    stretches, in order, that a second model heard: its words stand there, the first one's elsewhere.
    """

    recording: Recording
    language: str
    words: tuple[Word, ...]
    segments: tuple[Segment, ...]
    unheard: tuple[Interval, ...] = ()
    warnings: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()
    turns: tuple[Turn, ...] = ()
    second_pass: tuple[Interval, ...] = ()

    def __post_init__(self) -> None:
        if any(turn.voice >= len(self.voices) for turn in self.turns):
            raise ValueError("a turn of a voice that the transcript does not have")
        edges = [0, *(segment.words.end for segment in self.segments)]
        if [segment.words.start for segment in self.segments] != edges[:-1] or edges[-1] != len(self.words):
            raise ValueError("the segments of a transcript must divide its words")

    @property
    def labels(self) -> tuple[str, ...]:
        """What each of its voices is called."""
        return tuple(voice.label for voice in self.voices)

    @property
    def all_warnings(self) -> tuple[str, ...]:
        """Those of its recording, then its own."""
        return (*self.recording.warnings, *self.warnings)

    def said(self, span: Span) -> str:
        """Return the words at `span` as one string."""
        return "".join(word.text for word in self.words[span.start : span.end]).strip()

    def said_plainly(self, span: Span) -> str:
        """Return the words at `span` on one line, without the punctuation around them, which nobody heard."""
        return " ".join(self.said(span).split()).strip(_AROUND_WORDS)


@dataclass(frozen=True, slots=True)
class Model:
    """Which model heard. `sha256` is of its weights; `verifier` names the second model, if one was used.

    With `first_pass`, a model of that name heard all, and this one only where quotes may be. `second_opinion` names the
    one that is asked as well where this one is unsure of a difference.
    """

    engine: str
    name: str
    sha256: str | None
    verifier: str | None = None
    first_pass: str | None = None
    second_opinion: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Does the clip hold what was `heard` or what is `printed`? Each may be worded in several ways."""

    recording: int
    clip: Interval
    heard: tuple[str, ...]
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likelihoods:
    """Log-likelihoods in nats of the wordings of a question, one for each, as heard and as printed."""

    heard: tuple[float, ...]
    printed: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Nats by which the likeliest wording as printed surpasses the likeliest as heard."""
        return max(self.printed) - max(self.heard)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model makes of a question: on the clip, and on silence, which tells its prior for the wordings."""

    clip: Likelihoods
    silence: Likelihoods


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between speech and print.

    `chars` are positions in the article's text (empty for a delete), `words` in the transcript's words (empty for
    an insert); `printed` and `spoken` are the words there, the spoken ones without the punctuation around them.
    `start` and `end` are the times of the spoken words, or the instant of the gap. `probability` (0 to 1) is
    calibrated: that the difference is real. `evidence` in nats: log p(audio | as printed) - log p(audio | as heard),
    None if the audio was not asked. `doubt` is a sentence on why it must be checked by ear, if it must.
    """

    op: Op
    category: Category
    severity: Severity
    certainty: Certainty
    probability: float
    printed: str
    spoken: str
    chars: Span
    recording: int
    words: Span
    start: float
    end: float
    evidence: float | None = None
    doubt: str | None = None

    def __post_init__(self) -> None:
        sides = {Op.SUBSTITUTE: (True, True), Op.INSERT: (True, False), Op.DELETE: (False, True)}
        if (len(self.chars) > 0, len(self.words) > 0) != sides.get(self.op):
            raise ValueError(f"{self.op} does not fit printed {self.chars} and spoken {self.words}")
        if len(self.printed) != len(self.chars):
            raise ValueError(f"{self.printed!r} is not the text at {self.chars}")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Printed and spoken words side by side: the same ones (`EQUAL`), or one difference.

    `chars` are positions in the article's text, `words` in the transcript's words. A word that two tokens share
    belongs to the first difference that holds one of them; either side may be empty for that. `edit` is None where
    both sides agree, and where the audio took the difference for a mishearing.
    """

    op: Op
    chars: Span
    words: Span
    edit: Edit | None = None

    def __post_init__(self) -> None:
        if self.op is Op.EQUAL and self.edit is not None:
            raise ValueError("words that are the same have no edit")


@dataclass(frozen=True, slots=True)
class Passage:
    """The stretch of a recording that a quote, or one part of it, repeats.

    `words` are positions in the words of `transcripts[recording]`; `chars` are positions in the article's text.
    `start` and `end` in seconds are those of its sound: when the first word begins and the last one ends.
    `chunks` cover `chars` and `words` in order, without gap or overlap; a limiting clause that print cut off is a
    chunk beyond the end of `words`, or before their start.
    """

    recording: int
    words: Span
    chars: Span
    start: float
    end: float
    chunks: tuple[Chunk, ...]

    def __post_init__(self) -> None:
        spans = [(chunk.chars, chunk.words) for chunk in self.chunks]
        is_torn = any(one.end != other.start for pair in pairwise(spans) for one, other in zip(*pair, strict=True))
        if not spans or is_torn or (spans[0][0].start, spans[-1][0].end) != (self.chars.start, self.chars.end):
            raise ValueError(f"the chunks of a passage must cover {self.chars}: {spans}")
        if spans[0][1].start > self.words.start or spans[-1][1].end < self.words.end:
            raise ValueError(f"the chunks of a passage must cover {self.words}: {spans}")

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The differences that were not taken for mishearings, in order of print."""
        return tuple(chunk.edit for chunk in self.chunks if chunk.edit)


@dataclass(frozen=True, slots=True)
class Misattribution:
    """The words stand under one name and were said by another voice: the finding `wrong_speaker`.

    `printed` is the name; `heard` says whose voice it is, for a reader: "the voice of Bas Javid's other quotes".
    `voice` is its position in the voices of the recording of the quote's first passage. `probability` (0 to 1): that
    the name is wrong. `doubt` is a sentence on why it must be checked by ear, if it must.
    """

    printed: str
    heard: str
    voice: int
    severity: Severity
    certainty: Certainty
    probability: float
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided and noted about a finding; `finding` is its fingerprint (`report/decisions.py`)."""

    finding: str
    choice: Choice | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """What the recordings say about one quote.

    `probability` (0 to 1) is calibrated: that print and recording really differ by something major or worse.
    `passages` are in order of the printed text. `causes` are innocent reasons, likeliest first, one sentence each.
    `voice` is whose it is, a position in the voices of the first passage's recording; None where that is not known.
    """

    quote: Quote
    verdict: Verdict
    severity: Severity
    certainty: Certainty
    probability: float
    passages: tuple[Passage, ...] = ()
    causes: tuple[str, ...] = ()
    decision: Decision | None = None
    voice: int | None = None
    misattribution: Misattribution | None = None

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The differences of all passages, in order of print."""
        edits = (edit for passage in self.passages for edit in passage.edits)
        return tuple(sorted(edits, key=lambda edit: (edit.chars, edit.start)))


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """The options that change what a report says.

    `language` is a code such as `en`; None until the recording has told. `speaker` limits the check to the quotes of
    one person. With `strict`, what must be checked by ear counts for the exit status too. `track`, from 1, is the only
    sound track that is heard, or channel in a file of one track; None for all.
    """

    style: str = "clean"
    language: str | None = None
    fail_on: Severity = Severity.MAJOR
    strict: bool = False
    speaker: str | None = None
    track: int | None = None


@dataclass(frozen=True, slots=True)
class ArchivedRecording:
    """A recording whose transcript is in an archive; `track` as in `Recording`.

    `path` is as the user typed it. `sha256` is of the recording, or of the transcript where that names none. `duration`
    in seconds. `is_given`: the transcript is somebody else's.
    """

    path: str
    sha256: str
    duration: float
    track: str | None
    language: str
    is_given: bool

    @property
    def name(self) -> str:
        """What to call it: its path, and which of its tracks."""
        return f"{self.path} ({self.track})" if self.track else self.path


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through: the archive in the file at `path`, with so many recordings and seconds of them."""

    path: str
    recordings: int
    seconds: float

    @property
    def name(self) -> str:
        """How much that is, in words."""
        many = "" if self.recordings == 1 else "s"
        hours, minutes = f"{self.seconds / 3600:,.1f} hours", f"{self.seconds / 60:.1f} minutes"
        return f"{hours if self.seconds >= _HOUR else minutes} ({self.recordings} recording{many}) of {self.path}"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is written anywhere is a view of this. Without `is_heard`, transcripts were all there was.

    `searched` is the archive in which the recordings were found; None where they were given.
    """

    article: Article
    model: Model
    settings: ReportSettings
    transcripts: tuple[Transcript, ...]
    checks: tuple[QuoteCheck, ...]
    is_heard: bool = True
    searched: Searched | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What may be missing or wrong in what was read and heard: sentences, each after the name of its file."""
        heard = ((one.recording.name, one.all_warnings) for one in self.transcripts)
        found = [f"Its recordings were found in {self.searched.name}."] if self.searched else []
        named = ((self.article.path, (*self.article.warnings, *found)), *heard)
        return tuple(dict.fromkeys(f"{name}: {warning}" for name, warnings in named for warning in warnings))

    def printed(self, chars: Span) -> str:
        """Return the article's text at `chars`."""
        return self.article.text[chars.start : chars.end]

    def spoken(self, check: QuoteCheck) -> str:
        """Return the words spoken where the quote was found; parts that lie apart are joined by ` […] `."""
        return " […] ".join(self.transcripts[part.recording].said(part.words) for part in check.passages)


@dataclass(frozen=True, slots=True)
class Match:
    """A place in an archive where words are said, or, of spliced ones, the places.

    `report` is a report on these words alone: one check, and what is said around each place as its transcripts.
    `speakers` are who is known to speak there, whoever says most first. `coverage` (0 to 1) is the share of the words
    that are said there.
    """

    report: Report
    speakers: tuple[str, ...]
    coverage: float

    @property
    def check(self) -> QuoteCheck:
        """What is said of the words: verdict, certainty, differences."""
        return self.report.checks[0]

    @property
    def recording(self) -> Recording:
        """The recording in which the first of the words are said."""
        return self.report.transcripts[self.check.passages[0].recording].recording

    @property
    def start(self) -> float:
        """When the first of the words begins, in seconds."""
        return self.check.passages[0].start

    @property
    def end(self) -> float:
        """When the last of the words ends, in seconds; of the recording of the last part, if there are several."""
        return self.check.passages[-1].end

    @property
    def spoken(self) -> str:
        """The words as they are said."""
        return self.report.spoken(self.check)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Where words are said, likeliest first, and in how much it was looked. `warnings` say what was passed over."""

    text: str
    matches: tuple[Match, ...]
    searched: Searched
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddedFile:
    """What became of a file that was to be put into an archive: its recordings there; `problem` if it cannot be.

    Without `is_new` they were there already.
    """

    path: str
    recordings: tuple[ArchivedRecording, ...] = ()
    is_new: bool = False
    problem: str | None = None
