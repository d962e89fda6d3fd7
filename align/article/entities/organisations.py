"""Which acronyms and short forms mean the same organisation (NER: ORG)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from align.article.lexicons import LEXICON
from align.article.lexicons.first_names import FIRST_NAMES
from align.records import Span

_DOT = "|".join(rf"(?<=\b{word.capitalize()})\." for word in sorted(LEXICON.short_places))
_WORD = (
    rf"[A-ZÀ-Þ](?:[\w-]|['’](?!s\b)\w){{1,60}}(?:{_DOT})?"  # no longer: a word may begin at each hyphen of a longer one
)
_TIE = "|".join(sorted(LEXICON.organisation_ties))
_FULL = re.compile(
    rf"(?P<full>\b{_WORD}(?:\s(?:(?:{_TIE})\s){{0,2}}{_WORD}){{1,7}})"
    r"(?:,?\s?[\[(](?:the\s)?(?P<short>[A-Z][A-Za-z&.]{1,9})[\])])?"
)
_LEADING_ARTICLE = re.compile(rf"^(?:{'|'.join(sorted(LEXICON.articles))})\s", re.IGNORECASE)
_TAILS = LEXICON.shortened | LEXICON.forces | {"services"}
_LEADING = LEXICON.cues.keys() | LEXICON.openers | LEXICON.prepositions | LEXICON.conjunctions
_LEADING = (_LEADING | LEXICON.determiners | LEXICON.periods) - LEXICON.place_words
_LINKS = LEXICON.coordinating | LEXICON.conjunctions
_BODIES = LEXICON.organisations | LEXICON.bodies | LEXICON.papers_called
_FORCE = re.compile(rf"\b(?P<force>{_WORD}(?:\s{_WORD}){{0,3}}\s(?:{'|'.join(sorted(LEXICON.forces))}))\b")
_MOST_HEADED = 50  # names with the same head, one of which nobody can mean
_SHORTEST_CLIPPING = 3  # letters: "Met" for "Metropolitan Police"


def drop_article(name: str) -> str:
    """Return a name without a leading "the"."""
    return _LEADING_ARTICLE.sub("", name)


def _without_link(name: str) -> str:
    """Return a name without the word that ties it to what is before: But the Water Board; In the Water Board."""
    first, _, rest = name.partition(" ")
    is_led = first.lower() in _LINKS or (first.lower() in _LEADING and drop_article(rest) != rest)
    return rest if is_led and " " in rest else name


def _without_bearer(name: str) -> str:
    """Return the name of a body without who holds an office there: Federal Reserve | Chairman Bo Lane."""
    words = name.split()
    offices = (place for place in range(1, len(words) - 1) if words[place].lower() in LEXICON.roles)
    office = next((place for place in offices if words[place + 1] in FIRST_NAMES), len(words))
    return " ".join(words[:office])


def _is_organisation(name: str) -> bool:
    words = [word.lower() for word in name.split() if word not in LEXICON.organisation_ties]
    return words != [] and words[0] not in LEXICON.periods and not _BODIES.isdisjoint(words)


class Organisations:
    """Every organisation that the writer names by more than one word."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        """Collect the organisations in `spans` of `text`."""
        self._full: dict[str, str] = {}
        self._headed: dict[str, dict[str, int]] = {}  # by head: the names, and where each stands first
        known: set[tuple[str, str | None]] = set()
        for span in spans:
            for match in _FULL.finditer(text, span.start, span.end):
                named = " ".join(match["full"].split()), match["short"]
                if named not in known:
                    known.add(named)
                    self._learn(*named)
                    self._note_heads(named[0], match.start())
            for match in _FORCE.finditer(text, span.start, span.end):
                self._note_heads(match["force"], match.start())

    def full_form(self, name: str) -> str | None:
        """Return the fullest form of an organisation's name without "the", None if it is not known."""
        bare = drop_article(" ".join(name.split()))
        return self._full.get(bare.replace(".", "") if bare.replace(".", "").isupper() else bare)  # U.N.

    def headed(self, head: str, position: int) -> str | None:
        """Return the organisation that "the ministry" at `position` means by its head; None if several can be meant.

        It is the only one named before, or "police" that are named anywhere, as news ends: Call Hull Police.
        """
        found = self._headed.get(head, {})
        if len(found) > _MOST_HEADED:
            return None
        before = {name for name, start in found.items() if start < position}
        names = before or (found.keys() if head in LEXICON.bare_bodies else before)
        longest = max(sorted(names), key=len, default=None)
        if longest is None or any(not _is_part(name, longest) for name in names):
            return None
        return self._full.get(longest, longest)

    def _note_heads(self, full: str, start: int) -> None:
        words = full.split()
        while words and words[0].lower() in _LEADING:
            words.pop(0)
        name = " ".join(words)
        for head in _heads([word.lower() for word in words]):
            self._headed.setdefault(head, {}).setdefault(name, start)

    def _learn(self, full: str, short: str | None) -> None:
        full = drop_article(_without_bearer(_without_link(full)))
        if full.rpartition(" ")[2].lower() in LEXICON.credit_words:  # copyright Reuters Image caption
            return
        words = [word for word in full.split() if word not in LEXICON.organisation_ties]
        if not words or (not _is_organisation(full) and (short is None or words[0].lower() in LEXICON.periods)):
            return
        acronyms = (
            (short,) if short else ("".join(word[0] for word in words), "".join(word[0] for word in full.split()))
        )
        is_clipped = words[0].isalpha() and words[0].lower() not in LEXICON.demonyms  # not: Lane-led, Israel|i
        clippings = (words[0][:end] for end in range(_SHORTEST_CLIPPING, len(words[0]) if is_clipped else 0))
        for form in (full, *acronyms, *clippings):
            self._full.setdefault(form, full)


def _heads(words: Sequence[str]) -> Iterator[str]:
    """Yield what a body may be called by its name alone: the ministry, of the Ministry of Justice; police."""
    tie = next((place for place, word in enumerate(words) if word in LEXICON.organisation_ties), len(words))
    is_two = tie < len(words) and words[tie] in LEXICON.coordinating  # the Justice Department and the FBI
    if tie > 0 and len(words) > 1 and words[tie - 1] in LEXICON.shortened and not is_two:
        yield words[tie - 1]
    if len(words) > 1 and words[-1] in LEXICON.papers_called and not is_two:
        yield from LEXICON.newspapers
    tail = len(words)
    while tail > 1 and words[tail - 1] in _TAILS:
        tail -= 1
    if not LEXICON.forces.isdisjoint(words[max(1, tail) :]):
        yield from LEXICON.forces | LEXICON.bare_bodies | {"force"}


def _is_part(name: str, longer: str) -> bool:
    """Whether a name has no word that a longer one lacks: Justice Department, Department of Justice."""
    return set(name.lower().split()) - LEXICON.organisation_ties <= set(longer.lower().split())
