"""Numbers that sound the same, or that a newsroom writes in another form, are the same; another number never is."""

from collections.abc import Callable, Sequence
from itertools import combinations

import inflect
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from align.languages import EN
from align.records import Category, QuoteCheck, Severity, Verdict
from tests.test_languages import check_of

SPELLINGS = [
    ("No 10", "No. 10", "No.10", "#10", "number ten", "number 10", "Number Ten"),
    ("£13.60", "thirteen pounds sixty", "thirteen pounds and sixty pence", "13 pounds 60", "13.60 pounds"),
    ("$1.50", "a dollar fifty", "one dollar and fifty cents", "one dollar fifty"),
    ("50p", "fifty pence", "£0.50", "50 pence"),
    ("20 cents", "20c", "twenty cents", "$0.20"),
    ("£1.5bn", "one and a half billion pounds", "one point five billion pounds", "£1.5 billion", "£1½bn",
     "1 point 5 billion pounds", "1.5bn pounds"),
    ("£14 million", "fourteen million pounds", "£14m", "14 million pounds", "£14-million", "£14,000,000"),
    ("£40k", "forty grand", "£40,000", "forty thousand pounds", "40 grand"),
    ("€150,000", "one hundred and fifty thousand euros", "a hundred and fifty thousand euros", "150,000 euros",
     "150,000 €"),
    ("half a million", "500,000", "five hundred thousand", "0.5 million", "½ million"),
    ("0.5 per cent", "0.5%", "half a per cent", "½ per cent", "half of one per cent", "point five per cent"),
    ("250,000", "a quarter of a million", "quarter of a million", "two hundred and fifty thousand"),
    ("0.25 miles", "a quarter of a mile", "quarter of a mile"),
    ("0.5 km", "half a kilometre", "half a kilometer", "0.5 kilometres"),
    ("2/3 of them", "⅔ of them", "two thirds of them", "two-thirds of them"),
    ("1/3 of them", "a third of them", "one third of them", "⅓ of them"),
    ("3/4 of them", "three quarters of them", "¾ of them"),
    ("1/2 of them", "½ of them", "one half of them"),
    ("2½ hours", "two and a half hours", "2.5 hours", "2 1/2 hours", "two point five hours"),
    ("9/10 people", "nine out of ten people", "9 out of 10 people"),
    ("at 9.30", "at 9:30", "at nine thirty", "at half past nine", "at half-past nine"),
    ("9am", "9 a.m.", "nine a.m.", "9 am", "9:00 am"),
    ("9.45pm", "9:45 p.m.", "nine forty-five p.m.", "quarter to ten p.m."),
    ("on March 3", "on 3 March", "on the third of March", "on 3rd March", "on March 3rd", "on March the third",
     "on the 3rd of March"),
    ("on May 5", "on 5 May", "on the fifth of May", "on May the fifth"),
    ("by September 11, 2001", "by September eleventh two thousand and one", "by 11 September 2001"),
    ("lost 3-0", "lost three nil", "lost three-nil"),
    ("-12 degrees", "minus twelve degrees", "minus 12 degrees", "−12 degrees", "negative twelve degrees"),
    ("80mph", "eighty miles an hour", "80 miles per hour", "80 mph", "eighty miles per hour"),
    ("10%", "ten per cent", "10 percent", "ten percent", "10 per cent", "10pc"),
    ("5'11\"", "five foot eleven", "5ft 11in", "five feet eleven inches", "5 foot 11", "5ft 11"),
    ("6ft 2in", "six foot two", "six feet two inches"),
    ("the 1990s", "the nineteen nineties", "the nineteen-nineties"),
    ("the ’90s", "the nineties", "the 90s"),
    ("in 2024/25", "in twenty twenty-four twenty-five", "in 2024-25"),
    ("from 10-15", "from 10 to 15", "from ten to fifteen", "from 10–15"),
    ("10,000-15,000", "ten to fifteen thousand", "10,000 to 15,000", "10 to 15,000"),
    ("Covid-19", "Covid nineteen", "covid 19"),
    ("A&E", "A and E"),
    ("24/7", "twenty four seven", "24-7"),
    ("50-50", "fifty-fifty", "50/50"),
    ("a 4x4", "a four by four", "a 4 x 4", "a 4×4"),
    ("Windows v2.5", "Windows version two point five", "Windows version 2.5"),
    ("Henry VIII", "Henry the Eighth", "Henry the 8th"),
    ("World War II", "World War Two", "World War 2"),
    ("George V", "George the Fifth"),
    ("call 077", "call oh seven seven", "call 0 7 7", "call oh double seven"),
    ("call 911", "call nine one one"),
    ("020 7946 0018", "oh two oh, seven nine four six, oh oh one eight"),
    ("a 747", "a seven four seven"),
    ("a 747", "a seven forty seven"),
    ("the 21st", "the twenty-first"),
    ("£5-6m", "£5–6m", "£5-£6m", "£5-6 million", "five to six million pounds", "£5 million to £6 million"),
    ("$20–30", "$20-30", "$20-$30", "twenty to thirty dollars", "$20 to $30"),
    ("€1.5-2bn", "one point five to two billion euros", "1.5 to 2 billion euros"),
    ("£1,000-2,000", "one thousand to two thousand pounds", "£1,000 to £2,000"),
    ("£5m-£6m", "£5m to £6m", "five to six million pounds", "five million to six million pounds"),
    ("£13-£60", "thirteen to sixty pounds", "thirteen pounds to sixty pounds"),
    ("5%-6%", "5-6%", "5% to 6%", "five to six per cent"),
    ("two dozen", "24", "twenty-four"),
    ("100", "a hundred", "one hundred"),
    ("1,000s of people", "thousands of people"),
    ("section 151", "section one five one", "section one hundred and fifty-one"),
    ("section 151", "section one fifty-one"),
    ("in 2024", "in twenty twenty-four", "in two thousand and twenty-four", "in two thousand twenty-four"),
    ("in 1905", "in nineteen oh five"),
    ("500g", "500 grams", "five hundred grams"),
    ("0.5", "nought point five", "point five", ".5", "zero point five"),
    ("25C", "25 degrees", "twenty-five degrees"),
    ("25C", "25 degrees Celsius", "25°C", "twenty-five degrees centigrade"),
]  # fmt: skip
"""Ways to write one number, all of which may be print and all of which may be a transcript's."""

