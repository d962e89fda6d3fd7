"""What is said of a difference, and of a report that rests on a transcript alone, in every format alike."""

from typing import TypeGuard

from align.records import Edit, Quote, Severity, Transcript
from align.report.view.sanitize import close_directions, one_line
from align.report.view.times import clock

NOTHING_HEARD = "No sound was given: nothing was heard, only a transcript compared, so every finding is for the ear."
"""What a report says that rests on a transcript alone."""


def attributed_to(quote: Quote, *, is_first: bool = False) -> str:
    """Return whom the article gives a quote to, or the words that leave open who it is: unknown (the email).

    `is_first` says that a line begins so.
    """
    if quote.speaker:
        return quote.speaker
    unknown, nobody = ("Unknown", "Nobody named") if is_first else ("unknown", "nobody named")
    return f"{unknown} ({quote.mention})" if quote.mention else nobody


def listed_as(quote: Quote) -> str:
    """Return whom the article gives a quote to, for a list: a dash where no words tell."""
    return attributed_to(quote) if quote.speaker or quote.mention else "–"


def differs(edit: Edit | None) -> TypeGuard[Edit]:
    """Whether an edit is more than tidying."""
    return edit is not None and edit.severity is not Severity.NONE


def describe_unheard(transcript: Transcript) -> tuple[str, ...]:
    """Return a sentence on the speech that has no words, if there is any."""
    if not transcript.unheard:
        return ()
    seconds = round(sum(part.duration for part in transcript.unheard))
    first, *others = (clock(part.start) for part in transcript.unheard)
    more = f" and in {len(others)} other place{'s' if len(others) > 1 else ''}" if others else ""
    return (f"{seconds} s of speech could not be made out, at {first}{more}.",)


def describe(edit: Edit) -> str:
    """Return what happened to the words of an edit, as a phrase."""
    printed, spoken = close_directions(one_line(edit.printed)), close_directions(edit.spoken)
    if not edit.chars:
        return f"“{spoken}” spoken, not printed"
    return f"“{spoken}” printed as “{printed}”" if edit.words else f"“{printed}” printed, not spoken"
