"""Was a limiting clause cut off at an end of the quote, or hidden by its ellipsis?"""

from collections.abc import Sequence
from dataclasses import dataclass

from align.compare.alignment import QuoteAlignment
from align.compare.disfluencies import keys
from align.compare.locate import Speech
from align.compare.token import Token
from align.languages.base import Phrase
from align.records import Span

_LONGEST = 12  # tokens of the clause that are shown


@dataclass(frozen=True, slots=True)
class CutQualifier:
    """The spoken tokens of a limiting clause that print lacks. `is_strong`: it can hardly mean anything else."""

    spoken: Span
    is_at_end: bool
    is_strong: bool


def find_cut_qualifier(aligned: QuoteAlignment, speech: Speech) -> CutQualifier | None:
    """Return the limiting clause that stands right behind or before the quote in speech, None if there is none."""
    return _behind(aligned, speech) or _before(aligned, speech)


def _behind(aligned: QuoteAlignment, speech: Speech) -> CutQualifier | None:
    last = aligned.parts[-1].spoken.end
    home = speech.recordings[speech.recording_of(last - 1)]
    if last >= home.end or len(aligned.printed) - 1 not in aligned.matched:
        return None
    words = speech.language.words
    phrase = _opens_with(speech.tokens[last : last + 5], words.qualifiers)
    is_new_sentence = speech.tokens[last - 1].stop == "."  # the model's full stop: not to be trusted before "unless"
    if phrase is None or (is_new_sentence and phrase not in words.strong_qualifiers):
        return None
    return CutQualifier(Span(last, _clause_end(speech.tokens, last, home.end)), True, phrase in words.strong_qualifiers)


def _before(aligned: QuoteAlignment, speech: Speech) -> CutQualifier | None:
    first = aligned.parts[0].spoken.start
    home = speech.recordings[speech.recording_of(first)]
    for phrase in speech.language.words.opening_qualifiers:
        start = first - len(phrase)
        if start < home.start or keys(speech.tokens[start:first]) != phrase:
            continue
        if len(phrase) > 1 or start == home.start or speech.tokens[start - 1].stop:
            return CutQualifier(Span(start, first), False, len(phrase) > 1)
    return None


def _opens_with(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Phrase | None:
    said = keys(tokens)
    fitting = [phrase for phrase in phrases if said[: len(phrase)] == phrase]
    return max(fitting, key=len, default=None)


def _clause_end(tokens: Sequence[Token], start: int, limit: int) -> int:
    """Return where the clause that begins at `start` ends."""
    for place in range(start, min(limit, start + _LONGEST)):
        if tokens[place].stop == "." or (tokens[place].stop == "," and place > start + 2):
            return place + 1
    return min(limit, start + _LONGEST)
