"""Who is the subject of a reporting verb?"""

from collections.abc import Sequence

from align.article.attribution.causatives import find_blamed, find_caused, is_blamed, is_shown
from align.article.attribution.clauses import find_main_subject, is_finite, trim
from align.article.attribution.insertions import find_before_insertions
from align.article.attribution.inversion import find_named_behind
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_first_phrase
from align.article.attribution.relative_clauses import is_thing_that
from align.article.attribution.reporting_verbs import is_cue, ties_gerund
from align.article.attribution.run_on_names import find_behind_noun, is_behind_circumstance
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.verb_forms import (
    is_adverb_like,
    is_adverbial,
    is_filling,
    is_finite_participle,
    is_passive,
    skip_adverbials,
)
from align.article.lexicons import LEXICON
from align.article.lexicons.first_names import FIRST_NAMES

_BETWEEN = LEXICON.adverbs | LEXICON.perceived  # was *heard* on the air saying
_BEFORE_SHARED = LEXICON.cues.keys() | LEXICON.perceived | {"as", "by", "without", "upon", "after", "before", "while"}
_FARTHEST_VERB = 40  # words back to the verb whose subject this one shares
_FARTHEST_JOINED = 12  # tokens
_PARTICLES = frozenset(("out", "up", "off", "down"))  # put *out* a statement
_SPEAKING = LEXICON.messages | LEXICON.documents  # a tweet by Amy Lin read
_SENT = LEXICON.messages | LEXICON.documents  # issued a statement that read
_SIGNS = LEXICON.documents - LEXICON.sent - LEXICON.messages
_TYING = LEXICON.joining - LEXICON.origins
_SENDERS = LEXICON.origins - LEXICON.programme_ties  # a report *by* Amy Lin; not: *on* Amy Lin
_TIES = LEXICON.joining | LEXICON.joining_ahead
_LEADING = LEXICON.prepositions - LEXICON.subordinators
_CIRCUMSTANTIAL = LEXICON.prepositions | LEXICON.joining


