"""A sentence may end right behind its quotation, or begin with it: no rule reads a word that is not there."""

import pytest

from align.article import find_quotes
from tests.article import (
    test_more_frames,
    test_odd_frames,
    test_offices_meant,
    test_titles_and_texts,
    test_who_speaks_near_by,
)
from tests.article.reading import article_of

TEXTS = sorted(
    {
        text
        for kinds in (
            test_more_frames.CASES,
            test_odd_frames.CASES,
            test_offices_meant.CASES,
            test_titles_and_texts.CASES,
            test_who_speaks_near_by.SPOKEN,
        )
        for cases in kinds.values()
        for text, _ in cases
    }
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_cut_at_a_word_is_read(text):
    ends = [place for place in range(1, len(text)) if text[place].isspace() or text[place - 1] == "”"]
    for end in ends:
        for quote in find_quotes(article_of(text[:end])):
            assert quote.text in text
