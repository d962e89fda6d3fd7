"""How a difference is put to the audio: the clip, and the wordings that are offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.compare.hypotheses import PADDING, WordEdit, ask_about, divisions, spellings
from align.languages import EN, XX
from align.records import Question, Span, Word

TEXT = " But we may not, I think, be safe here. So we asked 20 people to go, and they went home at once."


def timed(text: str, pauses: dict[int, float] | None = None) -> list[Word]:
    """Return the words of a text, 0.3 s each; `pauses` are seconds before words."""
    words: list[Word] = []
    now = 1.0
    for at, word in enumerate(text.split()):
        now += (pauses or {}).get(at, 0.0)
        words.append(Word(f" {word}", now, now + 0.3))
        now += 0.3
    return words


def ask(change: WordEdit, *others: WordEdit, language=EN) -> Question:
    return ask_about(change, others, timed(TEXT), 3, language)


def test_the_wordings_differ_in_nothing_but_the_change():
    question = ask(WordEdit(Span(2, 3), "will"))

    assert all("we may not, I think" in wording for wording in question.heard)
    assert {wording.replace("will", "may") for wording in question.printed} == set(question.heard)


def test_the_marks_behind_a_word_stay():
    printed = ask(WordEdit(Span(3, 4), "never")).printed

    assert all("we may never, I think" in wording for wording in printed)


def test_words_left_out_leave_the_mark_behind_them():
    """A full stop that goes with a word would be evidence of its own."""
    printed = ask(WordEdit(Span(7, 9), "")).printed

    assert all("I think, be. So we asked" in wording for wording in printed)


def test_words_added_stand_in_the_gap():
    printed = ask(WordEdit(Span(7, 7), "quite")).printed

    assert all("be quite safe here." in wording for wording in printed)


def test_changes_nearby_are_offered_as_heard_and_as_printed():
    question = ask(WordEdit(Span(2, 3), "will"), WordEdit(Span(7, 8), "sure"), WordEdit(Span(40, 41), "far"))

    assert ["safe" in wording for wording in question.heard] == [True, False]
    assert {("will" in wording, "may" in wording) for wording in question.printed} == {(True, False)}
    assert {"sure" in wording for wording in question.printed} == {True, False}
    assert not any("far" in wording for wording in (*question.heard, *question.printed))


def test_numbers_are_offered_in_words_and_in_figures_if_the_language_can_spell_them():
    change = WordEdit(Span(12, 13), "30")
    english, unknown = (ask(change, language=language).printed for language in (EN, XX))

    assert {"asked 30 people" in wording for wording in english} == {True, False}
    assert any("asked thirty people" in wording for wording in english)
    assert len(unknown) == 1


def test_what_cannot_be_heard_is_not_asked():
    assert spellings("“<em>well-known</em> [they],” *he*.", EN)[0] == "well-known they , he"
    assert "well known" in spellings("well-known", EN)
    assert spellings("twenty", XX) == ("twenty",)
    assert spellings("", EN) == ("",)


@pytest.mark.parametrize(
    ("printed", "heard", "ways"),
    [
        ("playback", "play that", ("play back",)),
        ("footbridge", "food bridge", ("foot bridge",)),
        ("handrail", "hand real", ("hand rail",)),
        ("wherewithal", "where without", ("where withal",)),
        ("play back", "playbook", ("playback",)),
        ("hold up", "holdout", ("holdup",)),
        ("playback", "replay", ()),
        ("playback", "the same", ()),
        ("two words", "three words", ()),
        ("3:2", "free", ()),
        ("day after day", "mission", ()),
        ("", "um", ()),
    ],
)
def test_a_compound_is_offered_as_what_was_heard_is_divided(printed, heard, ways):
    assert divisions(printed, heard) == ways


def test_a_compound_is_put_to_the_audio_in_two_words():
    printed = ask(WordEdit(Span(9, 11), "playback")).printed  # "So we"
    divided = ask_about(WordEdit(Span(9, 11), "playback"), (), timed(TEXT.replace("So we", "play that")), 3, EN).printed

    assert not any("play back" in wording for wording in printed)
    assert any("play back" in wording for wording in divided)


def test_a_british_spelling_is_offered_as_the_model_writes_it():
    assert "the color and the harbor" in spellings("the colour and the harbour", EN)
    assert spellings("the colour", XX) == ("the colour",)


def test_the_context_ends_where_the_speaker_pauses_but_never_at_once():
    words = timed(TEXT, pauses={4: 1.0, 13: 1.0, 17: 1.0})
    question = ask_about(WordEdit(Span(10, 11), "they"), (), words, 0, EN)

    assert question.heard[0] == "I think, be safe here. So we asked 20 people to go, and"
    assert question.clip.start == words[4].start - PADDING
    assert question.clip.end == words[16].end + PADDING


@given(
    st.integers(0, 120), st.integers(0, 40), st.lists(st.sampled_from([0.0, 0.1, 0.5, 3.0]), min_size=121, max_size=121)
)
def test_a_clip_holds_its_context_and_no_other_word(start, length, pauses):
    words = timed("word " * 121, pauses=dict(enumerate(pauses)))
    change = WordEdit(Span(start, min(start + length, 121)), "other")
    question = ask_about(change, (), words, 0, EN)
    inside = [word for word in words if word.start >= question.clip.start and word.end <= question.clip.end]

    assert len(question.heard[0].split()) == len(inside)
    assert inside[-1].end - inside[0].start <= 26
    assert not any(word.start < question.clip.start < word.end - 1e-9 for word in words)
    assert not any(word.start + 1e-9 < question.clip.end < word.end for word in words)
