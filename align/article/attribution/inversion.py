"""Which subjects stand behind their verb: “…,” said Amy Lin; of the noise, said Amy Lin, “…”; Dann riefen sie: „…“."""

from collections.abc import Sequence

from align.article.attribution.clauses import is_finite
from align.article.attribution.context import QuoteContext
from align.article.attribution.doubts import is_voiceless
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_phrase_after
from align.article.attribution.reporting_verbs import is_cue
from align.article.attribution.sentences import SentenceToken
from align.article.lexicons import LEXICON, Manner, lexicon_of

_CLAUSAL = LEXICON.auxiliaries - LEXICON.perfect_auxiliaries - {"to"}  # said the mayor *was* late
_FARTHEST_VERB = 40  # words
_ENGLISH_CUES = lexicon_of("en").cues


def find_inverted_before(context: QuoteContext, cue: int) -> Phrase | None:
    """Return the subject between a verb and the quotation, where the language sets it so: Dann riefen sie: „…“."""
    phrase = find_phrase_after(context.tokens, cue + 1)
    if context.tokens[cue].lower in _ENGLISH_CUES:  # Amy Lin told Bo Lane: “…”
        return phrase if phrase is not None and _is_inserted(context, cue, phrase) else None
    end = context.place - context.follows_colon
    is_pronoun = phrase is not None and context.tokens[phrase.start].lower in LEXICON.personal
    is_announced = context.follows_colon or is_pronoun
    is_whole = phrase is not None and (phrase.stop == end or (is_pronoun and context.follows_colon))
    return phrase if phrase is not None and is_whole and is_announced else None


def _is_inserted(context: QuoteContext, cue: int, phrase: Phrase) -> bool:
    """Whether a verb and its subject stand between commas before the quotation: As for the noise, said Amy Lin, “…”."""
    tokens = context.tokens
    is_parted = tokens[cue - 1].text == "," and tokens[cue].lower not in LEXICON.telling | LEXICON.participles
    is_name = any(tokens[place].is_capital for place in phrase)
    is_name |= tokens[phrase.start].lower in LEXICON.indefinite_articles  # a visitor
    is_parted &= tokens[phrase.stop - 1].lower not in LEXICON.times  # said a month ago
    return is_parted and is_name and [token.text for token in tokens[phrase.stop : context.place]] in ([","], [":"])


def may_be_inverted(tokens: Sequence[SentenceToken], cue: int, phrase: Phrase) -> bool:
    """Whether a phrase behind a verb is its subject, no object: “…,” described the impact; “…,” says she warned."""
    is_object = LEXICON.cues[tokens[cue].lower] is Manner.LABELLED or tokens[cue].lower in LEXICON.telling
    is_equated = phrase.stop < len(tokens) and tokens[phrase.stop].lower in LEXICON.equating  # condemned Bellcom as “…”
    is_object |= tokens[cue].lower in LEXICON.citing  # “…,” cited old polls
    is_label = is_object and (is_equated or not tokens[phrase.start].is_capital)  # “Amy,” told his story
    is_clause = phrase.stop < len(tokens) and is_finite(tokens, phrase.stop) and tokens[phrase.stop].lower in _CLAUSAL
    return not is_label and not is_clause and not _is_thing(tokens, cue, phrase)


def _is_thing(tokens: Sequence[SentenceToken], cue: int, phrase: Phrase) -> bool:
    """Whether a verb has what stands behind it for its object: the “late” rule, offered *concessions* on rain."""
    is_small = not any(tokens[place].is_capital for place in phrase)
    return is_small and tokens[phrase.start].lower not in LEXICON.determiners and is_voiceless(tokens, phrase, cue)


def find_named_behind(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return whose words came before: Lane was “late,” wrote *Amy Lin*, adding that."""
    for verb in range(cue - 1, max(0, cue - _FARTHEST_VERB), -1):
        quotation = verb - 1 - (tokens[verb - 1].text == ",")
        if tokens[verb].quoted is not None:
            return None
        if quotation >= 0 and tokens[quotation].quoted is not None and is_cue(tokens, verb):
            phrase = find_phrase_after(tokens, verb + 1)
            is_name = phrase is not None and phrase.stop < cue and tokens[phrase.stop - 1].is_capital
            return phrase if is_name and tokens[verb].lower not in LEXICON.telling | LEXICON.participles else None
    return None
