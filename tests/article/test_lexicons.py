"""Words by language: each list belongs to one, and reading goes by all of them."""

from dataclasses import fields

import pytest

from align.article.lexicons import LEXICON, LEXICONS, Lexicon, Manner, join, lexicon_of
from align.article.lexicons.word_lists import words

LISTS = [part.name for part in fields(Lexicon) if part.init]


@pytest.mark.parametrize("name", LISTS)
def test_the_words_of_every_language_are_among_all(name):
    together = set(getattr(LEXICON, name))

    assert together == set().union(*(getattr(lexicon, name) for lexicon in LEXICONS.values()))
    assert together, "a list without words in any language is none"


@pytest.mark.parametrize("language", LEXICONS)
def test_words_are_in_lower_case(language):
    lists = (getattr(LEXICONS[language], name) for name in LISTS)
    entries = [entry for found in lists for entry in found]

    assert entries
    assert all(part == part.lower() for entry in entries for part in (entry if isinstance(entry, tuple) else (entry,)))


@pytest.mark.parametrize(
    ("word", "languages"),
    [
        ("said", {"en"}),
        ("sagte", {"de"}),
        ("dijo", {"es"}),
        ("dit", {"fr"}),
        ("disse", {"it", "pt"}),
        ("walked", set()),
    ],
)
def test_one_sees_at_once_to_which_language_a_verb_belongs(word, languages):
    assert {language for language, lexicon in LEXICONS.items() if word in lexicon.cues} == languages


@pytest.mark.parametrize(
    ("verb", "manner"),
    [
        ("said", Manner.SAID),
        ("replies", Manner.SAID),
        ("wrote", Manner.WROTE),
        ("tweeted", Manner.POSTED),
        ("thought", Manner.THOUGHT),
        ("pensó", Manner.THOUGHT),
        ("branding", Manner.LABELLED),
        ("nannte", Manner.LABELLED),
    ],
)
def test_how_a_verb_says_that_words_came_into_the_world(verb, manner):
    assert LEXICON.cues[verb] is manner


def test_a_later_manner_wins():
    assert Lexicon(said=words("told read"), wrote=words("read")).cues == {"told": Manner.SAID, "read": Manner.WROTE}


def test_lists_include_what_is_of_their_sort():
    lexicon = Lexicon(
        male_titles=words("mr"), joining_ahead=words("of"), joining=words("in"), coordinating=words("and")
    )

    assert lexicon.titles == lexicon.abbreviations == {"mr"}
    assert lexicon.prepositions == lexicon.joining == {"of", "in"}
    assert lexicon.conjunctions == {"and"}


def test_lexicons_are_joined_list_by_list():
    joined = join([Lexicon(said=words("said"), past_endings=("ed",)), Lexicon(said=words("dit"), past_endings=("é",))])

    assert joined.said == {"said", "dit"}
    assert joined.past_endings == ("ed", "é")


def test_a_language_without_words_is_read_by_all():
    assert lexicon_of("de") is LEXICONS["de"]
    assert lexicon_of(None) is lexicon_of("tlh") is LEXICON
