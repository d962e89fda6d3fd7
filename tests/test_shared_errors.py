"""What print and a transcript that was given have in common is no truth, if something else is heard."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import align
from align import Models
from align.article import find_quotes
from align.compare.corrections import Correction, correct
from align.pipeline import QuotedArticle, build_context, hear_passages, judge_quotes
from align.progress import Progress
from align.records import (
    Article,
    Block,
    Certainty,
    Interval,
    Model,
    QuoteCheck,
    Report,
    ReportSettings,
    Segment,
    Span,
    Transcript,
    Verdict,
    Word,
)
from tests import lbc_case
from tests.needs import needs_model

SPOKEN = lbc_case.transcript("smallman")
WORDS = SPOKEN.words
MODEL = Model("recorded", "base", None)
SENTENCE = "There is no way that the top of the tree was unaware of this behaviour."
FIRST = next(at for at in range(len(WORDS)) if "".join(word.text for word in WORDS[at:]).startswith(" " + SENTENCE))
QUOTED = Span(FIRST, FIRST + len(SENTENCE.split()))

places = st.integers(QUOTED.start, QUOTED.end - 1)
others = st.sampled_from("hospital never fourteen London we money".split())


def _told(words: Sequence[Word]) -> Transcript:
    return replace(SPOKEN, words=tuple(words), segments=(Segment(0, SPOKEN.recording.duration, Span(0, len(words))),))


def _instead(at: int, *texts: str, many: int = 1) -> list[Word]:
    """What was said, with other words at a place, in the time of what stood there."""
    start, end = WORDS[at].start, WORDS[at + max(many, 1) - 1].end if many else WORDS[at].start
    return [*WORDS[:at], *(Word(f" {text}", start, end) for text in texts), *WORDS[at + many :]]


def _text(words: Sequence[Word], more: int) -> str:
    return "".join(word.text for word in words[QUOTED.start : QUOTED.end + more]).strip(" .,")


def _hear(words: Sequence[Word]) -> Any:
    def hear(_: int, place: Interval) -> tuple[Word, ...]:
        return tuple(word for word in words if place.start <= word.start < place.end)

    return hear


def _report(
    text: str,
    told: Sequence[Word],
    heard: Sequence[Word],
    ask: Any = lbc_case.trust_the_transcript,
    progress: Progress | None = None,
) -> Report:
    """The report on one quote, on a transcript that was given, while something else is heard."""
    whole = f"Mina Smallman spoke.\n\n“{text},” she said.\n"
    article = Article("article.txt", "0" * 64, "", whole, (Block(Span(0, len(whole))),))
    quotes = find_quotes(article)
    quoted = QuotedArticle(article, quotes, quotes, ReportSettings(language="en"))
    context = build_context(quoted, [_told(told)], ask, MODEL)
    context = hear_passages(quoted, replace(context, hear_again=_hear(heard)), progress)
    return judge_quotes(quoted, context, MODEL)


def _check(*args: Any, **more: Any) -> QuoteCheck:
    (check,) = _report(*args, **more).checks
    return check


@settings(deadline=None)  # a whole check
@given(places, others)
def test_a_word_that_both_have_and_nobody_said_is_for_the_ear(at: int, word: str) -> None:
    told = _instead(at, word)
    check = _check(_text(told, 0), told, WORDS)

    assert (check.verdict, check.certainty) == (Verdict.ALTERED, Certainty.CHECK_BY_EAR)
    assert any(word in edit.printed and WORDS[at].text.strip(" .") in edit.spoken for edit in check.edits)
    assert any(f"“{edit.spoken}”" in cause for edit in check.edits for cause in check.causes)


@settings(deadline=None)  # a whole check
@given(st.integers(QUOTED.start + 1, QUOTED.end - 1), others)
def test_a_word_that_both_lack_is_for_the_ear(at: int, word: str) -> None:
    heard = _instead(at, word, many=0)
    check = _check(_text(WORDS, 0), WORDS, heard)

    assert (check.verdict, check.certainty) == (Verdict.ALTERED, Certainty.CHECK_BY_EAR)
    assert [edit.spoken for edit in check.edits] == [word]


@settings(deadline=None)  # a whole check
@given(places, others)
def test_a_word_that_only_both_have_is_for_the_ear(at: int, word: str) -> None:
    told = _instead(at, WORDS[at].text.strip(), word)
    assume(at < QUOTED.end - 1)
    check = _check(_text(told, 1), told, WORDS)

    assert (check.verdict, check.certainty) == (Verdict.ALTERED, Certainty.CHECK_BY_EAR)
    assert [(edit.printed, edit.spoken) for edit in check.edits] == [(word, "")]


@settings(deadline=None)  # a whole check
@given(places, others)
def test_a_right_transcript_is_left_as_it_is(at: int, word: str) -> None:
    """Whatever else is heard wrongly outside the quote."""
    outside = (at + len(WORDS) // 2) % len(WORDS)
    assume(outside not in range(QUOTED.start - 1, QUOTED.end + 1))
    report = _report(_text(WORDS, 0), WORDS, _instead(outside, word))

    assert report.transcripts == (_told(WORDS),)
    assert report.checks[0].verdict is Verdict.VERBATIM


@pytest.mark.parametrize("ask", [lbc_case.trust_print, lambda _: None])
def test_the_texts_are_believed_where_the_audio_does_not_contradict_them(ask: Any) -> None:
    report = _report(_text(WORDS, 0), WORDS, _instead(QUOTED.start + 3, "hospital"), ask)

    assert report.transcripts == (_told(WORDS),)


@pytest.mark.parametrize(
    ("told", "heard"),
    [
        (("colour",), ("color",)),
        (("twenty",), ("20",)),
        (("in-built",), ("in", "built")),
        (("unaware",), ("um,", "unaware")),
        (("their",), ("there",)),
        (("really",), ("really,", "really")),
        (("ten", "per", "cent"), ("10%",)),
    ],
)
def test_what_is_only_written_otherwise_is_no_error(told: Sequence[str], heard: Sequence[str]) -> None:
    at = QUOTED.start + 4
    words = _instead(at, *told)
    report = _report(_text(words, len(told) - 1), words, _instead(at, *heard))

    assert report.transcripts == (_told(words),)


def test_nothing_is_certain_to_be_missing_that_the_transcript_has() -> None:
    """The quote was written into the transcript where another sentence is said."""
    invented = "Our hospital needs fourteen million pounds from London before the winter comes".split()
    told = _instead(QUOTED.start, *invented, many=len(QUOTED))
    report = _report(" ".join(invented), told, WORDS)

    assert report.checks[0].verdict is not Verdict.VERBATIM
    assert report.checks[0].certainty is Certainty.CHECK_BY_EAR
    assert any("“Our hospital needs" in warning and "something else is heard" in warning for warning in report.warnings)


@pytest.mark.parametrize("word", ["hospital", "never"])
def test_a_single_word_is_heard_too(word: str) -> None:
    told = _instead(QUOTED.start + 11, word)
    check = _check(word, told, WORDS)

    assert (check.verdict, check.certainty) == (Verdict.NOT_FOUND, Certainty.CHECK_BY_EAR)


def test_where_nothing_is_heard_that_is_said() -> None:
    report = _report(_text(WORDS, 0), WORDS, ())

    assert report.checks[0].verdict is Verdict.VERBATIM
    assert any("could not be made out" in warning for warning in report.warnings)


def test_whoever_looks_on_is_told() -> None:
    class Told(Progress):
        told: tuple[int, int] = (0, 0)

        def heard_again(self, done: int, total: int) -> None:
            self.told = (done, total)

    progress = Told()
    _report(_text(WORDS, 0), WORDS, WORDS, progress=progress)

    assert progress.told == (1, 1)


@st.composite
def corrections(draw: st.DrawFn) -> tuple[Correction, ...]:
    """Corrections of the spoken words that lie apart."""
    edges = sorted(draw(st.sets(st.integers(0, len(WORDS)), min_size=2, max_size=6)))
    spans = [Span(*pair) for pair in list(pairwise(edges))[::2]]
    heard = st.lists(st.builds(Word, others.map(" {}".format), st.just(3.0), st.just(9.0)), max_size=3)
    return tuple(Correction(span, tuple(draw(heard))) for span in spans)


@given(corrections(), st.integers(1, 12))
def test_a_corrected_transcript_has_what_is_heard_and_all_else(found: tuple[Correction, ...], length: int) -> None:
    edges = [*range(0, len(WORDS), length), len(WORDS)]
    told = replace(SPOKEN, segments=tuple(Segment(0, 1, Span(*pair)) for pair in pairwise(edges)))
    corrected, where = correct(told, found)

    texts = [word.text for word in corrected.words]
    assert [texts[span.start : span.end] for span in where] == [[word.text for word in one.heard] for one in found]
    kept = [word.text for at, word in enumerate(WORDS) if not any(at in one.words for one in found)]
    assert [text for at, text in enumerate(texts) if not any(at in span for span in where)] == kept
    assert all(one.start <= other.start for one, other in pairwise(corrected.words))


@pytest.mark.model
@needs_model("tiny.en")
def test_a_transcript_written_from_the_article_proves_nothing(tmp_path: Path) -> None:
    """She said “unaware”; print has it wrong once, and so has the transcript."""
    wrong = SENTENCE.replace("unaware", "aware")
    words = "".join(word.text for word in WORDS)
    (tmp_path / "article.txt").write_text(f"“{wrong}” Mina Smallman said.\n", encoding="utf-8")
    checks = {}
    for name, text in (("right", words), ("wrong", words.replace(SENTENCE, wrong))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (checks[name],) = align.check(
            lbc_case.FOLDER / "smallman.mp3",
            tmp_path / "article.txt",
            transcripts=tmp_path / f"{name}.txt",
            models=Models("tiny.en", cache=False),
        ).checks

    assert checks["right"].certainty is Certainty.CONFIRMED
    assert checks["wrong"].certainty is Certainty.CHECK_BY_EAR
    assert {check.verdict for check in checks.values()} == {Verdict.ALTERED}
