"""Interviews and transcripts printed as such: who says each turn; and what only looks like one."""

import json
from pathlib import Path

import pytest

from align.article import find_quotes, read_article
from align.article.formats.html import read_html
from align.article.formats.markdown import read_markdown
from align.article.formats.text import read_text
from align.article.quotations.interview import find_turns
from align.records import Kind

READERS = {"txt": read_text, "md": read_markdown, "html": read_html}


def read(text, form="txt"):
    return READERS[form](f"article.{form}", text.encode("utf-8"))


def turns(text, form="txt"):
    """Return the speaker and the first two words of each quotation that is in no other."""
    return [
        (quote.speaker, " ".join(quote.text.split()[:2]))
        for quote in find_quotes(read(text, form))
        if quote.inside is None
    ]


LABELS = """Five minutes with Lena Farrow

Q: Your new record is much quieter. Why?

A: I was tired of shouting. I moved to the coast.

Q: Did your label like that?

A: They said "nobody will play this", and then the radio played it."""

BY_NAME = """Harbour chief defends the closure

Sal Naseem, who runs the harbour, spoke to LBC on Tuesday.

LBC: Why did you close the gate?

Naseem: We had no choice. The wall was moving.

LBC: Will it open again?

Naseem: In May.

It will not be cheap. We know that.

LBC: How much?

Naseem: Ask me in May."""

WITH_OFFICE = """Transcript of the press conference

KEIR HALE, PRIME MINISTER: Good morning. We have agreed on the bridge.

JO MARSH, HARBOUR NEWS: When will it open?

HALE: In May.

MARSH: Who pays for it?

HALE: We do.

The crossing is safe. It has been for years."""

TALKED_TO = """The quiet life

By Amy Byrne

Lena Farrow speaks to Amy Byrne about the coast.

Q: Do you miss the noise?

A: I do not. My ears are better.

Q: Will you go back?

A: I will never go back."""

SCRIPT = """ADA OKON
Are you coming?

BO LANE
I am not sure.

ADA OKON
Why not?

BO LANE
My boat is full."""

SPEAKERS = """The hearing on Monday

SPEAKER 1: Where were you on Monday?

SPEAKER 2: I was at home.

SPEAKER 1: Who saw you there?

SPEAKER 2: Nobody did."""

MINISTER = """What was said in the house

THE PRIME MINISTER: The bridge will open in May. I have seen it.

THE SPEAKER: Order. Does the member wish to speak?

MR LANE: Will the Prime Minister say who pays?

THE PRIME MINISTER: We all do. I said so on Monday."""

ALONE = """The hearing

SPEAKER 1:

Where were you on Monday?

SPEAKER 2:

I was at home.

My door was shut.

SPEAKER 1:

Who saw you?

SPEAKER 2:

Nobody did."""

BOLD_MARKDOWN = """# Lena Farrow on the coast

Lena Farrow is a singer. She lives by the sea.

**Do you miss the noise?**

I do not. My ears are better now.

I sleep well, too.

**Will you go back?**

I will never go back."""

NAMES_MARKDOWN = """**Jon Hale:** Hello, everybody. Who are you?

**Amy Lin:** I am Amy. I build boats.

And some bridges.

**Jon Hale:** Which ones?

**Amy Lin:** My own."""

BOLD_HTML = """<html><body><article><h1>Five minutes with Lena Farrow</h1>
<p>Lena Farrow is a singer. She spoke to the Evening Post about her record.</p>
<p><strong>EVENING POST: Your new record is quieter. Why?</strong></p>
<p><strong>LENA FARROW:</strong> I was tired of shouting.</p>
<p><strong>Did your label like that?</strong></p>
<p>They said “nobody will play this,” and then I did.</p></article></body></html>"""

SAME_PARAGRAPH = """<html><body><article><h1>Five minutes with Lena Farrow</h1>
<p><b>Your new record is quieter. Why did you do that?</b><br>I was tired of shouting.</p>
<p><b>Did your label like that?</b> I never asked them. My mother did.</p>
<p><b>Will you go back?</b><br/>I will not.</p></article></body></html>"""

