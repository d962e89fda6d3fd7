"""Reading takes time in proportion to the text, whatever is in it."""

import gc
import time

import pytest

from align.article import find_quotes
from align.article.formats.blocks import text_blocks
from align.records import Article

STORY = (
    "Amy Lin said: “We lost the ‘old’ roof in the first hour.\n\n“Then the water came up.”\n\n"
    "“We’re full,” Mr Voss, 82, told LBX. \"It's the workers' money.\"\n\nThe council didn't reply.\n\n"
)
HOSTILE = {
    "news": STORY,
    "stray marks": '" a ',
    "nothing but marks": "“",
    "no marks": "a b, ",
    "apostrophes": "'a ",
    "paragraphs left open": "“ab cd\n\n",
    "brackets": "<a (",
    "one long word": "あ",
    "lone capitals": "Ab ",
    "one sentence of attributions behind": "“ab,” said Bo, ",
    "one sentence of attributions before": "Bo said: “ab” ",
    "one sentence of insertions": '"a", Bo, 3, said "b" ',
    "colons": ': "a" ',
    "open brackets": '"b" (who said: ',
    "a verb without a subject": '"a" said: ',
    "a list": '"a", ',
    "beats": 'Bo Lin ran. "We ab cd." ',
    "dashes": '"a" — "b" - ',
    "insertions between angles": "«a, dit b. » ",
    "descriptions in one paragraph": 'The Bus Board said so. It said "a b". The group said "c d". The mayor said "e". ',
}
CHARS = 4_500
MOST = 8  # times as long for four times the text: linear time gives 4, quadratic time 16
ROUNDS = 3  # readings in turn, the quickest of which count: the others may have been disturbed


@pytest.fixture(autouse=True)
def _without_the_garbage_of_others():
    """Keep the collector off what other tests left: only long readings last until it walks over all of that."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(unit):
    """Ratios of CPU time, not seconds: they hold on a slow and on a busy machine."""
    small = max(1, CHARS // len(unit))
    seconds_for(unit * (small // 4))  # fill the caches

    short, long = zip(
        *((seconds_for(unit * small), seconds_for(unit * (4 * small))) for _ in range(ROUNDS)), strict=True
    )

    assert min(long) < MOST * max(min(short), 0.005)


def seconds_for(text: str) -> float:
    started = time.process_time()
    find_quotes(Article("article.txt", "", "", text, text_blocks(text)))
    return time.process_time() - started
