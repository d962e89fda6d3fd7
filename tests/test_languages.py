"""A language is a value: what `XX` must not claim of a language nobody knows, and what English is made of."""

import json
from collections.abc import Iterable
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from align.article.formats.text import read_text
from align.compare.categories import name_change
from align.compare.locate import index_speech
from align.compare.numerals import fold_numbers
from align.compare.phonetics import is_same_sound, similarity
from align.compare.placement import place_quotes
from align.compare.tokens import printed_tokens, spoken_tokens
from align.languages import EN, LANGUAGES, MANY, XX, Language, language_of, shared_language
from align.languages.base import Contractions, Words
from align.pipeline import compare, select_quotes
from align.records import (
    Category,
    Certainty,
    Kind,
    Model,
    Quote,
    QuoteCheck,
    Recording,
    Report,
    ReportSettings,
    Segment,
    Severity,
    Span,
    Transcript,
    Verdict,
    Word,
)
from tests.lbc_case import trust_the_transcript

BEFORE = "Der Ausschuss hat am Dienstag lange beraten und danach vor der Halle mit uns gesprochen."
BEHIND = "Das hat in der Halle offenbar kaum jemand so erwartet, und es wurde sehr laut."

GERMAN = [
    ("Dann hat er gesagt, dass die Schule bleibt", "Dann hat gesagt, dass die Schule bleibt"),
    ("Wir treffen uns am Freitag um fünf Uhr vor der Halle", "Wir treffen uns am Freitag fünf Uhr vor der Halle"),
    ("Wir werden die Schule in diesem Jahr nicht schließen", "Wir werden die Schule in diesem Jahr schließen"),
    ("Es waren am Ende 20 Leute in dem Saal", "Es waren am Ende zwanzig Leute in dem Saal"),
    ("Die Stadt muss die Brücke im Frühjahr sperren", "Die Stadt kann die Brücke im Frühjahr sperren"),
    ("Es waren am Ende 20 Leute in dem Saal", "Es waren am Ende 30 Leute in dem Saal"),
    ("Das Dach ist gestern schon neu gedeckt worden", "Das Dach ist gestern schön neu gedeckt worden"),
    ("Sie hat den Arzt gestern in der Stadt gesehen", "Er hat den Arzt gestern in der Stadt gesehen"),
    ("Alle haben dem Plan am Ende doch zugestimmt", "Viele haben dem Plan am Ende doch zugestimmt"),
    ("Wir sperren, äh, die Brücke im Frühjahr", "Wir sperren die Brücke im Frühjahr"),
    ("Das ist der Schulrat von Köln und Bonn", "Das ist der Schulrat von Bonn und Köln"),
]  # fmt: skip
"""Spoken and printed; the first five are those that were once judged as English."""


def transcript(spoken: str, language: str) -> Transcript:
    words = tuple(Word(f" {word}", at * 0.4, at * 0.4 + 0.3, 0.9) for at, word in enumerate(spoken.split()))
    duration = len(words) * 0.4
    return Transcript(
        Recording("a.mp3", "0" * 64, duration), language, words, (Segment(0.0, duration, Span(0, len(words))),)
    )


def report_on(
    printed: str, *spoken: tuple[str, str], settings: ReportSettings | None = None, ask=trust_the_transcript
) -> Report:
    """Return the report on one quote; `spoken` is what each recording holds, and its language."""
    article = read_text("article.txt", f"“{printed}”, said Ann Lee.".encode())
    heard = [transcript(f"{BEFORE} {text} {BEHIND}", language) for text, language in spoken]
    return compare(select_quotes(article, settings or ReportSettings()), heard, ask, Model("recorded", "base", None))


def check_of(printed: str, *spoken: tuple[str, str], **options) -> QuoteCheck:
    (check,) = report_on(printed, *spoken, **options).checks
    return check