HEADINGS = """<html><body><article><h1>Lena Farrow: why I left</h1><p>Lena Farrow left the city in May.</p>
<h3>Why did you leave?</h3><p>I was tired of it, and my house was cold.</p>
<h3>Do you miss your friends?</h3><p>I do. We write letters.</p>
<h3>Will you go back?</h3><p>I will not.</p></article></body></html>"""


def by(*speakers_and_words):
    return list(speakers_and_words)


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        (
            LABELS,
            "txt",
            by((None, "Your new"), ("Lena Farrow", "I was"), (None, "Did your"), ("Lena Farrow", "They said")),
        ),
        (
            BY_NAME,
            "txt",
            by(
                ("LBC", "Why did"),
                ("Sal Naseem", "We had"),
                ("LBC", "Will it"),
                ("Sal Naseem", "In May."),
                ("Sal Naseem", "It will"),
                ("LBC", "How much?"),
                ("Sal Naseem", "Ask me"),
            ),
        ),
        (
            WITH_OFFICE,
            "txt",
            by(
                ("KEIR HALE", "Good morning."),
                ("JO MARSH", "When will"),
                ("KEIR HALE", "In May."),
                ("JO MARSH", "Who pays"),
                ("KEIR HALE", "We do."),
            ),
        ),
        (
            TALKED_TO,
            "txt",
            by(
                ("Amy Byrne", "Do you"),
                ("Lena Farrow", "I do"),
                ("Amy Byrne", "Will you"),
                ("Lena Farrow", "I will"),
            ),
        ),
        (
            SCRIPT,
            "txt",
            by(("ADA OKON", "Are you"), ("BO LANE", "I am"), ("ADA OKON", "Why not?"), ("BO LANE", "My boat")),
        ),
        (
            SPEAKERS,
            "txt",
            by(
                ("SPEAKER 1", "Where were"),
                ("SPEAKER 2", "I was"),
                ("SPEAKER 1", "Who saw"),
                ("SPEAKER 2", "Nobody did."),
            ),
        ),
        (
            MINISTER,
            "txt",
            by(
                ("THE PRIME MINISTER", "The bridge"),
                ("THE SPEAKER", "Order. Does"),
                ("MR LANE", "Will the"),
                ("THE PRIME MINISTER", "We all"),
            ),
        ),
        (
            ALONE,
            "txt",
            by(
                ("SPEAKER 1", "Where were"),
                ("SPEAKER 2", "I was"),
                ("SPEAKER 2", "My door"),
                ("SPEAKER 1", "Who saw"),
                ("SPEAKER 2", "Nobody did."),
            ),
        ),
        (
            BOLD_MARKDOWN,
            "md",
            by(
                (None, "Do you"),
                ("Lena Farrow", "I do"),
                ("Lena Farrow", "I sleep"),
                (None, "Will you"),
                ("Lena Farrow", "I will"),
            ),
        ),
        (
            NAMES_MARKDOWN,
            "md",
            by(
                ("Jon Hale", "Hello, everybody."),
                ("Amy Lin", "I am"),
                ("Amy Lin", "And some"),
                ("Jon Hale", "Which ones?"),
                ("Amy Lin", "My own."),
            ),
        ),
        (
            BOLD_HTML,
            "html",
            by(
                ("Evening Post", "Your new"),
                ("Lena Farrow", "I was"),
                ("Evening Post", "Did your"),
                ("Lena Farrow", "They said"),
            ),
        ),
        (
            SAME_PARAGRAPH,
            "html",
            by(
                (None, "Your new"),
                ("Lena Farrow", "I was"),
                (None, "Did your"),
                ("Lena Farrow", "I never"),
                (None, "Will you"),
                ("Lena Farrow", "I will"),
            ),
        ),
        (
            HEADINGS,
            "html",
            by(
                (None, "Why did"),
                ("Lena Farrow", "I was"),
                (None, "Do you"),
                ("Lena Farrow", "I do."),
                (None, "Will you"),
                ("Lena Farrow", "I will"),
            ),
        ),
    ],
)
def test_every_turn_is_a_quotation_of_who_speaks(text, form, found):
    assert turns(text, form) == found


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The phone\n\nPrice: £5.\n\nColour: red.\n\nThe case\n\nPrice: £9.\n\nColour: blue.", "txt"),
        ("A soup\n\nServes: four people.\n\nMethod: Boil it.\n\nServes: six.\n\nMethod: Fry it.", "txt"),
        ("The day\n\nPhoto: Amy Lin.\n\nUpdate: It rained.\n\nPhoto: Bo Lane.\n\nUpdate: It stopped.", "txt"),
        ("Live\n\n10:35 Police: Stay away.\n\n10:50 Fire: All out?\n\n11:05 Police: Come back.", "txt"),
        ("Analysis: what next?\n\nAmy Lin: “We are full.”\n\nThe council said it would look again.", "txt"),
        ("Ratings\n\nLANE: 6. Slow.\n\nMARSH: 7. Quick.\n\nHALE: 4. Where was he?", "txt"),
        (
            "How to claim\n\nQ: How do I claim?\n\nA: Fill in the form.\n\nQ: Where do I send it?\n\nA: To the town.",
            "txt",
        ),
        (
            "# The new law\n\n**What is the new law?**\n\nIt bans boats.\n\n**Who is hit?**\n\nAll owners."
            "\n\n**When does it start?**\n\nIn May.",
            "md",
        ),
        (
            "# Boats\n\n**Can you still sail?**\n\nYou can, until May.\n\n**Will your boat be seized?**"
            "\n\nThe law does not say.\n\n**What should you do?**\n\nThe council says owners should wait.",
            "md",
        ),
        ("Results\n\nHarbour: Lane, Hale.\n\nTown: Marsh.\n\nHarbour: Hale.\n\nTown: Orr, Bell.", "txt"),
        ("Pros: It is quick.\n\nCons: Is it worth it?\n\nVerdict: Buy it.", "txt"),
    ],
)
def test_what_only_looks_like_an_interview_is_none(text, form):
    assert find_turns(read(text, form)) == ()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (LABELS, "txt"),
        (BY_NAME, "txt"),
        (MINISTER, "txt"),
        (ALONE, "txt"),
        (BOLD_MARKDOWN, "md"),
        (BOLD_HTML, "html"),
        (SAME_PARAGRAPH, "html"),
        (LABELS.replace("Lena Farrow", "a lighthouse keeper"), "txt"),
    ],
)
def test_positions_numbers_and_speakers_hold(text, form):
    article = read(text, form)
    quotes = find_quotes(article)

    assert [quote.id for quote in quotes] == [*range(1, len(quotes) + 1)]
    assert all(article.text[quote.chars.start : quote.chars.end] == quote.text for quote in quotes)
    assert all(quote.kind is Kind.SPEECH for quote in quotes)
    assert all(quote.speaker or quote.warnings or quote.text.endswith("?") for quote in quotes)


