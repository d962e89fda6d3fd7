"""Speech after a dash, between angles, and what the format itself marks."""

import pytest

from align.article import find_quotes
from align.article.marks.spans import QuotedSpan, find_quoted_spans
from align.article.quotations.block_quotes import find_marked_spans, find_repeats, merge_marked
from align.article.quotations.dialogue import find_dialogue, split_by_insertions
from align.records import Block, Role, Span
from tests.article.reading import article_of


def words(text, spans):
    return [(text[span.chars.start : span.chars.end], span.continues) for span in spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("—No lo sé —dijo Marta—. Pregunta a Luis.", [("No lo sé", None), ("Pregunta a Luis.", 0)]),
        ("—No lo sé —dijo Marta.\n\n—Pregunta a Luis.", [("No lo sé", None), ("Pregunta a Luis.", None)]),
        ("— Je pars, dit Léa.", [("Je pars", None)]),
        ("- milk\n\n- bread", []),  # a list
        ("The nurse left.\n\n— Amy Lin", []),  # a signature
        ("No lo sé —dijo Marta—.", []),
    ],
)
def test_a_paragraph_after_a_dash_is_speech_if_a_verb_of_saying_interrupts_it(text, found):
    article = article_of(text)

    assert words(text, find_dialogue(article.text, article.blocks, ())) == found


def test_a_paragraph_with_quotation_marks_is_no_dialogue():
    text = "—No lo sé —dijo Marta—. “Pregunta a Luis.”"
    article = article_of(text)

    assert find_dialogue(text, article.blocks, find_quoted_spans(text, article.blocks)) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "« Nous partons, a dit Léa Roux, et nous reviendrons. »",
            [("Nous partons", None), ("et nous reviendrons", 0)],
        ),
        ("« Nous partons, et nous reviendrons. »", [("Nous partons, et nous reviendrons.", None)]),
        ("“Nous partons, a dit Léa Roux, hier.”", [("Nous partons, a dit Léa Roux, hier.", None)]),
    ],
)
def test_what_interrupts_a_quotation_between_angles(text, found):
    spans = find_quoted_spans(text, article_of(text).blocks)

    assert words(text, split_by_insertions(text, spans)) == found


def test_marked_paragraphs_that_follow_each_other_are_one_quotation():
    text = "We are full.\n\nVery full.\n\nIt rained.\n\nQuite."
    blocks = article_of(text).blocks
    marked = [blocks[0].chars, blocks[1].chars, blocks[3].chars]

    assert [span.continues for span in find_marked_spans(text, blocks, marked)] == [None, 0, None]


@pytest.mark.parametrize(
    ("text", "count", "nested"),
    [
        ("We are full, and “tired” of it all since then.", 2, 1),
        ("And “we are full and tired of it all”", 1, 0),
        ("“We are full and tired.”", 1, 0),  # the format says again what the marks say
    ],
)
def test_a_marked_paragraph_that_is_more_than_its_quotations_holds_them(text, count, nested):
    blocks = article_of(text).blocks
    shown = find_quoted_spans(text, blocks)
    marked = tuple(find_marked_spans(text, blocks, [Span(0, len(text))]))

    merged = merge_marked(text, shown, marked)

    assert len(merged) == count
    assert sum(span.inside is not None for span in merged) == nested


def test_a_pull_quote_that_repeats_a_quotation_is_no_second_one():
    text = "“We are full.”\n\nWE ARE FULL\n\nNobody came"
    chars = [Span(0, 14), Span(16, 27), Span(29, 40)]
    roles = [Role.BODY, Role.PULL_QUOTE, Role.PULL_QUOTE]
    blocks = [Block(*pair) for pair in zip(chars, roles, strict=True)]
    spans = [QuotedSpan(Span(1, 13), chars[0], 0), *(QuotedSpan(chars[n], chars[n], n) for n in (1, 2))]

    assert find_repeats(text, blocks, spans) == {1}


def test_a_block_quote_that_repeats_the_text_is_a_pull_quote_unless_marks_show_it():
    words = "the steady drip of bad news through the windows pierces me with cold"
    told = f"It is late, and {words} again.\n\n"

    assert find_quotes(article_of(f"{told}> The {words} again.")) == ()
    assert [quote.text for quote in find_quotes(article_of(f"{told}> “The {words} again.”"))] == [f"The {words} again."]
    assert len(find_quotes(article_of(f"{told}> Some other words that stand nowhere else in all of this text."))) == 1
