"""Was a limiting clause cut off at an end of the quote, or hidden by its ellipsis?

A clause limits by how it begins ("unless …"), or it is a hedge that is said in passing ("…, as far as I know").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from align.compare.alignment import QuoteAlignment
from align.compare.disfluencies import keys
from align.compare.locate import Speech
from align.compare.token import Token
from align.languages.base import Phrase, Words
from align.records import Span

_LONGEST = 12  # tokens of the clause that are shown
_NEAR = 1  # tokens by which a quotation may begin or end beside it: a filler, an "and"


@dataclass(frozen=True, slots=True)
class CutQualifier:
    """The spoken tokens of a limiting clause that print lacks. `is_strong`: it can hardly mean anything else."""

    spoken: Span
    is_at_end: bool
    is_strong: bool


def find_cut_qualifier(
    aligned: QuoteAlignment, speech: Speech, previous: Sequence[Span] = (), following: Sequence[Span] = ()
) -> CutQualifier | None:
    """Return the limiting clause that stands right behind or before the quote in speech, None if there is none.

    `previous` and `following` are where the article's quotations before and behind it are said: one that ends or begins
    with the clause goes on with this one (“We go,” he said, “unless it rains.”), so that it was not cut.
    """
    behind, before = _behind(aligned, speech), _before(aligned, speech)
    if behind and not any(abs(span.start - behind.spoken.start) <= _NEAR for span in following):
        return behind
    return before if before and not any(abs(span.end - before.spoken.end) <= _NEAR for span in previous) else None


def _behind(aligned: QuoteAlignment, speech: Speech) -> CutQualifier | None:
    last = aligned.parts[-1].spoken.end
    home = speech.recordings[speech.recording_of(last - 1)]
    if last >= home.end or len(aligned.printed) - 1 not in aligned.matched:
        return None
    words, before = speech.language.words, speech.tokens[last - 1]
    ahead = speech.tokens[last : min(home.end, last + _LONGEST)]
    is_new_sentence = before.stop == "."  # the model's full stop: not to be trusted before "unless"
    if not is_new_sentence and (length := _hedge(ahead, words)):
        return CutQualifier(Span(last, last + length), True, False)
    phrase = _opens_with(ahead, words.qualifiers)
    is_strong = phrase in words.strong_qualifiers
    if not phrase or (is_new_sentence and not is_strong and not (len(phrase) > 1 and before.is_run_on)):
        return None
    return CutQualifier(Span(last, _clause_end(speech.tokens, last, home.end)), True, is_strong)


def _hedge(ahead: Sequence[Token], words: Words) -> int:
    """Return how many tokens the hedge has that comes first, 0 if there is none, or more of a clause behind it."""
    if phrase := _opens_with(ahead, words.hedges):
        return len(phrase)
    length = len(_opens_with(ahead, words.trailing_hedges))
    return length if length and (length == len(ahead) or ahead[length - 1].stop) else 0


def hides_qualifier(left_out: Sequence[Token], words: Words) -> bool:
    """Whether a clause that limits what was said is among words that an ellipsis stands for."""
    if _opens_with(left_out, (*words.strong_qualifiers, *words.hedges, *words.opening_conditions)):
        return True
    starts = (place for place, token in enumerate(left_out, start=1) if token.stop == ",")
    return any(_opens_with(left_out[place : place + _LONGEST], tuple(words.strong_qualifiers)) for place in starts)


def _before(aligned: QuoteAlignment, speech: Speech) -> CutQualifier | None:
    first = aligned.parts[0].spoken.start
    home = speech.recordings[speech.recording_of(first)]
    if first == home.start or speech.tokens[first - 1].stop == ".":
        return None
    for phrase in (*speech.language.words.hedges, *speech.language.words.opening_qualifiers):
        start = first - len(phrase)
        if start < home.start or keys(speech.tokens[start:first]) != phrase:
            continue
        if len(phrase) > 1 or start == home.start or speech.tokens[start - 1].stop:
            return CutQualifier(Span(start, first), False, len(phrase) > 1)
    return None


def _opens_with(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Phrase:
    """Return the longest of the phrases that comes first, an empty one if none does."""
    said = keys(tokens[:_LONGEST])
    return max((phrase for phrase in phrases if said[: len(phrase)] == phrase), key=len, default=())


def _clause_end(tokens: Sequence[Token], start: int, limit: int) -> int:
    """Return where the clause that begins at `start` ends."""
    for place in range(start, min(limit, start + _LONGEST)):
        if tokens[place].stop == "." or (tokens[place].stop == "," and place > start + 2):
            return place + 1
    return min(limit, start + _LONGEST)
