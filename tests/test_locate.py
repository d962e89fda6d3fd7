"""Where a quote was said, among places that are much alike."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from align.compare.locate import index_speech
from align.compare.placement import place_quotes
from align.compare.tokens import spoken_tokens
from align.languages import EN
from align.records import Kind, Quote, Span, Word

FIRST = "we will close the school on the hill by the end of this year"
SECOND = "we may close the school on the hill by the end of next year"
THIRD = "we will not close the school on the hill before the end of this year"
BETWEEN = "and then the committee went on to talk about the roads and the bridge for quite some time"
QUESTION = "so are you saying that parents were told nothing at all about this"


def places(quotes: Sequence[Quote], *recordings: str) -> dict[int, tuple[tuple[int, str], ...]]:
    """Return for every quote its parts: in which recording, and the words there."""
    words = ([Word(f" {word}", at, at + 0.4) for at, word in enumerate(text.split())] for text in recordings)
    heard = [spoken_tokens(said, EN) for said in words]
    speech = index_speech(heard, EN)
    return {
        number: tuple(
            (
                speech.recording_of(part.spoken.start),
                " ".join(token.key for token in speech.tokens[part.spoken.start : part.spoken.end]),
            )
            for part in reading.parts
        )
        for number, reading in place_quotes(quotes, speech).items()
    }


def quote(number: int, text: str, continues: int | None = None) -> Quote:
    start = 1000 * number
    chars = Span(start, start + len(text))
    return Quote(number, text, chars, continues, None, 1, 1, "Ann Lee", "Ann Lee", "said", Kind.SPEECH)


def test_of_a_sentence_said_three_times_the_right_one_is_found() -> None:
    tape = f"{BETWEEN} {FIRST} {BETWEEN} {SECOND} {BETWEEN} {THIRD} {BETWEEN}"
    for text in (FIRST, SECOND, THIRD):
        assert places([quote(1, text)], tape)[1] == ((0, text),)


def test_words_said_twice_are_those_that_follow_the_quote_they_continue() -> None:
    tape = f"the end of the year {BETWEEN} {SECOND} the end of the year {BETWEEN}"
    found = places([quote(1, SECOND), quote(2, "the end of the year", continues=1)], BETWEEN, tape)

    assert found[1] == ((1, SECOND),)
    assert found[2] == ((1, "the end of the year"),)


@pytest.mark.parametrize(("pause", "begins"), [(0.05, "we may we may close"), (0.6, "we may close")])
def test_what_was_said_twice_in_one_breath_is_a_stumble_whatever_mark_the_model_sets(pause: float, begins: str) -> None:
    stumble = [Word(" We", 0.0, 0.3), Word(" may.", 0.3, 0.6)]
    rest = [Word(f" {word}", at + pause, at + pause + 0.5) for at, word in enumerate(SECOND.split(), start=1)]
    rest[0] = replace(rest[0], start=0.6 + pause)
    speech = index_speech([spoken_tokens([*stumble, *rest], EN)], EN)
    (part,) = place_quotes([quote(1, SECOND)], speech)[1].parts
    said = " ".join(token.key for token in speech.tokens[part.spoken.start : part.spoken.end])

    assert said.startswith(begins)


def test_a_quote_goes_on_across_a_question() -> None:
    tape = f"{BETWEEN} {FIRST} {QUESTION} but nobody has told me why {BETWEEN}"
    parts = places([quote(1, f"{FIRST} … but nobody has told me why")], tape)[1]

    assert parts[0][1].startswith(FIRST)
    assert parts[-1][1].endswith("but nobody has told me why")


def test_a_quote_over_two_recordings_has_a_part_in_each() -> None:
    joined = f"{FIRST} because nobody has told the parents anything"
    found = places([quote(1, joined)], f"{BETWEEN} {FIRST}", f"because nobody has told the parents anything {BETWEEN}")

    assert [recording for recording, _ in found[1]] == [0, 1]


def test_both_ends_are_exact_where_speech_has_more_words() -> None:
    spoken = FIRST.replace("the hill", "um the uh the hill").replace("by the end", "well you know by the end")
    ((_, words),) = places([quote(1, FIRST)], f"{BETWEEN} {spoken} {BETWEEN}")[1]

    assert words.startswith("we will close")
    assert words.endswith("end of this year")
