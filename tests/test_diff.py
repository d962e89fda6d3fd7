"""Laws of the word-level alignment, on words of real speech."""

from hypothesis import given
from hypothesis import strategies as st

from align.compare.alignment import align_quote
from align.compare.diff import find_alignment, least_cost
from align.compare.locate import find_alignments, find_windows, index_speech
from align.compare.token import Token
from align.compare.tokens import printed_tokens, spoken_tokens
from align.languages import EN
from align.records import Span
from tests import lbc_case

vocabulary = st.sampled_from("the we may not be isolated to one police force really safe said it was".split())
sentences = st.lists(vocabulary, min_size=1, max_size=12)


def _tokens(words):
    return tuple(Token(word, place, place + 1) for place, word in enumerate(words))


def _printed(text):
    return printed_tokens(text, 0, EN)


def _read(printed, spoken):
    fit = find_alignment(printed, spoken, [Span(0, len(spoken))], EN)
    return fit, align_quote(fit, printed, index_speech([spoken], EN))


@given(sentences, sentences)
def test_no_fit_is_cheaper_than_what_words_that_were_not_said_cost_at_least(printed_words, spoken_words):
    """What may be left out unread: `find_alignments` skips a place by this bound."""
    printed, spoken = _tokens(printed_words), _tokens(spoken_words)

    assert find_alignment(printed, spoken, [Span(0, len(spoken))], EN).cost >= least_cost(printed, spoken) - 1e-9


@given(sentences)
def test_a_text_against_itself_has_no_differences(words):
    fit, reading = _read(_tokens(words), _tokens(words))

    assert fit.cost == 0
    assert reading.differences == ()


@given(st.integers(0, 500), st.integers(5, 40))
def test_a_passage_of_real_speech_is_located_exactly_where_it_stands(start, length):
    spoken = spoken_tokens(lbc_case.transcript("naseem").words, EN)
    start = min(start, len(spoken) - length)
    planted = spoken[start : start + length]
    best = find_alignments(planted, index_speech([spoken], EN))[0]

    assert best.cost == 0
    assert [token.key for token in spoken[best.spoken.start : best.spoken.end]] == [token.key for token in planted]


def test_a_left_out_clause_is_one_run():
    spoken = _printed("around what we are seeing, in a small number of cases, exchanged on social media groups")
    printed = _printed("around what we are seeing exchanged on social media groups")
    _, reading = _read(printed, spoken)

    assert [(len(item.printed), len(item.spoken)) for item in reading.differences] == [(0, 6)]


def test_alike_words_are_paired():
    """Unit costs would pair "safe" with "it": substitution must get cheaper with similarity."""
    spoken, printed = _printed("he really did say it was safe"), _printed("he said it was unsafe")
    _, reading = _read(printed, spoken)

    pairs = [(printed[d.printed.start].key, spoken[d.spoken.end - 1].key) for d in reading.differences]
    assert pairs == [("said", "say"), ("unsafe", "safe")]


def test_windows_stay_within_one_recording():
    recordings = [spoken_tokens(lbc_case.transcript(name).words, EN) for name in ("naseem", "smallman", "javid")]
    speech = index_speech(recordings, EN)
    for quote in ("the large, large number of people in the Met", "there is no way that the top of the tree"):
        for window in find_windows(_printed(quote), speech):
            assert speech.recording_of(window.start) == speech.recording_of(window.end - 1)
