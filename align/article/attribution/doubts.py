"""Which findings are too often wrong to be told: verbs that may be nouns, and subjects that can say nothing.

Over PolNeAR's train part and the labelled articles together, speakers found so were right in 40 to 60 of 100 cases.
"""

from collections.abc import Sequence

from align.article.attribution.phrase_words import Phrase
from align.article.attribution.reporting_verbs import announces, is_bare_verb
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.verb_forms import is_adverb_like
from align.article.lexicons import LEXICON

_VOICES = (
    LEXICON.head_nouns
    | LEXICON.organisations
    | LEXICON.documents
    | LEXICON.messages
    | LEXICON.plurals
    | LEXICON.pronouns
    | LEXICON.objective
    | LEXICON.determiners
    | LEXICON.broadcasts
    | LEXICON.voices
    | LEXICON.finders
)
_WRITTEN = LEXICON.documents | LEXICON.messages
_TIES = LEXICON.joining | LEXICON.joining_ahead | LEXICON.prepositions


def may_be_noun(tokens: Sequence[SentenceToken], phrase: Phrase, cue: int) -> bool:
    """Whether a verb is probably none, or not what its subject says: to call it “late”; African port calls for “late”.

    But: residents call, they call; the sign reads.
    """
    is_infinitive = tokens[cue - 1].lower == "to"
    is_caused = is_infinitive and tokens[phrase.start - 1].lower in LEXICON.causing  # led Amy Lin to call
    is_tried = is_infinitive and tokens[cue - 2].lower in LEXICON.trying  # the officers tried to call
    is_tried |= (
        is_infinitive and (tokens[cue - 3].lower, tokens[cue - 2].lower) in LEXICON.phrasal_cues
    )  # went on to accuse
    is_tried |= is_infinitive and any(
        token.lower in LEXICON.appearing for token in tokens[phrase.stop : phrase.stop + 2]
    )  # took to the air to warn
    is_announcing = is_infinitive and [token.text for token in tokens[cue + 1 : cue + 2]] == [":"]  # to respond: “…”
    is_told = is_infinitive and tokens[cue + 1].lower in LEXICON.complementizers  # uses her letter to note that
    is_relative = tokens[cue - 1].lower in LEXICON.relatives and tokens[cue - 2].lower in _WRITTEN  # a note that read
    is_verb = (
        announces(tokens, cue)
        or is_bare_verb(tokens, cue)
        or is_caused
        or is_tried
        or is_announcing
        or is_told
        or is_relative
    )
    if tokens[cue].lower not in LEXICON.plain_cues or is_verb:
        return False
    head = tokens[find_head(tokens, phrase)]
    if head.lower in LEXICON.pronouns:  # he’d reply
        return is_infinitive
    is_plural = head.lower.endswith("s") or head.lower in LEXICON.plurals
    return not ((phrase.stop == cue and is_plural) or head.lower in _WRITTEN)


def is_voiceless(tokens: Sequence[SentenceToken], phrase: Phrase, cue: int | None) -> bool:
    """Whether the subject of a verb is no voice, but a thing: a smoke screen …, stressing “…”."""
    is_named = any(tokens[place].is_capital for place in phrase)
    if cue is None or (
        tokens[cue].lower in LEXICON.sure_verbs and (is_named or phrase.stop == cue)
    ):  # the ferry firm said
        return False
    head = find_head(tokens, phrase)
    is_counted = head + 1 < phrase.stop and tokens[head + 1].lower in LEXICON.joining_ahead  # hundreds of | protesters
    is_somebody = phrase.stop < cue and tokens[phrase.stop].lower in LEXICON.personal_relatives  # a follower who said
    return not (is_somebody or _can_speak(tokens[head]) or (is_counted and _can_speak(tokens[phrase.stop - 1])))


def find_head(tokens: Sequence[SentenceToken], phrase: Phrase) -> int:
    """Return where the noun is that a phrase is about: before its first preposition."""
    end = phrase.stop - (len(phrase) > 1 and tokens[phrase.stop - 1].text == ".")  # Bo Lane Jr.
    head = next((place for place in phrase[1:] if tokens[place].lower in _TIES), end) - 1
    return head - (head > phrase.start and tokens[head].lower in LEXICON.postmodifiers)  # a person familiar with it


def _can_speak(head: SentenceToken) -> bool:
    """Whether a noun is one for people, bodies or writing, or a name."""
    word = head.lower.rpartition("-")[2]  # co-chairman
    is_agent = word.removesuffix("s").endswith(LEXICON.agent_endings) or word.endswith(LEXICON.agents_endings)
    is_known = word in _VOICES or word.removesuffix("s") in _VOICES or word.endswith(LEXICON.role_endings)
    is_known |= any(character.isdigit() or character in "_@" for character in head.text)  # user lin_5
    return head.is_capital or head.is_uncased or is_known or is_agent or head.lower.endswith(LEXICON.age_endings)


def is_nobody_alone(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether a phrase is a word that is nobody by itself: the “old” man; *Often* called “late”; *Added* an aide: “…”.

    Or days and numbers: in *October 2014*.
    """
    words = [tokens[place] for place in phrase]
    if all(word.text.isdigit() or word.lower in LEXICON.periods for word in words) and len(words) > 1:
        return True
    word = words[0]
    if len(words) > 1 or word.lower in LEXICON.pronouns:
        return False
    is_first = phrase.start == 0 or not word.is_capital
    is_adverb = word.lower in LEXICON.adverbs | LEXICON.openers or (not word.is_capital and is_adverb_like(word.lower))
    is_verb = word.is_capital and word.lower in LEXICON.cues and word.lower.endswith(LEXICON.sure_endings)
    is_verb |= phrase.start == 0 and word.lower in LEXICON.plain_cues - _WRITTEN - _VOICES  # *Remember* when they said
    is_day = word.lower in LEXICON.weekdays  # said Friday
    return is_day or word.lower in LEXICON.never_alone or (is_first and (is_adverb or is_verb))
