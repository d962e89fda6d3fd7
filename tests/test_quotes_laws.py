"""What holds of the quotations of any text."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.article import find_quotes
from align.article.formats.blocks import text_blocks
from align.records import Article, Quote

MARKS = list("“”\"'‘’«»„‚`「」『』—–-")
WORDS = [
    "Amy Lin ",
    "said ",
    "She ",
    "He ",
    "First Lady. ",
    "condemned Bell as ",
    "Rose Pearl ",
    "told ",
    "the ",
    "a ",
    "Mr. ",
    "was ",
    "dijo ",
    "according to ",
    "who ",
    "b",
    "’s ",
]
STOPS = [" ", ".", ",", "!", "?", ":", "…", "(", "]", "\n", "\n\n", "\n\n> ", "\u00a0", "\u200b", "5", "<q>", "</q>"]
ODDITIES = ["&quot;", "``", "''", ",,", "<b>", "田中は", "\ud800", "Read more: ", "*", "_", "](x)"]
copy = st.lists(st.sampled_from(MARKS + WORDS + STOPS + ODDITIES), max_size=80).map("".join)
anything = st.one_of(copy, st.text(st.characters(exclude_categories=()), max_size=80))

sentences = st.sampled_from(
    [
        "We lost the roof.",
        "It’s the workers’ money",
        "Nobody answered!",
        "Is it over?",
        "We can't wait",
        "the '90s crowd",
    ]
)
pairs = st.sampled_from(["“{}”", '"{}"', "‘{}’", "«{}»", "« {} »", "„{}“", "``{}''", "「{}」", "&quot;{}&quot;"])
attributions = st.sampled_from(["{},", "{}, Amy Lin said.", "{}, said Mr Voss.", "{}, she told Radio One."])
narration = st.sampled_from(["The council met on Friday.", "It rained.", "Amy Lin left at 5pm.", "Nobody knew why."])


untimed = settings(
    deadline=None
)  # a busy machine stops for longer than a reading takes; test_quotes_growth judges time


def article_of(text: str) -> Article:
    return Article("article.txt", "", "", text, text_blocks(text))


@untimed
@given(anything)
def test_any_text_is_read(text):
    """Every text is read, and the text at a quote's positions is the quote."""
    quotes = find_quotes(article_of(text))

    assert [quote.id for quote in quotes] == list(range(1, len(quotes) + 1))
    for quote in quotes:
        assert text[quote.chars.start : quote.chars.end] == quote.text
        assert quote.line == text.count("\n", 0, quote.chars.start) + 1
        assert quote.column == quote.chars.start - text.rfind("\n", 0, quote.chars.start)
        assert 0.5 <= quote.confidence <= 1


@untimed
@given(anything)
def test_nothing_overlaps_except_what_is_inside(text):
    quotes = find_quotes(article_of(text))
    by_id = {quote.id: quote for quote in quotes}
    for quote in quotes:
        for other in quotes:
            if quote.chars.start <= other.chars.start < quote.chars.end and other is not quote:
                assert quote in hosts(other, by_id)
                assert other.chars.end <= quote.chars.end
        assert quote.continues is None or quote.continues < quote.id


def hosts(quote: Quote, by_id: dict[int, Quote]) -> list[Quote]:
    return [] if quote.inside is None else [by_id[quote.inside], *hosts(by_id[quote.inside], by_id)]


@untimed
@given(anything)
def test_blocks_cover_every_word_once(text):
    position = 0
    for block in text_blocks(text):
        assert block.chars.start >= position
        assert not re.search(r"\w", text[position : block.chars.start])
        position = block.chars.end
    assert not text[position:].strip(" \n\t>\r\x0b\x0c") or not re.search(r"\w", text[position:])


@untimed
@given(st.lists(st.tuples(pairs, sentences, attributions, narration), min_size=1, max_size=6))
def test_marked_words_are_found_and_narration_changes_none(paragraphs):
    """Quotations are found as set, and removing narration between quotations changes no quote."""
    quoted = [attribution.format(pair.format(words)) for pair, words, attribution, _ in paragraphs]
    with_narration = [part for mark, (*_, told) in zip(quoted, paragraphs, strict=True) for part in (mark, told)]

    found = [quote.text for quote in find_quotes(article_of("\n\n".join(with_narration)))]

    assert found == [quote.text for quote in find_quotes(article_of("\n\n".join(quoted)))]
    assert found == [words for _, words, *_ in paragraphs]


@untimed
@given(
    st.lists(sentences.map(lambda words: words[0].upper() + words[1:].rstrip(".!?") + "."), min_size=2, max_size=5),
    st.sampled_from(["“”", '""', "«»"]),
)
def test_a_quotation_over_paragraphs_is_one_chain(parts, marks):
    text = "Amy Lin said: " + "\n\n".join(marks[0] + part for part in parts) + marks[1]

    quotes = find_quotes(article_of(text))

    assert [quote.text for quote in quotes] == parts
    assert [quote.continues for quote in quotes] == [None, *range(1, len(parts))]
    assert {quote.speaker for quote in quotes} == {"Amy Lin"}


@pytest.mark.parametrize("words", ["tall", "The bridge 5'11\" long"])
def test_doubt_is_told(words):
    """What can be read in two ways is less sure than what cannot."""
    [sure] = find_quotes(article_of(f"“{words}” she said."))
    doubtful = find_quotes(article_of(f"{words}” she said."))

    assert all(quote.confidence < sure.confidence and quote.warnings for quote in doubtful)


def test_line_and_column_are_none_where_a_format_has_none():
    [quote] = find_quotes(replace(article_of("“We are full,” she said."), is_lined=False))

    assert (quote.line, quote.column) == (None, None)
