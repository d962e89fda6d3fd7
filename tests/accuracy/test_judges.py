"""The judges differ where they say: by what weighs the evidence, and in nothing else."""

import pytest

from align.records import Model, Severity
from tests import lbc_case
from tests.accuracy.articles import write_stories
from tests.accuracy.floors import SYNTHETIC
from tests.accuracy.judges import by_rule
from tests.accuracy.plant import plant
from tests.accuracy.run import Tape

pytestmark = pytest.mark.gate


@pytest.mark.parametrize("is_contradicted", [False, True])
def test_a_rule_decides_what_is_reported(is_contradicted: bool) -> None:
    """Heard without a mistake, so that all that differs was planted or tidied."""
    (reference,) = (one for one in SYNTHETIC.references() if one.name == "javid")
    ask = lbc_case.trust_the_transcript if is_contradicted else lbc_case.lean_to_the_transcript
    tape = Tape(reference, lbc_case.transcript("javid"), ask, Model("recorded", "base", None))
    story = write_stories(reference, plant(reference, seed=1), seed=1)[0]
    believed, doubted = (by_rule(lambda features, model, sure=sure: sure)(tape, story) for sure in (1.0, 0.0))

    audible = [finding for found in believed if found for finding in found.findings if finding.evidence]
    assert any(finding.probability == 1.0 for finding in audible)
    left = [finding for found in doubted if found for finding in found.findings if finding.evidence]
    assert not any(one.is_confirmed for one in left)
    if is_contradicted:  # what the audio contradicts is for the ear at least
        assert len(left) == len(audible) > 0
    else:
        assert len(left) < len(audible)
        unheard = [one for one in left if one.severity is not Severity.CRITICAL]  # no rule drops the others alone
        assert all(one.severity is Severity.MAJOR and one.printed and not one.spoken for one in unheard)
