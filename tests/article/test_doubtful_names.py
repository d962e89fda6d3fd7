"""Where a name would too often be wrong, nobody is named; and places or bodies are taken for no people."""

import pytest

from align.article import find_quotes
from tests.article.reading import article_of

HE, SHE, SAID = "\n\n“We go at ten,” he said.", "\n\n“We go at ten,” she said.", "said: “We go at ten.”"

KINDS: dict[str, list[tuple[str, list[str | None]]]] = {
    "places, bodies and who comes from there are no people": [
        (f"The Hong Kong envoy Bo Lane left early.{HE}", ["Bo Lane"]),
        (f"Bo Lane left early. It rained on a former Middle East site.{HE}", ["Bo Lane"]),
        (f"Bo Lane left early in New York, leader of the Islamic Guards.{HE}", ["Bo Lane"]),
        (f"Bo Lane left early. It rained on senior Western aides.{HE}", ["Bo Lane"]),
        (f"Anna Lin left the Revolutionary Guards, in Virginia, Ohio.{SHE}", ["Anna Lin"]),
        (f"Iranian-backed Rovers left. The Rovers {SAID}", ["The Rovers"]),
        (f"Bo Lane left early. Hong Kong said no.{HE}", ["Bo Lane"]),
        (f"Bo Lane left early. North Hull said no.{HE}", ["Bo Lane"]),
        (f"Bo Lane left early. A Sunni Lebanese said no.{SHE}", ["she"]),
        (f"Matt Western left early. Mr Western {SAID}", ["Matt Western"]),
    ],
    "an office ends where the name begins": [
        (f"Una Marsh left. US Secretary of Defense Bo Lane said no.{HE}", ["Bo Lane"]),
        (f"UN Secretary-General Bo Lane {SAID}", ["Bo Lane"]),
        (f"Relief Coordinator for Lebanon Bo Lane {SAID}", ["Bo Lane"]),
        (f"London-based Bo Lane {SAID}", ["Bo Lane"]),
        (f"Neither Bo Lane nor Una Marsh slept. Lane {SAID}", ["Bo Lane"]),
        (f"Did Bo Lane sleep? Lane {SAID}", ["Bo Lane"]),
    ],
    "a surname may come first": [
        (f"Ri Il Kyu left Hull for Leeds. Later, Mr Ri {SAID}", ["Ri Il Kyu"]),
        (f"Bo Lane spoke. Ri Il Kyu left Hull. Mr Ri says it was late.{HE}", ["Ri Il Kyu"]),
    ],
    "a pronoun behind somebody else's sentence means nobody": [
        (f"Bo Lane left early. Dirk Veit frowned as it rained.{HE}", ["Dirk Veit"]),
        (f"Bo Lane left early. Orla Ohm wept at the gate.{SHE}", ["Orla Ohm"]),
        (f"Vyto Marsh said no. Elza Ohm wore a black band.{SHE}", [None]),
        (f"Bo Lane spoke. The head of the agency said it was late.{HE}", [None]),
        (f"Bo Lane spoke. The secretary said it was late.{HE}", [None]),
        (f"Mayor Bo Lane spoke. The mayor said it was late.{HE}", ["Bo Lane"]),
        (f"Bo Lane left early. A second Veit term began.{HE}", ["Bo Lane"]),
    ],
    "who is only described is who alone was named just before": [
        ("Anna Lin left her dog at a café.\n\n“We go at ten,” the 27-year-old student said.", ["Anna Lin"]),
        (f"Bo Lane spoke in Hull.\n\nThe foreign secretary {SAID}", ["Bo Lane"]),
        (f"We must go, says Lane\n\nBo Lane left early.\n\nThe former governor {SAID}", ["Bo Lane"]),
        (f"Orla Ohm left early. The pensioner {SAID}", ["Orla Ohm"]),
        (f"Una Marsh fell. The retired headteacher {SAID}", ["Una Marsh"]),
        ("Una Marsh fell. The retired teacher said: “We go.” She added: “Or at six.”", ["Una Marsh", "Una Marsh"]),
    ],
    "who is only described may be somebody who was named, or somebody else": [
        (f"Anna Lin met Bo Lane. The top diplomat {SAID}", ["Anna Lin"]),
        (f"Anna Lin met Bo Lane. The diplomat {SAID}", [None]),
        (f"Rain fell on Bo Lane. The former governor {SAID}", [None]),
        (f"Judge Ora Berm came. It rained.\n\nIt snowed.\n\nBo Lane left early. The judge {SAID}", [None]),
        (f"Bo Lane left early. The crowd {SAID}", [None]),
        (f"Bo Lane left early. The masked figure {SAID}", [None]),
        (f"Bo Lane met a young driver. The driver {SAID}", ["The driver"]),
        (f"It rained in Hull. The foreign secretary {SAID}", ["The foreign secretary"]),
        (f"Bo Lane left early.\n\nIt rained.\n\nIt snowed.\n\nThe driver {SAID}", [None]),
        (f"A bus stood still.\n\nIt rained.\n\nThe driver {SAID}", ["The driver"]),
        (f"Bo Lane left early. The company {SAID}", ["The company"]),
        (f"Bo Lane left early. The neighbours {SAID}", ["The neighbours"]),
        (f"Bo Lane left early. A police officer {SAID}", ["A police officer"]),
        (f"Foreign Secretary Bo Lane left early. The foreign secretary {SAID}", ["Bo Lane"]),
    ],
    "a body is not he, nor a person they": [
        ("“We wait,” said Anna Lin. They added: “We go.”", ["Anna Lin", None]),
        ("“We wait,” the Harbour Board said. She added: “We go.”", ["the Harbour Board", "She"]),
        ("“We wait,” the Harbour Board said. It added: “We go.”", ["the Harbour Board", "the Harbour Board"]),
    ],
    "what may be a noun is no verb that says it": [
        ("The plan has training as well as African port calls as part of a “growing love” of ships.", [None]),
        ("Una Marsh said they began to call it the “longest night” of all.", ["Una Marsh"]),
        ("His decision to read from a “long paper” pleased none.", [None]),
        ("Una Marsh said he was right to urge them to be “late for all”.", ["Una Marsh"]),
        ("The residents argue it was “too late for us all”.", ["The residents"]),
        ("The sign reads “keep off the grass”.", ["The sign"]),
    ],
    "who tries to call something so does": [
        ("The officers tried to defend them as “banter”.", ["The officers"]),
        ("The residents sought to call it a “long, late night”.", ["The residents"]),
        ("Una Marsh tried to call it a “long, late night”.", ["Una Marsh"]),
        ("The minister attempted to defend it as “the long, late night”.", ["The minister"]),
        ("The unions, who met in Hull, tried to brand it a “long, late night”.", ["The unions"]),
    ],
    "a thing says nothing": [
        ("During the flood, a smoke screen was lit, stressing there was “no threat to the camp”.", [None]),
        ("The road was long, adding to the “great misery” of all.", [None]),
        ("An envelope, stating it was “not late”, lay there.", [None]),
        ("They passed the “seven minutes of rain” – a new era of farming has officially begun.", [None]),
        ("Hundreds of protesters chanted that it was “late for all of them”.", ["Hundreds of protesters"]),
        ("The ferry said it was “late for all of them”.", ["The ferry"]),
    ],
    "within what one says, another is named": [
        ("Rob Lane said that Una Marsh promised “more nurses” by May.", [None]),
        ("Rob Lane said Una Marsh had called for “more nurses” by May.", [None]),
        ("Rob Lane said that Una Marsh would fund “more nurses” by May.", ["Rob Lane"]),
        ("Rob Lane said Una Marsh should declare “more nurses” a must.", ["Rob Lane"]),
        ("Rob Lane said the harbours would continue “as long as it takes”.", ["Rob Lane"]),
        ("Rob Lane said his boss had told him to “keep quiet”.", ["his boss"]),
    ],
    "who is quoted as saying it says it": [
        ("“It is late,” Una Marsh was quoted as saying by the Mail.", ["Una Marsh"]),
        ("“It is late,” Una Marsh was quoted by state media as saying.", ["Una Marsh"]),
        ("“It is late,” one official was quoted as saying on Friday.", ["one official"]),
        ("“It is late,” Una Marsh was cited by the paper as saying.", ["Una Marsh"]),
        ("“It is late,” Una Marsh is quoted as saying.", ["Una Marsh"]),
    ],
}  # fmt: skip
"""Texts, and whom each of their quotations is given to."""


