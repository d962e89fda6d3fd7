"""Why is a difference left to the ear? In plain words, with what to listen for."""

from align.compare.calibration import Features
from align.compare.certainty import UNASKED_CAUSE
from align.compare.evidence import Evidence
from align.records import Category
from align.thresholds import ALIKE, DISMISSED, NEARLY_ALIKE


def doubt_about(category: Category, evidence: Evidence, spoken: str, printed: str) -> str:
    """Return the likeliest innocent reason for a difference that the audio did not settle."""
    features = evidence.features
    if evidence.is_outside:
        return f"The recording begins or ends there, so that “{printed}” may have been said outside of it."
    if evidence.is_repair:
        return _doubt_about_repair(spoken, printed)
    if evidence.is_needless:
        return f"Whether “{spoken}” limits what was said is a matter of sense: listen to the whole sentence."
    if features is None:
        return UNASKED_CAUSE
    if evidence.is_contested or evidence.instead:
        return _heard_otherwise(evidence, spoken, printed)
    if not evidence.is_intelligible:
        return f"The sound there fits neither wording ({_both(spoken, printed)}): noise, two voices, or another place."
    if evidence.is_divided:
        return f"Two speech models disagree whether {_both(spoken, printed)} is said: listen."
    return _doubt_about_hearing(category, evidence.probability, features, (spoken, printed))


def _doubt_about_hearing(category: Category, probability: float, features: Features, sides: tuple[str, str]) -> str:
    """Return why the model may not have heard right what it was asked about."""
    spoken, printed = sides
    if not spoken:
        return f"“{printed}” may have been said too fast or too softly for the model."
    if not printed:
        return f"Listen whether “{spoken}” is said at all: the audio does not clearly hold it."
    if category is Category.NAME and features.similarity >= ALIKE:
        return f"The model may not know the name “{printed}” and have written another that sounds like it: “{spoken}”."
    if features.is_weak or features.similarity >= NEARLY_ALIKE:
        return f"“{spoken}” and “{printed}” sound nearly the same: listen which it is."
    if probability < DISMISSED:
        return f"The model wrote “{spoken}” but is not sure, and the audio does not speak for “{printed}” either."
    return f"The model may have misheard “{spoken}”: the audio does not clearly contradict “{printed}”."


def _doubt_about_repair(spoken: str, printed: str) -> str:
    if not spoken:
        return f"“{printed}” is in print once more than it was heard: models drop what is said again. Listen."
    if not printed:
        return f"The speaker may have put himself right there: listen whether “{spoken}” is meant or given up."
    return f"“{printed}” is said close by, but “{spoken}” in its place: listen whether the speaker began anew."


def _heard_otherwise(evidence: Evidence, spoken: str, printed: str) -> str:
    """Return what is heard where the transcript that was given has something else."""
    told, shown = map(_quoted, (spoken, printed))
    if evidence.is_contested:
        return f"The transcript has {shown}, as print does, but what is heard is {told}."
    return f"The transcript has {told} and print {shown}, but what is heard is “{evidence.instead}”."


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def _both(spoken: str, printed: str) -> str:
    return " or ".join(f"“{words}”" for words in (spoken, printed) if words)
