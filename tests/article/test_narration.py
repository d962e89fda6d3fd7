"""What stands around quotations, which carries on which, and what is the writer's own."""

import gc
import weakref
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.article import find_quotes
from align.article.attribution.attributor import attribute_quotes
from align.article.attribution.continuations import find_continuations
from align.article.attribution.order import Rule
from align.article.entities.resolver import EntityResolver
from tests.article.reading import article_of, context_of, narration_of

pieces = st.sampled_from(
    [
        "“We are full,” ",
        "Amy Lin said. ",
        "“Very full.” ",
        "she added, ",
        "It rained. ",
        "\n\n",
        "‘No’ ",
        "“",
        "”",
        " — ",
    ]
)
texts = st.lists(pieces, min_size=1, max_size=12).map("".join).filter(str.strip)


@given(texts)
def test_the_writer_s_words_and_the_quotations_share_the_text(text):
    """Both are in order and apart, and together they hold every word."""
    narration = narration_of(text)
    outer = [span.outer for span in narration.spans if span.inside is None]
    parts = sorted([*narration.writers_spans(), *outer], key=lambda span: (span.start, span.end))

    assert all(before.end <= after.start for before, after in pairwise(parts))
    covered = "".join(text[span.start : span.end] for span in parts)
    assert [*filter(str.isalnum, covered)] == [*filter(str.isalnum, text)]


@given(texts)
def test_every_quotation_has_its_place_in_its_sentence(text):
    narration = narration_of(text)
    for index, quoted in enumerate(narration.spans):
        if quoted.inside is None:
            context = narration.context(index)
            assert context.quoted == index
            assert context.chars(range(context.place, context.place + 1)) == quoted.outer
            assert all(context.tokens[place].quoted is None for place in (*context.before, *context.after))


@given(texts)
def test_only_earlier_ones_are_carried_on_each_once(text):
    continues = find_continuations(narration_of(text))

    assert all(earlier < later for later, earlier in continues.items())
    assert len(set(continues.values())) == len(continues)


@pytest.mark.parametrize(
    ("text", "continues"),
    [
        ("“We are full,” Amy Lin said. “Very full.”", {1: 0}),
        ("“We are full,” Amy Lin said, “and tired.”", {1: 0}),
        ("“We looked” — Amy Lin said — “everywhere.”", {1: 0}),
        ("“We are full.\n\n“Very full.”", {1: 0}),
        ("“We are full,” Amy Lin said.\n\n“Very full.”", {}),
        ("“We are full,” Amy Lin said. It rained. “Very full.”", {}),
        ("“We are full,” Amy Lin said. “Very full,” Bo Lane said.", {}),
        ("Amy Lin said it was “bad” and “sad”.", {}),
    ],
)
def test_halves_around_an_attribution_are_joined(text, continues):
    assert find_continuations(narration_of(text)) == continues


@pytest.mark.parametrize(
    ("text", "stands_alone"),
    [
        ("“We are full,” Amy Lin said.", True),
        ("Amy Lin said: “We are full.”", True),
        ("“We are full.”", True),
        ("Amy Lin said it was “a mess”.", False),
        ("The “gate” fell.", False),
        ("The so-called “Experts” left.", False),
    ],
)
def test_a_quotation_that_is_a_sentence_of_its_own(text, stands_alone):
    assert context_of(text).stands_alone == stands_alone


@pytest.mark.parametrize(
    ("text", "stop"),
    [("“Full,” she said.", ","), ("“Full!” she said.", "!"), ("“Full” she said.", ""), ("“Full”, she said.", "")],
)
def test_the_stop_of_a_quotation_stands_in_its_marks(text, stop):
    assert context_of(text).last_stop == stop


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Amy Lin said: “It is bad.”", [Rule.BEFORE]),
        ("Amy Lin said it was “bad” and “sad”.", [Rule.REMOTE, Rule.COORDINATED]),
        ("It was “bad” and “sad”, Amy Lin said.", [Rule.COORDINATED, Rule.SUBJECT_FIRST]),
        ("“We are full.” Amy Lin frowned.", [Rule.BEAT]),
        ("Amy Lin frowned. “We are full.”", [Rule.INTRODUCED]),
        ("Amy Lin met the board.\n\n“We are full.”", [Rule.NONE]),
        ("“We are full,” Amy Lin said.\n\n“We are tired.”", [Rule.SUBJECT_FIRST, Rule.RUNNING]),
        ("“We are full.”\n\nAmy Lin, ward head", [Rule.SIGNATURE]),
        ("“We are ‘full’,” Amy Lin said.", [Rule.SUBJECT_FIRST, Rule.INHERITED]),
        ("The “gate” fell.", [Rule.NONE]),
    ],
)
def test_by_which_rule_a_speaker_is_found(text, rules):
    narration = narration_of(text)
    resolver = EntityResolver(narration.text, narration.writers_spans())

    assert [found.rule for found in attribute_quotes(narration, find_continuations(narration), resolver)] == rules


def test_a_quotation_ahead_is_asked_about_without_being_noted():
    """The second “she” is asked about for the first quotation's sake, and means the same when its turn comes."""
    text = "Amy Lin met Ann Cole. It was “bad”, “sad” and “mad”, she said. “We left,” she added."

    assert {quote.speaker for quote in find_quotes(article_of(text))} == {"Amy Lin"}


def test_nothing_is_left_for_the_garbage_collector():
    """A narration goes with its last user: its caches do not hold it."""
    article = article_of("“We are full,” Amy Lin said. “Very full.”\n\nShe left. “Quite.”")
    gc.collect()
    gc.disable()
    try:
        narration = narration_of(article.text)
        narration.context(0)
        gone = weakref.ref(narration)
        del narration
        assert gone() is None
        find_quotes(article)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_collector_runs_while_an_article_is_read():
    thresholds, seen = gc.get_threshold(), []
    gc.callbacks.append(note := lambda phase, _: seen.append(phase))
    gc.set_threshold(10)
    try:
        seen.clear()
        find_quotes(article_of("“We are full,” Amy Lin said. “Very full.”\n\nShe left. “Quite.”"))
        assert len(seen) > 10
    finally:
        gc.set_threshold(*thresholds)
        gc.callbacks.remove(note)


headings = st.lists(
    st.sampled_from(["Amy", "Rose", "Pearl", "Oscar", "Grace Lin", "Bo’s", "Dress", "The", "and", "of"]),
    min_size=3,
    max_size=8,
).map(" ".join)


@given(st.lists(headings, min_size=1, max_size=4))
def test_first_names_in_a_row_are_read_once(lines):
    """Of a heading in capitals only the names count, and none of them twice."""
    narration = narration_of("\n\n".join([*lines, "“We are full,” Amy Lin said. It rained on the town that night."]))
    spans = list(narration.writers_spans())

    assert all(earlier.end <= later.start for earlier, later in pairwise(spans))
    assert find_quotes(article_of(narration.text))
