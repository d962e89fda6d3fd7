"""Proper names, and what they tell of their bearers."""

import pytest

from align.article.entities.names import names_in
from align.article.entities.organisations import Organisations
from align.records import Span


def names(text):
    return list(names_in(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Scotland Yard’s Deputy Commissioner Bas Javid left", "Bas Javid"),
        ("Mayor of London Sadiq Khan", "Sadiq Khan"),
        ("Ursula von der Leyen spoke", "Ursula von der Leyen"),
        ("But Mr. J. Voss left", "J. Voss"),
        ("On Friday Amy Lin left", "Amy Lin"),
        ("IOPC Director Sal Naseem", "Sal Naseem"),
        ("Oppositionsführer Kai Brandt", "Kai Brandt"),
        ("Will Bell stayed", "Will Bell"),  # a first name that is a word too
        ("Bo Lane KC", "Bo Lane"),
        ("Sal\nNaseem", "Sal Naseem"),  # over a line's end
        ("Maybe Instagram asked", "Instagram"),
        ("Ironically Amy Lin left", "Amy Lin"),
        ("Kelly Lane left", "Kelly Lane"),  # ends as adverbs do
    ],
)
def test_a_name_without_title_and_role(text, full):
    [name] = names(text)

    assert name.full == full
    assert name.may_be_person


@pytest.mark.parametrize("text", ["on Monday", "nobody at all", "but she left", "In the end"])
def test_no_name(text):
    assert names(text) == []


@pytest.mark.parametrize("text", ["the Water Board", "Leeds City Council", "Channel 4"])
def test_a_name_that_is_no_person_s(text):
    assert not any(name.may_be_person for name in names(text))


@pytest.mark.parametrize(
    ("text", "title", "roles", "is_female"),
    [
        ("Mr Voss left", "mr", set(), False),
        ("Dr Una Marsh left", "dr", set(), None),
        ("Dame Una Marsh left", "dame", set(), True),
        ("her husband Bo Lane", None, {"husband"}, False),
        ("Deputy Commissioner Bas Javid", None, {"deputy", "commissioner"}, None),
    ],
)
def test_what_a_name_tells(text, title, roles, is_female):
    [name] = names(text)

    assert (name.title, name.roles, name.is_female) == (title, roles, is_female)


TEXT = (
    "The Independent Office for Police Conduct (IOPC) spoke. The Metropolitan Police left. "
    "The Water Board of Leeds stayed. Amy Lin wept."
)


@pytest.mark.parametrize(
    ("form", "full"),
    [
        ("IOPC", "Independent Office for Police Conduct"),
        ("the IOPC", "Independent Office for Police Conduct"),
        ("Met", "Metropolitan Police"),
        ("WBL", "Water Board of Leeds"),
        ("Water Board of Leeds", "Water Board of Leeds"),
        ("Amy", None),
        ("NHS", None),
    ],
)
def test_short_forms_of_organisations(form, full):
    assert Organisations(TEXT, [Span(0, len(TEXT))]).full_form(form) == full
