"""Laws of an index: what was put in comes out, words lead to their passages, what is taken out leaves nothing."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.archive.index import TranscriptIndex
from align.archive.matching import find_candidates
from align.archive.packing import pack_words, unpack_words
from align.archive.search import _ranked
from align.archive.terms import PASSAGE, IndexTerm, terms_by_passage, terms_of
from align.compare.tokens import printed_tokens, spoken_tokens
from align.languages import EN
from align.places import quoted_words
from align.records import Interval, Recording, Segment, Span, Transcript, Turn, Voice, Word
from tests.accuracy.plant import GENERATORS
from tests.archive.conftest import addition
from tests.archive.corpus import hour, sentences, spoken_words
from tests.archive.scale import draw_absent, draw_altered, is_right

times = st.integers(0, 10**8).map(lambda ms: ms / 1000)
words = st.builds(
    lambda text, start, length, share, speaker: Word(text, start, start + length, share / 1000, speaker),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    times,
    st.integers(0, 5000).map(lambda ms: ms / 1000),
    st.integers(0, 1000),
    st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5),
)


@given(st.lists(words, max_size=80), st.integers(0, 2**40))
def test_words_come_out_as_they_were_put_in(said, row):
    for one, other in zip(unpack_words(pack_words(said, row), row), said, strict=True):
        assert (one.text, one.probability, one.speaker) == (other.text, other.probability, other.speaker)
        assert (one.start, one.end) == pytest.approx((other.start, other.end), abs=0.00051)


@given(st.lists(words, max_size=20), st.data())
def test_words_that_were_damaged_do_not_come_out(said, data):
    packed = bytearray(pack_words(said, 7))
    at = data.draw(st.integers(0, len(packed) - 1))
    packed[at] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(ValueError, match="row 7"):
        unpack_words(bytes(packed), 7)
    with pytest.raises(ValueError, match="row 8"):
        unpack_words(pack_words(said, 7), 8)


@given(
    st.lists(st.sampled_from("the of and school it's 20 twenty five £5 harbour don't f*** naïve".split()), max_size=200)
)
def test_every_term_is_kept_at_the_passage_of_its_first_word(said):
    spoken = [Word(f" {text}", float(at), float(at)) for at, text in enumerate(said)]
    tokens = spoken_tokens(spoken, EN)
    kept = terms_by_passage(tokens, -(-len(said) // PASSAGE))

    for term in terms_of(tokens):
        assert term.digits in kept[tokens[term.at].start // PASSAGE].split()
    assert {one for terms in kept for one in terms.split()} == {term.digits for term in terms_of(tokens)}


def test_a_pair_is_no_word():
    """Nor do two pairs share a term because their words are divided otherwise."""
    pairs = [("a", "b c"), ("a b", "c")]

    assert IndexTerm(0, "ab", True).digits != IndexTerm(0, "a b", True).digits
    assert len({IndexTerm(0, " ".join(pair), True).digits for pair in pairs}) == 1  # no token holds a space
    assert not any(" " in token.key for token in printed_tokens("per cent of New York at 5 p.m.", 0, EN))


def test_a_whole_transcript_comes_out_as_it_was(tmp_path):
    said = tuple(Word(f" w{at}", at / 2, at / 2 + 0.25, 0.5, "Ada") for at in range(3 * PASSAGE + 5))
    segments = (Segment(0.0, 50.0, Span(0, 100), -0.5, 0.25), Segment(50.0, 99.0, Span(100, len(said))))
    recording = Recording("a b.mp3", "0" * 64, 99.5, "channel 1 of 2", ("Odd.",), "01:00:00:00", 25.0)
    voices, turns = (Voice("Ada", "Ada Okonjo", is_presenter=True),), (Turn(0.0, 9.0, 0),)
    heard = Transcript(recording, "de", said, segments, (Interval(1.0, 2.5),), ("Late.",), voices, turns)
    with TranscriptIndex(tmp_path / "index", is_written=True) as index:
        index.add([addition(heard)])
        (entry,) = index.entries()
        assert index.whole(entry).transcript == heard
        assert index.stretch(entry, Span(entry.first + 1, entry.first + 2)).words == said[PASSAGE : 2 * PASSAGE]


def test_the_order_and_what_was_taken_out_make_no_difference(tmp_path):
    hours = [hour(2, number, sentences()) for number in range(3)]
    short = [
        replace(one, words=one.words[:500], segments=(Segment(0.0, 200.0, Span(0, 500)),), warnings=(str(at),))
        for at, one in enumerate(hours)
    ]
    kept = []
    for name, order in (("one", [0, 1, 2]), ("two", [2, 0, 1])):
        with TranscriptIndex(tmp_path / name, is_written=True) as index:
            for number in order:
                index.add([addition(short[number])])
            (gone,) = index.entries("sha256", short[1].recording.sha256)
            index.remove(gone)
            index.add([addition(short[1])])
            places = {entry.first + at: (entry.recording.path, at) for entry in index.entries() for at in range(8)}
            kept.append({(term, places[row]) for term, row in index.kept_terms()})
    assert kept[0] == kept[1]
    assert len(kept[0]) > 1000


@pytest.fixture(scope="session")
def drawn():
    """Two quotations with one planted change of each category."""
    return tuple(draw_altered(2 * len(GENERATORS), 2, sentences()))


@pytest.mark.parametrize("category", GENERATORS)
def test_a_quotation_with_one_change_is_found_where_it_was_said(hours, drawn, category):
    with TranscriptIndex(hours) as index:
        for one in (one for one in drawn if one.category == category):
            found = find_candidates(quoted_words(one.text, None)[1], index).found
            assert found, one.text
            assert is_right(one, found[0]), one.text


def test_what_was_said_is_found_word_for_word(hours):
    with TranscriptIndex(hours) as index:
        said = spoken_words(1, 1, sentences())
        for start in range(100, 8900, 1100):
            text = " ".join(word.text for word in said[start : start + 15])
            (best, *_) = find_candidates(quoted_words(text, None)[1], index).found
            assert best.alignment.differences == ()


def test_what_was_never_said_is_nowhere_for_certain(hours):
    with TranscriptIndex(hours) as index:
        for text in draw_absent(25):
            assert all(one.is_by_chance for one in find_candidates(quoted_words(text, None)[1], index).found)


@pytest.mark.parametrize(
    ("elsewhere", "text"),
    [
        ("the lantern hung", "we open harbour schools every lantern morning"),
        ("the lantern hung", "we open harbour schools every zebra morning"),  # which nobody said at all
        ("they harbour lantern every night", "open harbour lantern every morning"),  # so that its pairs are rare, too
    ],
)
def test_the_one_rare_word_that_was_changed_does_not_lead_astray(tmp_path, monkeypatch, elsewhere, text):
    """All other words stand in more passages than are rare."""
    monkeypatch.setattr("align.archive.search._RARE", 3)
    monkeypatch.setattr("align.archive.matching._LOOKED_AT", 4)
    with TranscriptIndex(tmp_path / "index", is_written=True) as index:
        for number in range(12):
            spoken = elsewhere if number < 2 else f"we {number} open harbour schools every morning"
            said = tuple(Word(f" {word}", at / 2, at / 2 + 0.4) for at, word in enumerate(spoken.split()))
            segment = Segment(0.0, 9.0, Span(0, len(said)))
            index.add([addition(Transcript(Recording(f"{number}.mp3", f"{number:064x}", 9.0), "en", said, (segment,)))])
        (best, *_) = find_candidates(quoted_words(text, None)[1], index).found

    assert int(best.entries[0].recording.sha256, 16) >= 2
    assert len(best.alignment.matched) >= len(text.split()) - 1


def test_a_word_that_is_said_twice_votes_once():
    """One word in both passages of a place speaks less for it than two words of which each is there once."""
    places = _ranked([np.array([5, 6, 30]), np.array([10]), np.array([11, 50])], [1.0, 1.0, 1.0], 2)

    assert next(iter(places)) == (Span(10, 12), 2.0)


rows_of_a_term = st.lists(st.integers(1, 40), min_size=1, max_size=8, unique=True).map(sorted)


@given(st.lists(rows_of_a_term, min_size=1, max_size=9), st.integers(1, 5))
def test_the_votes_for_a_place_are_the_terms_that_stand_in_it(rows, width):
    for span, votes in _ranked([np.array(one) for one in rows], [1.0] * len(rows), width):
        assert votes == pytest.approx(sum(any(row in span for row in one) for one in rows))
