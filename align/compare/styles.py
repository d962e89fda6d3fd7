"""How bad is an edit of each category, and what does a house let its reporters tidy inside quotation marks?

Two tables. A category that is no fault by itself, and that a style does not list as tidying, is a minor fault there;
graver categories are faults in every house.
"""

from align.errors import OptionError
from align.records import Category, Severity

SEVERITIES: dict[Category, Severity] = {
    **dict.fromkeys(
        (
            Category.FILLER, Category.REPEAT, Category.FALSE_START, Category.CONTRACTION, Category.GRAMMAR,
            Category.SPELLING, Category.BRACKET, Category.ELLIPSIS,
        ),
        Severity.NONE,
    ),
    **dict.fromkeys((Category.FUNCTION_WORD, Category.INFLECTION), Severity.MINOR),
    **dict.fromkeys(
        (Category.CONTENT, Category.OMISSION, Category.INSERTION, Category.QUALIFIER, Category.ORDER), Severity.MAJOR
    ),
    **dict.fromkeys(
        (
            Category.NEGATION, Category.NUMBER, Category.NAME, Category.PERSON, Category.MODALITY, Category.QUANTITY,
        ),
        Severity.CRITICAL,
    ),
}  # fmt: skip
"""How bad an edit is by itself: the table of `docs/contract.md`."""

_ALWAYS = frozenset({Category.SPELLING, Category.BRACKET, Category.ELLIPSIS})  # marked as the writer's, or inaudible
_STUMBLES = frozenset({Category.FILLER, Category.REPEAT, Category.FALSE_START})

STYLES: dict[str, frozenset[Category]] = {
    # Every audible word as it was said: court reports, research transcripts ("strict verbatim").
    "strict": _ALWAYS,
    # The common practice of news desks: stumbles go, contractions are written out, dialect grammar is not mocked.
    "clean": _ALWAYS | _STUMBLES | {Category.CONTRACTION, Category.GRAMMAR},
    # Reuters Handbook of Journalism, "Quotes": never altered other than to delete a redundant word or clause, and
    # then only if that does not alter the sense.
    "reuters": _ALWAYS | _STUMBLES,
    # Guardian style guide, "quotes": the words actually uttered, "though ums and ahems can be removed and bad grammar
    # improved".
    "guardian": _ALWAYS | _STUMBLES | {Category.GRAMMAR},
}


def severity_of(category: Category, style: str) -> Severity:
    """Return how bad a change of this category is in the house style `style`."""
    severity = SEVERITIES[category]
    if severity is Severity.NONE and category not in STYLES[style]:
        return Severity.MINOR
    return severity


def check_style(style: str) -> None:
    """Raise `OptionError` if nobody defined `style`."""
    if style not in STYLES:
        raise OptionError(f"There is no style {style!r}; choose one of {', '.join(STYLES)}.")
