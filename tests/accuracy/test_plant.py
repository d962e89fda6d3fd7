"""The truth must be true: laws of what is planted, on the synthetic interviews."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.article import find_quotes
from align.article.formats.text import read_text
from align.records import Category
from tests.accuracy.articles import Story, write_stories
from tests.accuracy.change import SEVERITIES
from tests.accuracy.plant import GENERATORS, Planted, Sort, plant
from tests.accuracy.references import Reference, read_references, read_words
from tests.accuracy.runs import tidy_positions
from tests.accuracy.score import Rate
from tests.accuracy.sound import fold, is_audible

pytestmark = pytest.mark.gate

FIXTURES = Path(__file__).parents[2] / "fixtures" / "lbc"
REFERENCES = [reference for reference in read_references(FIXTURES) if reference.name in ("javid", "naseem")]
PLANTED = [(reference, planted) for reference in REFERENCES for planted in plant(reference, seed=1)]
ALTERED = [(reference, planted) for reference, planted in PLANTED if planted.truth]
STORIES = [story for reference in REFERENCES for story in write_stories(reference, plant(reference, 1), 1)]


def _said(reference: Reference, planted: Planted) -> str:
    return fold(
        " ".join(reference.words[at].text for part in planted.parts for at in tidy_positions(reference.words, part))
    )


def test_the_same_seed_plants_the_same() -> None:
    assert plant(REFERENCES[0], seed=7) == plant(REFERENCES[0], seed=7) != plant(REFERENCES[0], seed=8)


@pytest.mark.parametrize("category", GENERATORS)
def test_every_category_is_planted_with_its_severity(category: Category) -> None:
    truths = [planted.truth for _, planted in ALTERED if planted.truth and planted.truth.category is category]
    assert truths
    assert {truth.severity for truth in truths} == {SEVERITIES[category]}


def test_undoing_a_planted_change_gives_what_was_said() -> None:
    for reference, planted in ALTERED:
        truth = planted.truth
        assert truth is not None
        assert planted.text[truth.chars.start : truth.chars.end] == truth.printed
        undone = f"{planted.text[: truth.chars.start]} {truth.spoken} {planted.text[truth.chars.end :]}"
        assert fold(undone) == _said(reference, planted)


def test_a_planted_change_is_one_by_the_contract_and_was_not_said_elsewhere() -> None:
    for reference, planted in ALTERED:
        assert fold(planted.text) != _said(reference, planted)
        assert fold(planted.text) not in fold(" ".join(word.text for word in reference.words))


def test_faithful_and_spliced_quotes_are_what_was_said() -> None:
    for reference, planted in PLANTED:
        if planted.sort in (Sort.FAITHFUL, Sort.SPLICED, Sort.CUT):
            assert fold(planted.text) == _said(reference, planted)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_every_planted_quote_is_read_where_it_was_printed(story: Story) -> None:
    read = {re.sub(r"\W+$", "", quote.text) for quote in find_quotes(read_text("story.txt", story.text.encode()))}
    printed = {re.sub(r"\W+$", "", story.text[slice(placed.chars.start, placed.chars.end)]) for placed in story.quotes}
    assert printed <= read


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("grey", "gray"),
        ("fifteen", "15"),
        ("in-built", "inbuilt"),
        ("their", "there"),
        ("I'm", "I am"),
        ("week’s", "week's"),
    ],
)
def test_what_cannot_be_heard_is_no_change(spoken: str, printed: str) -> None:
    assert not is_audible(spoken, printed, least=0.2)


def test_lines_and_fillers_divide_a_reference_without_marks() -> None:
    ends = [bool(word.ends) for word in read_words("so this is it um we are done\nthanks")]
    assert ends == [False, False, False, True, True, False, False, True, True]


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_its_share(hits: int, misses: int) -> None:
    rate = Rate(hits, hits + misses)
    low, high = rate.interval
    assert 0 <= low <= rate.share <= high <= 1
