"""Whose words or view something is told to be: “…”, *according to Amy Lin*; *in her words*; as *Amy Lin* put it.

Each rule takes the context of a quotation and returns what it found, or None if it has nothing to say.
"""

from collections.abc import Sequence

from align.article.attribution.appositions import up_to_bearer
from align.article.attribution.context import QuoteContext
from align.article.attribution.governing import Finding
from align.article.attribution.indirect import find_owner
from align.article.attribution.phrases_ahead import find_phrase_after
from align.article.attribution.reporting_verbs import is_cue, is_negated
from align.article.attribution.sentences import SentenceToken
from align.article.lexicons import LEXICON

_VIEWED = LEXICON.joining | LEXICON.byline
_LONGEST_OWNER = 7  # tokens: in the Hull mayor’s own words
_LONGEST_LINK = 3  # tokens: in the words
_SOURCES = LEXICON.according_to | LEXICON.bare_sources | {first for first, _ in LEXICON.source_phrases}


def find_source(context: QuoteContext) -> Finding | None:
    """Find the speaker in: “…”, according to Amy Lin; in the words of Amy Lin, “…”; „…“, so die Chefin."""
    tokens = context.tokens
    for place in (*context.after, *context.before):
        if tokens[place].lower in LEXICON.equating and (wording := _wording(tokens, place, place in context.after)):
            return wording
        if (owner := _standpoint(context, place)) is not None:
            return owner
        if tokens[place].lower not in _SOURCES:
            continue
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        is_bare = tokens[place].lower in LEXICON.bare_sources and place <= context.place + 2 and place in context.after
        if is_bare and following and tokens[place + 1].is_capital:
            return Finding(find_phrase_after(tokens, place + 1), place)
        if tokens[place].lower in LEXICON.according_to or (tokens[place].lower, following) in LEXICON.source_phrases:
            phrase = find_phrase_after(tokens, place + 1 + (following in LEXICON.source_links))
            return Finding(up_to_bearer(tokens, phrase), place) if phrase else None
    return None


def find_own_words(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Lane’s party hailed it as a “small step”, in the words of Amy Lin.

    And in: Lane did not answer what was “secret,” according to Amy Lin.
    """
    tokens = context.tokens
    is_parted = [tokens[place].text for place in context.after[:1]] == [","]
    before = next((place for place in reversed(context.before) if is_cue(tokens, place)), None)
    if before is not None and is_negated(tokens, before, None) and len(context.after) > is_parted:
        source = context.after[is_parted]
        if tokens[source].lower in LEXICON.according_to:
            return find_source(context)
    for place in context.after[is_parted : is_parted + _LONGEST_LINK]:
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        if (tokens[place].lower, following) in LEXICON.source_phrases:
            phrase = find_phrase_after(tokens, place + 1 + (following in LEXICON.source_links))
            return Finding(up_to_bearer(tokens, phrase), place) if phrase else None
    return None


def _standpoint(context: QuoteContext, link: int) -> Finding | None:
    """Return whose words or view something is: *in Amy Lin’s words*, it was “late”; it was, *in her view*, “late”."""
    tokens = context.tokens
    if tokens[link].lower not in _VIEWED or link + 2 >= len(tokens):
        return None
    nouns = range(link + 2, min(len(tokens), link + _LONGEST_OWNER))
    noun = next((place for place in nouns if tokens[place].lower in LEXICON.standpoints), None)
    owner = find_owner(tokens, noun) if noun is not None else None
    is_set = noun is not None and (noun + 1 == len(tokens) or not tokens[noun + 1].is_word)
    is_first = owner is not None and owner.start <= link + 1 + (tokens[link + 1].lower in LEXICON.articles)
    return Finding(owner, noun) if owner is not None and is_set and is_first else None


def _wording(tokens: Sequence[SentenceToken], equating: int, is_behind: bool) -> Finding | None:
    """Return who chose the words, in: as *Amy Lin* put it; So as *Amy Lin* writes; and behind them: as *she* warned."""
    behind = tokens[equating + 2].lower if equating + 3 < len(tokens) else ""
    is_opened = equating == 1 and tokens[0].lower in LEXICON.coordinating  # So as
    is_first = equating == 0 or is_opened or tokens[equating - 1].text == ","
    if is_first and behind in LEXICON.agents and tokens[equating + 1].lower.endswith(LEXICON.sure_endings):
        agent = find_phrase_after(tokens, equating + 3)  # as described by Amy Lin
        return Finding(agent, equating + 1) if agent is not None else None
    phrase = find_phrase_after(tokens, equating + 1)
    verb = phrase.stop if phrase is not None else len(tokens)
    is_put = verb + 1 < len(tokens) and (tokens[verb].lower, tokens[verb + 1].lower) in LEXICON.phrasal_cues
    is_said = is_behind and is_cue(tokens, verb) and tokens[verb].lower.endswith(LEXICON.sure_endings)
    is_said |= is_behind and verb < len(tokens) and tokens[verb].lower in LEXICON.sure_verbs
    is_said |= is_first and phrase is not None and tokens[phrase.stop - 1].is_capital and is_cue(tokens, verb)
    return Finding(phrase, verb) if is_put or is_said else None
