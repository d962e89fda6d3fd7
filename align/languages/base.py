"""What is known of a language, as a value that is handed to whatever compares words.

Every field has a neutral default with which nothing is claimed: no list holds a word, nothing sounds or means the
same, nothing may be tidied. The model is spaCy's `lang`: a neutral base, one folder for each language, and `xx`.
A further one has a folder here and a line in `LANGUAGES` (`languages/__init__.py`).
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from align.languages import figures
from align.languages.figures import Number

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The closed word lists: keys as the comparison has them (lower case, as `fold_letters` and `spell` leave them).

    First what speakers say without meaning it, then what changes the sense, then how clauses begin that limit it.
    """

    fillers: frozenset[str] = frozenset()
    """Sounds of hesitation ("um"): never missed in print."""
    discourse_markers: frozenset[Phrase] = frozenset()
    """Phrases that may be said without being meant, if a comma or a pause stands on both sides."""
    clear_markers: frozenset[Phrase] = frozenset()
    """Those of them that need no pause."""
    corrections: frozenset[Phrase] = frozenset()
    """With these a speaker takes back what he has just said."""
    symbol_names: frozenset[str] = frozenset()
    """How signs that join words are read aloud ("slash")."""
    number_joints: frozenset[str] = frozenset()
    """How signs that join a number to what follows are read ("to")."""

    negations: frozenset[str] = frozenset()
    negative_endings: tuple[str, ...] = ()
    """What makes the verb before it a denial ("n't")."""
    negative_prefixes: tuple[str, ...] = ()
    opposite_endings: tuple[tuple[str, str], ...] = ()
    """Pairs of endings that say the opposite ("-ful", "-less")."""
    modals: frozenset[str] = frozenset()
    modal_forms: Mapping[str, str] = field(default_factory=dict)
    """Modals whose positive form is not seen by taking off a negative ending ("won't": "will")."""
    modal_endings: Mapping[str, str] = field(default_factory=dict)
    """Contracted modals ("'ll": "will")."""
    auxiliaries: frozenset[str] = frozenset()
    """What changes along with a modal ("may be", "is")."""
    quantities: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    """Months and days: as good as numbers."""
    number_units: frozenset[str] = frozenset()
    """What a number is another without ("minus", "percent", "pound")."""
    pronoun_numbers: frozenset[str] = frozenset()
    """Figures whose word is a pronoun or an article more often than a number ("one": "1")."""
    function_words: frozenset[str] = frozenset()
    exchanged_words: frozenset[str] = frozenset()
    """Words that are function words only where they stand for another, or another for them ("as", "like")."""
    telltales: frozenset[str] = frozenset()
    """Words that hardly any other language has: where they abound, the text is in this one."""
    titles: frozenset[str] = frozenset()
    """What stands before a name, with a full stop or without ("Mr.")."""
    capitals: frozenset[str] = frozenset()
    """Words that have a capital and are no names ("I")."""

    qualifiers: tuple[Phrase, ...] = ()
    """How a clause begins that limits what was said before it."""
    strong_qualifiers: frozenset[Phrase] = frozenset()
    """Those that can hardly mean anything else."""
    opening_conditions: tuple[Phrase, ...] = ()
    """How a condition begins that an ellipsis must not hide ("if")."""
    hedges: tuple[Phrase, ...] = ()
    """What limits a statement in passing, at either end of it ("as far as I know"), and can hardly mean else."""
    trailing_hedges: tuple[Phrase, ...] = ()
    """What does so only where a clause ends behind it ("…, I suppose.")."""
    opening_qualifiers: tuple[Phrase, ...] = ()
    """How what follows is taken back beforehand; one that is found first is taken."""


_NO_WORDS = Words()


@dataclass(frozen=True, slots=True)
class Contractions:
    """Which words stand for several, and what they are in full, likeliest first."""

    whole: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    endings: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    """What endings are in full, behind the word that they stand on ("'re": "are")."""
    denials: frozenset[str] = frozenset()
    """Words whose loss is no shortening: half of such a contraction says the opposite."""

    def __bool__(self) -> bool:
        return bool(self.whole or self.endings)


def _compose(word: str) -> str:
    """Return `word` in one Unicode form, with all its accents: they tell words apart ("schon", "schön")."""
    return unicodedata.normalize("NFC", word)


def _keep(word: str) -> str:
    return word


def _never(*_: object) -> bool:
    return False


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language as the comparison knows it; see `docs/languages.md` for what each field does when left out.

    `code` is ISO 639-1, as in `Transcript.language`.
    """

    code: str
    words: Words = _NO_WORDS
    contractions: Contractions = Contractions()

    scales: tuple[str, ...] = ()
    """Words that belong to the figure before them ("million")."""
    compounds: Mapping[str, str] = field(default_factory=dict)
    """Words written apart that are one ("per cent": "percent")."""
    symbols: str = "&%@+=°½¼¾#£$€¥"
    """Signs that are read aloud."""
    readings: Mapping[str, Phrase] = field(default_factory=dict)
    """What signs, abbreviations and informal spellings are read as."""
    fold_letters: Callable[[str], str] = _compose
    """Returns a word without the letters and accents that cannot be heard."""
    spell: Callable[[str], str] = _keep
    """Returns the one spelling that stands for all that are read alike."""
    homophones: Callable[[str], tuple[str, ...]] = lambda _: ()
    """Returns other words that sound the same, or other spellings: which of them was said cannot be heard."""

    near_homophones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys that a weak sound, or an accent, tells from others: more than one model can be sure of."""

    read_figure: Callable[[str], tuple[str, ...]] = figures.read_figure
    """Returns the keys that a figure is heard as, the number first."""
    figure_shapes: str = "(?!)"
    """Pattern, verbose and in lower case, of what besides digits and their marks is a figure, or a sign before one."""
    find_numbers: Callable[[Sequence[str]], Iterable[Number]] = figures.find_numbers
    """Returns which runs of keys are numbers, in order, and how much they are in digits."""
    find_measures: Callable[[Sequence[str]], Iterable[Number]] = figures.find_nothing
    """Returns which runs of a clause's keys, numbers in digits, are dates, times, sums: what has several orders."""
    spell_number: Callable[[int], str] | None = None
    """Returns a number in words."""
    is_only_read: Callable[[Sequence[str], str, str], bool] = _never
    """Whether words, said between two keys, only belong to how a date or a time is read ("the fifth of May")."""

    phonetic: Callable[[str], str] | None = None
    """Returns a code of how a word sounds."""
    stem: Callable[[str], str] = _keep
    """Returns what all forms of a word have in common."""
    is_mended_grammar: Callable[[str, str, str | None, str | None], bool] = _never
    """Whether print only mends the grammar: the words spoken, those in print, and the keys before and behind."""

    has_capital_names: bool = False
    """Whether a capital within a sentence makes a name."""
    has_false_starts: bool = False
    """Whether words that begin again in what follows may be taken for a false start."""
    is_calibrated: bool = False
    """Whether the probability that a difference is real was fitted on speech in it: else nothing is confirmed."""

    @property
    def has_number_words(self) -> bool:
        """Whether numbers in words are found: else "20" and "zwanzig" may be the same, and are no change of number."""
        return self.find_numbers is not figures.find_numbers

    @property
    def has_words(self) -> bool:
        """Whether anything is known that tells one sort of change from another."""
        return self.words != _NO_WORDS