@pytest.mark.parametrize(("spoken", "printed"), GERMAN)
def test_in_a_language_nobody_knows_what_differs_is_content_and_for_the_ear(spoken, printed):
    check = check_of(printed, (spoken, "de"))

    assert check.verdict is Verdict.ALTERED
    assert {edit.category for edit in check.edits if edit.severity is not Severity.NONE} == {Category.CONTENT}
    assert check.certainty is Certainty.CHECK_BY_EAR
    assert "(de)" in check.causes[0]
    assert all(edit.certainty is Certainty.CHECK_BY_EAR for edit in check.edits if edit.severity is not Severity.NONE)


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Wir sperren die die Brücke im Frühjahr", "Wir sperren die Brücke im Frühjahr"),
        ("Das kostet am Ende 1.200 Euro im Jahr", "Das kostet am Ende 1200 Euro im Jahr"),
        ("Das kostet am Ende 1.200.000 Euro im Jahr", "Das kostet am Ende 1 200 000 Euro im Jahr"),
        ("Das kostet am Ende 2,5 Milliarden im Jahr", "Das kostet am Ende 2.5 Milliarden im Jahr"),
        ("Der Zug fährt um 9:30 Uhr in Bonn ab", "Der Zug fährt um 9.30 Uhr in Bonn ab"),
        ("Am Ende bleiben €5 im Jahr für alle", "Am Ende bleiben 5 € im Jahr für alle"),
        ("DAS IST der Schulrat von Bonn", "Das ist [der] Schulrat … von Bonn"),
        ("Das Rathaus-Dach ist neu", "Das Rathausdach ist neu"),
    ],
)
def test_repeats_marks_and_the_same_digits_are_no_fault_in_any_language(spoken, printed):
    check = check_of(printed, (spoken, "de"))

    assert check.verdict in (Verdict.VERBATIM, Verdict.CLEANED)
    assert {edit.category for edit in check.edits} <= {Category.REPEAT}


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Das kostet am Ende 25 Milliarden im Jahr", "Das kostet am Ende 2,5 Milliarden im Jahr"),
        ("Am Ende bleiben 5 € im Jahr für alle", "Am Ende bleiben 5 $ im Jahr für alle"),
        ("Am Ende bleiben 5 im Jahr für alle", "Am Ende bleiben 5 % im Jahr für alle"),
        ("Der Verantwortliche er haftet dafür", "Der Verantwortlichen haftet dafür"),
    ],
)
def test_what_may_differ_is_never_taken_for_the_same(spoken, printed):
    assert check_of(printed, (spoken, "de")).verdict is Verdict.ALTERED


def test_a_splice_and_a_quote_that_is_nowhere_are_for_the_ear_too():
    first, second = "Wir werden die Schule in diesem Jahr schließen", "weil den Eltern niemand etwas gesagt hat"
    tape = f"{first} {BEHIND} {BEFORE} {BEHIND} {BEFORE} {second}"
    spliced = check_of(f"{first} {second}", (tape, "de"))
    missing = check_of("Morgen wird der Hafen an einen Konzern aus Übersee verkauft", (tape, "de"))

    assert (spliced.verdict, spliced.certainty) == (Verdict.SPLICED, Certainty.CHECK_BY_EAR)
    assert (missing.verdict, missing.certainty) == (Verdict.NOT_FOUND, Certainty.CHECK_BY_EAR)
    assert all("(de)" in check.causes[0] for check in (spliced, missing))


def test_the_same_words_are_judged_by_their_own_language():
    spoken, printed = "he said um that 20 people can go", "he said that twenty people will go"
    english, unknown = (check_of(printed, (spoken, code)) for code in ("en", "fy"))

    assert [edit.category for edit in english.edits] == [Category.FILLER, Category.MODALITY]
    assert english.certainty is Certainty.CONFIRMED
    assert {edit.category for edit in unknown.edits} == {Category.CONTENT}
    assert len(unknown.edits) == 3


def test_what_the_user_says_of_the_language_goes_before_what_was_heard():
    spoken, printed = "he said um that we can go", "he said that we can go"

    assert check_of(printed, (spoken, "cy"), settings=ReportSettings(language="en")).verdict is Verdict.CLEANED
    assert check_of(printed, (spoken, "en"), settings=ReportSettings(language="cy")).verdict is Verdict.ALTERED


