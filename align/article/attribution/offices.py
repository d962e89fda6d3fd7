"""What stands within a name that says which office somebody holds: brackets and small words."""

from collections.abc import Sequence

from align.article.attribution.sentences import SentenceToken
from align.article.lexicons import LEXICON


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
    """Whether a preposition is part of what somebody is called: Special Agent *in* Charge Bo Lane."""
    is_between = 0 < place < len(tokens) - 1 and tokens[place - 1].is_capital and tokens[place + 1].is_capital
    return is_between and tokens[place].lower in LEXICON.joining and tokens[place + 1].lower in LEXICON.roles
