"""Which clause of a sentence is whose (clause segmentation): the subjects of its finite verbs, without a parser."""

from collections.abc import Sequence

from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_phrase_after
from align.article.attribution.sentences import DASHES, SentenceToken
from align.article.attribution.verb_forms import begins_adverbial, is_opening, is_verb_like
from align.article.lexicons import LEXICON

_SPEAKERS = LEXICON.head_nouns | LEXICON.documents | LEXICON.messages | LEXICON.organisations
_LED = LEXICON.determiners | LEXICON.pronouns | LEXICON.objective
_CIRCUMSTANCES = LEXICON.occasions | LEXICON.documents | LEXICON.messages | LEXICON.periods
_WRITTEN = LEXICON.documents | LEXICON.messages
_SENDERS = LEXICON.origins - LEXICON.programme_ties - LEXICON.joining_ahead
_BREAKS = frozenset(",;:") | DASHES
_FARTHEST_VERB = 14  # tokens between a subject and its verb: the owner of the ferry in the bay on Sunday denied
_LONGEST_DATELINE = 12  # tokens: KARTHAM, April 25 (Newswire) -
_REACH = 60  # tokens back in which the clause that a verb shares is looked for


def find_main_subject(tokens: Sequence[SentenceToken], end: int) -> Phrase | None:
    """Return the subject of the last main clause that begins before `end`; None if no verb proves one."""
    first = skip_dateline(tokens)
    for start in range(end - 1, max(first, end - _REACH) - 1, -1):
        if start == first or (_is_break(tokens, start - 1) and not _is_apposition(tokens, first, start)):
            subject = _clause_subject(tokens, start, end)
            if subject is not None:
                return subject
    return None


def _is_apposition(tokens: Sequence[SentenceToken], first: int, start: int) -> bool:
    """Whether what begins at `start` tells who the name is that begins the sentence: Amy Lin, | a nurse, left."""
    is_led = tokens[start].lower in LEXICON.articles | LEXICON.indefinite_articles and tokens[start - 1].text == ","
    name = find_phrase_after(tokens, first) if is_led and tokens[first].is_capital else None
    is_name = name is not None and len(name) > 1 and all(tokens[place].is_capital for place in name)
    return name is not None and is_name and name.start == first and name.stop == start - 1


def skip_dateline(tokens: Sequence[SentenceToken]) -> int:
    """Return where the sentence begins behind "KARTHAM, April 25 (Newswire) -"; 0 if none leads it."""
    if not tokens or tokens[0].quoted is not None or not tokens[0].text.isupper() or len(tokens[0].text) < 3:
        return 0
    for place in range(1, min(_LONGEST_DATELINE, len(tokens) - 1)):
        if tokens[place].text in DASHES:
            return place + 1
        if tokens[place].quoted is not None or is_verb_like(tokens[place]):
            return 0
    return 0


def _is_break(tokens: Sequence[SentenceToken], place: int) -> bool:
    token = tokens[place]
    if token.lower in LEXICON.coordinating and 0 < place < len(tokens) - 1:
        before, behind = tokens[place - 1], tokens[place + 1]
        is_pronoun = before.lower in LEXICON.personal
        is_named = behind.is_capital or (is_pronoun and behind.lower in LEXICON.determiners)
        is_pair = (before.is_capital or before.lower in LEXICON.pronouns) and is_named  # she and Amy Lin left
        return not is_pair and not (before.lower in LEXICON.roles and behind.lower in LEXICON.roles)
    return token.quoted is not None or token.text in _BREAKS or token.lower in LEXICON.coordinating


def _clause_subject(tokens: Sequence[SentenceToken], start: int, end: int) -> Phrase | None:
    """Return the subject of the clause that begins at `start`, if it is a main one and its verb is before `end`."""
    while start < end and is_opening(tokens[start]):
        start += 1
    if start >= end or _is_subordinate(tokens[start]):
        return None
    subject = find_phrase_after(tokens, start)
    if subject is None or subject.stop > end or not may_speak(tokens, subject):
        return None
    return trim(tokens, subject) if _has_verb(tokens, subject, end) else None


