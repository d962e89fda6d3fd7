"""Which mentions mean the same person."""

import pytest

from align.article.entities.holders import Holders
from align.article.entities.names import names_in
from align.article.entities.people import People
from align.article.entities.person import Mention
from align.article.entities.pronouns import Pronouns
from align.records import Span


def people_of(text):
    return People(text, [Span(0, len(text))])


def named(text, word):
    """Return the person that the last `word` in a text means."""
    start = text.rindex(word)
    [name] = names_in(text, Span(start, start + len(word)))
    person = people_of(text).find_named(name, start)
    return person and person.full


@pytest.mark.parametrize(
    ("text", "word", "full"),
    [
        ("Amy Lin left. Later Ms Lin wept.", "Ms Lin", "Amy Lin"),
        ("Amy Lin left. Later Amy wept.", "Amy", "Amy Lin"),
        ("Amy Lin left. Bo Lin stayed. Later Mr Lin wept.", "Mr Lin", "Bo Lin"),
        ("Amy Lin left. Bo Lin stayed. Later Lin wept.", "Lin", "Bo Lin"),  # the nearest
        ("Amy Lin left. Later Ms Cole wept.", "Ms Cole", "Ms Cole"),
        ("Dan, 44, left. Later Dan wept.", "Dan", "Dan"),
    ],
)
def test_a_short_form_means_the_full_one(text, word, full):
    assert named(text, word) == full


@pytest.mark.parametrize(
    ("text", "roles", "full"),
    [
        ("Mayor Amy Lin left.", {"mayor"}, "Amy Lin"),
        ("Amy Lin, the mayor, left.", {"mayor"}, "Amy Lin"),
        ("Mayor Amy Lin met Mayor Bo Lane.", {"mayor"}, None),
        ("Amy Lin left.", {"mayor"}, None),
    ],
)
def test_a_role_means_the_only_one_who_holds_it(text, roles, full):
    person = Holders(text, people_of(text)).find_described(roles, len(text))

    assert (person and person.full) == full


def resolved(text, pronoun, recent=None):
    position = text.lower().rindex(f" {pronoun} ") + 1
    person = Pronouns(text, people_of(text)).resolve(pronoun, position, recent)
    return person and person.full


@pytest.mark.parametrize(
    ("text", "pronoun", "full"),
    [
        ("Amy Lin met Bo Lane. Then he left.", "he", "Bo Lane"),
        ("Amy Lin met Ann Cole. Then she left.", "she", "Amy Lin"),  # whom the sentence before is about
        ("Amy Lin and Ann Cole met. Then she left.", "she", None),
        ("Bo Lane wept. Then she left.", "she", None),
        ("Then she left. Amy Lin wept.", "she", None),
    ],
)
def test_a_pronoun_means_whom_the_sentences_before_are_about(text, pronoun, full):
    assert resolved(f"So. {text}", pronoun) == full


def test_who_was_quoted_last_counts_only_if_it_was_before():
    text = "Amy Lin met Ann Cole. Then she left."
    [_, cole] = names_in(text, Span(0, 20))
    person = people_of(text).find_named(cole, cole.chars.start)

    assert resolved(text, "she", Mention(22, 26, person, is_subject=True)) == "Ann Cole"
    assert resolved(text, "she", Mention(30, 34, person, is_subject=True)) == "Amy Lin"


def test_whether_anybody_was_named_whom_a_pronoun_could_mean():
    text = "Ann Cole wept. Then she and he left."

    pronouns = Pronouns(text, people_of(text))

    assert pronouns.has_candidate("she", text.index("she"))
    assert not pronouns.has_candidate("he", text.index("he left"))
    assert not pronouns.has_candidate("she", 0)
