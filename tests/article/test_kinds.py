"""What sort of quotation each is, in the sentences that tell."""

from pathlib import Path

import pytest

from align.article import find_quotes
from align.article.formats.html import read_html
from align.article.quotations.kinds import kind_inside
from align.records import Kind
from tests.article.reading import article_of

ARTICLES = Path(__file__).parents[1] / "data" / "articles"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We are full,” Amy Lin said.", Kind.SPEECH),
        ("“We are full.” The nurse paused.", Kind.SPEECH),
        ("Amy Lin said: “We are full.”", Kind.SPEECH),
        ("Ms Page said: “We are full.”", Kind.SPEECH),  # a page would write
        ("Amy Lin called it “a mess”.", Kind.FRAGMENT),
        ("The mayor is “sorry”, Amy Lin said.", Kind.FRAGMENT),
        ("Amy Lin wrote: “We are full.”", Kind.STATEMENT),
        ("“We are full,” the council said in a statement.", Kind.STATEMENT),
        ("In a statement, the council said it was “sorry”.", Kind.STATEMENT),
        ("A letter from Amy Lin said: “We are full.”", Kind.STATEMENT),
        ("“We are full,” Amy Lin tweeted.", Kind.MESSAGE),
        ("Posting on X, Amy Lin said: “We are full.”", Kind.MESSAGE),
        ("“We are full,” she thought.", Kind.THOUGHT),
        ("Amy Lin never said “we are full”.", Kind.NEGATED),
        ("She might have said “no”.", Kind.NEGATED),
        ("Her book “The Long Way Home” sold well.", Kind.TITLE),
        ("Amy Lin directed “The Long Way Home”.", Kind.TITLE),
        ("A chapter headed “who we are” is short.", Kind.TITLE),
        ("The so-called “experts” left.", Kind.SCARE),
        ("Residents nicknamed it “the big muddle”.", Kind.SCARE),
        ("The “gate” fell.", Kind.SCARE),
    ],
)
def test_the_kind_of_a_quotation(text, kind):
    [quote] = find_quotes(article_of(text))

    assert quote.kind is kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“We are full,” Amy Lin wrote. “And tired.”", [Kind.STATEMENT, Kind.STATEMENT]),
        ("“We are full of ‘hope’,” Amy Lin said.", [Kind.SPEECH, Kind.SCARE]),
        ("“He said ‘we are all full here’,” Amy Lin said.", [Kind.SPEECH, Kind.SPEECH]),
    ],
)
def test_what_carries_on_another_or_stands_in_one(text, kinds):
    assert [quote.kind for quote in find_quotes(article_of(text))] == kinds


def test_a_term_within_a_quotation_is_short():
    assert kind_inside("three words long") is Kind.SCARE
    assert kind_inside("four words are long") is Kind.SPEECH


def test_a_title_is_nobody_s_unless_it_is_what_was_written():
    [named] = find_quotes(article_of("Amy Lin wrote the novel “The Long Way Home”."))
    [written] = find_quotes(article_of("Amy Lin wrote “The Long Way Home”."))

    assert (named.kind, named.speaker) == (Kind.TITLE, None)
    assert (written.kind, written.speaker) == (Kind.TITLE, "Amy Lin")


def test_a_scare_word_in_a_headline_is_nobodys():
    page = (ARTICLES / "D06_scare_quote_in_headline.html").read_bytes()

    assert [(quote.text, quote.speaker, quote.kind) for quote in find_quotes(read_html("D06.html", page))] == [
        ("Gentle", None, Kind.SCARE),
        ("night raids", None, Kind.SCARE),
        ("I never asked for it", "Nora Pell", Kind.SPEECH),
    ]


def test_what_stands_next_to_a_written_statement_is_written():
    text = (ARTICLES / "E01_written_next_paragraph.txt").read_text(encoding="utf-8")

    assert {quote.kind for quote in find_quotes(article_of(text))} == {Kind.STATEMENT, Kind.MESSAGE}


@pytest.mark.parametrize(
    "words",
    [
        "constant intrusions by ships",
        "a lucky find of old coins",
        "likely to see the bridge as unsafe for lorries",
        "no real difference in how long people have to wait",
        "failed to count the boats that came in at night",
        "a sharp decline in the harbour and a rise in the marsh",
    ],
)
def test_that_many_words_within_a_sentence_are_no_term(words: str) -> None:
    (quote,) = find_quotes(article_of(f"The long day of the port showed “{words}” and a dry road."))
    assert quote.speaker is None
    assert quote.kind is (Kind.FRAGMENT if len(words.split()) > 4 else Kind.SCARE)


def test_that_many_words_of_a_headline_are_still_nobodys() -> None:
    page = (
        "<article><h1>Fears for the port as ‘the long and bitter winter rain’ nears</h1><p>It was full.</p></article>"
    )
    (quote,) = find_quotes(read_html("a.html", page.encode()))
    assert quote.kind is Kind.SCARE
