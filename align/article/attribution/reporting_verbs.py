"""Which words are reporting verbs (cues), and do they claim that the words were said?"""

from collections.abc import Sequence

from align.article.attribution.called import find_called
from align.article.attribution.phrase_words import Phrase, is_hearsay
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.verb_forms import is_adverb_like, is_filling
from align.article.lexicons import LEXICON, lexicon_of

_LONGEST_SUBJECT = 10  # tokens between a quotation and a verb that counts only beside one
_LONGEST_LABELLED = 14  # tokens from a verb to what it calls something
_LONGEST_PURPOSE = 5  # tokens: as the only way to “move”
_MOST_ADJECTIVES = 4
_LONGEST_ISSUED = 5  # tokens: an extremely short statement
_BEHIND_NOUN = (LEXICON.auxiliaries - {"to"}) | LEXICON.equating  # behind a noun that looks like a verb
_BEHIND_SURE_NOUN = _BEHIND_NOUN | LEXICON.prepositions
_FINDERS = LEXICON.documents | LEXICON.papers | LEXICON.finders
_PARTING = frozenset(",:，：–—-")
_BETWEEN = LEXICON.complementizers | LEXICON.adverbs | {"back", "in", "out", "on"}  # shot back, “…”; went on: “…”
_PHRASAL = frozenset(first for first, _ in LEXICON.phrasal_cues)
_ENGLISH_PLAIN = lexicon_of("en").plain_cues
_SURE_PARTICIPLES = frozenset(
    """saying telling adding calling asking writing insisting arguing claiming alleging declaring admitting conceding
    stating complaining explaining""".split()
)
_MODALS = LEXICON.auxiliaries - {"to"}
_NOUNS = LEXICON.utterances | LEXICON.documents | LEXICON.messages
_VERBS = LEXICON.cues.keys() | LEXICON.auxiliaries | LEXICON.past_tenses | LEXICON.showing
_BEFORE_VERB = LEXICON.auxiliaries | LEXICON.negations
_BEFORE_PARTICIPLE = LEXICON.auxiliaries | LEXICON.pronouns
_BEFORE_PLAIN = LEXICON.pronouns | LEXICON.plurals | LEXICON.coordinating | LEXICON.relatives
_AFTER_PARTICIPLE = (
    LEXICON.complementizers
    | LEXICON.pronouns
    | LEXICON.determiners
    | LEXICON.prepositions
    | LEXICON.conjunctions
    | LEXICON.auxiliaries
    | LEXICON.adverbs
)

_LEADING = LEXICON.articles | LEXICON.indefinite_articles | LEXICON.owning
_BEARERS = LEXICON.pronouns - LEXICON.things


