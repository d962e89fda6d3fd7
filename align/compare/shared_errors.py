"""What have print and a transcript that was given in common, though something else is heard?

A transcript in which somebody tidied a word, or that was written from the article, bears print out where both are
wrong. So the whole passage of a quote is heard again, and where transcript and print agree, what is heard is judged as
if it were the transcript. Two texts against one hearing: nothing is certain, and for the ear is what turns the meaning
if it is likelier than not, and what else would be certain against print alone.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from align.compare.alignment import Part, QuoteAlignment, align_quote
from align.compare.corrections import Correction, HeardPassage, compare_hearing, correct
from align.compare.edits import find_edits
from align.compare.evidence import Context, touch
from align.compare.locate import find_alignments, index_speech
from align.compare.offsets import words_of
from align.compare.placement import is_found
from align.compare.tokens import spoken_tokens
from align.records import Edit, Interval, Segment, Severity, Span, Transcript, Word
from align.thresholds import CONFIRMED, GUESSED, LIKELY

_AROUND = 5.0
"""Seconds beside a passage that are heard with it: a dozen words, by which the two are put to each other."""

_SHOWN = 8
"""Words of a passage that are shown."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What is heard in a passage against print and transcript: in place of single words, or of all of them.

    `warning` is a sentence on a passage that is something else, or that could not be made out; `place` is where the
    quote may still be.
    """

    corrections: tuple[Correction, ...] = ()
    warning: str = ""
    place: Interval | None = None


def correct_transcripts(
    alignments: Iterable[QuoteAlignment], context: Context, note: Callable[[int], None] = lambda _: None
) -> Context:
    """Return the context with what is heard in place of words that print and transcript have in common.

    What is found there is for the ear. `note` is told how many quotes have been heard.
    """
    found: dict[int, list[Contradiction]] = {}
    for done, aligned in enumerate(alignments, 1):
        for part in aligned.parts:
            found.setdefault(part.recording, []).append(_contradict(part, aligned, context))
        note(done)
    pairs = [_corrected(one, found.get(at, ())) for at, one in enumerate(context.transcripts)]
    contested = tuple(places for _, places in pairs)
    transcripts = [one for one, _ in pairs]
    if not any(contested):
        return replace(context, transcripts=tuple(transcripts))
    return replace(with_transcripts(context, transcripts), contested=contested)


def with_transcripts(context: Context, transcripts: Sequence[Transcript]) -> Context:
    """Return the context with others in place of its transcripts."""
    language = context.speech.language
    tokens = [spoken_tokens(one.words, language) for one in transcripts]
    speech = index_speech(tokens, language, context.speech.continuity)
    return replace(context, transcripts=tuple(transcripts), speech=speech)


def _corrected(told: Transcript, found: Sequence[Contradiction]) -> tuple[Transcript, tuple[Span, ...]]:
    corrected, places = correct(told, tuple(_apart(one for each in found for one in each.corrections)))
    warnings = tuple(dict.fromkeys(one.warning for one in found if one.warning))
    hidden = tuple(one.place for one in found if one.place)
    unheard = tuple(sorted({*told.unheard, *hidden}))
    return replace(corrected, warnings=(*told.warnings, *warnings), unheard=unheard), places


def _apart(corrections: Iterable[Correction]) -> Iterator[Correction]:
    """Yield corrections in order, of those that meet the first: two quotes may hold the same words."""
    last: Span | None = None
    for one in sorted(corrections, key=lambda one: one.words):
        if last is None or (one.words.start >= last.end and one.words != last):
            yield one
            last = one.words


def _contradict(part: Part, aligned: QuoteAlignment, context: Context) -> Contradiction:
    """Return what is heard against print and transcript in a part of a quote."""
    place = _Place.of(part, aligned, context)
    heard = context.hear_again(part.recording, place.time)
    if heard is None:
        return Contradiction()
    hearing = compare_hearing(place.words, heard, context.speech.language)
    if hearing is None:
        return Contradiction(warning=f"The transcript has {place.shown}, but what is said there could not be made out.")
    agreed = place.agreed(hearing.corrections)
    trial, spans = place.trial(hearing, agreed)
    fit = place.read(trial)
    edits = [edit for edit in place.edits(fit, trial) if _is_telling(edit)] if fit else []
    kept = [one for one, span in zip(agreed, spans, strict=True) if any(touch(edit.words, span) for edit in edits)]
    if fit is None and _are_clear([word for one in agreed for word in one.heard]):
        kept = [*agreed]
    if not kept:
        return Contradiction()
    moved = tuple(replace(one, words=_shifted(one.words, place.span.start)) for one in kept)
    if fit and is_found(fit):
        return Contradiction(moved)
    return Contradiction(moved, f"The transcript has {place.shown}, but something else is heard there.", place.time)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a part of a quote is said: `span` are the words of its transcript, with those of some seconds around."""

    part: Part
    aligned: QuoteAlignment
    context: Context
    span: Span

    @classmethod
    def of(cls, part: Part, aligned: QuoteAlignment, context: Context) -> "_Place":
        """Return the place of a part."""
        words = context.transcripts[part.recording].words
        passage = words_of(part.spoken, context.speech.tokens, part.spoken)
        start, end = passage.start, passage.end
        while start > 0 and words[passage.start].start - words[start - 1].start <= _AROUND:
            start -= 1
        while end < len(words) and words[end].end - words[passage.end - 1].end <= _AROUND:
            end += 1
        return cls(part, aligned, context, Span(start, end))

    @property
    def transcript(self) -> Transcript:
        """The transcript of its recording."""
        return self.context.transcripts[self.part.recording]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that the transcript has there."""
        return self.transcript.words[self.span.start : self.span.end]

    @property
    def time(self) -> Interval:
        """When they are said."""
        start, end = self.words[0].start, max(word.end for word in self.words)
        return Interval(start, max(start, min(end, self.transcript.recording.duration)))

    @property
    def shown(self) -> str:
        """What the transcript has for the part of the quote."""
        said = self.transcript.said_plainly(self._words_of(self.part.spoken)).split()
        return f"“{' '.join(said[:_SHOWN])}{'…' if len(said) > _SHOWN else ''}”"

    def agreed(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """Return those, by words of the place, that are within the part and where print has what the transcript has."""
        passage = _shifted(self._words_of(self.part.spoken), -self.span.start)
        changed = [_shifted(self._words_of(edit.spoken), -self.span.start) for edit in self.part.edits if edit.printed]
        return tuple(
            one
            for one in corrections
            if _is_within(one.words, passage) and not any(touch(one.words, other) for other in changed)
        )

    def trial(self, hearing: HeardPassage, corrections: Sequence[Correction]) -> tuple[Context, tuple[Span, ...]]:
        """Return the context with nothing but the place in it, corrected, and where that is in its words."""
        told = replace(self.transcript, words=hearing.believed, segments=(Segment(0, 0, Span(0, len(hearing.told))),))
        corrected, spans = correct(told, corrections)
        transcripts = [replace(one, words=(), segments=()) for one in self.context.transcripts]
        transcripts[self.part.recording] = corrected
        return replace(with_transcripts(self.context, transcripts), hear_again=lambda *_: None), spans

    def read(self, trial: Context) -> QuoteAlignment | None:
        """Return how the part lies in what another context has there."""
        printed = self.aligned.printed[self.part.printed.start : self.part.printed.end]
        fits = find_alignments(printed, trial.speech)
        return align_quote(fits[0], printed, trial.speech) if fits else None

    def edits(self, fit: QuoteAlignment, trial: Context) -> Iterator[Edit]:
        """Yield what print differs in from that."""
        for edits in find_edits(fit, trial):
            yield from filter(None, edits)

    def _words_of(self, spoken: Span) -> Span:
        return words_of(spoken, self.context.speech.tokens, self.part.spoken)


def _is_telling(edit: Edit) -> bool:
    """Whether a difference counts against two texts: what turns the meaning if it is likelier than not."""
    least = LIKELY if edit.severity is Severity.CRITICAL else CONFIRMED
    return edit.severity is not Severity.NONE and edit.evidence is not None and edit.probability >= least


def _are_clear(words: Sequence[Word]) -> bool:
    return bool(words) and fmean(word.probability for word in words) >= GUESSED


def _is_within(inner: Span, outer: Span) -> bool:
    """Whether words, or a gap between two, lie within others."""
    if not inner:
        return outer.start < inner.start < outer.end
    return inner.start < outer.end and outer.start < inner.end


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
