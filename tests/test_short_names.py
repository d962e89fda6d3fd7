"""Whom a user means who names a person in part: for quotes, for voices and in an archive alike."""

import pytest

from align.short_names import is_short_for


@pytest.mark.parametrize(
    "short",
    ["Ada Okonjo", "okonjo", " ADA ", "da ok", "a o"],
)
def test_a_part_of_a_name_in_any_case_is_meant(short):
    assert is_short_for(short, "Ada Okonjo")


@pytest.mark.parametrize(
    ("short", "name"), [("andre\u0301", "Andr\u00e9 Lur\u00e7at"), ("STRASSE", "Anna Straße"), ("C\u0327", "\u00e7a")]
)
def test_however_it_is_typed_it_is_the_same_letter(short, name):
    assert is_short_for(short, name)


@pytest.mark.parametrize("short", ["", " ", "\t", "Ada  Okonjo", "Adam", "Okonjo Ada"])
def test_nothing_and_what_is_no_part_of_it_mean_nobody(short):
    assert not is_short_for(short, "Ada Okonjo")
