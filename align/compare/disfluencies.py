"""Which differences are tidying: what a speaker said too much of, or what print writes out.

Only spoken words that print left out can be fillers, repeats or false starts.
"""

from collections.abc import Sequence

from align.compare.lexicon import (
    CLEAR_MARKERS,
    CONTRACTED_ENDINGS,
    CONTRACTIONS,
    CORRECTIONS,
    DISCOURSE_MARKERS,
    FILLERS,
    FUNCTION_WORDS,
)
from align.compare.token import Token
from align.records import Span

_LONGEST_REPEAT = 6  # tokens; longer echoes are rhetoric, not stumbling
_LONGEST_FALSE_START = 6


def keys(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return what the tokens are compared by."""
    return tuple(token.key for token in tokens)


def is_filler(left_out: Sequence[Token], is_set_off: bool = False) -> bool:
    """Whether these words were said without being meant; `is_set_off`: a comma or a pause stands on both sides."""
    rest = tuple(key for key in keys(left_out) if key not in FILLERS)
    return not rest or rest in CLEAR_MARKERS or (is_set_off and rest in DISCOURSE_MARKERS)


def is_repeat(speech: Sequence[Token], left_out: Span) -> bool:
    """Whether the words left out are said again right after, fillers aside."""
    said = _meant(speech[left_out.start : left_out.end])
    after = _meant(speech[left_out.end : left_out.end + 2 * len(left_out) + 4])
    return 0 < len(said) <= _LONGEST_REPEAT and after[: len(said)] == said


def is_false_start(speech: Sequence[Token], left_out: Span) -> bool:
    """Whether the words left out are a beginning that the speaker took up again or took back."""
    said = _meant(speech[left_out.start : left_out.end])
    after = _meant(speech[left_out.end : left_out.end + 4])
    if not 0 < len(said) <= _LONGEST_FALSE_START or not after:
        return False
    if len(said) == 1:
        return _is_stump(said[0], after[0]) or said[0] in after[1:3]  # "a dif- bunch of different words"
    return is_taken_back(said) or said[0] == after[0]


def is_taken_back(said: Sequence[str]) -> bool:
    """Whether the words end by taking themselves back ("four, sorry")."""
    return any(len(said) > len(phrase) and tuple(said[-len(phrase) :]) == phrase for phrase in CORRECTIONS)


def correction(speech: Sequence[Token], left_out: Span) -> Span | None:
    """Return the corrected words among those left out ("five" of "sorry, five"), None if it is no correction."""
    said = keys(speech[left_out.start : left_out.end])
    for phrase in sorted(CORRECTIONS, key=len, reverse=True):
        if said[: len(phrase)] == phrase and 0 < len(said) - len(phrase) <= _LONGEST_FALSE_START:
            return Span(left_out.start + len(phrase), left_out.end)
    return None


def is_contraction(spoken: Sequence[Token], printed: Sequence[Token]) -> bool:
    """Whether one side writes out what the other contracts ("it's", "it is")."""
    return bool(spoken and printed) and bool(_expansions(keys(spoken)) & _expansions(keys(printed)))


def is_half_contraction(spoken: Sequence[Token], printed: Sequence[Token], edges: tuple[bool, bool]) -> bool:
    """Whether a quote begins or ends within a contraction ("it's so easy", quoted from "is" on).

    `edges`: whether the quote begins, and ends, with these words. Half a denial ("won't", "will") says the opposite.
    """
    begins, ends = edges
    size = len(printed)
    halves = [way for way in _expansions(keys(spoken)) if size and len(way) == size + 1 and "not" not in way]
    shown = keys(printed)
    return any((begins and way[1:] == shown) or (ends and way[:-1] == shown) for way in halves)


def is_echo(added: Sequence[Token], around: Sequence[Token]) -> bool:
    """Whether print has a small word once more than was heard ("a more a amiable"): the model drops such stumbles."""
    shown = keys(added)
    return len(shown) == 1 and shown[0] in FUNCTION_WORDS and shown[0] in keys(around)


_GRAMMAR = {
    ("was", "were"), ("were", "was"), ("is", "are"), ("don't", "doesn't"), ("ain't", "isn't"), ("ain't", "aren't"),
    ("ain't", "hasn't"), ("ain't", "haven't"), ("them", "those"), ("done", "did"), ("seen", "saw"), ("come", "came"),
    ("theres", "there are"), ("less", "fewer"), ("who", "whom"), ("me", "i"), ("good", "well"), ("what", "that"),
}  # fmt: skip
_PLURALS = frozenset("we you they these those people things".split())
_SINGULARS = frozenset("i he she it this that".split())


def is_grammar(spoken: Sequence[Token], printed: Sequence[Token], before: str | None, after: str | None) -> bool:
    """Whether print only mends the grammar; `before` and `after` are the keys beside the difference."""
    pair = (" ".join(keys(spoken)), " ".join(keys(printed)))
    if pair not in _GRAMMAR:
        return False
    if pair == ("was", "were"):
        return before in _PLURALS
    if pair == ("were", "was"):
        return before in _SINGULARS
    if pair == ("is", "are"):
        return before in _PLURALS or before == "there"
    if pair == ("don't", "doesn't"):
        return before in _SINGULARS
    if pair == ("me", "i"):
        return "and" in (before, after)
    return pair != ("what", "that")


def _meant(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(key for key in keys(tokens) if key not in FILLERS)


def _is_stump(said: str, after: str) -> bool:
    """Whether a word was broken off and begun again ("th- the")."""
    return len(said) < len(after) and after.startswith(said)


def _expansions(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Return the ways to write `words` out in full ("he's" is "he is" or "he has")."""
    ways: set[tuple[str, ...]] = {()}
    for word in words:
        ways = {way + more for way in ways for more in _full_forms(word)}
    return frozenset(ways)


def _full_forms(word: str) -> tuple[tuple[str, ...], ...]:
    if word in CONTRACTIONS:
        full = tuple(CONTRACTIONS[word].split())
        return (full, (*full[:-1], "has")) if full[-1] == "is" else (full,)
    for ending, full in CONTRACTED_ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            return ((stem, *full), (stem, "had")) if ending == "'d" else ((stem, *full),)
    return ((word,),)
