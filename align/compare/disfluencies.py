"""Which differences are tidying (disfluencies): what a speaker said too much of, or what print writes out.

Only spoken words that print left out can be fillers (filled pauses), repeats or false starts. A repeat is one in any
language; whatever else is tidying, a language must know.
"""

from collections.abc import Sequence

from align.compare.token import Token
from align.languages import Language
from align.languages.base import Contractions, Phrase, Words
from align.records import Span

_LONGEST_REPEAT = 6  # tokens; longer echoes are rhetoric, not stumbling
_LONGEST_FALSE_START = 6


def keys(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return what the tokens are compared by."""
    return tuple(token.key for token in tokens)


def earliest(left_out: Span, speech: Sequence[Token]) -> Span:
    """Return the earliest span that could as well be the one left out: of a repeat, the first copy goes."""
    while left_out.start and speech[left_out.start - 1].key == speech[left_out.end - 1].key:
        left_out = Span(left_out.start - 1, left_out.end - 1)
    return left_out


def is_filler(left_out: Sequence[Token], words: Words, is_set_off: bool = False) -> bool:
    """Whether these words were said without being meant; `is_set_off`: a comma or a pause stands on both sides."""
    rest = _meant(left_out, words)
    return not rest or rest in words.clear_markers or (is_set_off and rest in words.discourse_markers)


def is_repeat(speech: Sequence[Token], left_out: Span, words: Words) -> bool:
    """Whether the words left out are said again right after, fillers aside."""
    said = _meant(speech[left_out.start : left_out.end], words)
    after = _meant(speech[left_out.end : left_out.end + 2 * len(left_out) + 4], words)
    return 0 < len(said) <= _LONGEST_REPEAT and after[: len(said)] == said


def is_false_start(speech: Sequence[Token], left_out: Span, language: Language) -> bool:
    """Whether the words left out are a beginning that the speaker broke off and took up again, or took back (a repair).

    What could stand for itself ("we need doctors, we need nurses") may be none.
    """
    if not language.has_false_starts:
        return False
    words, gone = language.words, speech[left_out.start : left_out.end]
    said, after = _meant(gone, words), _meant(speech[left_out.end : left_out.end + 4], words)
    if not 0 < len(said) <= _LONGEST_FALSE_START or not after:
        return False
    if _is_taken_back(_without_fillers(gone, words), words):
        return True
    if len(said) == 1:
        return _is_stump(said[0], after[0]) or said[0] in after[1:3]  # "a dif- bunch of different words"
    return said[0] == after[0] and _is_open(said[-1], words)


def _is_open(word: str, words: Words) -> bool:
    """Whether a clause cannot well end with this word: more was to come."""
    return any(word in group for group in (words.function_words, words.modals, words.persons, words.negations))


def _is_taken_back(said: Phrase, words: Words) -> bool:
    """Whether the words end by taking themselves back ("four, sorry")."""
    return any(len(said) > len(phrase) and said[-len(phrase) :] == phrase for phrase in words.corrections)


def find_correction(speech: Sequence[Token], left_out: Span, words: Words) -> Span | None:
    """Return the corrected words among those left out ("five" of "sorry, five"), None if it is no correction."""
    said = keys(speech[left_out.start : left_out.end])
    for phrase in sorted(words.corrections, key=len, reverse=True):
        if said[: len(phrase)] == phrase and 0 < len(said) - len(phrase) <= _LONGEST_FALSE_START:
            return Span(left_out.start + len(phrase), left_out.end)
    return None


def is_contraction(spoken: Sequence[Token], printed: Sequence[Token], known: Contractions) -> bool:
    """Whether one side writes out what the other contracts ("it's", "it is")."""
    if not (known and spoken and printed):
        return False
    return bool(_expansions(keys(spoken), known) & _expansions(keys(printed), known))


def is_half_contraction(
    spoken: Sequence[Token], printed: Sequence[Token], edges: tuple[bool, bool], known: Contractions
) -> bool:
    """Whether a quote begins or ends within a contraction ("it's so easy", quoted from "is" on).

    `edges`: whether the quote begins, and ends, with these words. Half a denial ("won't", "will") says the opposite.
    """
    if not (known and printed):
        return False
    begins, ends = edges
    ways = (way for way in _expansions(keys(spoken), known) if known.denials.isdisjoint(way))
    halves = [way for way in ways if len(way) == len(printed) + 1]
    shown = keys(printed)
    return any((begins and way[1:] == shown) or (ends and way[:-1] == shown) for way in halves)


def is_echo(added: Sequence[Token], around: Sequence[Token], words: Words) -> bool:
    """Whether print has a small word once more than was heard ("a more a amiable"): the model drops such stumbles."""
    shown = keys(added)
    return len(shown) == 1 and shown[0] in words.function_words and shown[0] in keys(around)


def _meant(tokens: Sequence[Token], words: Words) -> Phrase:
    """Return the keys of what is meant: no filled pauses, and at neither end what is always said in passing."""
    meant = _without_fillers(tokens, words)
    for marker in words.clear_markers:
        if len(meant) > len(marker):
            meant = meant[len(marker) :] if meant[: len(marker)] == marker else meant
            meant = meant[: -len(marker)] if meant[-len(marker) :] == marker else meant
    return meant


def _without_fillers(tokens: Sequence[Token], words: Words) -> Phrase:
    return tuple(key for key in keys(tokens) if key not in words.fillers)


def _is_stump(said: str, after: str) -> bool:
    """Whether a word was broken off and begun again ("th- the")."""
    return len(said) < len(after) and after.startswith(said)


def _expansions(words: Sequence[str], known: Contractions) -> frozenset[Phrase]:
    """Return the ways to write `words` out in full ("he's" is "he is" or "he has")."""
    ways: set[Phrase] = {()}
    for word in words:
        ways = {way + more for way in ways for more in _full_forms(word, known)}
    return frozenset(ways)


def _full_forms(word: str, known: Contractions) -> tuple[Phrase, ...]:
    if word in known.whole:
        return known.whole[word]
    for ending, forms in known.endings.items():
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            return tuple((stem, *full) for full in forms)
    return ((word,),)