def find_subject(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return the subject of the verb at `cue`, also where it was named before: "Amy Lin frowned but said"."""
    if shares_subject(tokens, cue) or _is_only_when(tokens, cue):
        return find_caused(tokens, cue) or _subject_before(tokens, cue)
    if is_blamed(tokens, cue):
        return find_blamed(tokens, cue)
    phrase = find_before_insertions(tokens, cue) or find_phrase_before(tokens, cue)
    if phrase is None or is_thing_that(tokens, phrase, cue):
        return None
    if is_behind_circumstance(tokens, phrase, cue) and (name := find_behind_noun(tokens, phrase)) is not None:
        return name
    return phrase if is_shown(tokens, phrase, cue) else _without_another(tokens, phrase, cue)


def _without_another(tokens: Sequence[SentenceToken], phrase: Phrase, cue: int) -> Phrase | None:
    """Return the subject of the verb at `cue`, right before which `phrase` stands, if that is sent or told to."""
    link = phrase.start - 1
    if link == 0 and tokens[link].lower in _LEADING and phrase.stop + 1 < cue:  # During the call, he left, called …
        return find_main_subject(tokens, cue) or _behind_circumstance(tokens, phrase)
    if _is_sent(tokens, phrase):
        return _sender(tokens, phrase) or find_phrase_before(tokens, link) or phrase
    if link > 0 and tokens[link].lower == "to":
        sent = find_phrase_before(tokens, link)
        if sent and sent.start == 1 and tokens[0].lower in _CIRCUMSTANTIAL and phrase.stop == cue:
            return find_behind_noun(tokens, phrase)
        writing = next((place for place in sent or () if tokens[place].lower in _SPEAKING), None)
        if sent and writing and tokens[cue].lower in LEXICON.participles:  # fired back in a letter to Bo Lane saying
            return find_main_subject(tokens, cue)
        if sent and writing and any(tokens[place].lower in LEXICON.carriers for place in range(sent.start, writing)):
            return None  # Amy Lin launched her campaign in an email to supporters that promised
        if sent and writing is not None:  # a letter from Amy Lin to parents said
            return (find_phrase_before(tokens, sent.start - 1) if _is_sent(tokens, sent) else None) or sent
    return _of_clause(tokens, phrase, cue)


def _of_clause(tokens: Sequence[SentenceToken], phrase: Phrase, cue: int) -> Phrase | None:
    """Return the subject of the verb at `cue`, right before which `phrase` stands, and not in another clause."""
    with_whom = next((place for place in phrase[1:] if tokens[place].lower in LEXICON.accompanying), None)
    if tokens[cue].lower in LEXICON.participles and with_whom is not None and with_whom + 1 < phrase.stop:
        return range(with_whom + 1, phrase.stop)  # it ends with | Amy Lin | saying
    if tokens[cue].lower in LEXICON.participles and _is_told(tokens, phrase):
        return find_main_subject(tokens, cue) or find_phrase_before(tokens, phrase.start - 1)
    if _is_reduced_or_relative(tokens, cue):
        return phrase
    return _own_subject(tokens, _without_object(tokens, _without_time(tokens, trim(tokens, phrase))))


def _is_sent(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether a phrase is a message or document that somebody sends: Amy Lin issued | a statement."""
    words = [tokens[place].lower for place in phrase if tokens[place].lower not in LEXICON.weekdays]
    is_writing = (words != [] and words[-1] in _SENT) or _sender(tokens, phrase) is not None
    return phrase.start > 1 and is_writing and tokens[phrase.start - 1].lower in LEXICON.sending


def _sender(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return whose a message or document is that another issued: a statement from | Bo Lane."""
    tie = next((place for place in phrase if tokens[place].lower in LEXICON.origins), phrase.start)
    is_named = phrase.start < tie < phrase.stop - 1 and tokens[tie + 1].is_capital
    return range(tie + 1, phrase.stop) if is_named and tokens[tie - 1].lower in _SENT else None


def _is_told(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether a phrase is who is told something by the verb before it: Amy Lin warned | Hull | saying."""
    link = phrase.start - 1
    is_somebody = tokens[phrase.start].lower not in LEXICON.personal | LEXICON.first_person
    head = next((place for place in phrase[1:] if tokens[place].lower in _TIES), phrase.stop) - 1
    is_writing = tokens[head].lower in _SPEAKING
    return link > 0 and is_cue(tokens, link) and is_finite(tokens, link) and is_somebody and not is_writing


def _behind_circumstance(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the name that follows how or when without a comma: On Monday | Amy Lin |, of Hull, said."""
    if tokens[phrase.stop].text != ",":
        return None
    name = _without_time(tokens, phrase)
    return name if name.start > phrase.start else find_behind_noun(tokens, phrase)


def _without_object(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return a name without the things that it is the subject about: the purchases | Mr Lane (asked for)."""
    first = phrase.stop
    while first > phrase.start and (tokens[first - 1].is_capital or tokens[first - 1].text == "."):
        first -= 1
    noun = tokens[first - 1].lower if first > phrase.start else ""
    is_titled = first < phrase.stop and tokens[first].lower in LEXICON.titles  # his letter | Mrs Lane (said)
    is_somebody = (
        noun == "" or noun in LEXICON.prepositions | LEXICON.head_nouns or noun.removesuffix("s") in LEXICON.head_nouns
    )
    is_thing = noun != "" and (is_titled or noun.endswith("s")) and not is_somebody
    is_name = is_titled or phrase.stop - first > 1
    is_led = tokens[phrase.start].lower in LEXICON.determiners
    return range(first, phrase.stop) if is_led and is_thing and is_name else phrase


def _without_time(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return a name without when: Amy Lin | last week; the chief | at the time; Amy Lin | Friday; Later | Amy Lin."""
    while len(phrase) > 1 and _is_when(tokens, phrase.start):
        phrase = phrase[1:]
    words = [tokens[place].lower for place in phrase[:2]]
    if len(phrase) > 2 and words[0] in LEXICON.determiners and words[1] in LEXICON.times:  # this month | Bell Bus
        phrase = phrase[2:] if tokens[phrase.start + 2].is_capital else phrase
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


def _is_only_when(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether what looks like a subject only says when: Amy Lin said “we go,” | then | added; smiled, | then | said."""
    phrase = find_phrase_before(tokens, cue)
    return _is_behind_comma(tokens, cue) if phrase is None else is_adverbial(tokens, phrase)


def _is_behind_comma(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether only adverbs stand between a comma and a verb: Amy Lin smiled, *then* said."""
    start = cue
    while start > 1 and is_adverb_like(tokens[start - 1].lower):
        start -= 1
    return 1 < start < cue and tokens[start - 1].text == ","


def shares_subject(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether the subject of the verb at `cue` is that of a verb before: …, adding; and said; wants to say."""
    first = skip_adverbials(tokens, cue)
    first -= first > 1 and tokens[first - 1].lower in LEXICON.emphatic  # but did say
    before = tokens[first - 1]
    is_elided = before.lower in LEXICON.coordinating or before.lower == "to" or before.text in (":", ";")
    is_elided |= tokens[cue - 1].lower in LEXICON.perfect_participles  # left, *having* called it
    is_elided |= ties_gerund(tokens, cue)
    is_participle = tokens[cue].lower in LEXICON.participles and tokens[cue - 1].lower not in LEXICON.auxiliaries
    return is_elided or (is_participle and (not before.is_word or before.lower in _BEFORE_SHARED))


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
        if link.lower in _SENDERS and phrase.start > 1 and tokens[phrase.start - 2].lower in _SPEAKING:
            return phrase
        is_day = tokens[phrase.start].lower in LEXICON.periods and phrase.start > 1
        is_time = is_day or tokens[phrase.stop - 1].lower in LEXICON.times
        if tokens[phrase.start].lower in LEXICON.countries and _is_name(tokens, phrase[1:]):
            return phrase[1:]  # the envoy to Britain | Amy Lin
        if _is_office_of(tokens, phrase):
            return phrase[-2:]
        if link.lower in _LEADING and link.quoted is None:
            end = phrase.start - 1
        elif is_time and link.is_word:
            end = phrase.start
        else:
            return _subject_or_shared(tokens, phrase)
        while end > 0 and (tokens[end - 1].lower in _BETWEEN or is_finite_participle(tokens, end - 1)):
            end -= 1
        earlier = find_phrase_before(tokens, end) if end else None
        if earlier is None or earlier.stop > phrase.start:
            return None if end else phrase
        phrase = trim(tokens, earlier)
    return phrase


def _is_office_of(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether an office goes on in a phrase that ends in a name: Chief Secretary to | the Treasury Amy Lin."""
    is_tied = phrase.start > 1 and tokens[phrase.start - 1].lower == "to" and tokens[phrase.start - 2].is_capital
    is_office = is_tied and tokens[phrase.start - 2].lower in LEXICON.roles
    return is_office and len(phrase) > 2 and tokens[phrase[-2]].text in FIRST_NAMES and tokens[phrase[-1]].is_capital


def _is_name(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    return len(phrase) > 1 and all(tokens[place].is_capital for place in phrase)


def _subject_or_shared(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return `phrase`, or the subject of the verb before it if it is that verb's object."""
    link = phrase.start - 1 - (phrase.start > 1 and tokens[phrase.start - 1].lower in _PARTICLES)
    if link > 0 and is_cue(tokens, link) and tokens[link - 1].lower in LEXICON.relatives:  # who reported the call said
        return find_phrase_before(tokens, link)
    is_object = (
        link > 0
        and is_finite(tokens, link)
        and not is_cue(tokens, link)
        and tokens[phrase.start].lower not in LEXICON.personal
        and tokens[link].lower not in LEXICON.auxiliaries
    )
    return find_main_subject(tokens, link + 1) if is_object else phrase


def _joined_verb(tokens: Sequence[SentenceToken], cue: int) -> int | None:
    """Return the verb of a quotation behind which "and" joins the one at `cue`: called it “late” and | warned."""
    link = skip_adverbials(tokens, cue) - 1
    is_joined = link > 1 and tokens[link].lower in LEXICON.coordinating and tokens[link - 1].quoted is not None
    if not is_joined:
        return None
    before = range(link - 2, max(0, link - _FARTHEST_JOINED), -1)
    return next((verb for verb in before if is_cue(tokens, verb) and is_finite(tokens, verb)), None)


def _subject_before(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return the subject that the verb at `cue` shares with the main clause before it, else with a reporting verb."""
    if tokens[cue].lower in LEXICON.participles and is_cue(tokens, cue - 1) and is_finite(tokens, cue - 1):
        return find_subject(tokens, cue - 1)  # while Bo Lane | agreed, saying
    if tokens[cue - 1].lower in LEXICON.perceived and is_passive(tokens, cue - 1):
        return find_phrase_before(tokens, cue - 1)  # in which Amy Lin can be heard saying
    joined = _joined_verb(tokens, cue)
    subject = find_subject(tokens, joined) if joined is not None else None
    main = subject or find_named_behind(tokens, cue) or find_main_subject(tokens, cue)
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
