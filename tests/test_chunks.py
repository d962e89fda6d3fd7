"""The law of every diff, on the chunks that every report loops over: patch(spoken, chunks) == printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.compare import alignment
from align.compare.alignment import align_quote
from align.compare.calibration import probability
from align.compare.chunks import cover_part
from align.compare.diff import find_alignment
from align.compare.evidence import Context
from align.compare.locate import index_speech
from align.compare.tokens import printed_tokens, spoken_tokens
from align.languages import EN
from align.records import (
    Article,
    Block,
    Chunk,
    Op,
    Passage,
    QuoteCheck,
    Recording,
    Report,
    Segment,
    Span,
    Transcript,
    Word,
)
from align.report.view.alignment import pair_words
from tests import lbc_case
from tests.golden.strategies import few, reports

vocabulary = st.sampled_from("the we may not be isolated to one police force really safe said it was".split())
sentences = st.lists(vocabulary, min_size=1, max_size=12)
stops = st.sampled_from(["", "", "", ",", ".", " –", "’"])


def _keys(text: str) -> str:
    """What is compared of a text, without its division into words."""
    return "".join(token.key for token in printed_tokens(text, 0, EN))


def _patched(chunks: tuple[Chunk, ...], text: str, words: tuple[Word, ...]) -> str:
    """The spoken words where the chunks say that both sides agree, the printed ones where they say that they differ."""
    said = ("".join(word.text for word in words[chunk.words.start : chunk.words.end]) for chunk in chunks)
    shown = (text[chunk.chars.start : chunk.chars.end] for chunk in chunks)
    pairs = zip(chunks, said, shown, strict=True)
    return "".join(_keys(spoken if chunk.op is Op.EQUAL else printed) for chunk, spoken, printed in pairs)


def _transcript(spoken: list[str]) -> Transcript:
    words = tuple(Word(f" {word}", at * 0.4, at * 0.4 + 0.3) for at, word in enumerate(spoken))
    duration = len(words) * 0.4
    return Transcript(Recording("a.wav", "0" * 64, duration), "en", words, (Segment(0, duration, Span(0, len(words))),))


def _covered(text: str, transcript: Transcript) -> tuple[Chunk, ...]:
    """The chunks of a text that is read into all of a transcript, in one part."""
    printed, spoken = printed_tokens(text, 0, EN), spoken_tokens(transcript.words, EN)
    speech = index_speech([spoken], EN)
    aligned = align_quote(find_alignment(printed, spoken, [Span(0, len(spoken))], EN), printed, speech)
    article = Article("a.txt", "0" * 64, "", text, (Block(Span(0, len(text))),))
    context = Context(article, (transcript,), speech, lambda _: None, "base", "clean", weigh=probability)
    (part,) = aligned.parts
    return cover_part(part, [None] * len(part.edits), aligned, context)


def _check_law(printed: list[str], spoken: list[str]) -> None:
    text, transcript = " ".join(printed), _transcript(spoken)
    chunks = _covered(text, transcript)

    assert _patched(chunks, text, transcript.words) == _keys(text)


@given(sentences, sentences)
def test_patching_speech_with_the_chunks_gives_print(printed, spoken):
    _check_law(printed, spoken)


@given(st.lists(st.tuples(vocabulary, stops).map("".join), min_size=1, max_size=12), sentences)
def test_punctuation_belongs_to_no_difference_and_is_covered_all_the_same(printed, spoken):
    text = " ".join(printed)
    chunks = _covered(text, _transcript(spoken))
    tokens = printed_tokens(text, 0, EN)

    covered = "".join(text[chunk.chars.start : chunk.chars.end] for chunk in chunks)
    assert covered == text[tokens[0].start : tokens[-1].end]


def test_the_law_fails_where_a_difference_is_lost(monkeypatch):
    """A law that cannot fail is worse than none: the code is broken here on purpose."""
    whole = alignment.find_differences
    monkeypatch.setattr(alignment, "find_differences", lambda *given: whole(*given)[:-1])

    with pytest.raises(AssertionError):
        _check_law("we said it was safe".split(), "we said it may be safe".split())


def test_the_law_fails_where_a_difference_is_misplaced(monkeypatch):
    whole = alignment.find_differences

    def shifted(run, printed, speech, language):
        return tuple(
            item.__class__(Span(item.printed.start + 1, item.printed.end + 1), item.spoken)
            for item in whole(run, printed, speech, language)
        )

    monkeypatch.setattr(alignment, "find_differences", shifted)
    with pytest.raises(AssertionError):
        _check_law("we said it was safe".split(), "we said it may be safe".split())


@pytest.mark.parametrize("name", lbc_case.RECORDINGS)
def test_on_real_speech_patching_gives_print(name):
    report = lbc_case.report(name)
    for check in report.checks:
        for passage in check.passages:
            chunks = [chunk for chunk in passage.chunks if not _is_cut_off(chunk, passage)]
            patched = _patched(tuple(chunks), report.article.text, report.transcripts[0].words)
            assert patched == _keys(report.printed(passage.chars)), check.quote.text


@pytest.mark.parametrize("name", lbc_case.RECORDINGS)
def test_where_both_sides_agree_a_chunk_is_a_word_or_a_number(name):
    """Nobody need diff again to show speech over print."""
    report = lbc_case.report(name)
    for check in report.checks:
        for passage in check.passages:
            for chunk in passage.chunks:
                if chunk.op is Op.EQUAL:
                    assert len(report.printed(chunk.chars).split()) <= 3, check.quote.text


@few
@given(reports())
def test_the_pairs_of_a_quote_hold_all_of_its_print_and_all_that_was_said(report):
    for check in report.checks:
        pairs = pair_words(report, check)
        assert "".join("".join(pair.printed.split()) for pair in pairs) == "".join(check.quote.text.split())
        heard = [word for pair in pairs for word in pair.heard]
        assert heard == [word for part in check.passages for word in _words(report, part)]


def test_a_passage_that_its_chunks_do_not_cover_cannot_be_built():
    chunk = Chunk(Op.EQUAL, Span(0, 4), Span(0, 1))
    for chunks in ((), (Chunk(Op.EQUAL, Span(0, 3), Span(0, 1)),), (chunk, Chunk(Op.EQUAL, Span(5, 8), Span(1, 2)))):
        with pytest.raises(ValueError, match="must cover"):
            Passage(0, Span(0, 2), Span(0, 8), 0.0, 1.0, chunks)


def _is_cut_off(chunk: Chunk, passage: Passage) -> bool:
    return chunk.words.start >= passage.words.end or (chunk.words.end <= passage.words.start and len(chunk.words) > 0)


def _words(report: Report, part: Passage) -> tuple[Word, ...]:
    words = report.transcripts[part.recording].words
    return words[part.chunks[0].words.start : part.chunks[-1].words.end]


def test_edits_of_a_check_are_those_of_its_chunks():
    report = lbc_case.report("naseem")
    checks: list[QuoteCheck] = [check for check in report.checks if check.edits]

    assert checks
    for check in checks:
        assert {edit.chars for edit in check.edits} == {
            chunk.edit.chars for part in check.passages for chunk in part.chunks if chunk.edit
        }
