"""What does the model itself hear where somebody else's transcript and print differ?

Print is likelier than a transcript with another word there, or none, as soon as it sounds a little more like what was
said: “aware” for “unaware”, where the transcript has “somewhere”. So it is only believed if it is heard.
"""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from align.compare.differences import is_same_joined
from align.compare.disfluencies import keys
from align.compare.phonetics import is_same_sound
from align.compare.token import Token
from align.compare.tokens import printed_tokens
from align.languages import Language
from align.records import Interval, Question, Span, Word

SecondHearing = Callable[[int, Interval], tuple[Word, ...] | None]
"""Returns what is heard in a place of a recording; None where the transcript is what was heard."""


def heard_instead(question: Question, heard: str, language: Language) -> str:
    """Return what is `heard` in place of both wordings of a question; nothing if it bears out one of them."""
    own = printed_tokens(heard, 0, language)
    told, shown = (printed_tokens(wordings[0], 0, language) for wordings in (question.heard, question.printed))
    before = _in_common(told, shown)
    behind = _in_common(told[before:][::-1], shown[before:][::-1])
    edges = _Edges(told, own, before, len(told) - behind)
    told, shown = (tokens[edges.before : len(tokens) - edges.behind] for tokens in (told, shown))
    here = own[edges.here.start : edges.here.end]
    if not own or _is_said(shown, here, language) or _is_said(told, here, language):
        return ""
    return heard[here[0].start : here[-1].end] if here else ""


class _Edges:
    """Where the words beside a difference are in what was heard: `here` is between the nearest of them.

    `before` and `behind` are how many words of the wordings lie before and behind that.
    """

    def __init__(self, told: Sequence[Token], own: Sequence[Token], start: int, end: int) -> None:
        blocks = SequenceMatcher(None, keys(told), keys(own), autojunk=False).get_matching_blocks()
        pairs = [(block.a + at, block.b + at) for block in blocks for at in range(block.size)]
        first = max((pair for pair in pairs if pair[0] < start), default=(-1, -1))
        last = min((pair for pair in pairs if pair[0] >= end), default=(len(told), len(own)))
        self.before, self.behind = first[0] + 1, len(told) - last[0]
        self.here = Span(first[1] + 1, last[1])


def _in_common(one: Sequence[Token], other: Sequence[Token]) -> int:
    """Return how many tokens two rows begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a.key != b.key), min(len(one), len(other)))


def _is_said(wording: Sequence[Token], here: Sequence[Token], language: Language) -> bool:
    """Whether a wording is what was heard, or within it."""
    if not wording:
        return not here
    size = len(wording)
    runs = (here[at : at + size] for at in range(len(here) - size + 1))
    return _is_same(here, wording, language) or any(_is_same(run, wording, language) for run in runs)


def _is_same(said: Sequence[Token], shown: Sequence[Token], language: Language) -> bool:
    if len(said) == len(shown):
        return all(
            _forms(a) & _forms(b) or is_same_sound([a.key], [b.key], language) for a, b in zip(said, shown, strict=True)
        )
    return is_same_joined(said, shown, language)


def _forms(token: Token) -> set[str]:
    return {token.key, *token.also}
