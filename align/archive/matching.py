"""Is it said there? The places that got most votes are compared with the quotation as a recording is (`compare/`).

What fits may still be there by chance, the more so the more hours are looked through: few words, or common ones, are
enough. How many passages would hold what agrees if words fell at random is reckoned for each; from one in a thousand
on it is for the ear.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log

from align.archive.entries import Entry
from align.archive.index import TranscriptIndex
from align.archive.search import Votes, vote
from align.archive.terms import PASSAGE
from align.compare.alignment import QuoteAlignment
from align.compare.locate import Speech, find_alignments, index_speech
from align.compare.placement import is_found, place_quotes
from align.compare.token import Token
from align.compare.tokens import printed_tokens, spoken_tokens
from align.diarization import labelled_voices
from align.languages import Language, language_of
from align.records import Quote, Span, Transcript
from align.short_names import is_short_for
from align.thresholds import FOUND, SPLICE_GAIN
from align.word_voices import word_voices

_LOOKED_AT = 8
"""Places that are compared word by word; the right one is among the first few."""

_RIVAL = 0.4
"""Of what speaks for the best place: with less, another cannot fit as well where the best fits well (`locate.py`)."""

_GOOD = 0.2
"""Of a word, for each word of a quotation: what a good fit costs at most (`locate.py`)."""

_PART = 0.5
"""Share of a quotation's words that the place of a part of it has somewhere in it, if it was put together of two: its
own half, and common words."""

_PARTS = 4
"""Places that are looked at together for a quotation that was put together of two."""

_UNLIKE = 0.7
"""Of a word, for each word of a quotation: what reading it costs where too few agree for it to be found (`FOUND`)."""

_PATIENCE = 200
"""Places whose speakers are looked at where only one is asked for."""

_BY_CHANCE = log(1 / 1000)
"""Nats: how many passages may hold by chance what agrees, for that not to matter."""

_IN_ORDER = log(PASSAGE / 8)
"""Nats by which it is rarer that a word stands within four words of where it should than that its passage holds it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place, or several of a spliced quotation, and how it lies in what is said around it.

    `cost` is of the alignment, in words. `is_by_chance`: so little agrees that it may, in so many hours.
    """

    entries: tuple[Entry, ...]
    transcripts: tuple[Transcript, ...]
    speech: Speech
    alignment: QuoteAlignment
    cost: float
    is_by_chance: bool

    @property
    def used(self) -> tuple[Entry, ...]:
        """The recordings of its parts, each once."""
        return tuple(dict.fromkeys(self.entries[part.recording] for part in self.alignment.parts))


@dataclass(frozen=True, slots=True)
class Candidates:
    """Where a quotation is said, best first; `passed_over` are places in which the speaker asked for is not named.

    `is_partial`: its words are so common that not all places could be looked at.
    """

    found: tuple[Candidate, ...] = ()
    passed_over: int = 0
    is_partial: bool = False


def find_candidates(quote: Quote, index: TranscriptIndex, speaker: str | None = None) -> Candidates:
    """Return the places where a quotation is said, whatever language is spoken there."""
    _, passages = index.size()
    each = [_Search(quote, index, passages, language_of(code), speaker).candidates() for code in index.languages()]
    found = [one for candidates in each for one in candidates.found]
    return Candidates(
        tuple(sorted(found, key=lambda one: (one.cost, one.entries[0].first))),
        sum(candidates.passed_over for candidates in each),
        any(candidates.is_partial for candidates in each),
    )


@dataclass(frozen=True, slots=True)
class _Window:
    """A place as it was looked at: the share of the quotation's words that are in it, and what it costs to read it so.

    Where it cannot be found, for too few of its words are there, the cost is infinite.
    """

    entry: Entry
    transcript: Transcript
    tokens: tuple[Token, ...]
    share: float
    cost: float


class _Search:
    """The search for one quotation in the recordings in one language."""

    def __init__(
        self, quote: Quote, index: TranscriptIndex, passages: int, language: Language, speaker: str | None
    ) -> None:
        self._quote = quote
        self._index = index
        self._language = language
        self._speaker = speaker
        self._printed = printed_tokens(quote.text, 0, language)
        self._passages = passages
        self._passed_over = 0

    def candidates(self) -> Candidates:
        """Return the places that fit."""
        votes = vote(self._printed, self._index, self._passages, self._language) if self._printed else Votes()
        windows = list(self._windows(votes))
        near = [window for window in windows if window.cost < _UNLIKE * len(self._printed)]
        found = [one for window in near if (one := self._read([window], votes))]
        parts = _of_one_track(windows)[:_PARTS]
        if len(parts) > 1 and not any(one.cost < SPLICE_GAIN for one in found):
            spliced = self._read(parts, votes)
            found = [spliced] if spliced and len(spliced.alignment.parts) > 1 else found
        return Candidates(tuple(found), self._passed_over, votes.is_partial)

    def _windows(self, votes: Votes) -> Iterator[_Window]:
        """Yield the places that are worth to be looked at."""
        looked, best, cheapest = 0, votes.places[0][1] if votes.places else 0.0, float(len(self._printed))
        for passages, support in votes.places[:_PATIENCE]:
            if support < _RIVAL * best and cheapest < _GOOD * len(self._printed):
                return
            entry = self._index.entry_at(passages.start)
            if entry.recording.language != self._language.code or not self._is_wanted(entry, passages):
                continue
            if window := self._window(entry, passages):
                cheapest = min(cheapest, window.cost)
                yield window
            looked += 1
            if looked == _LOOKED_AT:
                return

    def _is_wanted(self, entry: Entry, passages: Span) -> bool:
        """Whether the speaker who is asked for, if one is, is named there."""
        if self._speaker is None or is_named(self._speaker, self._said(entry, passages)):
            return True
        self._passed_over += 1
        return False

    def _window(self, entry: Entry, passages: Span) -> _Window | None:
        """Return a place with what is said around it; None if it has too little of the quotation, even for a part."""
        around = Span(max(entry.first, passages.start - 1), passages.end + 1)
        transcript = self._said(entry, around)
        tokens = spoken_tokens(transcript.words, self._language)
        core = [PASSAGE * (edge - around.start) for edge in (passages.start, passages.end)]
        share, cost = _share(self._printed, [token for token in tokens if core[0] <= token.start < core[1]]), inf
        if share < _PART:
            return None
        if share >= FOUND:
            fits = find_alignments(self._printed, index_speech([tokens], self._language))
            cost = fits[0].cost if fits else inf
        return _Window(entry, transcript, tokens, share, cost)

    def _said(self, entry: Entry, passages: Span) -> Transcript:
        last = entry.first + entry.passages
        return self._index.stretch(entry, Span(max(entry.first, passages.start), min(last, passages.end)))

    def _read(self, windows: Sequence[_Window], votes: Votes) -> Candidate | None:
        """Return how the quotation lies in these places; None if it is not found there."""
        speech = index_speech([window.tokens for window in windows], self._language)
        alignment = place_quotes([self._quote], speech).get(self._quote.id)
        if alignment is None or not is_found(alignment):
            return None
        entries, transcripts = (tuple(window.entry for window in windows), tuple(one.transcript for one in windows))
        surprise = _surprise(alignment, votes, self._passages)
        is_by_chance = log(max(1, self._passages)) - surprise > _BY_CHANCE
        return Candidate(entries, transcripts, speech, alignment, min(one.cost for one in windows), is_by_chance)


def _share(printed: Sequence[Token], spoken: Sequence[Token]) -> float:
    """Return the share (0 to 1) of the printed words that are among those spoken, in whatever order."""
    said = {key for token in spoken for key in (token.key, *token.also)}
    among = sum("*" in one.key or one.is_bracketed or not said.isdisjoint((one.key, *one.also)) for one in printed)
    return among / len(printed)


def _of_one_track(windows: Sequence[_Window]) -> list[_Window]:
    """Return the places of one track of each file: what is said in one may be heard in another, and is no splice."""
    tracks: dict[str, str | None] = {}
    for window in windows:
        tracks.setdefault(window.entry.recording.sha256, window.entry.recording.track)
    return [one for one in windows if tracks[one.entry.recording.sha256] == one.entry.recording.track]


def is_named(speaker: str, transcript: Transcript, words: Span | None = None) -> bool:
    """Whether somebody of that name, in part and in any case, speaks in a transcript, or at `words` of it."""
    return any(is_short_for(speaker, name) for name in speakers(transcript, words))


def speakers(transcript: Transcript, words: Span | None = None) -> tuple[str, ...]:
    """Return who is said to speak in a transcript, or at `words` of it: whoever says most first; nobody if unknown.

    A voice that has a name is called by it.
    """
    span = words or Span(0, len(transcript.words))
    told = transcript if transcript.voices else labelled_voices(transcript)
    names = [voice.name or voice.label for voice in transcript.voices] or told.labels
    voices = word_voices(transcript.words[span.start : span.end], told)
    counts = Counter(names[voice] for voice in voices if voice is not None)
    return tuple(name for name, _ in counts.most_common())


def _surprise(alignment: QuoteAlignment, votes: Votes, passages: int) -> float:
    """Return in nats how rarely a passage would hold what agrees, if words fell at random.

    Rare words count, and pairs of common ones; a common word by itself does not.
    """
    units = [log(passages / rows) for rows in _rare(alignment, votes.frequencies)]
    return sum(units) + _IN_ORDER * max(0, len(units) - 1)


def _rare(alignment: QuoteAlignment, frequencies: Mapping[str, int]) -> Iterator[int]:
    """Yield in how many passages each rare word stands that agrees, and each pair of common ones."""
    printed, matched = alignment.printed, alignment.matched
    taken = -1
    for at in sorted(matched):
        key = printed[at].key
        if rows := frequencies.get(key):
            yield rows
        elif at > taken and at + 1 in matched and not frequencies.get(printed[at + 1].key):
            taken = at + 1
            yield from filter(None, [frequencies.get(f"{key} {printed[taken].key}")])
