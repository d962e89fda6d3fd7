"""Which words around a quotation only say what a thing is called, and which before a colon who speaks?"""

from collections.abc import Sequence
from itertools import pairwise

from align.article.attribution.context import QuoteContext
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.subjects import find_subject
from align.article.lexicons import LEXICON, Manner

_LONGEST_CLAUSE = 8  # words before a term in which it is told who calls it so
_HEADS = LEXICON.head_nouns
_NO_NAMING = LEXICON.personal | LEXICON.auxiliaries | LEXICON.relatives
_CALLING = LEXICON.calling | LEXICON.christening | LEXICON.naming | LEXICON.called | LEXICON.known
_WHAT = LEXICON.relatives | {"what", "whom"}
_LABELLING = _HEADS | LEXICON.documents | LEXICON.messages | LEXICON.pronouns
_IN_LABELS = LEXICON.roles | LEXICON.joining | LEXICON.name_particles | LEXICON.determiners | {".", "&"}


def only_names(context: QuoteContext, cue: int) -> bool:
    """Whether a verb only tells what a thing is called: a poem called “Winter Camp”; not: what he called “a lie”.

    Nor: he condemned “the late moves”; but: he condemned “Winter Camp”.
    """
    tokens = context.tokens
    is_label = LEXICON.cues[tokens[cue].lower] is Manner.LABELLED
    is_name = context.is_title_case and context.words > 1
    if is_label and is_name and cue + 2 == context.place and tokens[cue + 1].lower in LEXICON.reflexives:
        return True  # a group calling itself “…”
    if not is_label or (tokens[cue].lower not in _CALLING and not context.is_title_case):
        return False
    is_beside = cue + 1 == context.place or (
        cue + 2 == context.place and tokens[cue + 1].lower in LEXICON.articles and context.begins_capital
    )
    if not is_beside or not tokens[cue].lower.endswith("ed"):
        return False
    before = tokens[cue - 1].lower
    subject = find_subject(tokens, cue) or find_phrase_before(tokens, cue)
    link = tokens[subject.start - 1].lower if subject is not None and subject.start else ""
    return before not in _NO_NAMING and link not in _WHAT


def is_called_by_many(context: QuoteContext) -> bool:
    """Whether a crowd is the subject of the clause before a quotation: which some call, what critics call."""
    words = [
        context.tokens[place]
        for place in context.before[-_LONGEST_CLAUSE:]
        if context.tokens[place].lower not in ("have", "are")
    ]
    callers = [before for before, verb in pairwise(words) if verb.lower in LEXICON.calling]
    callers = [word for word in callers if not word.is_capital or word.lower in LEXICON.plurals]
    callers = [word for word in callers if word.lower not in LEXICON.auxiliaries]  # Amy Lin has called him
    return any(word.text.endswith("s") or word.lower in LEXICON.plurals for word in callers)


def is_label(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether a phrase before a colon is a name or a role, and no sentence without a known verb."""
    is_name = all(tokens[place].is_capital or tokens[place].lower in _IN_LABELS for place in phrase)
    if tokens[phrase.stop - 1].text.endswith(LEXICON.possessive_endings):  # Here’s
        return False
    return is_name or tokens[phrase.stop - 1].lower in _LABELLING
