"""Which words before a place name somebody: noun phrases (NP chunks), read backwards without a parser.

A phrase is a range of positions in a sentence's tokens.
"""

from collections.abc import Sequence

from align.article.attribution.called import find_called
from align.article.attribution.offices import is_within_body
from align.article.attribution.phrase_words import (
    LONGEST_PHRASE,
    NO_START,
    OBJECTS,
    Phrase,
    is_abbreviation_dot,
    is_boundary,
    is_constituency,
    is_genitive,
    is_hearsay,
    is_modifier,
    is_particle,
    is_planned,
    is_subject_of_body,
    is_within_name,
    may_be_noun,
)
from align.article.attribution.phrases_ahead import find_phrase_after
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.verb_forms import begins_adverbial, is_filling, is_verb_like
from align.article.lexicons import LEXICON

_CLOSING = {")": "(", "]": "["}
_DASHES = frozenset("-–—")
_NO_NAMES = LEXICON.determiners | LEXICON.adverbs | LEXICON.openers
_OF = LEXICON.joining | LEXICON.joining_ahead
_ANDS = LEXICON.coordinating
_SENDERS = LEXICON.origins | {"to", "with"}


def find_phrase_before(tokens: Sequence[SentenceToken], end: int) -> Phrase | None:
    """Return the noun phrase right before `end`, or before what is inserted there: "Mr Voss, 82, [end]"."""
    while end > 0 and (is_filling(tokens[end - 1]) or is_hearsay(tokens, end - 1) or is_planned(tokens, end - 1)):
        end -= 1
    if end == 0:
        return None
    last = tokens[end - 1]
    if last.lower in LEXICON.relatives:
        return _antecedent(tokens, end - 1)
    if last.text == "," or last.text in _DASHES:
        return _bracketed_name(tokens, end - 1) or _before_insertion(tokens, end - 1)
    if last.text in _CLOSING:
        return _before_bracket(tokens, end - 1)
    if last.lower in LEXICON.pronouns:
        return range(end - 1, end)
    if last.lower in OBJECTS and (end == 1 or tokens[end - 2].lower not in LEXICON.joining_ahead):
        return None  # it allows him | to say; not: some of them | said
    start = _start(tokens, end)
    while start < end and tokens[start].lower in LEXICON.prepositions:
        start += 1
    if start > 2 and tokens[start - 1].lower in LEXICON.joining_ahead and tokens[start - 2].text == ")":
        return _before_bracket(tokens, start - 2)  # Amy Lin (R) of Ohio
    return _whole(tokens, range(start, end)) if start < end else None