PAIRS = [pair for ways in SPELLINGS for one, other in combinations(ways, 2) for pair in ((one, other), (other, one))]


def check_of_number(printed: str, spoken: str) -> QuoteCheck:
    said, shown = (
        f"they told me again and again that it was {number} when I asked about it at the meeting on the bridge"
        for number in (spoken, printed)
    )
    return check_of(shown, (said, "en"))


@pytest.mark.parametrize(("printed", "spoken"), PAIRS)
def test_one_number_in_two_forms_is_verbatim(printed, spoken):
    check = check_of_number(printed, spoken)

    assert check.verdict is Verdict.VERBATIM, [(e.category, e.printed, e.spoken) for e in check.edits]


def words(value: int) -> str:
    assert EN.spell_number
    return EN.spell_number(value)


def money(pence: int) -> Sequence[str]:
    pounds, rest = divmod(pence, 100)
    said = f"{words(pounds)} pound{'s' if pounds > 1 else ''}"
    return (f"£{pounds:,}.{rest:02}", f"{pounds}.{rest:02} pounds", f"{said} and {words(rest)} pence",
            *([f"{said} {words(rest)}"] if rest > 9 else []))  # fmt: skip


def millions(tenths: int) -> Sequence[str]:
    whole, part = divmod(tenths, 10)
    figure = f"{whole}.{part}" if part else str(whole)
    said = f"{words(whole)} point {words(part)}" if part else words(whole)
    also = [f"{words(whole)} and a half million pounds"] if part == 5 else []
    return f"£{figure}m", f"£{figure} million", f"{figure}m pounds", f"{said} million pounds", *also


