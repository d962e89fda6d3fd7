"""A byline is not the article; a sentence that begins with "By" is, and no quotation in it is lost."""

import pytest

from align.article import find_quotes
from align.article.formats.blocks import is_boilerplate
from tests.article.reading import article_of


@pytest.mark.parametrize(
    "words",
    [
        "By Amy Lin",
        "BY AMY LIN",
        "By Amy Lin.",
        "By Amy Lin, Staff Writer",
        "By Amy Lin and Bo Lane, for The Bell Post",
        "By Our Correspondent in Hull",
        "By Amy Lin for the Bell Post Online, published 12:00 GMT",
    ],
)
def test_a_byline_is_no_part_of_the_article(words):
    assert is_boilerplate(words)


@pytest.mark.parametrize(
    "words",
    [
        "By then Bo Lane had said that it was “late for us”.",
        "By Monday, Bo Lane said that it was “late for us”.",
        "By Bo Lane’s account, the rain was “late for us”.",
        'By contrast, Bo Lane said, "It was late for us all."',
        "By using the word „late“, Bo Lane was wrong.",
    ],
)
def test_a_sentence_that_begins_with_by_is_read(words):
    assert not is_boilerplate(words)
    assert len(find_quotes(article_of(f"Rain on Monday\n\n{words}"))) == 1


@pytest.mark.parametrize(
    "words", ["By the time Amy Lin came, it was late.", "By Friday, Amy Lin had gone home for good."]
)
def test_a_sentence_without_a_quotation_is_read_too(words):
    assert not is_boilerplate(words)
