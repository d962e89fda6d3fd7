"""What is left to the ear comes with the reason, in plain words, and with the words to listen for."""

from dataclasses import replace

import pytest

from align.compare.calibration import Features
from align.compare.certainty import UNASKED_CAUSE
from align.compare.doubts import doubt_about
from align.compare.evidence import Evidence
from align.records import Category, Certainty
from align.thresholds import UNINTELLIGIBLE
from tests import lbc_case

WEAK = Features(-2.0, 0.0, 0.3, 0.6, -0.5, 1, is_name=False, is_insert=False, fit=-0.5)


@pytest.mark.parametrize(
    ("category", "changes", "probability", "spoken", "printed", "says"),
    [
        (Category.NUMBER, {}, 0.5, "five", "nine", "misheard"),
        (Category.NUMBER, {}, 0.1, "five", "nine", "not sure"),
        (Category.CONTENT, {"similarity": 0.9}, 0.5, "word", "world", "nearly the same"),
        (Category.NAME, {"similarity": 0.9}, 0.5, "Schofer", "Schoeffer", "name"),
        (Category.NEGATION, {}, 0.5, "", "not", "too softly"),
        (Category.NEGATION, {}, 0.5, "not", "", "said at all"),
        (Category.PERSON, {"is_weak": True}, 0.9, "our", "are", "nearly the same"),
        (Category.NUMBER, {"fit": UNINTELLIGIBLE - 1}, 0.5, "five", "nine", "neither"),
    ],
)
def test_the_reason_names_the_words(category, changes, probability, spoken, printed, says):
    doubt = doubt_about(category, Evidence(probability, replace(WEAK, **changes)), spoken, printed)

    assert says in doubt
    assert all(f"“{words}”" in doubt for words in (spoken, printed) if words)


def test_what_was_not_asked_says_so_unless_it_is_a_matter_of_sense():
    assert doubt_about(Category.CONTENT, Evidence(0.6), "town", "city") == UNASKED_CAUSE
    assert "matter of sense" in doubt_about(Category.QUALIFIER, Evidence(0.7, is_needless=True), "I suppose", "")


@pytest.mark.parametrize(("spoken", "printed"), [("told us, she", ""), ("able", "Because"), ("", "thank you")])
def test_a_repair_says_what_to_listen_for(spoken, printed):
    doubt = doubt_about(Category.CONTENT, Evidence(0.99, WEAK, is_repair=True), spoken, printed)

    assert all(f"“{words}”" in doubt for words in (spoken, printed) if words)
    assert "listen" in doubt.lower()


def test_every_quote_that_is_for_the_ear_says_why():
    report = lbc_case.report("naseem", ask=lbc_case.undecided)
    doubtful = [check for check in report.checks if check.certainty is Certainty.CHECK_BY_EAR and check.edits]

    assert doubtful
    assert all(check.causes for check in doubtful)
    assert all(edit.doubt in check.causes for check in doubtful for edit in check.edits if edit.doubt)
