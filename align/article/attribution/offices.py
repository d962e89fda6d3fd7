"""What stands within the name of an office or a body: brackets, commas and small words."""

from collections.abc import Sequence

from align.article.attribution.sentences import SentenceToken
from align.article.lexicons import LEXICON
from align.article.lexicons.first_names import FIRST_NAMES

_BODIES = LEXICON.bodies | LEXICON.organisations
_LONGEST_PART = 4  # words between "of" and "and"
_LONGEST_POST = 6  # words of a place and a name


def is_acronym_bracket(tokens: Sequence[SentenceToken], start: int, place: int) -> bool:
    """Whether the token at `place` is a bracket around an acronym within a name: Drug Agency (DA) Director Bo Lane."""
    opening = place if tokens[place].text == "(" else place - 2
    return (
        start < opening < len(tokens) - 3
        and tokens[opening].text == "("
        and tokens[opening + 1].text.isupper()
        and tokens[opening + 2].text == ")"
        and tokens[opening + 3].is_capital
    )


def is_within_office(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a small word is part of what somebody is called: Special Agent *in* Charge Bo Lane.

    And: Housing *and* Urban Development Secretary Amy Lin, Ambassador *to* the United Nations Amy Lin.
    """
    if tokens[place].lower == "to":
        return place > 0 and _is_role(tokens[place - 1]) and _is_bearer_behind(tokens, place)
    is_pair = 0 < place < len(tokens) - 2 and tokens[place].lower == "and"
    if is_pair and _is_role(tokens[place - 1]) and _is_role(tokens[place + 1]) and tokens[place + 2].is_capital:
        return True  # co-founder *and* CEO Bo Lane
    is_between = 0 < place < len(tokens) - 1 and tokens[place - 1].is_capital and tokens[place + 1].is_capital
    if is_between and tokens[place].lower == "and":
        run = place + 1
        while run < min(len(tokens), place + _LONGEST_PART) and tokens[run].is_capital and not _is_office(tokens[run]):
            run += 1
        is_name = tokens[place - 1].text in FIRST_NAMES or tokens[place + 1].text in FIRST_NAMES
        return run + 1 < len(tokens) and _is_office(tokens[run]) and tokens[run + 1].is_capital and not is_name
    return is_between and tokens[place].lower in LEXICON.joining and tokens[place + 1].lower in LEXICON.roles


def is_sent(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the article at `place` is part of where somebody is sent: Ambassador to *the* United Nations Amy Lin."""
    is_behind = place > 1 and tokens[place - 1].lower == "to"
    return is_behind and tokens[place].lower in LEXICON.articles and is_within_office(tokens, place - 1)


def _is_bearer_behind(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether "to" at `place` leads to capitals of which the last are a name: to the United Nations | Amy Lin."""
    end = first = place + 1 + (place + 1 < len(tokens) and tokens[place + 1].lower in LEXICON.articles)
    while end < min(len(tokens), first + _LONGEST_POST) and tokens[end].is_capital:
        end += 1
    return end - first > 2 and any(tokens[name].text in FIRST_NAMES for name in range(first + 1, end - 1))


def _is_role(token: SentenceToken) -> bool:
    return token.lower.rpartition("-")[2] in LEXICON.roles


def _is_office(token: SentenceToken) -> bool:
    return token.is_capital and token.lower in LEXICON.roles


def is_within_body(tokens: Sequence[SentenceToken], start: int, place: int) -> bool:
    """Whether "and" or a comma is part of what a body is called: Department for Culture*,* Media *and* Sport."""
    ties = (tie for tie in range(start + 1, place) if tokens[tie].lower in LEXICON.joining_ahead)
    tie = next(ties, place)
    if tie == place and _ends_as_body(tokens, start, place):
        return True
    if tie == place or tokens[tie - 1].lower not in LEXICON.bodies or not tokens[tie - 1].is_capital:
        return False
    parts = [tokens[later] for later in range(tie + 1, place)]
    is_listed = all(part.is_capital or part.text == "," or part.lower in ("and", "the") for part in parts)
    return is_listed and tokens[place - 1].is_capital and _is_list_behind(tokens, place)


def _ends_as_body(tokens: Sequence[SentenceToken], start: int, place: int) -> bool:
    """Whether capitals behind "the", with "and" at `place`, end in what a body is: the Food *and* Drugs Board."""
    end = place + 1
    while end < min(len(tokens), place + _LONGEST_PART) and tokens[end].is_capital:
        end += 1
    is_name = all(tokens[word].is_capital for word in range(start + 1, place)) and start + 1 < place
    is_led = tokens[start].lower in LEXICON.articles and tokens[place].lower == "and"
    return is_led and is_name and tokens[end - 1].lower in _BODIES


def _is_list_behind(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether capitals follow "and" at `place`, or a comma there and then "and"; and they are nobody's name."""
    behind = place + 1
    while behind < min(len(tokens), place + _LONGEST_PART) and tokens[behind].is_capital:
        behind += 1
    first = tokens[place + 1] if behind > place + 1 else None
    if first is None or first.text in FIRST_NAMES or first.lower in LEXICON.titles | LEXICON.roles:
        return False
    if tokens[place].lower == "and":
        return True
    goes_on = behind < len(tokens) and (tokens[behind].lower == "and" or tokens[behind].text == ",")
    return tokens[place].text == "," and goes_on and _is_list_behind(tokens, behind)
