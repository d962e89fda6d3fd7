"""Quotations against what a reader labelled: a failing case names itself, a known failure is a strict xfail."""

import pytest

from align.article.attribution.order import Rule
from tests.article.labelled import Case, is_right_speaker, newsroom, reference, seed
from tests.article.precision import measure, precision

CASES = (*newsroom(), *reference())
SEED = seed()
UNTRIED = (
    Rule.NONE,
    Rule.UNREAD,
    Rule.REPORTED,
    Rule.ANNOUNCED,
    Rule.CLOSING,
    Rule.OWNER,
    Rule.NOUN,
    Rule.FEELING,
    Rule.COMPLEMENT,
    Rule.CARRIED,
)  # name nobody, or are tried in test_attribution.py and test_indirect.py
SURE = 0.75  # precision from which a speaker is stated without a warning

CONTINUES = {"013 We looked Ms Cole paused": "“paused” is no verb of saying, and dashes alone join nothing"}
SPEAKERS = {
    "088 Lionesses gutted after loss as": "“Lionesses” in the headline are not traced",
    "109 No comment was all Mr": "a quotation as the subject of “was all Mr Bell would say”",
    "275 Police too slow to reach": "“coroner finds” at the end of a headline is not read",
}
KINDS = {
    "013 We looked Ms Cole paused": "the second half of a broken quotation, which is not joined",
    "056 Yes it was late Amy": "a sentence in lower case behind the writer's “Yes”",
    "095 Senator Ruth Kline D Ore": "a short sentence that stands alone counts as a term",
    "109 No comment was all Mr": "without its speaker, the words count as a term",
    "119 The letter from Mr Bell": "labelled as speech, though a letter says it",
    "C65 work titles": "labelled as a term, though it is a title",
}
SPEAKERS_OF_THE_SEED = {
    "I would happily rape you": "labelled “unnamed officer”; the writer calls him “one”",
    "McRapey Raperson": "labelled with the colleagues who used the nickname",
}
KINDS_OF_THE_SEED = {"McRapey Raperson": "a nickname used in messages counts as a term"}


def with_known_failures(failures: dict[str, str]) -> list:
    """Every case, those in `failures` as strict xfails with their reasons."""
    assert failures.keys() <= {case.name for case in CASES}
    return [_parameter(case, case.name, failures) for case in CASES]


def of_the_seed(failures: dict[str, str]) -> list:
    """Every labelled quotation of the seed article, those in `failures` as strict xfails with their reasons."""
    assert failures.keys() <= {label["text"] for label in SEED.labels}
    return [_parameter(label, label["text"], failures, f"{label['id']} {label['text'][:30]}") for label in SEED.labels]


def _parameter(value, name: str, failures: dict[str, str], shown: str | None = None):
    marks = pytest.mark.xfail(strict=True, reason=failures[name]) if name in failures else ()
    return pytest.param(value, id=shown or name, marks=marks)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in (*CASES, SEED)])
def test_quotations_are_where_they_are_labelled(case: Case):
    quotes = [quote for quote in case.quotes if case.has_nested or quote.inside is None]

    found = [(quote.chars.start, quote.chars.end, quote.inside) for quote in quotes]

    assert found == [(*label["chars"], label["inside"]) for label in case.labels]


@pytest.mark.parametrize("case", [*with_known_failures(CONTINUES), pytest.param(SEED, id=SEED.name)])
def test_quotations_carry_on_those_that_are_labelled(case: Case):
    assert [(quote.text, quote.continues) for quote, _ in case.pairs] == [
        (label["text"], label["continues"]) for _, label in case.pairs
    ]


@pytest.mark.parametrize("case", with_known_failures(SPEAKERS))
def test_speakers_are_those_that_are_labelled(case: Case):
    wrong = [(quote.text, quote.speaker, label["speaker"]) for quote, label in case.pairs]

    assert [row for row, pair in zip(wrong, case.pairs, strict=True) if not is_right_speaker(*pair)] == []


@pytest.mark.parametrize("case", with_known_failures(KINDS))
def test_kinds_are_those_that_are_labelled(case: Case):
    assert [(quote.text, quote.kind) for quote, _ in case.pairs] == [
        (label["text"], label["kind"]) for _, label in case.pairs
    ]


@pytest.mark.parametrize("label", of_the_seed(SPEAKERS_OF_THE_SEED))
def test_speakers_of_the_seed_article(label):
    [quote] = [quote for quote, labelled in SEED.pairs if labelled is label]

    assert is_right_speaker(quote, label), (quote.speaker, label["speaker"])


@pytest.mark.parametrize("label", of_the_seed(KINDS_OF_THE_SEED))
def test_kinds_of_the_seed_article(label):
    [quote] = [quote for quote, labelled in SEED.pairs if labelled is label]

    assert quote.kind == label["kind"]


def test_lines_and_columns_of_the_seed_article():
    found = [(quote.id, quote.line, quote.column) for quote in SEED.quotes]

    assert found == [(label["id"], label["line"], label["column"]) for label in SEED.labels]


def test_a_rule_that_is_no_guess_is_right():
    """The whole table is `python -m tests.article.precision`."""
    measured = measure()

    wrong = {rule for rule, (right, named) in measured.items() if named and precision(right, named) < SURE}

    assert wrong <= {rule for rule in Rule if rule.is_guess}
    assert all(measured[rule][1] for rule in Rule if rule not in UNTRIED)  # every rule is tried by some case
