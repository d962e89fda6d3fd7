"""A quote of any length: compared in pieces, whose cells grow with its length and not with the square of it."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.compare import diff, pieces
from align.compare.alignment import QuoteAlignment, align_quote
from align.compare.diff import find_alignment
from align.compare.locate import index_speech
from align.compare.pieces import QuotePiece, cut_into_pieces
from align.compare.placement import is_found, place_quotes
from align.compare.token import Token
from align.compare.tokens import printed_tokens
from align.languages import EN
from align.records import Kind, Quote, Span
from tests import lbc_case

VOCABULARY = sorted({word.text.strip(" ,.?!") for word in lbc_case.transcript("naseem").words})
SPEECH_OF = {"naseem": 1, "smallman": 2, "javid": 3}


def drawn(length: int, seed: int) -> list[str]:
    return Random(seed).choices(VOCABULARY, k=length)  # noqa: S311


def tokens_of(words: Sequence[str]) -> tuple[Token, ...]:
    return printed_tokens(" ".join(words), 0, EN)


def changed(words: Sequence[str], every: int) -> list[str]:
    return ["marmalade" if place % every == every // 2 else word for place, word in enumerate(words)]


def cells(cut: Sequence[QuotePiece]) -> list[int]:
    return [len(piece.printed) * sum(map(len, piece.windows)) for piece in cut]


QUOTES = {
    "found": lambda words: words,
    "altered": lambda words: changed(words, 20),
    "altered everywhere": lambda words: changed(words, 3),
    "not there": lambda words: drawn(len(words), 9),
    "one word": lambda words: ["Smith"] * len(words),
    "two places": lambda words: words[len(words) // 2 :] + words[: len(words) // 2],
}


@pytest.mark.parametrize("kind", QUOTES)
@pytest.mark.parametrize("may_jump", [False, True])
def test_the_cells_that_are_compared_grow_with_the_length(kind, may_jump):
    """Twice as many for twice the words, and no table larger than one that is always compared at once."""
    many = []
    for length in (2000, 4000, 8000):
        words = drawn(length, 1)
        printed, spoken = tokens_of(QUOTES[kind](words)), tokens_of(words)
        cut = cut_into_pieces(printed, spoken, [Span(0, len(spoken))], may_jump)
        many.append(sum(cells(cut)))
        assert max(cells(cut)) <= diff.MOST_CELLS
        assert [piece.printed.start for piece in cut] == [0, *(piece.printed.end for piece in cut[:-1])]
        assert cut[-1].printed.end == len(printed)

    assert all(more < 2.6 * less for less, more in pairwise(many)), many


def read(printed: Sequence[Token], spoken: Sequence[Token]) -> QuoteAlignment:
    fit = find_alignment(printed, spoken, [Span(0, len(spoken))], EN)
    return align_quote(fit, printed, index_speech([tuple(spoken)], EN))


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(sorted(SPEECH_OF)), st.integers(0, 40), st.sets(st.integers(0, 300), max_size=12), st.data())
def test_in_pieces_or_at_once_the_differences_are_the_same(name, start, places, data):
    spoken = tokens_of([word.text.strip() for word in lbc_case.transcript(name).words][:420])
    printed = list(spoken[start : start + 340])
    for place in places:
        there = min(place, len(printed) - 1)
        change = data.draw(st.sampled_from(["drop", "swap", "add"]))
        other = Token("marmalade", printed[there].start, printed[there].end)
        printed[there : there + 1] = {"drop": [], "swap": [other], "add": [printed[there], other]}[change]
    at_once = read(printed, spoken)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff, "MOST_CELLS", 1000)
        patch.setattr(pieces, "_PIECE", 60)
        in_pieces = read(printed, spoken)

    assert in_pieces.differences == at_once.differences
    assert [part.spoken for part in in_pieces.parts] == [part.spoken for part in at_once.parts]


def test_a_quote_of_thousands_of_words_is_found_with_what_was_changed_in_it():
    tape = drawn(9000, 3)
    words = changed(tape[2000:7000], 500)
    text = " ".join(words)
    quote = Quote(1, text, Span(0, len(text)), None, None, 1, 1, None, None, None, Kind.SPEECH)
    reading = place_quotes([quote], index_speech([tokens_of(tape)], EN))[1]

    assert is_found(reading)
    assert len(reading.parts) == 1
    assert [len(item.printed) for item in reading.differences] == [1] * 10
    assert {reading.printed[item.printed.start].key for item in reading.differences} == {"marmalade"}


def test_a_long_quote_of_two_places_is_spliced():
    tape = drawn(9000, 4)
    text = " ".join(tape[6000:8000] + tape[1000:3000])
    quote = Quote(1, text, Span(0, len(text)), None, None, 1, 1, None, None, None, Kind.SPEECH)
    reading = place_quotes([quote], index_speech([tokens_of(tape)], EN))[1]

    assert is_found(reading)
    assert len(reading.parts) == 2
    assert reading.parts[0].spoken.start > reading.parts[1].spoken.end


@pytest.mark.parametrize("piece", ["Smith-", "1 ", "1,", "½", "*a ", "[a]", "no ", "twenty ", "a"])
def test_a_text_of_one_piece_a_thousand_times_is_read(piece):
    tokens = printed_tokens(piece * 5000, 0, EN)

    assert len(tokens) <= 10_000
    assert index_speech([tokens], EN).tokens == tokens
