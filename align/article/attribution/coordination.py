"""Which verb before an earlier quotation governs a later one too (coordination): said it was “late” and “sad”?"""

from itertools import pairwise

from align.article.attribution.context import QuoteContext
from align.article.attribution.order import Attribution, Rule
from align.article.attribution.phrase_words import may_be_noun
from align.article.attribution.reporting_verbs import is_cue
from align.article.attribution.sentences import Sentence
from align.article.attribution.subjects import find_subject
from align.article.lexicons import LEXICON, Manner

_LONGEST_COMPLEMENT = 20  # tokens between two quotations that one verb governs
_LONGEST_COORDINATION = 6  # tokens: it was “bad”, and on Friday “worse”
_LONGEST_JOINED = 12  # tokens: it was “bad” to stay here all night and “good” to go
_GOVERNING = frozenset((Rule.REMOTE, Rule.SHARED, Rule.COMPLEMENT))


def is_coordinated(context: QuoteContext) -> bool:
    """Whether so few words part the quotation of `context` from that before that both are one list."""
    is_joined = context.tokens[context.place - 1].lower in LEXICON.coordinating
    longest = _LONGEST_JOINED if is_joined else _LONGEST_COORDINATION
    return context.before.start > 0 and len(context.before) <= longest


def is_under_same_verb(given: Attribution, context: QuoteContext) -> bool:
    """Whether the verb before an earlier quotation of the sentence governs the one of `context`: said “a” is “b”.

    `given` is the attribution by that verb.
    """
    tokens, between = context.tokens, context.before
    if given.context is None or given.context.tokens is not tokens:
        return False
    words = [place for place in between if tokens[place].text != ","]
    is_clause = any(
        tokens[one].lower == "and" and tokens[two].lower in LEXICON.complementizers for one, two in pairwise(words)
    )
    if given.cue and is_clause and LEXICON.cues.keys().isdisjoint(tokens[place].lower for place in between):
        return True  # said it was a “late” one and that she would “go”
    is_that = given.rule is Rule.BEFORE and given.context.follows_that
    is_free = not any(_parts(tokens, place) for place in words)
    return (given.rule in _GOVERNING or is_that) and is_free and len(between) <= _LONGEST_COMPLEMENT


def goes_on_list(given: Attribution, context: QuoteContext) -> bool:
    """Whether the quotation goes on with what somebody called something: called it “a,” “b” and “c,” Hull Now reported.

    `given` is the attribution of the first of them.
    """
    finding, before = given.finding, (context.tokens[place].lower for place in context.before)
    if finding is None or finding.cue is None or given.context is None or given.context.tokens is not context.tokens:
        return False
    if context.begins_capital:  # called it “late,” and “We go,” Amy Lin said
        return False
    is_label = (
        LEXICON.cues.get(context.tokens[finding.cue].lower) is Manner.LABELLED and finding.cue < given.context.place
    )
    return is_label and all(word in LEXICON.coordinating or word == "," for word in before)


def _parts(tokens: Sentence, place: int) -> bool:
    """Whether what stands between two quotations begins another clause: a stop, a verb of saying, not a noun."""
    if not tokens[place].is_word:
        return True
    is_verb = tokens[place].lower in LEXICON.cues and not may_be_noun(tokens[place])  # from other | states
    return is_verb or (is_cue(tokens, place) and find_subject(tokens, place) is not None)