def test_in_recordings_of_several_languages_no_word_has_a_meaning():
    spoken, printed = "Dann hat er gesagt, dass die Schule bleibt", "Dann hat gesagt, dass die Schule bleibt"
    check = check_of(printed, (spoken, "de"), ("and then he said um that the school stays", "en"))

    assert [edit.category for edit in check.edits] == [Category.CONTENT]
    assert check.certainty is Certainty.CHECK_BY_EAR
    assert check_of(printed, (spoken, "en"), (spoken, "en-GB")).verdict is Verdict.CLEANED


def test_codes_are_told_apart_and_regions_are_not():
    assert language_of("english") is language_of("eng") is EN  # as other programs write it
    assert language_of("en") is language_of("EN") is language_of("en-GB") is language_of("en_us") is EN
    assert language_of("german").code == language_of("deu").code == shared_language(["de", "ger"]).code == "de"
    assert (language_of("de").code, language_of("zz-ZZ").code, language_of("").code) == ("de", "zz", "xx")
    assert shared_language(["en", "en-AU"]) is EN
    assert (shared_language(["en", "de"]).code, shared_language(["de", "de"]).code) == (MANY, "de")
    assert not any(shared_language(codes).has_words for codes in (["en", "de"], ["de"], []))


ANY_TEXT = st.text(
    st.one_of(st.characters(codec="utf-8", exclude_categories=["Cs"]), st.sampled_from("  aeinrst019.,€%'-")),
    max_size=60,
)
WORDS = st.lists(
    st.sampled_from(
        "er um nicht the a uh well you know i mean sorry no may will not never all some we they is are 1 20 zwanzig "
        "twenty 1.200 1200 2,5 £5 it's it is Köln London naïve naive colour color their there [sic] week's".split()
    ),
    min_size=1,
    max_size=14,
)
KNOWN = [*LANGUAGES.values(), language_of("de"), shared_language(["en", "de"])]


@given(WORDS, WORDS)
def test_an_unknown_language_has_but_two_categories(spoken, printed):
    said, shown = (printed_tokens(" ".join(side), 0, XX) for side in (spoken, printed))

    assert name_change(said, shown, XX) is Category.CONTENT


@given(WORDS, st.data())
def test_whatever_is_left_out_or_added_nothing_is_tidied_but_repeats(words, data):
    """Words are dropped from and added to what was said, and no other category ever comes out."""
    dropped = data.draw(st.sets(st.integers(0, len(words) - 1), max_size=3))
    added = data.draw(WORDS)[:2]
    printed = [word for place, word in enumerate(words) if place not in dropped] + added
    check = check_of(f"Die Brücke bleibt {' '.join(printed)} bis Ostern zu", (
        f"Die Brücke bleibt {' '.join(words)} bis Ostern zu", "de",
    ))  # fmt: skip

    assert {edit.category for edit in check.edits} <= {Category.CONTENT, Category.REPEAT, Category.BRACKET}
    assert check.severity is Severity.NONE or check.certainty is Certainty.CHECK_BY_EAR
    kept = [edit for edit in check.edits if edit.category is Category.REPEAT]
    assert all(edit.words and not edit.chars for edit in kept), "only what was said twice can be a repeat"


@pytest.mark.parametrize("language", KNOWN, ids=lambda language: language.code)
@given(text=ANY_TEXT)
def test_a_text_against_itself_has_no_differences_in_any_language(language, text):
    words = [Word(f" {word}", at, at + 0.4) for at, word in enumerate(text.split())]
    tokens = spoken_tokens(words, language)
    assume(tokens)
    printed = "".join(word.text for word in words)
    quote = Quote(1, printed, Span(0, len(printed)), None, None, 1, 1, None, None, None, Kind.SPEECH)
    readings = place_quotes([quote], index_speech([tokens], language))

    assert [token.key for token in printed_tokens(printed, 0, language)] == [token.key for token in tokens]
    assert readings[1].differences == ()


@pytest.mark.parametrize("language", KNOWN, ids=lambda language: language.code)
@given(text=ANY_TEXT)
def test_any_text_can_be_read_in_any_language(language, text):
    for token in printed_tokens(text, 7, language):
        assert token.key
        assert 7 <= token.start < token.end <= 7 + len(text)


