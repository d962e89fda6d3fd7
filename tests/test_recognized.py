"""A quote of which half was heard otherwise: where to listen is said, and nothing of it is certain."""

import pytest

from align.article.formats.text import read_text
from align.compare.placement import coverage, is_found, is_recognized, place_quotes
from align.pipeline import compare, select_quotes
from align.records import Certainty, Model, ReportSettings, Severity, Verdict
from align.thresholds import FOUND, NEARLY_FOUND
from tests import lbc_case
from tests.test_languages import transcript

TOLD = (
    "we had been up on the roof since six in the morning and then the wind got hold of the sheeting and tore it off"
    " so we climbed down again and waited for the fire brigade to come round from the other side of the river"
)
WORDS = TOLD.split()
OTHER = "purple cheese dancing tractors gladly above seventeen lukewarm engineers forgot mandolins yesterday".split()


def half_heard(kept: int, changed: int, count: int) -> str:
    """Return that many words of what was told, in turns some as they were and some that nobody said."""
    turn = kept + changed
    return " ".join(
        word if at % turn < kept else OTHER[at % len(OTHER)] for at, word in enumerate(WORDS[10 : 10 + count])
    )


def check_beside_another(printed: str, answer=lbc_case.trust_the_transcript):
    """What is said of a quote, of whose speaker another is found word for word."""
    return check_of(f"“{' '.join(WORDS[:9])},” said Amy Lin. Amy Lin said: “{printed}.”", answer)


def check_of(text: str, answer=lbc_case.trust_the_transcript):
    """What is said of the second quote of a text."""
    quoted = select_quotes(read_text("article.txt", text.encode()), ReportSettings())
    return compare(quoted, [transcript(TOLD, "en")], answer, Model("recorded", "base", None)).checks[1]


@pytest.mark.parametrize(("kept", "changed", "is_one"), [(5, 5, True), (6, 6, True), (3, 3, False), (2, 2, False)])
def test_words_in_a_row_say_where_to_listen(kept, changed, is_one):
    check = check_beside_another(half_heard(kept, changed, 24))

    assert check.verdict is (Verdict.ALTERED if is_one else Verdict.NOT_FOUND)
    assert check.severity is Severity.CRITICAL
    assert bool(check.passages) is is_one
    assert not is_one or check.certainty is Certainty.CHECK_BY_EAR


def test_nothing_is_certain_there():
    check = check_beside_another(half_heard(6, 6, 24))

    assert {edit.certainty for edit in check.edits if edit.severity is not Severity.NONE} == {Certainty.CHECK_BY_EAR}
    assert max(edit.probability for edit in check.edits) <= check.probability == 0.5
    assert "sure that this is the place" in check.causes[0]


def test_it_does_not_pass_for_faithful_though_the_audio_prefers_print():
    check = check_beside_another(half_heard(6, 6, 24), lbc_case.trust_print)

    assert check.verdict in (Verdict.ALTERED, Verdict.NOT_FOUND)
    assert (check.severity, check.certainty) == (Severity.CRITICAL, Certainty.CHECK_BY_EAR)


def test_whose_speaker_is_not_heard_is_no_fault():
    check = check_of(f"“{' '.join(WORDS[:9])},” said Amy Lin. Bob Carr said: “{half_heard(6, 6, 24)}.”")

    assert (check.verdict, check.severity) == (Verdict.NOT_FOUND, Severity.NONE)


@pytest.mark.parametrize("name", lbc_case.RECORDINGS)
def test_no_quote_of_the_case_is_only_recognized(name):
    report = lbc_case.report(name)
    context = lbc_case.context(lbc_case.transcript(name))
    placed = place_quotes([check.quote for check in report.checks], context.speech)

    only = [one for one in placed.values() if is_recognized(one, context.speech) and not is_found(one)]
    assert all(NEARLY_FOUND <= coverage(one) < FOUND for one in only)
    assert not only


FATES = "the fates who certainly all foreign new of these are moors of widow wadm in a michael toby have from the first"


def check_of_fates(printed: str):
    """What is said of a quote, of whose speaker another is found word for word, where a novel is read."""
    text = f"“The fates who certainly all,” said Amy Lin. Amy Lin said: “{printed}.”"
    quoted = select_quotes(read_text("article.txt", text.encode()), ReportSettings())
    model = Model("recorded", "base", None)
    return compare(quoted, [transcript(FATES, "en")], lbc_case.trust_the_transcript, model).checks[1]


def test_words_that_were_divided_otherwise_say_where_to_listen():
    check = check_of_fates("amours of Widow Wadman and my Uncle Toby")

    assert (check.verdict, check.certainty) == (Verdict.ALTERED, Certainty.CHECK_BY_EAR)
    assert check.passages


@pytest.mark.parametrize(
    "invented", ["amours of my late Uncle George and of his cousin", "of these wars no widow has told my children"]
)
def test_words_on_the_same_theme_do_not(invented):
    check = check_of_fates(invented)

    assert (check.verdict, check.severity, check.certainty) == (
        Verdict.NOT_FOUND, Severity.CRITICAL, Certainty.CONFIRMED,
    )  # fmt: skip


def test_a_long_quote_that_was_not_said_is_not_found():
    invented = " ".join(f"nobody{at} ever told these {at} widows" for at in range(600))

    assert check_of_fates(invented).verdict is Verdict.NOT_FOUND