def _is_subordinate(token: SentenceToken) -> bool:
    """Whether a word begins an adverbial or a clause that depends on another: When, On, Holding, Asked."""
    is_participle = len(token.text) > 4 and token.text.endswith("ed") and not token.is_capital
    return begins_adverbial(token) or token.lower in LEXICON.relatives or is_participle or token.text == "Asked"


def may_speak(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether a phrase reads like the subject of a verb of saying: a name, a role, people; not: tied, last week."""
    words = [tokens[place] for place in phrase]
    head = words[-1].lower
    is_paper = head == "today" and len(words) > 1 and all(word.is_capital for word in words)  # USA Today
    is_when = head in LEXICON.times or (head in LEXICON.periods and not is_paper)
    if is_when or words[0].lower in ("there", "it"):
        return False
    is_noun = head.endswith("s") or head in LEXICON.plurals or head in _SPEAKERS
    is_noun |= words[-1].is_uncased
    return is_noun or words[0].lower in _LED or any(word.is_capital for word in words)


def may_report(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether a phrase right before a verb of saying can be its subject; "it" can: the council said it was “late”."""
    return tokens[phrase.start].lower == "it" or may_speak(tokens, phrase)


def _has_verb(tokens: Sequence[SentenceToken], subject: Phrase, end: int) -> bool:
    """Whether a finite verb follows a subject, apart from what is inserted between commas."""
    place = subject.stop
    if place < end and tokens[place].text == "(":  # Amy Lin (R), said
        place = next((later for later in range(place, end) if tokens[later].text == ")"), end) + 1
        place += place < end and tokens[place].text == ","
    if place < end and tokens[place].text == ",":
        commas = (later for later in range(place + 1, end) if tokens[later].text == ",")
        place = next(commas, end) + 1
        if place < end and tokens[place].lower in LEXICON.articles | LEXICON.indefinite_articles:  # …, a nurse, left
            place = next(commas, place - 1) + 1
    for later in range(place, min(end, place + _FARTHEST_VERB)):
        token = tokens[later]
        if token.quoted is not None or token.text in _BREAKS or token.lower in LEXICON.conjunctions:
            return False
        if is_finite(tokens, later, is_first=later == subject.stop):
            return True
    return False


def is_finite(tokens: Sequence[SentenceToken], place: int, is_first: bool = True) -> bool:
    """Whether the token at `place` is a verb that has a subject; `is_first` if it stands right behind a noun phrase."""
    token = tokens[place]
    if token.is_capital or not token.is_word:
        return token.lower in LEXICON.auxiliaries and not token.is_capital
    if token.lower in LEXICON.auxiliaries:
        return token.lower not in ("to", "being", "be", "been", "having")
    is_past = is_verb_like(token) and not token.text.endswith("ing")
    is_cue = token.lower in LEXICON.cues and not token.text.endswith("ing") and token.lower not in LEXICON.plain_cues
    before = tokens[place - 1]
    is_present = is_first and token.text.endswith("s") and (before.is_capital or before.lower in LEXICON.pronouns)
    is_agentive = place + 1 < len(tokens) and tokens[place + 1].lower in LEXICON.agents  # obtained by
    return (is_past or is_cue or is_present) and not is_agentive


def trim(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return a phrase without where and when: Vivek Mishra | in a news briefing; The army | in a statement."""
    for place in phrase[1:]:
        if tokens[place].lower in LEXICON.joining and tokens[place].lower not in LEXICON.joining_ahead:
            head = tokens[place - 1]
            if tokens[place].lower in _SENDERS and head.lower in _WRITTEN:  # a message from Facebook user Amy Lin
                continue
            ahead = {tokens[later].lower for later in range(place + 1, min(phrase.stop, place + 7))}
            is_circumstance = not ahead.isdisjoint(_CIRCUMSTANCES)
            is_named = head.is_capital and tokens[place + 1 : place + 2] and not tokens[place + 1].is_capital
            if is_circumstance or is_named:
                return range(phrase.start, place)
    return phrase
