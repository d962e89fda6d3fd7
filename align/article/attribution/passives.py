"""Who speaks where the verb is passive: was told by Amy Lin; called “…” by Amy Lin; Council told to “act”?"""

from collections.abc import Sequence

from align.article.attribution.context import QuoteContext
from align.article.attribution.governing import is_inserted
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_phrase_after
from align.article.attribution.reporting_verbs import is_cue, labels_as
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.verb_forms import is_passive
from align.article.lexicons import LEXICON, Manner
from align.records import Role

_CIRCUMSTANCES = (LEXICON.prepositions | LEXICON.joining) - LEXICON.agents - LEXICON.equating
_LISTING = LEXICON.coordinating | {","}


def find_agent(tokens: Sequence[SentenceToken], cue: int, end: int) -> Phrase | None:
    """Return who did what a passive verb tells: "was told by Amy Lin"."""
    by = next((place for place in range(cue + 1, end) if tokens[place].lower in LEXICON.agents), None)
    return _agent_at(tokens, by + 1) if by is not None and by + 1 < len(tokens) else None


def _agent_at(tokens: Sequence[SentenceToken], start: int) -> Phrase | None:
    """Return who stands behind "by", if that is somebody: by | Amy Lin; not: by | changing it."""
    phrase = find_phrase_after(tokens, start)
    return phrase if phrase is not None and not tokens[phrase.start].text.endswith("ing") else None


def find_agent_behind(context: QuoteContext) -> Phrase | None:
    """Return who called something so: was called “…” by *Amy Lin*; “…” and “…” by *Amy Lin*."""
    tokens, place = context.tokens, context.place + 1
    while place < len(tokens) and (tokens[place].quoted is not None or tokens[place].lower in _LISTING):
        place += 1
    is_agent = place + 1 < len(tokens) and tokens[place].lower in LEXICON.label_agents
    return _agent_at(tokens, place + 1) if is_agent else None


def is_passive_like(context: QuoteContext, cue: int) -> bool:
    """Whether the verb at `cue` has its speaker behind it, if anywhere, though "was" may be left out."""
    return is_passive(context.tokens, cue) or _is_told_in_headline(context, cue) or _is_reduced(context, cue)


def is_about_deed(context: QuoteContext, cue: int) -> bool:
    """Whether a passive verb says what for, and not what somebody is called: was criticised *for* his “late” move."""
    is_passive = is_passive_like(context, cue)
    return is_passive and context.tokens[cue + 1].lower in _CIRCUMSTANCES and not labels_as(context.tokens, cue)


def is_reported(context: QuoteContext, cue: int) -> bool:
    """Whether a passive verb is what somebody says: Bell said | it was declared | a “late” one.

    Or stands between commas in what they say: Bell said Hull, | where rain was reported, | would be “late”.
    """
    if is_inserted(context, cue):
        return True
    tokens, subject = context.tokens, find_phrase_before(context.tokens, cue)
    link = subject.start - 1 if subject is not None else 0
    link -= link > 0 and tokens[link].lower in LEXICON.complementizers
    return link > 0 and is_cue(tokens, link) and tokens[link].lower in LEXICON.sure_verbs


def _is_reduced(context: QuoteContext, cue: int) -> bool:
    """Whether "was" is left out before a verb that calls something so: a list, referred to as a “score,” is late."""
    is_label = LEXICON.cues[context.tokens[cue].lower] is Manner.LABELLED and context.tokens[cue].lower.endswith("ed")
    behind = [token.lower for token in context.tokens[cue + 1 : min(cue + 3, context.place)] if token.lower != "to"]
    if is_label and context.tokens[cue + 1].lower in LEXICON.agents and cue + 2 < context.place:
        return True  # a plan described by Amy Lin as “late”
    return is_label and context.tokens[cue - 1].text == "," and behind[:1] != [] and behind[0] in LEXICON.equating


def _is_told_in_headline(context: QuoteContext, cue: int) -> bool:
    """Whether a headline leaves out "are": Parties warned over ‘grey vote’; Council told to ‘act now’."""
    is_telling = context.tokens[cue].lower in LEXICON.told
    return context.role is Role.HEADING and is_telling and context.tokens[cue + 1].lower in LEXICON.told_ties
