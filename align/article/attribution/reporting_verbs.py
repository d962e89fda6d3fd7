"""Which words are reporting verbs (cues), who is their subject, and do they claim that the words were said?"""

from collections.abc import Sequence

from align.article.attribution.clauses import find_main_subject, is_finite, trim
from align.article.attribution.noun_phrases import (
    Phrase,
    find_first_phrase,
    find_phrase_after,
    find_phrase_before,
    is_filling,
)
from align.article.attribution.sentences import SentenceToken
from align.article.lexicons import LEXICON, lexicon_of

_FARTHEST_VERB = 40  # words back to the verb whose subject this one shares
_LONGEST_SUBJECT = 10  # tokens between a quotation and a verb that counts only beside one
_PARTING = frozenset(",:，：–—-")
_BETWEEN = LEXICON.complementizers | LEXICON.adverbs | {"back", "in", "out", "on"}  # shot back, “…”; went on: “…”
_PHRASAL = frozenset(first for first, _ in LEXICON.phrasal_cues)
_PARTICLES = frozenset(("out", "up", "off", "down"))  # put *out* a statement
_ENGLISH_PLAIN = lexicon_of("en").plain_cues
_SURE_PARTICIPLES = frozenset(("saying", "telling", "adding", "calling", "asking", "writing"))
_SPEAKING = LEXICON.messages | LEXICON.documents  # a tweet by Amy Lin read
_BEFORE_VERB = LEXICON.auxiliaries | LEXICON.negations
_BEFORE_PARTICIPLE = LEXICON.auxiliaries | LEXICON.pronouns
_BEFORE_PLAIN = LEXICON.pronouns | LEXICON.plurals | LEXICON.coordinating | LEXICON.relatives
_SIGNS = LEXICON.documents - LEXICON.sent - LEXICON.messages
_TYING = LEXICON.joining - LEXICON.origins
_LEADING = LEXICON.prepositions - LEXICON.subordinators
_AFTER_PARTICIPLE = (
    LEXICON.complementizers
    | LEXICON.pronouns
    | LEXICON.determiners
    | LEXICON.prepositions
    | LEXICON.conjunctions
    | LEXICON.auxiliaries
    | LEXICON.adverbs
)


