"""What form has a word: one of a verb, one that stands between subject and verb, one that opens a sentence?"""

from collections.abc import Sequence

from align.article.attribution.sentences import DASHES, SentenceToken
from align.article.lexicons import LEXICON

_NOUNS_IN_ED = LEXICON.documents | LEXICON.occasions


def is_passive(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether the verb at `cue` has its speaker after "by", if anywhere: "was told", "been called"; not: is saying."""
    if tokens[cue].lower in LEXICON.participles:
        return False
    place = cue
    while place > 0 and tokens[place - 1].lower in LEXICON.adverbs:
        place -= 1
    return place > 0 and tokens[place - 1].lower in LEXICON.passive_auxiliaries


def is_verb_like(token: SentenceToken) -> bool:
    """Whether a word looks like a verb in the past tense or a participle."""
    is_regular = len(token.text) > 4 and token.text.endswith(LEXICON.past_endings)
    is_verb = (is_regular and token.lower not in _NOUNS_IN_ED) or token.lower in LEXICON.past_tenses
    return is_verb and not token.is_capital


def is_filling(token: SentenceToken) -> bool:
    """Whether a word may stand between a subject and its verb."""
    word = token.lower
    if token.quoted is not None or token.is_capital:
        return False
    is_auxiliary = (
        word in LEXICON.auxiliaries
        or word in LEXICON.perfect_auxiliaries
        or word in LEXICON.negations
        or word.endswith(LEXICON.negation_endings)
    )
    return is_auxiliary or word in LEXICON.reflexives or is_adverb_like(word)


def is_adverb_like(word: str) -> bool:
    """Whether a word in lower case is an adverb by its ending: quickly; not: family, ally."""
    return word in LEXICON.adverbs or (word.endswith(LEXICON.adverb_endings) and word not in LEXICON.adverb_lookalikes)


def is_finite_participle(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the verb at `place` is a participle that describes a noun: a letter *obtained* by."""
    return (
        tokens[place].lower.endswith("ed") and not tokens[place].is_capital and place > 0 and tokens[place - 1].is_word
    )


def skip_adverbials(tokens: Sequence[SentenceToken], place: int) -> int:
    """Return where the adverbs and days begin that stand before `place`: and | on Friday quickly | said."""
    while place > 1:
        if tokens[place - 1].lower in LEXICON.weekdays and tokens[place - 2].lower == "on" and place > 2:
            place -= 2
        elif not tokens[place - 1].is_capital and is_adverb_like(tokens[place - 1].lower):
            place -= 1
        else:
            break
    return place


def is_adverbial(tokens: Sequence[SentenceToken], phrase: range) -> bool:
    """Whether what looks like a subject only says when: said “we go,” *then* added; Amy Lin, *last year* said."""
    words = [tokens[place].lower for place in phrase]
    if len(words) > 1 and words[0] in LEXICON.phrase_ends and words[-1] in LEXICON.times | LEXICON.weekdays:
        return True
    return all(tokens[place].lower in LEXICON.adverbs and not tokens[place].is_capital for place in phrase)


def is_opening(token: SentenceToken) -> bool:
    """Whether a word may stand before what a sentence is about: And then, the nurse left."""
    return (
        token.lower in LEXICON.coordinating
        or token.lower in LEXICON.adverbs
        or token.text == ","
        or token.text in DASHES
    )


def begins_adverbial(token: SentenceToken) -> bool:
    """Whether a word begins a phrase or clause that says where, when or how: On, While, Walking."""
    word = token.lower
    return word in LEXICON.prepositions or word in LEXICON.conjunctions or (word.endswith("ing") and word != "king")
