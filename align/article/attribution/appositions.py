"""Which name stands beside a phrase that only tells what somebody is (apposition)?"""

from collections.abc import Sequence

from align.article.attribution.called import find_called
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrase_words import Phrase, is_constituency
from align.article.attribution.phrases_ahead import find_phrase_after
from align.article.attribution.sentences import DASHES, SentenceToken
from align.article.attribution.verb_forms import is_verb_like
from align.article.lexicons import LEXICON
from align.article.lexicons.first_names import FIRST_NAMES

_LONGEST_BODY = 4  # tokens behind a name and before a comma: Amy Lin | of the Hull Institute
_LONGEST_LEAD = 8  # words
_MOST_BETWEEN = 3  # words
_NO_LEAD = LEXICON.determiners | LEXICON.prepositions | LEXICON.joining | LEXICON.joining_ahead | LEXICON.pronouns
_NO_LEAD |= LEXICON.auxiliaries | LEXICON.conjunctions - {"and"}
_TIES = LEXICON.joining | LEXICON.joining_ahead
_OPENING = frozenset(",(") | DASHES


def extend_to_name(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return the name beside a description: "the chief executive, Lisa Tran"; "Lisa Tran, chief of the board"."""
    if (example := _example(tokens, phrase)) is not None:
        return example
    phrase = _with_first_part(tokens, phrase)
    if (bearer := _subject_up_to_bearer(tokens, phrase)) is not None:
        return bearer
    before = _called_within(tokens, phrase) or _name_before(tokens, phrase) or _name_of_apposition(tokens, phrase)
    before = before or _name_of_holder(tokens, phrase)
    if before is not None:
        return before
    comma = phrase.stop
    if comma < len(tokens) and tokens[comma].lower in LEXICON.joining:  # the chief *at the time*, Lisa Tran
        times = (place for place in range(comma, min(len(tokens), comma + 4)) if tokens[place].lower in LEXICON.times)
        comma = next(times, comma - 1) + 1
    comma = _behind_body(tokens, phrase, comma)
    if comma >= len(tokens) or tokens[comma].text not in _OPENING or not _is_description(tokens, phrase):
        return phrase
    age = comma + 1
    is_aged = age < len(tokens) and tokens[age].lower.endswith(LEXICON.age_endings)  # her aunt, 34-year-old Amy Lin
    behind = find_phrase_after(tokens, age + is_aged)
    called = _called_within(tokens, behind) if behind else None
    if called is not None:
        return called  # the caller, a neighbour named Amy Lin
    name = _without_lead(tokens, _without_origin(tokens, behind)) if behind else None
    if name is None or not _is_name(tokens, name) or _is_told_of(tokens, phrase, name):
        return phrase
    return name if tokens[comma].text == "," or _is_person(tokens, name) else phrase


def _example(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the only one of several who is named: Others, like | Amy Lin |, said."""
    link = phrase.stop + 1
    is_parted = len(phrase) == 1 and link + 1 < len(tokens) and tokens[phrase.stop].text == ","
    if not is_parted or tokens[phrase.start].lower not in LEXICON.plurals:
        return None
    words = (tokens[link].lower, tokens[link + 1].lower)
    start = link + 1 if words[0] == "like" else link + 2 if words == ("such", "as") else len(tokens)
    name = find_phrase_after(tokens, start) if start < len(tokens) else None
    if name is None or not tokens[name.start].is_capital:
        return None
    behind = tokens[name.stop : name.stop + _LONGEST_BODY]
    return name if any(token.text == "," for token in behind) else None


def _with_first_part(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return all that one person is: | The veteran coach and | former Hull adviser."""
    link = phrase.start - 1
    is_second = link > 1 and tokens[link].lower == "and" and tokens[phrase.start].lower in LEXICON.past_roles
    if not is_second or tokens[phrase.stop - 1].is_capital:  # the board and former adviser Amy Lin
        return phrase
    first = find_phrase_before(tokens, link)
    is_led = first is not None and first.stop == link and tokens[first.start].lower in LEXICON.articles
    return range(first.start, phrase.stop) if first is not None and is_led else phrase


def _is_told_of(tokens: Sequence[SentenceToken], bearer: Phrase, behind: Phrase) -> bool:
    """Whether capitals behind a comma tell what somebody is whose surname is an office: Amy King, | Hull Republican."""
    firsts = {tokens[place].text for place in bearer[:-1]} & FIRST_NAMES.keys()
    is_bearer = any(first.lower() not in LEXICON.namesakes for first in firsts)
    is_bearer &= all(tokens[place].is_capital or tokens[place].text == "." for place in bearer)
    return is_bearer and tokens[behind.stop - 1].lower in LEXICON.head_nouns | LEXICON.partisans


def _behind_body(tokens: Sequence[SentenceToken], phrase: Phrase, end: int) -> int:
    """Return where the comma is behind what somebody works in: the top aide | on the Bell Board |, Amy Lin."""
    is_tied = end < len(tokens) and tokens[end].lower in LEXICON.joining | LEXICON.joining_ahead | {"on"}
    if not is_tied or tokens[phrase.start].lower not in LEXICON.articles:
        return end
    stops = (place for place in range(end, min(len(tokens), end + _LONGEST_LEAD)) if not tokens[place].is_word)
    comma = next(stops, end)
    return comma if tokens[comma].text == "," and tokens[comma - 1].is_capital else end


def _name_of_apposition(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the name ahead of what somebody is who did something: Amy Lin, | a diver | who called it “late”."""
    is_who = phrase.stop < len(tokens) and tokens[phrase.stop].lower in LEXICON.personal_relatives
    is_led = phrase.start > 2 and tokens[phrase.start].lower in LEXICON.indefinite_articles
    if not (is_led and tokens[phrase.start - 1].text == ","):
        return None
    name = find_phrase_before(tokens, phrase.start - 1)
    if name is None or name.stop != phrase.start - 1:
        return None
    is_first = name.start == 0 or tokens[name.start - 1].text == ","
    if not is_who and not (is_first and tokens[name.start].text in FIRST_NAMES):  # Amy Lin, a diver said
        return None
    first = name.stop
    while first > name.start and tokens[first - 1].is_capital:  # a challenge from | Amy Lin, a diver who
        first -= 1
    return range(first, name.stop) if name.stop - first > 1 else None


def _name_of_holder(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the name ahead of what somebody is, without a comma: Amy Lin | partner at Bell & Sons."""
    end = next((place for place in phrase if not tokens[place].is_capital), phrase.stop)
    if end - phrase.start < 2 or end + 2 >= phrase.stop or tokens[phrase.start].text not in FIRST_NAMES:
        return None
    is_held = tokens[end].lower in LEXICON.head_nouns and tokens[end + 1].lower in _TIES
    return range(phrase.start, end) if is_held and tokens[phrase.stop - 1].is_capital else None


def _is_person(tokens: Sequence[SentenceToken], name: Phrase) -> bool:
    """Whether a name is somebody's by its first name, age or "who": (Bo Lane, 44); not: an MP (Labour Party).

    Between brackets and dashes stand parties and employers as well.
    """
    behind = [token.lower for token in tokens[name.stop : name.stop + 2]]
    is_told = len(behind) > 1 and behind[0] == "," and (behind[1].isdigit() or behind[1] in LEXICON.personal_relatives)
    return is_told or tokens[name.start].text in FIRST_NAMES


def up_to_name(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return a phrase of small words with the full name that they lead to: says brand | building expert Amy Lin."""
    if (officer := _officer_of_place(tokens, phrase)) is not None:
        return officer
    if tokens[phrase.stop - 1].is_capital:
        return _up_to_bearer_behind(tokens, phrase) or phrase
    if tokens[phrase.start].lower in LEXICON.determiners:
        return phrase
    first = phrase.stop
    while first < min(len(tokens), phrase.stop + _LONGEST_LEAD) and not tokens[first].is_capital:
        if not tokens[first].is_word or tokens[first].lower in _NO_LEAD:
            return phrase
        first += 1
    name = find_phrase_after(tokens, first) if first < len(tokens) and tokens[first].is_capital else None
    is_name = name is not None and len(name) > 1 and all(tokens[place].is_capital for place in name)
    return range(phrase.start, name.stop) if name is not None and is_name else phrase


def _up_to_bearer_behind(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return capitals with the full name behind a noun that they belong to: 2012 Bell | mayoral nominee Amy Lin."""
    first = phrase.stop
    while first < min(len(tokens), phrase.stop + _MOST_BETWEEN) and not tokens[first].is_capital:
        if not tokens[first].is_word or tokens[first].lower in _NO_LEAD | LEXICON.relatives:
            return None
        first += 1
    is_noun = phrase.stop < first < len(tokens) and tokens[first - 1].lower in LEXICON.head_nouns | LEXICON.epithets
    name = find_phrase_after(tokens, first) if is_noun and tokens[first].text in FIRST_NAMES else None
    return range(phrase.start, name.stop) if name is not None and len(name) > 1 else None


def _subject_up_to_bearer(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return capitals that are a subject with their bearer's name; not: the Hull Board | thanked director Amy Lin."""
    bearer = _up_to_bearer_behind(tokens, phrase) if tokens[phrase.stop - 1].is_capital else None
    between = [tokens[place] for place in range(phrase.stop, bearer.stop if bearer else 0)]
    attributes = [token for token in between if not token.is_capital][:-1]
    return None if any(_may_be_verb(token) for token in attributes) else bearer


def _may_be_verb(token: SentenceToken) -> bool:
    """Whether a word may be what a subject does, and no attribute of theirs: thanked, thanks, saying; not: ranking."""
    is_past = is_verb_like(token) and not token.lower.endswith("ing")
    return is_past or token.lower in LEXICON.cues or token.lower.endswith("s")


def up_to_bearer(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return what somebody works for with the name behind what they are: the words of Hull Times | reporter Amy Lin."""
    office = phrase.stop
    is_office = office + 1 < len(tokens) and tokens[office].lower in LEXICON.head_nouns | LEXICON.epithets
    if not is_office or not tokens[office - 1].is_capital or not tokens[office + 1].is_capital:
        return phrase
    name = find_phrase_after(tokens, office + 1)
    return range(phrase.start, name.stop) if name is not None and len(name) > 1 else phrase


def _officer_of_place(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the name behind a place, its state and an office: said | Hull County, Iowa, | Supervisor Amy Lin."""
    comma = phrase.stop
    state = find_phrase_after(tokens, comma + 1) if comma < len(tokens) and tokens[comma].text == "," else None
    if state is None or state.stop + 2 >= len(tokens) or tokens[state.stop].text != ",":
        return None
    are_places = all(tokens[place].is_capital or tokens[place].text == "." for place in (*phrase, *state))
    office = state.stop + 1
    holder = find_phrase_after(tokens, office) if tokens[office].lower in LEXICON.head_nouns | LEXICON.titles else None
    is_name = holder is not None and len(holder) > 2 and all(tokens[place].is_capital for place in holder[-2:])
    return holder if are_places and is_name else None


def _called_within(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the name by which a description ends: a resident named | Amy Lin."""
    called = (find_called(tokens, place) for place in phrase)
    return next((name for name in called if name is not None and name.stop == phrase.stop), None)


def _without_origin(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return the name alone of who is told by a name and a place: Amy Lin | of Hull."""
    stop = next((place for place in phrase if tokens[place].lower in LEXICON.joining), phrase.stop)
    return range(phrase.start, stop) if stop - phrase.start > 1 else phrase


def _without_lead(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return a name without what is told of its bearer, and no article: retired | Judge Amy Lin; Hull aide | Bo Lin."""
    first = next((place for place in phrase if tokens[place].is_capital), phrase.start)
    is_tied = any(tokens[place].lower in LEXICON.joining | LEXICON.joining_ahead for place in phrase)
    first = first if is_tied else phrase.stop  # Republican of New Hull
    while not is_tied and first > phrase.start and (tokens[first - 1].is_capital or tokens[first - 1].text == "."):
        first -= 1
    is_led = all(tokens[place].is_word and tokens[place].lower not in LEXICON.determiners for place in phrase)
    return range(first, phrase.stop) if is_led and phrase.stop - first > 1 else phrase


def _is_name(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether a phrase is nothing but a name: Amy Lin, Amy B. Lin; and Amy, set between commas."""
    if not all(tokens[place].is_capital or tokens[place].text == "." for place in phrase):
        return False
    if is_constituency(tokens[phrase.start]):  # a senator, D-West Hull
        return False
    is_inserted = phrase.stop < len(tokens) and tokens[phrase.stop].text == ","
    is_known = len(phrase) > 1 or (is_inserted and tokens[phrase.start].text in FIRST_NAMES)
    return is_known and not tokens[phrase.stop - 1].text.endswith(LEXICON.possessive_endings)


def _is_description(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether a phrase tells what somebody is: "the chief executive of Bell & Sons", "der Sprecher der Polizei"."""
    is_role = tokens[phrase.start].lower in LEXICON.determiners and any(
        tokens[place].lower in LEXICON.roles for place in phrase
    )
    is_office = tokens[phrase.start].lower in LEXICON.roles and any(
        tokens[place].lower in LEXICON.joining_ahead for place in phrase
    )  # Minister of Health, Amy Lin
    is_office |= len(phrase) > 1 and tokens[phrase.stop - 1].lower in LEXICON.roles  # Board Director, Amy Lin
    is_office |= len(phrase) > 1 and tokens[phrase.start].lower == "one"  # one of the chiefs of the Board, Amy Lin
    last = phrase.stop - 1 - (tokens[phrase.stop - 1].text == "." and len(phrase) > 1)  # Bo Lane Jr.
    return is_role or is_office or not tokens[last].is_capital


def _name_before(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the name that a comma or "and" ties a bare office to: Amy Lin, head of a board; Amy Lin and adviser."""
    words, link = [tokens[place] for place in phrase], phrase.start - 1
    is_office = words[0].lower in LEXICON.roles and words[min(1, len(words) - 1)].lower in LEXICON.joining
    is_bare = (not words[0].is_capital or is_office) and words[0].lower not in LEXICON.determiners
    ends = next((place for place, word in enumerate(words) if word.lower in LEXICON.joining), len(words))
    if (
        link < 2
        or not is_bare
        or words[ends - 1].lower not in LEXICON.head_nouns
        or tokens[link].text not in (",", "and")
    ):
        return None
    name = find_phrase_before(tokens, link)
    is_led = name is not None and tokens[name.start].lower in LEXICON.determiners
    is_behind = name is not None and name.start > 1 and tokens[name.start - 1].text == ","
    if name is not None and is_led and is_behind and tokens[link].text == "and":  # Amy Lin, the senator and nominee
        link = name.start - 1
        name = find_phrase_before(tokens, link)
    is_name = name is not None and name.stop == link and len(name) > 1
    if name and words[0].is_capital and tokens[name.start].text not in FIRST_NAMES:  # in Hull, President of
        return None
    return name if name and is_name and all(tokens[place].is_capital for place in name[-2:]) else None


def with_another(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return a phrase with the name that "and" ties to it: said *Amy Lin and Bo Lane* in a letter; not: and he left."""
    if phrase.stop >= len(tokens) or tokens[phrase.stop].lower != "and":
        return phrase
    other = find_phrase_after(tokens, phrase.stop + 1)
    are_names = other is not None and all(tokens[place].is_capital for place in (*phrase, *other))
    if other is None or not are_names:  # said Amy Lin of Bell and Sons
        return phrase
    is_end = other.stop == len(tokens) or tokens[other.stop - 1].ends_sentence or not tokens[other.stop].is_word
    is_behind = is_end or tokens[other.stop].lower in LEXICON.prepositions
    return range(phrase.start, other.stop) if is_behind else phrase
