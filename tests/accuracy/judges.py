"""Who judges: the checker, the checker with parts of it taken out, and its peers."""

from collections.abc import Callable, Mapping, Sequence

from align.compare.calibration import PRIOR_SHARE, Features, probability
from tests.accuracy.articles import Story
from tests.accuracy.checker import Rule, check_story, judgements
from tests.accuracy.outcome import Judgement
from tests.accuracy.peers import by_diff, by_similarity
from tests.accuracy.run import Judge, Tape

ALIGN, HELD_OUT = "align", "align, fitted on the other recordings"
DIFF, SIMILARITY = "transcript + diff", "similarity ≥ 85"

_ENOUGH = -6.0
"""Nats from which a ratio alone is believed; see the measurements in `docs/evidence.md`."""


def by_rule(rule: Rule) -> Judge:
    """Return the checker that weighs evidence by `rule`."""

    def judge(tape: Tape, story: Story) -> Sequence[Judgement | None]:
        report = check_story(story, tape.transcript, tape.ask, tape.model, rule, tape.hear, tape.ask_second)
        return judgements(report, [placed.chars for placed in story.quotes])

    return judge


by_align = by_rule(probability)
"""Judges as the user's checker does."""


def _peer(judge: Callable[..., Judgement]) -> Judge:
    def judge_story(tape: Tape, story: Story) -> Sequence[Judgement]:
        texts = (story.text[placed.chars.start : placed.chars.end] for placed in story.quotes)
        return [judge(text, placed.chars, tape.transcript) for text, placed in zip(texts, story.quotes, strict=True)]

    return judge_story


PEERS: Mapping[str, Judge] = {DIFF: _peer(by_diff), SIMILARITY: _peer(by_similarity)}

PARTS: Mapping[str, Judge] = {
    "a diff of words": _peer(by_diff),
    "… of what is compared here": by_rule(lambda features, model: 1.0),
    "… asked of the audio": by_rule(lambda features, model: float(features.ratio < _ENOUGH)),
    "… less the prior": by_rule(lambda features, model: float(_corrected(features) < _ENOUGH)),
    "… calibrated: align": by_align,
}
"""What each part brings: from the peer to the checker, one part more in every column."""


def _corrected(features: Features) -> float:
    return features.ratio - PRIOR_SHARE * features.prior