@pytest.mark.parametrize(
    ("text", "speakers"),
    [pytest.param(*case, id=f"{kind}-{number}") for kind, cases in KINDS.items() for number, case in enumerate(cases)],
)
def test_whom_a_quotation_is_given_to(text: str, speakers: list[str | None]) -> None:
    quotes = find_quotes(article_of(text))
    assert [quote.speaker for quote in quotes] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Rob Lane said that Una Marsh promised “more nurses” by May.",
        "During the flood, a smoke screen was lit, stressing there was “no threat to the camp”.",
        "They passed the “seven minutes of rain” – a new era of farming has officially begun.",
        f"Vyto Marsh said no. Elza Ohm wore a black band.{SHE}",
        f"Bo Lane spoke. The secretary said it was late.{HE}",
    ],
)
def test_that_nobody_is_named_is_told(text: str) -> None:
    (quote,) = find_quotes(article_of(text))
    assert "Who speaks could not be told from the text around." in quote.warnings


@pytest.mark.parametrize("words", ["the champion of 2019", "the three-time Rovers MVP", "the sheriff", "the pilot"])
def test_who_is_only_described_is_not_sure(words: str) -> None:
    (quote,) = find_quotes(article_of(f"“We go at ten,” {words} said."))
    assert quote.speaker_confidence is not None
    assert quote.speaker_confidence < 0.9
