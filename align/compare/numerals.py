"""Which tokens are one number? Their words become one token whose key is the value in digits.

Values are compared as values, so fifteen is not fifty and 1.2 million is not 1.2 billion. Then measures are put in one
order: a date, a time, a sum of money.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from align.compare.token import Token
from align.languages import Language
from align.languages.figures import Number

Finder = Callable[[Sequence[str]], Iterable[Number]]


def fold_numbers(tokens: Sequence[Token], language: Language) -> tuple[Token, ...]:
    """Return `tokens` with every run that is a number in this language as one token, and measures in one form."""
    sentences = _divided(tokens, (".",))
    numbers = tuple(token for sentence in sentences for token in _folded(sentence, language.find_numbers))
    clauses = _divided(numbers, (".", ","))
    return tuple(token for clause in clauses for token in _folded(clause, language.find_measures))


def _folded(tokens: Sequence[Token], find: Finder) -> Iterator[Token]:
    end = 0
    for number in find([token.key for token in tokens]):
        yield from tokens[end : number.start]
        yield from _merged(tokens[number.start : number.end], number)
        end = number.end
    yield from tokens[end:]


def _merged(run: Sequence[Token], number: Number) -> Iterator[Token]:
    """Yield the tokens of one number, each of which stands where the whole run does."""
    first, last = run[0], run[-1]
    same = number.also or (first.also if number.key == first.key else ())
    for key, also in ((number.key, same), *number.more):
        yield first._replace(key=key, also=also, end=last.end, stop=last.stop, is_run_on=last.is_run_on)


def _divided(tokens: Sequence[Token], stops: Container[str]) -> Iterator[Sequence[Token]]:
    """Yield the tokens from one of these stops to the next: no number goes beyond, nor what is said behind a quote."""
    start = 0
    for place, token in enumerate(tokens, start=1):
        if token.stop in stops or place == len(tokens):
            yield tokens[start:place]
            start = place