def _whole(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase:
    """Return a phrase with what is tied to its front: the rest of a body's name, another name, a description."""
    for begin in (_body_start, _joined_start, _called_start):
        phrase = range(begin(tokens, phrase.start, phrase.stop), phrase.stop)
    return phrase


def _called_start(tokens: Sequence[SentenceToken], start: int, end: int) -> int:
    """Return where who is called by a name begins: *a resident named* Bo Lane."""
    for place in range(start - 1, max(0, start - 3), -1):
        if find_called(tokens, place) == range(start, end):
            return _start(tokens, place)
    return start


def _body_start(tokens: Sequence[SentenceToken], start: int, _: int) -> int:
    """Return where a body begins whose last part begins at `start`: *the Ministry of Women and* Family Affairs."""
    link = start - 1
    while link > 1 and tokens[link].text in ("and", ","):
        first = _start(tokens, link)
        if first == link:
            return start
        if is_within_body(tokens, first, link):
            return first
        link = first - 1
    return start


def _joined_start(tokens: Sequence[SentenceToken], start: int, end: int) -> int:
    """Return where a plural with two names before it begins: *the Russian and* Syrian ministries."""
    link = start - 1
    is_plural = tokens[end - 1].lower.endswith("s") and not tokens[end - 1].is_capital
    if link < 2 or tokens[link].lower != "and" or not tokens[start].is_capital or not is_plural:
        return start
    first = _start(tokens, link)
    is_led = first < link and tokens[first].lower in LEXICON.determiners and tokens[link - 1].is_capital
    return first if is_led else start


def _start(tokens: Sequence[SentenceToken], end: int) -> int:
    """Return where the phrase that ends before `end` starts; `end` if there is none."""
    start = end
    while start > 0 and end - start < LONGEST_PHRASE:
        token = tokens[start - 1]
        if is_abbreviation_dot(tokens, start - 1):
            start -= 2
        elif start < end and is_particle(tokens, start - 1):
            start -= 1
        elif token.lower in LEXICON.determiners and token.quoted is None:
            start -= 1
            start -= start > 0 and token.lower not in LEXICON.articles and tokens[start - 1].lower in LEXICON.articles
            if not (_is_joined(tokens, start) or is_genitive(tokens, start)):
                break
            start -= _is_joined(tokens, start)
        elif _is_outside(tokens, start, end):
            break
        else:
            start -= 1
    return start


def _is_outside(tokens: Sequence[SentenceToken], start: int, end: int) -> bool:
    """Whether the token before `start` does not belong to the phrase from `start` to `end`."""
    token = tokens[start - 1]
    if (start == end and may_be_noun(token)) or (start < end and is_modifier(tokens, start - 1)):  # the report [said]
        return False
    is_named = start > 1 and all(tokens[place].is_capital for place in (start - 2, start - 1, min(start, end - 1)))
    if token.lower in LEXICON.prepositions and not (is_named and not token.text.isupper()):  # Doctors *Without* Borders
        return start == end or not _is_joined(tokens, start)
    is_led = start > 1 and (tokens[start - 2].lower in LEXICON.determiners or tokens[start - 2].text == "One")
    is_led |= start > 1 and tokens[start - 2].text.isdigit()  # 15 firefighting seasons
    is_verb = is_verb_like(token) and not is_led
    is_end = is_boundary(token) and not (is_led and is_verb_like(token))  # an alleged burglar
    return is_verb or is_end or not (token.is_word or is_within_name(tokens, start - 1))


def _is_joined(tokens: Sequence[SentenceToken], start: int) -> bool:
    """Whether "of" or the like ties what begins at `start` to a noun before, or "familiar with" does."""
    if start > 2 and (is_modifier(tokens, start - 2) or is_modifier(tokens, start - 1)):
        return True
    if is_subject_of_body(tokens, start - 1):
        return True
    if start < 2 or tokens[start - 1].lower not in LEXICON.joining:
        return False
    noun = tokens[start - 2]
    return noun.is_word and not is_boundary(noun) and noun.lower not in LEXICON.prepositions


def _antecedent(tokens: Sequence[SentenceToken], relative: int) -> Phrase | None:
    """Return the phrase that "who" at `relative` stands for; a bare noun counts for itself alone."""
    end = relative - 1 if relative and tokens[relative - 1].text in (",", *_DASHES) else relative
    if end == 0 or not tokens[end - 1].is_word:
        return find_phrase_before(tokens, end) if end and tokens[end - 1].text in _CLOSING else None
    phrase = range(_start(tokens, end), end)
    if not phrase:
        return None
    if tokens[relative].lower in LEXICON.personal_relatives and (name := _named_within(tokens, phrase)):
        return name
    is_marked = tokens[phrase.start].lower in LEXICON.determiners or any(tokens[place].is_capital for place in phrase)
    return _whole(tokens, phrase) if is_marked else range(end - 1, end)


def _named_within(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the name that ends a phrase about a thing, which "who" means: a reply from | Amy Lin |, who said."""
    first = phrase.stop
    while first > phrase.start and tokens[first - 1].is_capital:
        first -= 1
    tie = next((place for place in phrase if tokens[place].lower in _SENDERS), phrase.start)
    is_thing = phrase.start < tie == first - 1 and not tokens[tie - 1].is_capital
    return range(first, phrase.stop) if is_thing and tokens[tie - 1].lower not in LEXICON.head_nouns else None


def _before_insertion(tokens: Sequence[SentenceToken], closing: int) -> Phrase | None:
    """Return the phrase before what stands between `closing` and a comma or dash of its kind before it."""
    for opening in range(closing - 1, 0, -1):
        if tokens[opening].ends_sentence:
            return None
        if tokens[opening].text != tokens[closing].text:
            continue
        end = opening - (tokens[opening - 1].lower in LEXICON.reflexives)  # Amy Lin herself, who left, said
        if tokens[end - 1].text in _CLOSING:
            inner = _before_bracket(tokens, end - 1)
            end = inner.stop if inner else end
        start = _start(tokens, end)
        is_origin = start > 1 and tokens[start - 1].lower in LEXICON.joining and tokens[start - 2].text == ","
        if is_origin or (start < end and is_constituency(tokens[start])):
            continue  # Amy Lin, of Hull, Ill., said; Amy Lin, R-TX, who left, said
        has_name = any(tokens[place].is_capital and tokens[place].lower not in _NO_NAMES for place in range(start, end))
        is_first = start == 2 and tokens[0].lower in LEXICON.adverbs | LEXICON.openers  # However, one of them, Amy Lin,
        is_inserted = start > 0 and tokens[start - 1].text == tokens[closing].text and not is_first
        has_role = any(tokens[place].lower in LEXICON.roles for place in range(start, end))
        if start < end and begins_adverbial(tokens[0]) and (inner := _inner_name(tokens, opening, closing)):
            return inner
        if start < end and (has_name or has_role or not is_inserted):
            return _described_by(tokens, range(start, end)) or range(start, end)
    return None


def _bracketed_name(tokens: Sequence[SentenceToken], comma: int) -> Phrase | None:
    """Return the full name before a bracket and a comma that belongs to nothing: Sen. Amy Lin (D-R.I.), | said."""
    phrase = _before_bracket(tokens, comma - 1) if comma and tokens[comma - 1].text in _CLOSING else None
    if phrase is None or len(phrase) < 2:
        return None
    link = tokens[phrase.start - 1].lower if phrase.start else ""
    is_titled = tokens[phrase.start].lower in LEXICON.titles | LEXICON.roles
    if link in _OF or link in NO_START or (link == "," and not (is_titled or begins_adverbial(tokens[0]))):
        return None
    return phrase if all(tokens[place].is_capital or tokens[place].text == "." for place in phrase) else None


def _inner_name(tokens: Sequence[SentenceToken], opening: int, closing: int) -> Phrase | None:
    """Return who stands between two commas behind a participle: Ending the day, | former mayor Amy Lin (R), | said."""
    phrase = find_phrase_after(tokens, opening + 1)
    if phrase is None or not tokens[0].lower.endswith("ing") or not tokens[0].is_capital or opening > LONGEST_PHRASE:
        return None
    is_first = all(token.text != "," for token in tokens[:opening])
    is_bracketed = phrase.stop < closing and tokens[phrase.stop].text == "(" and tokens[closing - 1].text == ")"
    is_whole = phrase.stop == closing or is_bracketed
    is_name = len(phrase) > 1 and all(tokens[place].is_capital for place in phrase[-2:])
    return phrase if is_first and is_whole and is_name else None


def _described_by(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the name before an office that itself has an insertion: Amy Lin | , the editor of the paper, the Post,."""
    comma = phrase.start - 1
    is_party = len(phrase) > 1 and tokens[phrase.start].lower in LEXICON.roles and tokens[phrase[1]].lower in _OF
    if comma < 1 or tokens[comma].text != "," or not (is_party or tokens[phrase.start].lower in LEXICON.determiners):
        return None
    name = range(_start(tokens, comma), comma)
    is_name = len(name) > 1 and all(tokens[place].is_capital for place in name)
    before = tokens[name.start - 1] if name.start else None
    is_free = before is None or before.quoted is not None or before.lower in _ANDS
    is_behind_clause = before is not None and before.text == "," and begins_adverbial(tokens[0])  # In a talk, Amy Lin,
    return name if is_name and (is_free or is_behind_clause) else None


def _before_bracket(tokens: Sequence[SentenceToken], closing: int) -> Phrase | None:
    for opening in range(closing - 1, 0, -1):
        if tokens[opening].text == _CLOSING[tokens[closing].text]:
            return find_phrase_before(tokens, opening)
    return None
