"""Whom a report says a quotation is of, where the article leaves that open."""

import pytest

from align.article import find_quotes
from align.report.view.describe import attributed_to, listed_as
from tests.article.reading import article_of


@pytest.mark.parametrize(
    ("text", "told", "first"),
    [
        ("“It was late for us all,” the email said.", "unknown (the email)", "Unknown (the email)"),
        ("“It was late for us all.”", "nobody named", "Nobody named"),
        ("“It was late for us all,” said Amy Lin.", "Amy Lin", "Amy Lin"),
    ],
)
def test_whom_a_report_names(text, told, first):
    (quote,) = find_quotes(article_of(text))
    assert attributed_to(quote) == told
    assert attributed_to(quote, is_first=True) == first
    assert listed_as(quote) == ("–" if told == "nobody named" else told)