def test_an_answer_over_paragraphs_is_one_chain_and_marks_in_it_are_inside():
    text = BOLD_MARKDOWN.replace("I sleep well", "My doctor said “sleep more than that”, so I sleep well")
    _, first, second, inner, *_ = find_quotes(read(text, "md"))

    assert (second.continues, inner.inside) == (first.id, second.id)
    assert (inner.text, inner.speaker) == ("sleep more than that", "My doctor")


def test_whom_a_question_calls_by_name_is_the_guest():
    text = BOLD_MARKDOWN.replace("**Do you miss", "**Ms Farrow, do you miss").replace(
        "a singer", "a singer like Amy Byrne"
    )
    text = text.replace("I do not. My ears are", "The noise never stops. It is").replace(
        " on the coast", " and Amy Byrne"
    )

    assert ("Lena Farrow", "The noise") in turns(text, "md")


def test_two_who_may_be_the_guest_are_none():
    text = BOLD_MARKDOWN.replace("# Lena Farrow on the coast", "# Lena Farrow and Amy Byrne on the coast")
    text = text.replace("She lives", "Amy Byrne is a singer. She lives")
    text += "\n\n**Would you sing?**\n\nI might."

    assert {quote.speaker for quote in find_quotes(read(text, "md"))} == {None}


