"""How sure is a speaker, and whom is a quotation not given to?"""

import numpy as np
import pytest

from align.article import find_quotes
from align.article.attribution.confidence import WEIGHTS, SpeakerConfidence, probability
from align.article.attribution.narration import Narration
from align.article.attribution.order import Attribution, Rule
from align.article.entities.resolver import EntityResolver
from align.article.formats.text import read_text
from align.article.quotations.collect import collect_quoted_spans
from tests.article.labelled import Case, is_right_speaker, newsroom, reference
from tests.article.reading import article_of
from tests.attribution.fit import Row, fit

LONG = "It was late for all of us, and the road was shut"


def first_confidence(text: str) -> float:
    """Return how sure the speaker of the first quotation is; 0 where there is none."""
    return find_quotes(article_of(text))[0].speaker_confidence or 0.0


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        (f"Amy Lin left. “{LONG},” she said.", f"Amy Lin left. “{LONG},” they said."),
        (f"“{LONG},” said Amy Lin.", f"“{LONG},” said a critic."),
        (f"Amy Lin said it was “{LONG.lower()}”.", "Amy Lin said it was “late”."),
        ("Amy Lin said it was “a late day”.", "Amy Lin said it was “A Late Day”."),
        ("Amy Lin said it was a “late rain”.", "Amy Lin said it was a “late rain” plan."),
        ("Amy Lin called it a “Late Day”.", "Amy Lin said it was a “Late Day”."),
        (
            "Amy Lin said it was a “late rain”. Bo Lane told them of “rain”.",
            "Amy Lin said it was a “late rain”. Bo Lane told them of “late rain”.",
        ),
        (
            f"Amy Lin left. “{LONG},” Amy Lin said.",
            f"Bo Lane left. Amy Lin’s aide Carl Voss is back. He said “{LONG}”.",
        ),
    ],
)
def test_which_of_two_speakers_is_surer(surer, less_sure):
    assert first_confidence(surer) > first_confidence(less_sure)


@pytest.mark.parametrize(
    "text",
    [
        f"Rain fell. “{LONG},” they said.",
        "Rain fell. One said: “It was late for all of us.”",
        "Rain fell on Hull. Some of the many who came by bus said they were “late”.",
        "Rain fell on Hull all day, as in spring. Conservatives want a “Green New Deal” vote.",
    ],
)
def test_whose_words_they_are_is_not_stated(text):
    (quote,) = find_quotes(article_of(text))

    assert (quote.speaker, quote.speaker_confidence) == (None, None)


@pytest.mark.parametrize(
    ("text", "mention", "warning"),
    [
        (f"Rain fell. “{LONG},” they said.", "they", "Who speaks could not be told from the text around."),
        (
            "Amy Lin left. As for rain, it is what Lane said was a “A Late Day” plan.",
            "Lane",
            "Perhaps these are words of “Lane”; the text around does not make that sure enough to say.",
        ),
    ],
)
def test_who_may_have_said_it_is_warned_of(text, mention, warning):
    (quote,) = find_quotes(article_of(text))

    assert (quote.speaker, quote.mention, quote.warnings) == (None, mention, (warning,))


def test_what_a_guest_says_that_they_said_is_theirs():
    text = (
        "Five minutes with Lena Farrow\n\nQ: Your new record is quieter. Why?\n\nA: I was tired of shouting.\n\n"
        "Q: Did they like it?\n\nA: They said “nobody will play this”, and it was played."
    )

    assert find_quotes(article_of(text))[-1].speaker == "They"


def test_nobody_is_surer_than_whence_they_are_known():
    first, second, third = find_quotes(
        article_of(f"“{LONG},” said Amy Lin. It is late as “most of the people here want it”.\n\n“{LONG}.”")
    )

    assert first.speaker_confidence > second.speaker_confidence
    assert first.speaker_confidence > third.speaker_confidence


def test_what_carries_on_is_as_sure():
    first, second = find_quotes(article_of(f"“{LONG},” said Amy Lin. “{LONG}.\n\n“{LONG}.”"))[-2:]

    assert second.continues == first.id
    assert second.speaker_confidence == first.speaker_confidence


@pytest.mark.parametrize("case", [*newsroom(), *reference()], ids=str)
def test_every_speaker_has_a_confidence(case: Case):
    """But for those of interviews and of one guest, which no rule of attribution gives."""
    for quote in case.quotes:
        assert quote.speaker is not None or quote.speaker_confidence is None
        assert quote.speaker_confidence is None or 0.0 < quote.speaker_confidence < 1.0


def test_who_is_surest_is_right():
    pairs = [pair for case in (*newsroom(), *reference()) for pair in case.pairs]
    sure = [is_right_speaker(quote, label) for quote, label in pairs if (quote.speaker_confidence or 0) >= 0.9]

    assert len(sure) > 100
    assert sum(sure) / len(sure) >= 0.97


def test_all_evidence_is_weighed():
    text = f"“{LONG},” said Amy Lin."
    article = read_text("article.txt", text.encode())
    narration = Narration(article.text, article.blocks, collect_quoted_spans(article))
    resolver = EntityResolver(article.text, narration.writers_spans())

    evidence = SpeakerConfidence(narration, resolver.people).evidence(0, Attribution("Amy Lin", Rule.INVERTED))

    assert evidence.keys() == WEIGHTS.keys()


def test_a_fit_finds_the_weights_that_made_its_rows():
    chance = np.random.default_rng(3)
    weights = {"named": 1.5, "term": -2.0}
    rows = []
    for _ in range(4000):
        evidence = {name: float(chance.integers(2)) for name in weights}
        odds = 0.5 + sum(weights[name] * value for name, value in evidence.items())
        rows.append(Row("made", evidence, bool(chance.random() < 1 / (1 + np.exp(-odds)))))

    found = fit(list(weights), rows)

    assert found == pytest.approx([0.5, 1.5, -2.0], abs=0.3)


def test_evidence_of_no_weight_says_nothing():
    assert probability({"the weather": 1.0}) == probability({})
