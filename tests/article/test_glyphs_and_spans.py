"""Which glyph closes which, and which words are a quotation's own."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.article.marks.glyphs import GLYPHS, closing_cost
from align.article.marks.spans import find_quoted_spans, sort_quoted_spans, trim_to_words
from align.records import Span
from tests.article.reading import article_of


@pytest.mark.parametrize(
    ("opener", "closer"),
    [("“", "”"), ('"', '"'), ("„", "“"), ("„", "”"), ("»", "«"), ("«", "»"), ("‘", "’"), ("``", "''"), ("「", "」")],
)
def test_pairs_that_are_regular_somewhere_cost_nothing(opener, closer):
    assert closing_cost(opener, closer) == 0


@pytest.mark.parametrize(("opener", "closer"), [("“", '"'), ('"', "”"), ("”", "“"), ("„", "„")])
def test_mixed_and_wrong_pairs_cost_something(opener, closer):
    assert 0 < closing_cost(opener, closer) < math.inf


@pytest.mark.parametrize("opener", GLYPHS)
def test_no_glyph_closes_one_of_another_family(opener):
    others = [closer for closer in GLYPHS if GLYPHS[closer].family != GLYPHS[opener].family]

    assert all(closing_cost(opener, closer) == math.inf for closer in others)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (" We are full, ", "We are full"),
        ("We are full.", "We are full."),
        ("a mess.", "a mess"),  # the writer's stop
        ("a mess \r.", "a mess"),
        ("a mess. Truly.", "a mess. Truly."),
        ("\u200b Oui\u00a0!\u00a0", "Oui\u00a0!"),
        ("…", ""),
        ("", ""),
    ],
)
def test_the_words_of_a_quotation(words, kept):
    span = trim_to_words(words, Span(0, len(words)))

    assert words[span.start : span.end] == kept


@given(st.text(max_size=20))
def test_what_is_left_is_within_and_begins_and_ends_with_more_than_space(words):
    span = trim_to_words(words, Span(0, len(words)))
    kept = words[span.start : span.end]

    assert kept == kept.strip()
    assert (kept == "") == (not any(map(str.isalnum, words)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We are full,” she said.", [("We are full", None, None)]),
        ("“We are full.\n\n“Very full.”", [("We are full.", None, None), ("Very full.", 0, None)]),
        ("“We are ‘full’,” she said.", [("We are ‘full’", None, None), ("full", None, 0)]),
        ("She is 5'11\" tall.", []),
    ],
)
def test_quoted_spans_with_what_they_carry_on_and_stand_in(text, found):
    article = article_of(text)

    spans = find_quoted_spans(article.text, article.blocks)

    assert [(text[span.chars.start : span.chars.end], span.continues, span.inside) for span in spans] == found


def test_what_is_left_out_is_no_longer_referred_to():
    article = article_of("“We are full.\n\n“Very full.\n\n“Quite.”")
    spans = find_quoted_spans(article.text, article.blocks)

    assert [span.continues for span in sort_quoted_spans(spans, {0})] == [None, 0]
    assert sort_quoted_spans(spans[::-1])[0].chars == spans[0].chars


def test_a_missing_mark_is_told():
    [unclosed] = find_quoted_spans("“We are full.", article_of("“We are full.").blocks)
    [unopened] = find_quoted_spans("We are full,” she said.", article_of("We are full,” she said.").blocks)

    assert (unclosed.is_opened, unclosed.is_closed) == (True, False)
    assert (unopened.is_opened, unopened.is_closed) == (False, True)