def _never_read(phrases: Iterable[str | tuple[str, ...]], language: Language) -> set[tuple[str, ...]]:
    """Return the entries of a list that are not the keys that the comparison makes of their words."""
    entries = {phrase if isinstance(phrase, tuple) else (phrase,) for phrase in phrases}
    keys = {words: tuple(token.key for token in printed_tokens(" ".join(words), 0, language)) for words in entries}
    return {words for words in entries if keys[words] != words}


LISTS = sorted(
    {field.name for field in fields(Words)} - {"capitals", "negative_prefixes", "opposite_endings", "modal_endings"}
)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_words_of_a_list_are_keys_as_the_comparison_makes_them(language, name):
    """An entry that is never made would be dead."""
    assert not _never_read(getattr(language.words, name), language)


@pytest.mark.parametrize("before", ["It's not true that", "It’s been said that", "No one is saying"])
def test_what_takes_back_beforehand_is_found_however_it_is_contracted(before):
    check = check_of("the school on the hill will close", (f"{before} the school on the hill will close.", "en"))

    assert [(edit.category, edit.spoken) for edit in check.edits] == [(Category.QUALIFIER, before)]


def test_the_neutral_language_says_nothing_by_itself():
    assert not XX.has_words
    assert not Contractions()
    assert (XX.phonetic, XX.spell_number) == (None, None)
    assert not is_same_sound(["gehtnicht", "er"], ["gehtnichter"], XX)
    assert similarity(["night"], ["knight"], EN) > similarity(["night"], ["knight"], XX)
    assert [token.key for token in printed_tokens("twenty five um [sic] week's Ö", 0, XX)] == [
        "twenty", "five", "um", "week's", "ö",
    ]  # fmt: skip


def test_the_table_of_spellings_and_its_licence_are_ours():
    folder = files("align.languages.en")
    table = json.loads(folder.joinpath("spelling.json").read_text(encoding="utf-8"))

    assert len(table) == 1739
    assert (EN.spell("colour"), EN.spell("organised"), EN.spell("grey")) == ("color", "organized", "gray")
    assert "Copyright (c) 2022 OpenAI" in folder.joinpath("spelling.LICENSE").read_text(encoding="utf-8")


SAMPLE = Path(__file__).parent / "data" / "english_tokens.jsonl"


@pytest.mark.parametrize("line", SAMPLE.read_text(encoding="utf-8").splitlines(), ids=lambda line: line[10:40])
def test_english_is_read_as_the_sample_has_it(line):
    """The sample was written by the comparison itself: whatever changes in it is meant, or a fault."""
    sample = json.loads(line)
    tokens = printed_tokens(sample["text"], 0, EN)

    assert [
        [
            token.key,
            token.start,
            token.end,
            list(token.also),
            token.is_bracketed,
            token.after_gap,
            token.is_name,
            token.stop,
        ]
        for token in tokens
    ] == sample["tokens"]


def test_numbers_are_folded_where_the_language_finds_them():
    tokens = printed_tokens("two hundred and five people", 0, XX)

    assert [token.key for token in fold_numbers(tokens, EN)] == ["205", "people"]
    assert fold_numbers(tokens, XX) == tokens
    assert (fold_numbers(tokens, EN)[0].start, fold_numbers(tokens, EN)[0].end) == (0, 20)


def test_the_german_of_the_page_is_a_language():
    """`docs/languages.md` shows how one is added: what it shows works, and says what the page says."""
    page = (Path(__file__).parents[1] / "docs" / "languages.md").read_text(encoding="utf-8")
    shown: dict[str, Any] = {}
    exec(page.split("```python")[1].split("```")[0], shown)  # noqa: S102  (our own page)
    german = shown["DE"]

    def change(spoken: str, printed: str) -> Category:
        return name_change(*(printed_tokens(side, 0, german) for side in (spoken, printed)), german)

    assert change("er", "") is Category.PERSON
    assert change("um", "") is Category.FUNCTION_WORD
    assert change("nicht", "") is Category.NEGATION
    assert change("20", "zwanzig") is Category.CONTENT
    assert change("muss", "kann") is Category.MODALITY
    assert change("das Haus", "die Häuser") is Category.CONTENT
    assert change("Haus", "Hauses") is Category.INFLECTION
    assert not german.is_calibrated
    for name in LISTS:
        assert not _never_read(getattr(german.words, name), german)