def clock(minute: int) -> Sequence[str]:
    hour, rest = divmod(minute, 60)
    names = {15: f"quarter past {words(hour)}", 30: f"half past {words(hour)}",
             45: f"quarter to {words(hour % 12 + 1)}"}  # fmt: skip
    past = [f"{words(rest)} past {words(hour)}"] if 0 < rest < 30 and rest != 15 else []
    spelled = [f"{words(hour)} {words(rest)}"] if rest > 9 else []
    return f"{hour}:{rest:02}", f"{hour}.{rest:02}", *spelled, *past, *filter(None, [names.get(rest)])


def ordinal(value: int) -> str:
    return inflect.engine().ordinal(words(value))  # type: ignore[arg-type]


MONTHS = "January February March April May June July August September October November December".split()


def date(day_of_year: int) -> Sequence[str]:
    month, day = MONTHS[day_of_year % 12], day_of_year // 12 + 1
    return (f"on {day} {month}", f"on {month} {day}", f"on the {ordinal(day)} of {month}",
            f"on {month} the {ordinal(day)}", f"on {month} {ordinal(day)}")  # fmt: skip


def share(number: int) -> Sequence[str]:
    above, below = (number % 7 + 2, number // 7 + number % 7 + 3)
    part = {3: "third", 4: "quarter"}.get(below) or ordinal(below)
    return f"{above}/{below} of them", f"{words(above)} {part}s of them", f"{words(above)}-{part}s of them"


def score(goals: int) -> Sequence[str]:
    one, other = divmod(goals, 10)
    more = [f"{words(one)} nil"] if other == 0 else []
    return f"{one}-{other}", f"{one}–{other}", f"{words(one)} {words(other) if other else 'nil'}", *more


def signed(value: int) -> Sequence[str]:
    shown = value - 60 if value < 60 else value - 59
    if shown > 0:
        return f"{shown}C", f"{shown} degrees", f"{words(shown)} degrees"
    return f"-{-shown}C", f"−{-shown} degrees", f"minus {words(-shown)} degrees"


def cardinal(value: int) -> Sequence[str]:
    return f"{value}", f"{value:,}", words(value), words(value).replace(" and ", " ")


def year(value: int) -> Sequence[str]:
    century, rest = divmod(value, 100)
    pair = [f"{words(century)} {words(rest)}"] if rest > 9 else [f"{words(century)} oh {words(rest)}"] if rest else []
    return f"in {value}", f"in {words(value)}", *(f"in {said}" for said in pair)


def height(inches: int) -> Sequence[str]:
    feet, rest = divmod(inches, 12)
    return (f"{feet}'{rest}\"", f"{feet}ft {rest}in", f"{words(feet)} foot {words(rest)}",
            f"{words(feet)} feet {words(rest)} inches")  # fmt: skip


FAMILIES: dict[str, tuple[Callable[[int], Sequence[str]], int, int]] = {
    "cardinal": (cardinal, 2, 9_999_999),
    "money": (money, 101, 99_999),
    "millions": (millions, 11, 9999),
    "clock": (clock, 61, 12 * 60 + 59),
    "date": (date, 0, 12 * 31 - 1),
    "share": (share, 0, 60),
    "score": (score, 10, 99),
    "signed": (signed, 0, 110),
    "year": (year, 1801, 2099),
    "height": (height, 49, 95),
    "per cent": (lambda n: (f"{n}%", f"{n} per cent", f"{words(n)} percent", f"{words(n)} per cent"), 1, 100),
    "mph": (lambda n: (f"{n}mph", f"{n} miles an hour", f"{words(n)} miles per hour"), 2, 200),
    "decade": (lambda n: (f"the 19{n}0s", f"the nineteen {words(10 * n)[:-1]}ies"), 2, 9),
    "ordinal": (lambda n: (f"the {inflect.engine().ordinal(n)}", f"the {ordinal(n)}"), 3, 99),
    "range": (lambda n: (f"{n}-{n + 7}", f"{n} to {n + 7}", f"{words(n)} to {words(n + 7)}"), 2, 500),
    "grand": (lambda n: (f"£{n}k", f"{words(n)} grand", f"£{n},000", f"{words(n)} thousand pounds"), 2, 999),
    "number": (lambda n: (f"No {n}", f"No. {n}", f"number {n}", f"number {words(n)}"), 2, 999),
    "telephone": (lambda n: (f"0{n}", "oh " + " ".join(words(int(digit)) for digit in str(n))), 100_000, 999_999),
}
"""Ways to write a value, drawn between two bounds."""


@st.composite
def values(draw: st.DrawFn) -> tuple[Callable[[int], Sequence[str]], int, int]:
    """Draw a family and two values of it, which may be near each other."""
    write, least, most = FAMILIES[draw(st.sampled_from(sorted(FAMILIES)))]
    one = draw(st.integers(least, most))
    near = st.sampled_from([one - 1, one + 1, one * 10, one + 10, one + 100])
    other = draw(st.one_of(st.integers(least, most), near.filter(lambda value: least <= value <= most)))
    return write, one, other


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        ("0505350", "oh five zero five three five zero"),
        ("0808858", "oh eight oh eight eight five eight"),
        ("0303328", "zero three zero three three two eight"),
        ("121212", "one two one two one two"),
        ("0404648", "zero four zero four six four eight"),
    ],
)
def test_digits_that_repeat_are_no_stumble(printed, spoken):
    assert check_of_number(printed, spoken).verdict is Verdict.VERBATIM


