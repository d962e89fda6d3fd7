"""Which acronyms and short forms mean the same organisation."""

import re
from collections.abc import Iterable

from align.article.lexicons.lexicon import ORGANISATIONS, PERIODS
from align.records import Span

_WORD = r"[A-ZÀ-Þ](?:[\w-]|['’](?!s\b)\w)+"
_FULL = re.compile(
    rf"(?P<full>\b{_WORD}(?:\s(?:(?:of|for|and|the|on|de|du)\s){{0,2}}{_WORD}){{1,7}})"
    r"(?:,?\s?[\[(](?:the\s)?(?P<short>[A-Z][A-Za-z&.]{1,9})[\])])?"
)
_SMALL = frozenset("of for and the on de du".split())
_LEADING_THE = re.compile(r"^the\s", re.IGNORECASE)
_SHORTEST_CLIPPING = 3  # letters: "Met" for "Metropolitan Police"


def _is_organisation(name: str) -> bool:
    words = [word.lower() for word in name.split() if word not in _SMALL]
    return words[0] not in PERIODS and not ORGANISATIONS.isdisjoint(words)


class Organisations:
    """Every organisation that the writer names by more than one word."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        """Collect the organisations in `spans` of `text`."""
        self._full: dict[str, str] = {}
        for span in spans:
            for match in _FULL.finditer(text, span.start, span.end):
                self._learn(" ".join(match["full"].split()), match["short"])

    def full_form(self, name: str) -> str | None:
        """Return the fullest form of a body's name without "the", None if it is not known."""
        return self._full.get(_LEADING_THE.sub("", " ".join(name.split())))

    def _learn(self, full: str, short: str | None) -> None:
        full = _LEADING_THE.sub("", full)
        words = [word for word in full.split() if word not in _SMALL]
        if not _is_organisation(full) and (short is None or words[0].lower() in PERIODS):
            return
        acronyms = (
            (short,) if short else ("".join(word[0] for word in words), "".join(word[0] for word in full.split()))
        )
        clippings = (words[0][:end] for end in range(_SHORTEST_CLIPPING, len(words[0])))
        for form in (full, *acronyms, *clippings):
            self._full.setdefault(form, full)
