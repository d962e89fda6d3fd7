"""The rules for quotations that are set apart: signatures, labels before a colon, headlines.

Each takes the context of a quotation and returns what it found, or None if it has nothing to say.
"""

from align.article.attribution.clauses import find_main_subject, is_finite
from align.article.attribution.context import QuoteContext
from align.article.attribution.naming import is_label
from align.article.attribution.noun_phrases import find_first_phrase, find_phrase_after
from align.article.attribution.reporting_verbs import is_cue, is_nobody
from align.article.attribution.rules import Finding
from align.article.attribution.sentences import DASHES
from align.article.lexicons import LEXICON
from align.article.lexicons.first_names import IS_FEMALE
from align.records import Role

_HEADS = LEXICON.head_nouns
_LONGEST_SIGNATURE = 12  # tokens
_GENDERED = LEXICON.gendered_pronouns & LEXICON.personal
_SHORTEST_ANNOUNCED = 3  # words
_SHORTEST_SIGNED = 2  # words of a name that signs without a dash


def find_signature(context: QuoteContext) -> Finding | None:
    """Find the speaker in: “…” — Amy Lin, ward head."""
    tokens, dash = context.tokens, context.place + 1
    if (
        dash + 1 >= len(tokens)
        or tokens[dash].text not in DASHES
        or any(is_cue(tokens, place) for place in context.after)
    ):
        return None
    phrase = find_phrase_after(tokens, dash + 1)
    is_described = (
        phrase is not None and phrase.stop == len(tokens) and tokens[phrase.start].lower in LEXICON.indefinite_articles
    )
    is_named = phrase is not None and (tokens[phrase.start].is_capital or tokens[phrase.start].is_uncased)
    return Finding(phrase) if phrase and (is_named or is_described) else None


def find_name_below(context: QuoteContext) -> Finding | None:
    """Find the speaker in a line of their own: “…” | Amy Lin, ward head."""
    tokens = context.tokens
    phrase = find_phrase_after(tokens, 1)
    if phrase is None or len(phrase) < _SHORTEST_SIGNED or len(tokens) > _LONGEST_SIGNATURE:
        return None
    is_name = all(tokens[place].is_capital for place in phrase)
    is_line = phrase.stop == len(tokens) or tokens[phrase.stop].text == ","
    is_told = tokens[-1].ends_sentence or any(is_cue(tokens, place) for place in context.after)
    return Finding(phrase) if is_name and is_line and not is_told else None


def find_label(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Amy Lin, on the flood: “…”."""
    if not context.before or not context.follows_colon:
        return None
    tokens = context.tokens
    phrase = find_first_phrase(tokens[: context.place])
    if phrase is None or len(context.chars(phrase)) <= 1:  # Q: and A: are nobody
        return None
    behind = range(phrase.stop, context.place - 1)
    is_told = any(
        is_finite(tokens, place, place == phrase.stop or tokens[place - 1].lower in LEXICON.pronouns)
        for place in behind
    )
    return None if is_told or not is_label(tokens, phrase) else Finding(phrase)


def find_in_headline(context: QuoteContext) -> Finding | None:
    """Find the speaker in the headlines: Mayor ‘sorry’ for flood delay; ‘We are full’: Amy Lin on the wards."""
    if context.role is not Role.HEADING:
        return None
    if context.place == 0:
        phrase = (
            find_phrase_after(context.tokens, 2)
            if [context.tokens[place].text for place in context.after[:1]] == [":"]
            else None
        )
        return Finding(phrase) if phrase and context.tokens[phrase.start].is_capital else None
    phrase = find_phrase_after(context.tokens[: context.place], 0)
    is_owner = phrase is not None and context.tokens[phrase.stop - 1].text.endswith(LEXICON.possessive_endings)
    is_beside = phrase is not None and (
        phrase.stop == context.place or context.tokens[phrase.stop].lower in LEXICON.carriers
    )
    is_thing = phrase is not None and len(phrase) == 1 and context.tokens[phrase.start].lower.endswith("s")
    is_thing = is_thing and phrase is not None and context.tokens[phrase.start].lower not in _HEADS  # Schools ‘safe’
    return Finding(phrase) if phrase and is_beside and not is_owner and not is_thing else None


def find_announcer(context: QuoteContext) -> Finding | None:
    """Find the speaker in: One respondent summed it up as follows: “…”; by the subject, whatever the verb."""
    if not (context.follows_colon and context.stands_alone and context.words > _SHORTEST_ANNOUNCED):
        return None
    tokens = context.tokens
    phrase = find_main_subject(tokens, context.place - 1)
    if phrase is None or is_nobody(tokens, phrase):
        return None
    words = [tokens[place] for place in phrase]
    is_somebody = words[-1].lower in _HEADS or words[0].text in IS_FEMALE or words[0].lower in _GENDERED
    return Finding(phrase) if is_somebody else None