@settings(deadline=None)
@given(values(), st.data())
def test_whatever_the_value_every_spelling_of_it_is_the_same(drawn, data):
    write, value, _ = drawn
    printed, spoken = (data.draw(st.sampled_from(write(value))) for _ in range(2))
    check = check_of_number(printed, spoken)

    assert check.verdict is Verdict.VERBATIM, [(e.category, e.printed, e.spoken) for e in check.edits]


@settings(deadline=None)
@given(values(), st.data())
def test_another_value_is_a_change_of_number_in_every_spelling(drawn, data):
    write, one, other = drawn
    assume(write(one) != write(other) and set(write(one)).isdisjoint(write(other)))
    printed, spoken = data.draw(st.sampled_from(write(one))), data.draw(st.sampled_from(write(other)))
    check = check_of_number(printed, spoken)

    assert check.severity is Severity.CRITICAL
    assert Category.NUMBER in {edit.category for edit in check.edits}


OTHERS = [
    ("£5-6m", "five to seven million pounds"),
    ("£5-6m", "five to six billion pounds"),
    ("$20–30", "twenty dollars thirty"),
    ("£20-30", "twenty to thirteen pounds"),
    ("3-0", "thirty"), ("3-0", "30"), ("10-0", "100"), ("10-15", "10-50"), ("2/3", "23"), ("2/3", "3/2"), ("£5", "$5"),
    ("£5", "five euros"), ("£13.60", "£1,360"), ("£13.60", "thirteen pounds sixteen"), ("£1.5bn", "£1.5m"),
    ("£40k", "£40m"), ("£40k", "fourteen grand"), ("10%", "10"), ("10%", "ten"), ("-12", "12"), ("minus 12", "twelve"),
    ("£0.50", "£50"), ("50p", "fifty pounds"), ("9:30", "nine thirteen"), ("half past nine", "half past ten"),
    ("quarter past nine", "quarter to nine"), ("9am", "9pm"), ("1890s", "1990s"),
    ("the nineties", "the eighteen nineties"), ("March 3", "May 3"), ("March 3", "March 13"),
    ("Henry VIII", "Henry VII"), ("Louis XIV", "Louis XVI"), ("World War II", "World War One"), ("No 10", "No 11"),
    ("No 10", "number nine"), ("25C", "25F"), ("25C", "25 degrees Fahrenheit"), ("half a million", "a million"),
    ("a million and a half", "half a million"), ("two dozen", "two"), ("5'11\"", "five foot ten"),
    ("0207946001", "oh two oh seven nine four six oh oh two"), ("077", "oh double eight"),
    ("v2.5", "version two point six"), ("a third of them", "two thirds of them"),
    ("three quarters of them", "three fifths of them"), ("1/2 of them", "1/4 of them"), ("the third", "the thirtieth"),
    ("1,000", "1,000,000"), ("10 to 15,000", "10 to 16,000"), ("nine out of ten", "nine out of twelve"),
    ("£14 million", "forty million pounds"), ("2024/25", "twenty twenty-three twenty-five"),
]  # fmt: skip
"""Printed and spoken: another number, however near it looks or sounds."""


