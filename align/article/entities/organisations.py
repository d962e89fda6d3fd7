"""Which acronyms and short forms mean the same organisation (NER: ORG)."""

import re
from collections.abc import Iterable

from align.article.lexicons import LEXICON
from align.records import Span

_WORD = r"[A-ZÀ-Þ](?:[\w-]|['’](?!s\b)\w){1,60}"  # no longer: a word may begin at each hyphen of a longer one
_TIE = "|".join(sorted(LEXICON.organisation_ties))
_FULL = re.compile(
    rf"(?P<full>\b{_WORD}(?:\s(?:(?:{_TIE})\s){{0,2}}{_WORD}){{1,7}})"
    r"(?:,?\s?[\[(](?:the\s)?(?P<short>[A-Z][A-Za-z&.]{1,9})[\])])?"
)
_LEADING_ARTICLE = re.compile(rf"^(?:{'|'.join(sorted(LEXICON.articles))})\s", re.IGNORECASE)
_SHORTEST_CLIPPING = 3  # letters: "Met" for "Metropolitan Police"


def drop_article(name: str) -> str:
    """Return a name without a leading "the"."""
    return _LEADING_ARTICLE.sub("", name)


def _is_organisation(name: str) -> bool:
    words = [word.lower() for word in name.split() if word not in LEXICON.organisation_ties]
    return words[0] not in LEXICON.periods and not LEXICON.organisations.isdisjoint(words)


class Organisations:
    """Every organisation that the writer names by more than one word."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        """Collect the organisations in `spans` of `text`."""
        self._full: dict[str, str] = {}
        known: set[tuple[str, str | None]] = set()
        for span in spans:
            for match in _FULL.finditer(text, span.start, span.end):
                named = " ".join(match["full"].split()), match["short"]
                if named not in known:
                    known.add(named)
                    self._learn(*named)

    def full_form(self, name: str) -> str | None:
        """Return the fullest form of an organisation's name without "the", None if it is not known."""
        return self._full.get(drop_article(" ".join(name.split())))

    def _learn(self, full: str, short: str | None) -> None:
        full = drop_article(full)
        if full.rpartition(" ")[2].lower() in LEXICON.credit_words:  # copyright Reuters Image caption
            return
        words = [word for word in full.split() if word not in LEXICON.organisation_ties]
        if not _is_organisation(full) and (short is None or words[0].lower() in LEXICON.periods):
            return
        acronyms = (
            (short,) if short else ("".join(word[0] for word in words), "".join(word[0] for word in full.split()))
        )
        is_clipped = words[0].isalpha() and words[0].lower() not in LEXICON.demonyms  # not: Lane-led, Israel|i
        clippings = (words[0][:end] for end in range(_SHORTEST_CLIPPING, len(words[0]) if is_clipped else 0))
        for form in (full, *acronyms, *clippings):
            self._full.setdefault(form, full)
