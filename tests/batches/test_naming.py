"""What reports are called: after their article, each differently, and never out of the folder."""

import os
import time
from pathlib import PurePath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.batches.naming import name_pairs
from align.batches.pairs import Pair

ODD = (
    "../../etc/passwd.txt",
    "..",
    ".",
    "/",
    "a/../b.txt",
    "C:\\x\\con.txt",
    "a\0b.txt",
    "=1+1.txt",
    "sum\u202etxt.txt",
    "summary.txt",
    "a.labels.txt",
    "Ä.txt",
    "A\u0308.txt",
    "x" * 400,
    "   ",
    "-.txt",
    "COM1.txt",
    "a\nb.txt",
)
PATHS = st.one_of(st.sampled_from(ODD), st.text(max_size=30))


def _pairs(articles, told=None):
    return [Pair(("r.mp3",), article, told=(told or str)(number)) for number, article in enumerate(articles)]


@given(st.lists(PATHS, max_size=20))
def test_every_pair_has_a_name_of_its_own_within_the_folder(articles):
    names = name_pairs(_pairs(articles))

    assert len({name.casefold() for name in names}) == len(articles)
    for name in names:
        assert PurePath(name).name == PureWindowsPath(name).name == name
        assert name.isprintable()
        assert "." not in name
        assert name.casefold() not in ("summary", "batch", "con", "com1")
        assert len(os.fsencode(name)) < 200


@given(st.lists(PATHS, max_size=12), st.randoms())
def test_a_name_depends_on_no_order(articles, chance):
    pairs = _pairs(articles)
    named = dict(zip((pair.told for pair in pairs), name_pairs(pairs), strict=True))
    shuffled = chance.sample(pairs, len(pairs))

    assert dict(zip((pair.told for pair in shuffled), name_pairs(shuffled), strict=True)) == named


@given(st.lists(PATHS, min_size=1, max_size=12))
def test_another_row_gives_a_suffix_at_most(articles):
    pairs = _pairs(articles)
    before, after = name_pairs(pairs[1:]), name_pairs(pairs)[1:]

    assert all(new == old or new.startswith(f"{old}-") for old, new in zip(before, after, strict=True))


@pytest.mark.parametrize(
    ("article", "name"), [("desk/talk.txt", "talk"), ("../x.md", "x"), ("v1.2.txt", "v1_2"), ("..", "__")]
)
def test_a_name_is_the_article_s(article, name):
    assert name_pairs(_pairs([article])) == (name,)


def test_two_that_are_alike_are_told_apart_by_what_was_told_of_them():
    one, other = name_pairs(_pairs(["a/talk.txt", "b/Talk.html"]))

    assert (one.startswith("talk-"), other.startswith("Talk-")) == (True, True)
    assert name_pairs(_pairs(["c/talk.txt"])) == ("talk",)


def test_where_few_digits_are_not_enough_there_are_more(monkeypatch):
    monkeypatch.setattr("align.batches.naming._FEW_DIGITS", 0)

    assert len({*name_pairs(_pairs(["talk.txt", "talk.md"]))}) == 2


def test_time_grows_with_the_pairs():
    def seconds(count: int) -> float:
        pairs = _pairs(["same.txt"] * count)
        began = time.process_time()
        name_pairs(pairs)
        return time.process_time() - began

    assert seconds(100_000) < 40 * max(seconds(10_000), 0.05)
