"""What is said of one quote: its differences put to the audio, and summed up in a verdict."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from align.compare.alignment import Part, QuoteAlignment
from align.compare.certainty import UNASKED_CAUSE, find_general_doubts, probability_of_fault, sum_up
from align.compare.chunks import cover_part
from align.compare.edits import cut_off, find_edits
from align.compare.evidence import Context
from align.compare.locate import Speech
from align.compare.offsets import chars_of, time_of
from align.compare.placement import is_found
from align.compare.qualifiers import CutQualifier, find_cut_qualifier
from align.records import (
    Certainty,
    Chunk,
    Edit,
    Op,
    Passage,
    Quote,
    QuoteCheck,
    Severity,
    Span,
    Verdict,
)
from align.thresholds import PERHAPS_ABSENT, SHORT

_EDGE = 2
"""Words at the end or start of a recording that a cut may have spoiled."""

_DISORDERED = (
    "The quote runs over from the end of one recording to the start of another: if they are parts of one, give them in"
    " their order."
)


_ROUGH = "Too many words of it were heard otherwise to be sure that this is the place."


def judge(quote: Quote, aligned: QuoteAlignment, context: Context) -> QuoteCheck:
    """Return the verdict on a quote that was found, or recognized: then every finding is for the ear."""
    is_rough, passages = not is_found(aligned), _passages(quote, aligned, context)
    if is_rough:
        passages = tuple(_for_the_ear(passage) for passage in passages)
    edits = [edit for passage in passages for edit in passage.edits]
    verdict = _verdict(aligned, edits, context)
    is_disordered = verdict is Verdict.SPLICED and _are_disordered(aligned.parts, context.speech)
    severity, certainty = sum_up(verdict, edits, is_rough or len(aligned.printed) <= SHORT, is_disordered, context)
    causes: tuple[str, ...] = ()
    if certainty is Certainty.CHECK_BY_EAR:
        order = (*(_ROUGH,) * is_rough, *(_DISORDERED,) * is_disordered)
        causes = (*find_general_doubts(context), *order, *_causes(quote, edits, context))
    probability = PERHAPS_ABSENT if is_rough else probability_of_fault(verdict, edits)
    return QuoteCheck(quote, verdict, severity, certainty, probability, passages, causes)


def _passages(quote: Quote, aligned: QuoteAlignment, context: Context) -> tuple[Passage, ...]:
    """Return the passages, a limiting clause that was cut off with the one beside which it was said."""
    passages = [
        _passage(part, cover_part(part, edits, aligned, context), aligned, context)
        for part, edits in zip(aligned.parts, find_edits(aligned, context), strict=True)
    ]
    if cut := find_cut_qualifier(aligned, context.speech, *_beside(quote, context)):
        beside = -1 if cut.is_at_end else 0
        passages[beside] = _with_cut_off(passages[beside], cut, cut_off(cut, aligned, context))
    return tuple(passages)


def _beside(quote: Quote, context: Context) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where the quotations before and behind a quote in its paragraph are said, nothing of what is not there."""
    previous, following = context.quoted.get(quote.id - 1), context.quoted.get(quote.id + 1)
    text = context.article.text
    if previous and "\n" in text[previous.printed[-1].end : quote.chars.start]:
        previous = None
    if following and "\n" in text[quote.chars.end : following.printed[0].start]:
        following = None
    return _spoken(previous), _spoken(following)


def _spoken(aligned: QuoteAlignment | None) -> tuple[Span, ...]:
    return tuple(part.spoken for part in aligned.parts) if aligned else ()


def _with_cut_off(passage: Passage, cut: CutQualifier, edit: Edit) -> Passage:
    """Return a passage with the words that print lacks behind or before it."""
    if cut.is_at_end:
        words = Span(passage.chunks[-1].words.end, max(passage.chunks[-1].words.end, edit.words.end))
        return replace(passage, chunks=(*passage.chunks, Chunk(Op.DELETE, edit.chars, words, edit)))
    words = Span(min(passage.chunks[0].words.start, edit.words.start), passage.chunks[0].words.start)
    return replace(passage, chunks=(Chunk(Op.DELETE, edit.chars, words, edit), *passage.chunks))


def _for_the_ear(passage: Passage) -> Passage:
    """Return a passage that may be another one than the quote repeats: nothing that differs in it is certain."""
    return replace(passage, chunks=tuple(_doubted(chunk) for chunk in passage.chunks))


def _doubted(chunk: Chunk) -> Chunk:
    if chunk.edit is None or chunk.edit.severity is Severity.NONE:
        return chunk
    edit, likely = chunk.edit, min(chunk.edit.probability, PERHAPS_ABSENT)
    return replace(chunk, edit=replace(edit, certainty=Certainty.CHECK_BY_EAR, probability=likely))


def _verdict(aligned: QuoteAlignment, edits: Sequence[Edit], context: Context) -> Verdict:
    if len(aligned.parts) > 1 and not _is_marked(aligned, context.speech):
        return Verdict.SPLICED
    if any(edit.severity is not Severity.NONE for edit in edits):
        return Verdict.ALTERED
    return Verdict.CLEANED if edits else Verdict.VERBATIM


def _is_marked(aligned: QuoteAlignment, speech: Speech) -> bool:
    """Whether an ellipsis stands wherever a part of the quote does not carry on the one before, but a later place."""
    return all(
        _goes_on(before, part, speech)
        or (aligned.printed[part.printed.start].after_gap and part.spoken.start > before.spoken.start)
        for before, part in pairwise(aligned.parts)
    )


def _are_disordered(parts: Sequence[Part], speech: Speech) -> bool:
    """Whether a quote runs over from the end of one recording to the start of another that was not given next."""
    return any(
        before.recording != part.recording
        and speech.recordings[before.recording].end - before.spoken.end <= _EDGE
        and part.spoken.start - speech.recordings[part.recording].start <= _EDGE
        for before, part in pairwise(parts)
    )


def _goes_on(before: Part, part: Part, speech: Speech) -> bool:
    """Whether the speech of one part goes on in the next without a break, from the end of a recording."""
    return before.spoken.end == part.spoken.start and before.recording in speech.continuity.joined


def _causes(quote: Quote, edits: Sequence[Edit], context: Context) -> tuple[str, ...]:
    """Return innocent reasons for a finding that the ear must settle, likeliest first."""
    is_short = len(quote.text.split()) <= SHORT
    short = ["The quote is too short to be told from the same words said in passing."] if is_short else []
    doubts = (edit.doubt for edit in edits if edit.doubt)
    unasked = [] if context.is_heard else [UNASKED_CAUSE]
    return tuple(dict.fromkeys([*short, *doubts, *unasked]))


def _passage(part: Part, chunks: tuple[Chunk, ...], aligned: QuoteAlignment, context: Context) -> Passage:
    tokens, heard = context.speech.tokens, context.transcripts[part.recording]
    words = Span(tokens[part.spoken.start].start, tokens[part.spoken.end - 1].end)
    chars = Span(*chars_of(part.printed, aligned.printed))
    start, end = time_of(words, heard.words)
    within = min(end, heard.recording.duration)
    return Passage(part.recording, words, chars, start, max(start, within), chunks)
