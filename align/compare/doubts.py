"""Why is a difference left to the ear? In plain words, with what to listen for."""

from align.compare.certainty import UNASKED_CAUSE
from align.compare.evidence import Evidence
from align.records import Category
from align.thresholds import ALIKE, DISMISSED

_NEARLY_THE_SAME = 0.7  # similarity from which only one weak sound may tell two words apart


def doubt_about(category: Category, evidence: Evidence, spoken: str, printed: str) -> str:
    """Return the likeliest innocent reason for a difference that the audio did not settle."""
    features = evidence.features
    if evidence.is_needless:
        return f"Whether “{spoken}” limits what was said is a matter of sense: listen to the whole sentence."
    if features is None:
        return UNASKED_CAUSE
    if evidence.is_contested or evidence.instead:
        return _heard_otherwise(evidence, spoken, printed)
    if not evidence.is_intelligible:
        return f"The sound there fits neither wording ({_both(spoken, printed)}): noise, two voices, or another place."
    if not spoken:
        return f"“{printed}” may have been said too fast or too softly for the model."
    if not printed:
        return f"Listen whether “{spoken}” is said at all: the audio does not clearly hold it."
    if category is Category.NAME and features.similarity >= ALIKE:
        return f"The model may not know the name “{printed}” and have written another that sounds like it: “{spoken}”."
    if features.similarity >= _NEARLY_THE_SAME:
        return f"“{spoken}” and “{printed}” sound nearly the same: listen which it is."
    if evidence.probability < DISMISSED:
        return f"The model wrote “{spoken}” but is not sure, and the audio does not speak for “{printed}” either."
    return f"The model may have misheard “{spoken}”: the audio does not clearly contradict “{printed}”."


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
