"""Reading takes time in proportion to the text, whatever is in it."""

import time

import pytest

from align.article import find_quotes
from align.article.blocks import text_blocks
from align.records import Article

STORY = (
    "Amy Lin said: “We lost the ‘old’ roof in the first hour.\n\n“Then the water came up.”\n\n"
    "“We’re full,” Mr Voss, 82, told LBX. \"It's the workers' money.\"\n\nThe council didn't reply.\n\n"
)
HOSTILE = {
    "news": STORY,
    "stray marks": '" a ',
    "nothing but marks": "“",
    "apostrophes": "'a ",
    "paragraphs left open": "“ab cd\n\n",
    "brackets": "<a (",
    "one long word": "あ",
    "lone capitals": "Ab ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(unit):
    """Ratios, not seconds: quadratic time would give 16."""
    small = max(1, 6_000 // len(unit))
    seconds_for(unit * (small // 4))  # fill the caches

    assert seconds_for(unit * (4 * small)) < 10 * max(seconds_for(unit * small), 0.005)


def seconds_for(text: str) -> float:
    started = time.process_time()
    find_quotes(Article("article.txt", "", "", text, text_blocks(text)))
    return time.process_time() - started
