"""Which tokens are one number? Their words become one token whose key is the value in digits.

Values are compared as values, so fifteen is not fifty and 1.2 million is not 1.2 billion.
"""

from collections.abc import Sequence

from align.compare.token import Token
from align.languages import Language
from align.languages.figures import Number


def fold_numbers(tokens: Sequence[Token], language: Language) -> tuple[Token, ...]:
    """Return `tokens` with every run that is a number in this language as one token."""
    folded: list[Token] = []
    end = 0
    for number in language.find_numbers([token.key for token in tokens]):
        folded += tokens[end : number.start]
        folded.append(_merged(tokens, number))
        end = number.end
    return (*folded, *tokens[end:])


def _merged(tokens: Sequence[Token], number: Number) -> Token:
    first, last = tokens[number.start], tokens[number.end - 1]
    return first._replace(
        key=number.key, also=number.also or first.also, end=last.end, stop=last.stop, is_run_on=last.is_run_on
    )