def is_cue(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the token at `place` is a verb that attributes words."""
    if not 0 < place < len(tokens) or tokens[place].quoted is not None or tokens[place].lower not in LEXICON.cues:
        return False
    before, word = tokens[place - 1], tokens[place].lower
    if word in _PHRASAL and (place + 1 == len(tokens) or (word, tokens[place + 1].lower) not in LEXICON.phrasal_cues):
        return False
    is_noun = (
        (before.lower in LEXICON.determiners and before.lower not in LEXICON.complementizers)
        or before.lower.endswith(LEXICON.possessive_endings)
        or before.lower in ("of", "in", "on")
    )
    if tokens[place].is_capital or (is_noun and word not in LEXICON.sure_verbs):
        return False
    if word in LEXICON.beside_only and not touches_quotation(tokens, place):
        return False
    if word in LEXICON.plain_cues:
        return _may_be_plain_verb(tokens, place)
    return word not in LEXICON.participles or not _is_attribute(tokens, place)


def touches_quotation(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether nothing but a subject, an adverb or a comma stands between a verb and a quotation."""
    ahead = cue + 1
    while ahead < len(tokens) and (tokens[ahead].text in _PARTING or tokens[ahead].lower in _BETWEEN):
        ahead += 1
    if ahead < len(tokens) and tokens[ahead].quoted is not None:
        return True
    for place in range(cue - 1, max(-1, cue - _LONGEST_SUBJECT), -1):
        if tokens[place].quoted is not None:
            return True
        if tokens[place].text in _PARTING:
            return place > 0 and tokens[place - 1].quoted is not None
        if not (tokens[place].is_word or tokens[place].text == "."):
            return False
    return False


def _may_be_plain_verb(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether what may be a noun stands where a verb does: they order, residents order; not: the hush order."""
    start = place
    while start > 0 and is_filling(tokens[start - 1]):
        start -= 1
    before = tokens[start - 1] if start else None
    if start < place and tokens[place - 1].lower in _BEFORE_VERB:
        return True
    if before is None or before.quoted is not None or not before.is_word:
        return touches_quotation(tokens, place)
    is_plural = before.lower.endswith("s") and not before.lower.endswith(LEXICON.possessive_endings)
    is_joined = before.is_capital and any(token.lower == "and" for token in tokens[max(0, start - 5) : start])
    is_past = tokens[place].lower in LEXICON.past_tenses or tokens[place].lower in ("read", "forecast")
    return (
        is_plural
        or is_joined
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
    words = [token.lower for token in tokens[start : cue + 1]]
    if "have" in words and not LEXICON.unreal_modals.isdisjoint(words):
        return True
    return not any(word in LEXICON.coordinating for word in words) and any(
        word in LEXICON.negations or word.endswith(LEXICON.negation_endings) for word in words
    )


def find_subject(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return the subject of the verb at `cue`, also where it was named before: "Amy Lin frowned but said"."""
    if shares_subject(tokens, cue):
        return _subject_before(tokens, cue)
    phrase = find_phrase_before(tokens, cue)
    if phrase is None:
        return None
    link = phrase.start - 1
    if link > 0 and tokens[link].lower in LEXICON.sending and tokens[phrase.stop - 1].lower in LEXICON.messages:
        return find_phrase_before(tokens, link) or phrase
    if link > 0 and tokens[link].lower == "to":  # a letter from Amy Lin to parents said
        sent = find_phrase_before(tokens, link)
        if sent and any(tokens[place].lower in _SPEAKING for place in sent):
            return sent
    if _is_reduced_or_relative(tokens, cue):
        return phrase
    return _own_subject(tokens, _without_time(tokens, trim(tokens, phrase)))


def _without_time(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return a name without when: Amy Lin | last week; the chief | at the time; Amy Lin | Friday; Later | Amy Lin."""
    while len(phrase) > 1 and _is_when(tokens, phrase.start):
        phrase = phrase[1:]
    if tokens[phrase.stop - 1].lower not in LEXICON.times | LEXICON.weekdays:
        return phrase
    tie = next((place for place in phrase[1:][-3:] if tokens[place].lower in LEXICON.joining), None)
    if tie is not None:
        return range(phrase.start, tie)
    small = LEXICON.determiners | LEXICON.weekdays
    names = [place for place in phrase if tokens[place].is_capital and tokens[place].lower not in small]
    return range(phrase.start, names[-1] + 1) if names else phrase


def _is_when(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the capital at `place` only says when: Later Amy Lin; on Monday Amy Lin."""
    word, before = tokens[place].lower, tokens[place - 1].lower if place else ""
    is_first = place == 0 and word in LEXICON.adverbs | LEXICON.openers
    return is_first or (word in LEXICON.weekdays and before in LEXICON.prepositions)


def shares_subject(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether the subject of the verb at `cue` is that of a verb before: …, adding; and said; wants to say."""
    start = cue
    while start > 1 and tokens[start - 1].lower in LEXICON.adverbs:
        start -= 1
    before = tokens[start - 1]
    is_elided = before.lower in LEXICON.coordinating or before.lower == "to" or before.text in (":", ";")
    is_participle = tokens[cue].lower in LEXICON.participles and tokens[cue - 1].lower not in LEXICON.auxiliaries
    return is_elided or (
        is_participle
        and (not before.is_word or before.lower in LEXICON.cues or before.lower in ("as", "by", "without"))
    )


def _is_reduced_or_relative(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether the noun before the verb at `cue` is its subject whatever leads it: with Amy saying; by her, who said."""
    start = cue
    while start > 1 and is_filling(tokens[start - 1]):
        start -= 1
    if tokens[start - 1].lower in LEXICON.relatives:
        return True
    phrase = find_phrase_before(tokens, cue)
    link = tokens[phrase.start - 1].lower if phrase is not None and phrase.start else ""
    if start != cue or tokens[cue].lower not in LEXICON.participles:
        return False
    is_sign = tokens[cue - 1].lower in _SIGNS  # held placards saying
    return is_sign or link in _TYING


def _own_subject(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the subject for which `phrase`, right before a verb, was taken: that before "on Sunday", "in London"."""
    while phrase.start > 0:
        link = tokens[phrase.start - 1]
        if link.lower in LEXICON.origins and phrase.start > 1 and tokens[phrase.start - 2].lower in _SPEAKING:
            return phrase
        is_day = tokens[phrase.start].lower in LEXICON.periods and phrase.start > 1
        is_time = is_day or tokens[phrase.stop - 1].lower in LEXICON.times
        if link.lower in _LEADING and link.quoted is None:
            end = phrase.start - 1
        elif is_time and link.is_word:
            end = phrase.start
        else:
            return _subject_or_shared(tokens, phrase)
        while end > 0 and (tokens[end - 1].lower in LEXICON.adverbs or is_finite_participle(tokens, end - 1)):
            end -= 1
        earlier = find_phrase_before(tokens, end) if end else None
        if earlier is None or earlier.stop > phrase.start:
            return None if end else phrase
        phrase = trim(tokens, earlier)
    return phrase


def is_finite_participle(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the verb at `place` is a participle that describes a noun: a letter *obtained* by."""
    return (
        tokens[place].lower.endswith("ed") and not tokens[place].is_capital and place > 0 and tokens[place - 1].is_word
    )


def _subject_or_shared(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return `phrase`, or the subject of the verb before it if it is that verb's object."""
    link = phrase.start - 1 - (phrase.start > 1 and tokens[phrase.start - 1].lower in _PARTICLES)
    is_object = (
        link > 0
        and is_finite(tokens, link)
        and not is_cue(tokens, link)
        and tokens[phrase.start].lower not in LEXICON.personal
        and tokens[link].lower not in LEXICON.auxiliaries
    )
    return find_main_subject(tokens, link + 1) if is_object else phrase


def find_agent(tokens: Sequence[SentenceToken], cue: int, end: int) -> Phrase | None:
    """Return who did what a passive verb tells: "was told by Amy Lin"."""
    by = next((place for place in range(cue + 1, end) if tokens[place].lower in LEXICON.agents), None)
    phrase = find_phrase_after(tokens, by + 1) if by is not None and by + 1 < len(tokens) else None
    return phrase if phrase is not None and not tokens[phrase.start].text.endswith("ing") else None  # by changing it


def _subject_before(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return the subject that the verb at `cue` shares with the main clause before it, else with a reporting verb."""
    main = find_main_subject(tokens, cue)
    if main is not None:
        return main
    for earlier in range(cue - 1, max(0, cue - _FARTHEST_VERB), -1):
        is_verb = tokens[earlier].quoted is None and is_cue(tokens, earlier)
        if is_verb and tokens[earlier].lower not in LEXICON.participles:
            phrase = find_phrase_before(tokens, earlier)
            if phrase is not None:
                return phrase
    first = find_first_phrase(tokens[:cue])
    is_named = first is not None and (
        tokens[first.start].is_capital or tokens[first.start].lower in LEXICON.determiners
    )
    return first if is_named else None