def test_nobody_is_made_up_for_a_guest_without_a_name():
    article = read(LABELS.replace("Lena Farrow", "a lighthouse keeper"))

    answers = [quote for quote in find_quotes(article) if quote.text.startswith(("I was", "They said"))]
    assert [(quote.speaker, quote.warnings) for quote in answers] == [
        (None, ("The article does not say who answers.",))
    ] * 2


def test_an_answer_that_stands_in_marks_is_one_quotation():
    text = BY_NAME.replace("We had no choice. The wall was moving.", "“We had no choice. The wall was moving.”")
    quotes = find_quotes(read(text))

    assert quotes[1].speaker == "Sal Naseem"
    assert [quote.inside for quote in quotes] == [None] * len(quotes)


def test_what_the_writer_adds_is_nobodys():
    text = LABELS + "\n\nLena Farrow plays in Hull on Friday.\n\nThis interview has been edited and condensed."

    assert turns(text) == turns(LABELS)


def test_a_stage_direction_is_no_turn():
    assert turns(NAMES_MARKDOWN.replace("And some bridges.", "[Laughter]"), "md") == [
        turn for turn in turns(NAMES_MARKDOWN, "md") if turn[1] != "And some"
    ]


REPORTED = """The old leader on his garden

When I meet Anthony Blayne in his office, I ask about the winter.

“Give him time,” he snaps.

Is he a good leader?

“I would vote for him again.”

{}

“Others can throw that stone.”"""


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("And his old rival? Blayne used to call the man lazy. Today he is milder.", "Anthony Blayne"),
        ("Nobody asked for a stone.", "Anthony Blayne"),
        ("The book reads like a letter to him, I say.", "Anthony Blayne"),
        ("A waiter comes over.", None),
        ("His wife looks up from the sofa.", None),
        ("Next comes Tom Hart from the kitchen.", None),
        ("She looks up from the sofa.", None),
    ],
)
def test_an_answer_without_a_name_is_the_only_guests_where_that_is_safe(before, speaker):
    quotes = find_quotes(read(REPORTED.format(before)))

    assert [quote.speaker for quote in quotes[:2]] == ["Anthony Blayne"] * 2
    assert quotes[2].speaker in ((speaker,) if speaker else (None, "Tom Hart"))
    assert all(quote.cue or quote.warnings for quote in quotes if quote.speaker == "Anthony Blayne")


DATA = Path(__file__).parent.parent / "data"
INTERVIEWS = [json.loads(line) for line in (DATA / "interviews.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("interview", INTERVIEWS, ids=lambda interview: interview["text"][:30])
def test_the_turns_of_a_labelled_interview(interview):
    assert [list(turn) for turn in turns(interview["text"], interview["form"])] == interview["turns"]


@pytest.mark.parametrize(
    ("name", "speaker", "count"),
    [
        ("B01_qa_labels.txt", "Lena Farrow", 2),
        ("B02_qa_bold.html", "Lena Farrow", 2),
        ("B04_interview_with_marks.txt", "Anthony Blayne", 6),
    ],
)
def test_the_guest_of_a_small_input_is_quoted(name, speaker, count):
    quotes = find_quotes(read_article(str(DATA / "articles" / name)))
    answers = [quote for quote in quotes if quote.speaker == speaker and quote.inside is None]

    assert [quote.kind for quote in answers] == [Kind.SPEECH] * count
    assert all(quote.speaker == "They" for quote in quotes if quote.inside)
