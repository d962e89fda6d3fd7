"""Which words are reporting verbs (cues), who is their subject, and do they claim that the words were said?"""

from collections.abc import Sequence

from align.article.attribution.noun_phrases import Phrase, find_first_phrase, find_phrase_after, find_phrase_before
from align.article.attribution.sentences import SentenceToken
from align.article.lexicons import LEXICON

_FARTHEST_VERB = 40  # words back to the verb whose subject this one shares


def is_cue(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the token at `place` is a verb that attributes words."""
    if not 0 <= place < len(tokens) or tokens[place].quoted is not None or tokens[place].lower not in LEXICON.cues:
        return False
    if place == 0:
        return False
    before, word = tokens[place - 1], tokens[place].lower
    if word == "put":  # as Amy Lin put it
        return place + 1 < len(tokens) and tokens[place + 1].lower == "it"
    is_noun = (
        (before.lower in LEXICON.determiners and before.lower not in LEXICON.complementizers)
        or before.lower.endswith(LEXICON.possessive_endings)
        or before.lower in ("of", "in", "on")
    )
    return not tokens[place].is_capital and (not is_noun or word in LEXICON.sure_verbs)


def is_negated(tokens: Sequence[SentenceToken], cue: int, subject: Phrase | None) -> bool:
    """Whether nobody is claimed to have said it: she never said, she might have said, if she had said."""
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
    before = tokens[cue - 1]
    is_elided = before.lower in LEXICON.coordinating or before.lower == "to" or before.text in (":", ";")
    is_hanging = tokens[cue].lower in LEXICON.participles and (
        not before.is_word or before.lower in LEXICON.cues or before.lower == "as"
    )
    if is_elided or is_hanging:
        return _subject_before(tokens, cue)
    phrase = find_phrase_before(tokens, cue)
    link = phrase.start - 1 if phrase is not None else 0
    if phrase is None or link <= 0:
        return phrase
    if tokens[link].lower in LEXICON.sending and tokens[phrase.stop - 1].lower in LEXICON.messages:
        return find_phrase_before(tokens, link) or phrase
    if tokens[link].lower == "to":  # a letter from Amy Lin to parents said
        sent = find_phrase_before(tokens, link)
        return (
            sent
            if sent and any(tokens[place].lower in LEXICON.documents | LEXICON.messages for place in sent)
            else phrase
        )
    return phrase


def find_agent(tokens: Sequence[SentenceToken], cue: int, end: int) -> Phrase | None:
    """Return who did what a passive verb tells: "was told by Amy Lin"."""
    by = next((place for place in range(cue + 1, end) if tokens[place].lower in LEXICON.agents), None)
    return find_phrase_after(tokens, by + 1) if by is not None and by + 1 < len(tokens) else None


def _subject_before(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return the subject of the last verb of saying before `cue`, else what the sentence is about."""
    for earlier in range(cue - 1, max(0, cue - _FARTHEST_VERB), -1):
        if (
            tokens[earlier].quoted is None
            and is_cue(tokens, earlier)
            and tokens[earlier].lower not in LEXICON.participles
        ):
            phrase = find_phrase_before(tokens, earlier)
            if phrase is not None:
                return phrase
    return find_first_phrase(tokens[:cue])