def is_cue(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the token at `place` is a verb that attributes words."""
    if not 0 < place < len(tokens) or tokens[place].quoted is not None or tokens[place].lower not in LEXICON.cues:
        return False
    before, word = tokens[place - 1], tokens[place].lower
    if word in _PHRASAL and not is_phrasal(tokens, place):
        return False
    is_noun = (
        _is_owned(tokens, place)
        or (before.lower in LEXICON.determiners and before.lower not in LEXICON.complementizers)
        or (before.lower.endswith(LEXICON.possessive_endings) and not _is_perfect(tokens, place))
        or (before.lower in ("of", "in", "on") and not ties_gerund(tokens, place))
        or (before.lower in LEXICON.ranking and place > 1 and tokens[place - 2].lower in LEXICON.determiners)
        or (before.lower == "one" and word in LEXICON.plain_cues and place > 1 and tokens[place - 2].is_word)
        or (before.lower.endswith("ing") and place > 1 and tokens[place - 2].lower in LEXICON.ranking)
    )  # the latest reports; gave one answer; four voting states
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    is_plural = word.endswith("s") and before.lower in LEXICON.complementizers and behind in _VERBS  # that reports show
    is_plural |= word.endswith("s") and behind in LEXICON.passive_auxiliaries and word not in LEXICON.sure_verbs
    if (word, behind) in LEXICON.idioms or is_plural or is_hearsay(tokens, place):
        return False
    if tokens[place].is_capital or find_called(tokens, place) or (is_noun and word not in LEXICON.sure_verbs):
        return False
    if word in LEXICON.beside_only and not touches_quotation(tokens, place):
        return False
    if word in LEXICON.finding and before.lower not in _FINDERS:
        return False
    if word in LEXICON.labelled_as and not labels_as(tokens, place):
        return False
    if word in LEXICON.plain_cues:
        return _may_be_plain_verb(tokens, place)
    return word not in LEXICON.participles or not _is_attribute(tokens, place)


def _is_perfect(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether "’s" before a verb with an object is "has": she’s called | the plan “late”; not: the “plan”."""
    if place < 2 or place + 2 >= len(tokens) or tokens[place].lower in LEXICON.plain_cues:
        return False
    is_contracted = tokens[place - 1].lower in LEXICON.possessive_endings and tokens[place - 2].lower in _BEARERS
    behind = tokens[place + 1].lower
    is_object = behind in _LEADING and tokens[place + 2].is_word and tokens[place + 2].quoted is None
    return is_contracted and (is_object or behind in LEXICON.objective | LEXICON.things)


def is_phrasal(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a verb and the word behind it are one: *pointed out*."""
    return place + 1 < len(tokens) and (tokens[place].lower, tokens[place + 1].lower) in LEXICON.phrasal_cues


def ties_gerund(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the participle at `place` is what the subject does: made a point of | saying; fond of | saying."""
    if place < 2 or tokens[place].lower not in _SURE_PARTICIPLES:
        return False
    return any(token.lower in LEXICON.gerund_ties for token in tokens[place - 2 : place])


def has_particle(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a word between a verb and its subject belongs to the verb: went | on | Amy Lin; chimed | in | Amy Lin."""
    behind = tokens[place + 1].lower if place + 2 < len(tokens) else ""
    return is_phrasal(tokens, place) or (tokens[place].lower, behind) in LEXICON.particles


def labels_as(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the next quotation is what a verb calls something: rejected it as “late”, or as a “late” move."""
    behind = range(place + 1, min(len(tokens), place + _LONGEST_LABELLED))
    quotation = next((later for later in behind if tokens[later].quoted is not None), place)
    last = tokens[quotation - 1].lower
    if last == "for" and tokens[place].lower in LEXICON.attacking:  # attacked them for “lying”
        return True
    ahead = 2 if last != "to" else _LONGEST_PURPOSE  # as a way to “move”
    return any(tokens[later].lower in LEXICON.equating for later in range(max(place + 1, quotation - ahead), quotation))


def _is_owned(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a possessive and adjectives make a noun of a word: Hale’s great claims are; Hale’s six new pledges as."""
    if place + 1 >= len(tokens):
        return False
    is_single = not tokens[place - 1].lower.endswith("s")  # Hale’s breakfast comments with; not: Hale’s aides claim in
    may_be_noun = is_single and not tokens[place].lower.endswith(LEXICON.sure_endings)
    if tokens[place + 1].lower not in (_BEHIND_SURE_NOUN if may_be_noun else _BEHIND_NOUN):
        return False
    owner = place - 1
    while owner > max(0, place - _MOST_ADJECTIVES) and _may_be_adjective(tokens[owner]):
        owner -= 1
    is_owner = tokens[owner].text.endswith(LEXICON.possessive_endings) or tokens[owner].lower in LEXICON.owning
    return 0 <= owner < place - 1 and is_owner


def _may_be_adjective(token: SentenceToken) -> bool:
    is_owner = token.text.endswith(LEXICON.possessive_endings)
    return token.is_word and not token.is_capital and token.lower not in LEXICON.head_nouns and not is_owner


def issues(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the verb at `place` tells that somebody spoke in writing: *issued* a short statement."""
    if tokens[place].lower not in LEXICON.sending | LEXICON.giving or tokens[place].is_capital:
        return False
    behind = [token.lower for token in tokens[place + 1 : place + 1 + _LONGEST_ISSUED]]
    return behind[:1] != [] and behind[0] in LEXICON.indefinite_articles and not LEXICON.sent.isdisjoint(behind)


def touches_quotation(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether nothing but a subject, an adverb or a comma stands between a verb and a quotation."""
    if touches_ahead(tokens, cue):
        return True
    for place in range(cue - 1, max(-1, cue - _LONGEST_SUBJECT), -1):
        if tokens[place].quoted is not None:
            return True
        if tokens[place].text in _PARTING:
            return place > 0 and tokens[place - 1].quoted is not None
        if not (tokens[place].is_word or tokens[place].text == "."):
            return False
    return False


def touches_ahead(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether a quotation follows a verb, with nothing but adverbs and stops between."""
    ahead = cue + 1
    while ahead < len(tokens) and (tokens[ahead].text in _PARTING or tokens[ahead].lower in _BETWEEN):
        ahead += 1
    return ahead < len(tokens) and tokens[ahead].quoted is not None


def announces(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether what may be a plural has a comma or colon and a quotation behind it: the clerk *replies*, “…”."""
    is_parted = place + 1 < len(tokens) and tokens[place + 1].text in (",", ":")
    return is_parted and tokens[place].lower.endswith("s") and touches_ahead(tokens, place)


def is_bare_verb(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether what may be a noun can only be a verb: did *say*; would later *call*; residents of Bell *warn* that."""
    before, ahead = tokens[place - 1].lower, tokens[place - 2].lower if place > 1 else ""
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    is_modal = before in LEXICON.emphatic or (before in LEXICON.adverbs and ahead in _MODALS)
    return is_modal or (behind in LEXICON.complementizers and tokens[place].lower not in _NOUNS)


def _may_be_plain_verb(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether what may be a noun stands where a verb does: they order, residents order; not: the hush order."""
    start = place
    while start > 0 and is_filling(tokens[start - 1]):
        start -= 1
    before = tokens[start - 1] if start else None
    if any(token.lower in _BEFORE_VERB for token in tokens[start:place]):  # would later call
        return True
    if is_bare_verb(tokens, place):
        return True
    if before is None or before.quoted is not None or not before.is_word:
        return touches_quotation(tokens, place)
    is_plural = before.lower.endswith("s") and not before.lower.endswith(LEXICON.possessive_endings)
    is_plural &= not (before.is_capital and tokens[place].lower in LEXICON.messages)  # defends the Skittles tweet
    is_joined = before.is_capital and any(token.lower == "and" for token in tokens[max(0, start - 5) : start])
    is_past = tokens[place].lower in LEXICON.past_tenses or tokens[place].lower in ("read", "forecast")
    return (
        is_plural
        or is_joined
        or announces(tokens, place)
        or before.lower in _BEFORE_PLAIN
        or (is_past and touches_quotation(tokens, place))
        or not before.lower.isascii()
        or tokens[place].lower not in _ENGLISH_PLAIN
    )


def _is_attribute(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a participle only describes the noun behind it: a singing competition."""
    if place + 1 >= len(tokens) or tokens[place].lower in _SURE_PARTICIPLES:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    is_noun = after.is_word and not after.is_capital and after.lower not in _AFTER_PARTICIPLE
    is_noun &= not is_adverb_like(after.lower)  # by warning darkly
    return is_noun and before.is_word and before.lower not in _BEFORE_PARTICIPLE


def is_nobody(tokens: Sequence[SentenceToken], subject: Phrase) -> bool:
    """Whether a subject is nobody at all: nobody, no one, none of them."""
    first = tokens[subject.start].lower
    return first in LEXICON.nobody or (first == "one" and subject.start > 0 and tokens[subject.start - 1].lower == "no")


def is_negated(tokens: Sequence[SentenceToken], cue: int, subject: Phrase | None) -> bool:
    """Whether nobody is claimed to have said it: she never said, nobody said, she might have said, if she had said."""
    if subject is not None and is_nobody(tokens, subject):
        return True
    is_before = subject is not None and subject.stop <= cue
    if is_before and subject is not None and subject.start and tokens[subject.start - 1].lower in LEXICON.conditionals:
        return True
    start = max(subject.stop if is_before and subject is not None else 0, cue - 3)
    if cue and tokens[cue - 1].text == "," and tokens[cue].lower not in LEXICON.plain_cues:
        start = cue  # who was not there, said; not: did not, however, say
    words = [token.lower for token in tokens[start : cue + 1]]
    if "have" in words and not LEXICON.unreal_modals.isdisjoint(words):
        return True
    return not any(word in LEXICON.coordinating for word in words) and any(
        word in LEXICON.negations or word.endswith(LEXICON.negation_endings) for word in words
    )


def find_reply(sentence: Sequence[SentenceToken], cue: int) -> int:
    """Return the verb that answers the one at `cue`: Bo asked Amy Lin, to which Lin *replied* that it was late."""
    for link in range(cue + 1, len(sentence) - 2):
        if sentence[link].lower == "to" and sentence[link + 1].lower in LEXICON.relatives:
            return next((place for place in range(link + 2, len(sentence)) if is_cue(sentence, place)), cue)
    return cue
