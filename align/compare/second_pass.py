"""Where must the larger model hear, if a small one heard all? Two-pass recognition: where the quotes may be.

A small model is good enough to find a place, not to judge its words. So the place that seems to hold a quote is heard
again; if what is heard there is not the quote word for word, the others that may hold it are, too; and if it is found
in none of them, all speech that the small model could not make out. What is judged are the words of the second pass.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from align.compare.evidence import Context
from align.compare.locate import Speech, find_candidates
from align.compare.not_found import find_hiding_places
from align.compare.offsets import words_of
from align.compare.placement import is_found, place_quotes
from align.compare.shared_errors import with_transcripts
from align.compare.tokens import printed_tokens
from align.records import Interval, Quote, Segment, Span, Transcript, Word, joined_stretches

_AROUND = 1.5
"""Seconds beside a quote that are heard at least: what may belong to it."""

_A_WORD = 0.4
"""Seconds for each printed word that has no counterpart at an end of a quote: 150 words a minute."""

Place = tuple[int, Interval]
"""A stretch of the recording with that number."""

SecondPass = Callable[[Sequence[Place]], Sequence[tuple[Place, Transcript]]]
"""Returns what a second model hears in some places: stretches that hold them, do not overlap, and what is in each."""


def hear_quotes(quotes: Sequence[Quote], context: Context, hear: SecondPass, ours: Collection[int]) -> Context:
    """Return the context with the words of a second pass wherever quotes may be; `ours` are recordings it may hear."""
    while places := _places(quotes, context, ours):  # what is heard may put a quote somewhere else
        transcripts = list(context.transcripts)
        for (recording, place), heard in hear(places):
            transcripts[recording] = put_in(heard, place, transcripts[recording])
        context = with_transcripts(context, transcripts)
    return context


def _places(quotes: Sequence[Quote], context: Context, ours: Collection[int]) -> list[Place]:
    """Return where quotes may be and the second pass has not been, in order."""
    wanted: dict[int, list[Interval]] = {recording: [] for recording in ours}
    for recording, place in _wanted(quotes, context):
        if recording in wanted:
            wanted[recording].append(place)
    return [
        (recording, place)
        for recording, places in sorted(wanted.items())
        for joined in joined_stretches(places)
        for place in _without(joined, context.transcripts[recording].second_pass)
    ]


def _wanted(quotes: Sequence[Quote], context: Context) -> Iterator[Place]:
    """Yield where each quote seems to be; if it is not said there word for word, wherever else it may be, too."""
    placed = place_quotes(quotes, context.speech)
    for quote in quotes:
        aligned = placed.get(quote.id)
        places = [place for part in aligned.parts for place in _around(part.spoken, context)] if aligned else []
        yield from places
        if not (aligned and is_found(aligned)):
            yield from _elsewhere(quote, context)
            for recording, transcript in enumerate(context.transcripts):
                yield from ((recording, place) for place in find_hiding_places(quote, transcript))
        elif _are_heard(places, context) and (len(aligned.parts) > 1 or aligned.differences):
            yield from _elsewhere(quote, context)


def _elsewhere(quote: Quote, context: Context) -> Iterator[Place]:
    printed = printed_tokens(quote.text, quote.chars.start, context.speech.language)
    for fit in find_candidates(printed, context.speech):
        before, behind = fit.pairs[0][0] or 0, len(printed) - 1 - (fit.pairs[-1][0] or 0)
        yield from _around(fit.spoken, context, _A_WORD * before, _A_WORD * behind)


def _are_heard(places: Iterable[Place], context: Context) -> bool:
    """Whether the second pass has been everywhere in some places."""
    return not any(
        rest for recording, place in places for rest in _without(place, context.transcripts[recording].second_pass)
    )


def _around(spoken: Span, context: Context, before: float = 0.0, behind: float = 0.0) -> Iterator[Place]:
    """Yield where tokens are said, with some seconds around: a place in each recording."""
    for recording, own in _by_recording(spoken, context.speech):
        heard = context.transcripts[recording]
        span = words_of(own, context.speech.tokens, own)
        start, end = heard.words[span.start].start - before, heard.words[span.end - 1].end + behind
        yield recording, Interval(max(0.0, start - _AROUND), min(heard.recording.duration, end + _AROUND))


def _by_recording(spoken: Span, speech: Speech) -> Iterator[tuple[int, Span]]:
    for recording, home in enumerate(speech.recordings):
        own = Span(max(spoken.start, home.start), max(spoken.start, home.start, min(spoken.end, home.end)))
        if own:
            yield recording, own


def _without(place: Interval, known: Iterable[Interval]) -> Iterator[Interval]:
    """Yield what of a place is not in stretches, which are in order."""
    start = place.start
    for other in known:
        if start < other.start < place.end:
            yield Interval(start, other.start)
        if other.start < place.end:
            start = max(start, other.end)
    if start < place.end:
        yield Interval(start, place.end)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that were decoded together, and the figures of their segment."""

    words: tuple[Word, ...]
    segment: Segment


def put_in(heard: Transcript, place: Interval, transcript: Transcript) -> Transcript:
    """Return a transcript with what was heard in a place instead of what it has there."""
    pieces = sorted((*_outside(transcript, place), *_pieces(heard)), key=lambda piece: piece.words[0].start)
    words = tuple(word for piece in pieces for word in piece.words)
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece.words))
    segments = tuple(
        replace(piece.segment, start=piece.words[0].start, end=piece.words[-1].end, words=Span(*span))
        for piece, span in zip(pieces, pairwise(ends), strict=True)
    )
    unheard = (*(rest for gap in transcript.unheard for rest in _without(gap, [place])), *heard.unheard)
    second_pass = joined_stretches((*transcript.second_pass, place))
    return replace(transcript, words=words, segments=segments, unheard=tuple(sorted(unheard)), second_pass=second_pass)


def _pieces(transcript: Transcript) -> Iterator[_Piece]:
    for segment in transcript.segments:
        yield _Piece(transcript.words[segment.words.start : segment.words.end], segment)


def _outside(transcript: Transcript, place: Interval) -> Iterator[_Piece]:
    """Yield the words of each segment that are before a place, and those behind it."""
    for piece in _pieces(transcript):
        middles = [(word.start + word.end) / 2 for word in piece.words]
        before = tuple(word for word, middle in zip(piece.words, middles, strict=True) if middle < place.start)
        behind = tuple(word for word, middle in zip(piece.words, middles, strict=True) if middle > place.end)
        yield from (replace(piece, words=words) for words in (before, behind) if words)
