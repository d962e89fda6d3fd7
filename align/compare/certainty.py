"""How sure is a finding? The one place where probabilities become certainties.

Certain is only what the audio contradicts with enough probability, in words that are not too few to tell; never what
rests on a transcript alone.
"""

from collections.abc import Iterable, Sequence

from align.compare.evidence import Context, Evidence
from align.compare.styles import SEVERITIES
from align.records import Category, Certainty, Edit, Severity, Verdict, worst
from align.thresholds import (
    ABSENT,
    ALIKE,
    CLEAN,
    CONFIRMED,
    CONFIRMED_MINOR,
    CONTRADICTED,
    DISMISSED,
    PERHAPS_ABSENT,
    PERSON_PREFERRED,
    PREFERRED,
    SAID_ELSEWHERE,
    SPLICED,
    SWALLOWED,
)

UNASKED_CAUSE = "The transcript may be wrong: it was not put to the audio."
"""Why a finding may be none where there was nothing to listen to."""


def find_general_doubts(context: Context) -> tuple[str, ...]:
    """Return why no finding at all can be certain, in words for the user."""
    language = context.speech.language
    if language.is_calibrated:
        return ()
    return (f"How often findings in this language ({language.code}) are right was never measured.",)


def is_dismissed(category: Category, evidence: Evidence) -> bool:
    """Return whether a difference is taken for a mishearing, so that print is believed.

    Never where the sound fits neither wording. What turns the meaning must be heard at all, and be contradicted by the
    audio itself, not only be improbable; but what was heard may be print, spelled by ear, if the audio does not clearly
    contradict it. Neither may it of another change of the sense, unless both sound alike; and where nothing was heard
    of that, print must be much likelier than nothing, as the word that was said is, and another is not.
    """
    features = evidence.features
    if evidence.probability >= DISMISSED or features is None:
        return evidence.probability < DISMISSED
    if not evidence.is_intelligible:
        return False
    severity = SEVERITIES[category]
    if severity.rank < Severity.MAJOR.rank:
        return True
    if features.is_respelled:
        return features.preference >= CONTRADICTED
    if severity is Severity.MAJOR and features.is_insert and not evidence.is_repair:  # said again, it is often dropped
        return features.preference >= SWALLOWED
    if severity is Severity.MAJOR:
        return features.similarity >= ALIKE or features.preference >= CONTRADICTED
    least = PERSON_PREFERRED if category is Category.PERSON else PREFERRED
    return not features.is_insert and features.preference >= least


def certainty_of_edit(severity: Severity, evidence: Evidence, context: Context) -> Certainty:
    """Return whether a difference is certain; tidying is no finding, so there is nothing to doubt.

    What one weak sound tells apart is certain only where another model than the one that heard it says so too, and no
    fault is that a second model finds alone.
    """
    was_asked = evidence.ratio is not None or evidence.is_needless
    is_weak = evidence.features is not None and evidence.features.is_weak and not context.is_verified
    is_fault = severity.rank >= Severity.MAJOR.rank
    is_doubted = is_weak or (is_fault and evidence.is_divided) or evidence.is_repair or evidence.is_outside
    least = CONFIRMED if is_fault else CONFIRMED_MINOR
    is_sure = evidence.probability >= least and evidence.is_intelligible and not is_doubted
    is_certain = was_asked and is_sure and context.may_confirm
    return _certainty(severity is Severity.NONE or is_certain)


def sum_up(
    verdict: Verdict, edits: Sequence[Edit], is_vague: bool, is_disordered: bool, context: Context
) -> tuple[Severity, Certainty]:
    """Return how bad the worst finding of a quote is, and whether one that bad is certain.

    A splice is a finding of its own. `is_vague`: the quote has too few words in common with what was heard to be told
    from others; `is_disordered`: it would be none if the recordings were given in another order.
    """
    splice = (
        [(Severity.MAJOR, _certainty(context.may_confirm and not is_disordered))] if verdict is Verdict.SPLICED else []
    )
    found = [*splice, *((edit.severity, edit.certainty) for edit in edits)]
    severity, certainty = worst_of(*found)
    return severity, Certainty.CHECK_BY_EAR if is_vague and severity is not Severity.NONE else certainty


def probability_of_fault(verdict: Verdict, edits: Iterable[Edit]) -> float:
    """Return the probability (0 to 1) that print and recording differ by something major or worse."""
    clean = 1 - (SPLICED if verdict is Verdict.SPLICED else CLEAN)
    for edit in edits:
        if edit.severity.rank >= Severity.MAJOR.rank:
            clean *= 1 - edit.probability
    return 1 - clean


def certainty_of_absence(is_fault: bool, is_vague: bool, context: Context) -> Certainty:
    """Return whether it is certain that a quote is in no recording; `is_vague`: it may hide there, or is too short."""
    return _certainty(not is_vague and (context.may_confirm or not is_fault))


def probability_of_absence(is_fault: bool, is_vague: bool) -> float:
    """Return the probability (0 to 1) that a quote that was not found is a fault."""
    if not is_fault:
        return SAID_ELSEWHERE
    return PERHAPS_ABSENT if is_vague else ABSENT


def certainty_of_speaker(doubts: Sequence[str], context: Context) -> Certainty:
    """Return whether it is certain that a quote stands under the wrong name; `doubts` are why it may not."""
    return _certainty(context.may_confirm and not doubts)


def worst_of(*found: tuple[Severity, Certainty]) -> tuple[Severity, Certainty]:
    """Return how bad the worst of some findings is, and whether one that bad is certain."""
    severity = worst([one for one, _ in found])
    return severity, _certainty(severity is Severity.NONE or (severity, Certainty.CONFIRMED) in found)


def _certainty(is_certain: bool) -> Certainty:
    return Certainty.CONFIRMED if is_certain else Certainty.CHECK_BY_EAR