@pytest.mark.parametrize(("printed", "spoken"), OTHERS)
def test_what_only_looks_like_the_same_number_is_a_change_of_number(printed, spoken):
    for one, other in ((printed, spoken), (spoken, printed)):
        check = check_of_number(one, other)

        assert check.severity is Severity.CRITICAL
        assert Category.NUMBER in {edit.category for edit in check.edits}


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        ("number ten", "no ten"),  # a denial
        ("10-15", "10 or 15"),
        ("25 degrees", "25 degrees Celsius"),  # a word left out
        ("a half hour", "half an hour"),
        ("500 gram", "500 grams"),
        ("five pounds 20 times", "£5.20"),
        ("the third may come", "the fourth may come"),
        ("in a quarter", "in a half"),
        ("grand piano", "pound piano"),
        ("nine tenths", "nine out of ten"),
    ],
)
def test_other_words_are_a_finding_whatever_they_come_to(printed, spoken):
    assert all(check_of_number(one, other).edits for one, other in ((printed, spoken), (spoken, printed)))


@pytest.mark.parametrize(
    ("printed", "behind"),
    [
        ("he gave me £5", "twenty people got more"),
        ("there were two of us, and the third", "March was coming"),
        ("we were at number 10", "million people saw it"),
        ("she scored three", "nil was what they got"),
        ("he was only twenty", "five years later he was dead"),
        ("it was half past", "nine people were there"),
        ("I counted to a hundred", "and five people clapped"),
    ],
)
def test_what_is_said_behind_a_quote_belongs_to_no_number_of_it(printed, behind):
    """The transcript has a full stop there, as it nearly always does."""
    check = check_of(f"They told us that {printed}", (f"They told us that {printed}. {behind.capitalize()}", "en"))

    assert not check.edits


AROUND = (
    *("double {}", "triple {} four", "oh double {}", "one point five {}", "2 point {}", "the {}th of May", "May {}"),
    *("£{}", "£{}.50", "${}-{}", "{} pounds {}", "{} pounds and {} pence", "{}/{}", "{}.{}", "half past {}", "{}:{}"),
    *("{}m", "{} million", "{} and a half million", "{} hundred", "{} dozen", "{} feet {}", "{} grand", "10 to {}"),
    *("No {}", "-{}", "{}%", "{} out of {}", "{} nil", "{}s", "twenty {}", "a {}", "{}½", "{},000", "v{}.0", "{}'{}"),
)


@pytest.mark.parametrize("digits", ["7" * 5000, "5" + "000" * 2000, "0" * 5000 + "1"], ids=["7", "5000", "0001"])
def test_a_number_longer_than_any_is_no_crash(digits):
    for around in AROUND:
        text = around.format(*[digits] * around.count("{}"))

        printed = f"we think that {text} is what they said on the day"
        assert check_of(printed, (printed, "en")).verdict is Verdict.VERBATIM
        assert check_of(printed, ("we think that seven is what they said on the day", "en")).edits


@pytest.mark.parametrize(
    ("printed", "spoken", "figure", "heard"),
    [
        ("we lost £100m in one year", "we lost a hundred million in one year", "£100m", "a hundred million"),
        ("it was 10% of the lot", "it was ten of the lot", "10%", "ten"),
        ("we had 5kg of the flour", "we had five of the flour", "5kg", "five"),
        (
            "we paid £1.2m for the house",
            "we paid one point two million for the house",
            "£1.2m",
            "one point two million",
        ),
    ],
)
def test_a_figure_of_which_a_part_was_not_said_is_shown_whole(printed, spoken, figure, heard):
    (edit,) = check_of(printed, (spoken, "en")).edits

    assert (edit.printed, edit.spoken) == (figure, heard)
