"""Who speaks, where the writer's own sentence ends in it: It was “late” for all of them, Amy Lin said on Friday."""

from collections.abc import Sequence
from itertools import pairwise

from align.article.attribution.clauses import is_finite, may_report
from align.article.attribution.context import QuoteContext
from align.article.attribution.governing import Finding
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_phrase_after
from align.article.attribution.reporting_verbs import is_cue
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.verb_forms import is_filling, is_passive
from align.article.lexicons import LEXICON, Manner

_LONGEST_TAIL = 14  # tokens from a quotation to the comma behind which its speaker is inserted
_LONGEST_CLOSING = 6  # tokens from the verb to the full stop: said on Friday in Hull.
_LONGEST_SURE = 10  # of a verb that is always one of saying: told the Hull Journal earlier this month.
_LEADING = LEXICON.indefinite_articles | LEXICON.equating
_AROUND = LEXICON.prepositions | LEXICON.joining
_SUBORDINATING = LEXICON.conjunctions | LEXICON.subordinators


def find_inserted(context: QuoteContext) -> Finding | None:
    """Find the speaker inserted into the rest of the sentence: The “deep talks” of the ward, Amy Lin said, end."""
    tokens = context.tokens
    comma = next((place for place in context.after[1:_LONGEST_TAIL] if tokens[place].text == ","), None)
    subject = find_phrase_after(tokens, comma + 1) if comma is not None and not context.last_stop else None
    if subject is None or subject.stop + 1 >= len(tokens) or not may_report(tokens, subject):
        return None
    is_sure = tokens[subject.stop].lower in LEXICON.sure_verbs and is_cue(tokens, subject.stop)
    return Finding(subject, subject.stop) if is_sure and tokens[subject.stop + 1].text == "," else None


def find_closing(context: QuoteContext) -> Finding | None:
    """Find the speaker at the end of the writer's sentence: It was “late” for all of them, Amy Lin said on Friday."""
    tokens = context.tokens
    is_open = not context.last_stop or _is_subordinate(context)
    if not is_open or not context.after or context.after.stop != len(tokens) or _is_label(context):
        return None
    commas = [place for place in context.after[1:-1] if tokens[place].text == ","]
    if len(commas) > 1 and tokens[commas[-1] + 1].lower.endswith("ing"):  # Amy Lin told them, explaining the delay
        return _closing(tokens, commas[:-1], commas[-1])
    return _closing(tokens, commas, len(tokens)) if commas else None


def _closing(tokens: Sequence[SentenceToken], commas: Sequence[int], end: int) -> Finding | None:
    """Return who speaks, and the verb, behind the last of the `commas` of a sentence that goes on to `end`."""
    verb = commas[-1] + 1
    is_parted = len(commas) > 1 and verb < end and tokens[verb].lower in LEXICON.sure_verbs
    subject = find_phrase_after(tokens, verb) if not is_parted else _with_apposition(tokens, commas)
    if subject is None or not may_report(tokens, subject):
        return None
    first = verb if is_parted else subject.stop
    cue = next((place for place in range(first, end) if not is_filling(tokens[place])), end)
    is_sure = cue < end and tokens[cue].lower in LEXICON.sure_verbs
    is_close = cue < end and is_cue(tokens, cue) and end - cue <= (_LONGEST_SURE if is_sure else _LONGEST_CLOSING)
    return Finding(subject, cue) if is_close and not is_passive(tokens, cue) else None


def _with_apposition(tokens: Sequence[SentenceToken], commas: Sequence[int]) -> Phrase | None:
    """Return the name that an apposition parts from its verb: …, *Amy Lin*, a porter at Hull Library, said."""
    for before, behind in pairwise(reversed(commas[:-1])):
        name = find_phrase_after(tokens, behind + 1)
        if name is not None and name.stop == before and tokens[name.start].is_capital:
            is_clause = any(is_finite(tokens, place) for place in range(before + 1, commas[-1]))
            return None if is_clause else name
    return None


def _is_subordinate(context: QuoteContext) -> bool:
    """Whether the words end a clause with which the sentence begins: *Although it was “late,”* the ward slept."""
    before, tokens = context.before, context.tokens
    is_led = before.start == 0 and len(before) > 1 and tokens[0].lower in _SUBORDINATING
    return is_led and context.last_stop == "," and not any(is_cue(tokens, place) for place in before)


def _is_label(context: QuoteContext) -> bool:
    """Whether a verb before says what somebody calls something: Bo Lane calls it a “late bus”, Amy Lin said."""
    tokens = context.tokens
    cue = next((place for place in reversed(context.before) if is_cue(tokens, place)), None)
    is_leading = cue is not None and tokens[context.place - 1].lower in _LEADING and cue + 1 < context.place - 1
    is_label = cue is not None and is_leading and LEXICON.cues[tokens[cue].lower] is Manner.LABELLED
    subject = find_phrase_before(tokens, cue) if cue is not None and is_label else None
    return subject is not None and cue is not None and subject.stop == cue and not is_passive(tokens, cue)


def find_trailing(context: QuoteContext) -> Finding | None:
    """Find the speaker in: ‘No money left’ for libraries, says council leader."""
    tokens = context.tokens
    for cue in context.after[1:]:
        is_verb = is_cue(tokens, cue) and tokens[cue].lower not in LEXICON.telling | LEXICON.participles
        if tokens[cue - 1].text == "," and is_verb:
            phrase = find_phrase_after(tokens, cue + 1)
            behind = tokens[phrase.stop].lower if phrase and phrase.stop + 1 < len(tokens) else ","
            is_named = (
                phrase is not None and tokens[phrase.stop - 1].is_capital and tokens[cue].lower in LEXICON.sure_verbs
            )
            is_last = phrase is not None and (behind in (",", "(") or (is_named and behind in _AROUND))
            return Finding(phrase, cue) if phrase and is_last else None
    return None
