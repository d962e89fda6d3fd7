"""Who speaks, where the writer's own sentence ends in it: It was “late” for all of them, Amy Lin said on Friday."""

from align.article.attribution.clauses import may_report
from align.article.attribution.context import QuoteContext
from align.article.attribution.governing import Finding
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrases_ahead import find_phrase_after
from align.article.attribution.reporting_verbs import is_cue
from align.article.attribution.verb_forms import is_filling, is_passive
from align.article.lexicons import LEXICON, Manner

_LONGEST_TAIL = 14  # tokens from a quotation to the comma behind which its speaker is inserted
_LONGEST_CLOSING = 6  # tokens from the verb to the full stop: said on Friday in Hull.
_LEADING = LEXICON.indefinite_articles | LEXICON.equating
_AROUND = LEXICON.prepositions | LEXICON.joining


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
    if context.last_stop or not context.after or context.after.stop != len(tokens) or _is_label(context):
        return None
    commas = [place for place in context.after[1:] if tokens[place].text == ","]
    subject = find_phrase_after(tokens, commas[-1] + 1) if commas else None
    if subject is None or not may_report(tokens, subject):
        return None
    cue = next((place for place in range(subject.stop, len(tokens)) if not is_filling(tokens[place])), len(tokens))
    is_close = cue < len(tokens) and is_cue(tokens, cue) and len(tokens) - cue <= _LONGEST_CLOSING
    return Finding(subject, cue) if is_close and not is_passive(tokens, cue) else None


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
            is_last = phrase is not None and (behind == "," or (is_named and behind in _AROUND))
            return Finding(phrase, cue) if phrase and is_last else None
    return None
