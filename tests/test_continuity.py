"""A recording in parts or in tracks is read as the whole is: no quote is a splice because somebody stopped the tape."""

from dataclasses import replace

import pytest

from align.pipeline import compare, select_quotes
from align.records import Certainty, Model, Report, ReportSettings, Segment, Span, Transcript, Verdict, Word
from tests import lbc_case

WHOLE = lbc_case.report("smallman")
FOUND = [check for check in WHOLE.checks if len(check.passages) == 1]


def read(*transcripts: Transcript) -> Report:
    quoted = select_quotes(lbc_case.article(), ReportSettings())
    return compare(quoted, transcripts, lbc_case.trust_the_transcript, Model("recorded", "base", None))


def cut(transcript: Transcript, at: int, silence: float = 0.0) -> tuple[Transcript, Transcript]:
    """Return a transcript in two parts, the second from word `at` on, with so many seconds of silence between them."""
    instant = transcript.words[at].start
    before, after = transcript.words[:at], transcript.words[at:]
    moved = tuple(Word(word.text, word.start - instant, word.end - instant) for word in after)
    durations = (max(instant, before[-1].end) + silence, transcript.recording.duration - instant)
    first, second = (
        Transcript(
            replace(transcript.recording, path=f"part{number}.wav", duration=duration), "en", words,
            (Segment(0.0, duration, Span(0, len(words))),),
        )
        for number, (duration, words) in enumerate(zip(durations, (before, moved), strict=True), 1)
    )  # fmt: skip
    return first, second


def verdicts(report: Report) -> dict[int, Verdict]:
    return {check.quote.id: check.verdict for check in report.checks}


@pytest.mark.parametrize("check", FOUND, ids=lambda check: str(check.quote.id))
def test_a_quote_that_runs_over_into_the_next_part_is_what_it_is_in_the_whole(check):
    words = check.passages[0].words
    report = read(*cut(lbc_case.transcript("smallman"), (words.start + words.end) // 2))
    same = next(one for one in report.checks if one.quote.id == check.quote.id)

    assert verdicts(report) == verdicts(WHOLE)
    assert [part.recording for part in same.passages] == [0, 1]
    assert all(part.end <= report.transcripts[part.recording].recording.duration for part in same.passages)


def test_only_where_one_part_follows_the_other():
    check = max(FOUND, key=lambda check: len(check.quote.text))
    words = check.passages[0].words
    first, second = cut(lbc_case.transcript("smallman"), (words.start + words.end) // 2)
    for order in ((second, first), cut(lbc_case.transcript("smallman"), (words.start + words.end) // 2, silence=60.0)):
        assert verdicts(read(*order))[check.quote.id] is Verdict.SPLICED


def test_parts_that_may_be_in_the_wrong_order_confirm_no_splice():
    """As `part10.wav` comes before `part2.wav` where a shell sorts them."""
    check = max(FOUND, key=lambda check: len(check.quote.text))
    words = check.passages[0].words
    first, second = cut(lbc_case.transcript("smallman"), (words.start + words.end) // 2)
    found = next(one for one in read(second, first).checks if one.quote.id == check.quote.id)

    assert (found.verdict, found.certainty) == (Verdict.SPLICED, Certainty.CHECK_BY_EAR)
    assert "in their order" in found.causes[0]


def test_a_word_that_may_be_cut_in_two_is_for_the_ear():
    check = max(FOUND, key=lambda check: len(check.quote.text))
    middle = (check.passages[0].words.start + check.passages[0].words.end) // 2
    first, second = cut(lbc_case.transcript("smallman"), middle)
    torn = replace(second, words=(replace(second.words[0], text=" Brrr"), *second.words[1:]))
    report = read(first, torn)
    found = next(one for one in report.checks if one.quote.id == check.quote.id)

    assert found.verdict is not Verdict.SPLICED
    assert [edit.certainty for edit in found.edits if "Brrr" in edit.spoken] == [Certainty.CHECK_BY_EAR]


def tracks(*kept: range) -> list[Transcript]:
    """Return what is heard of the whole in each of two tracks: the words at these positions."""
    heard, found = lbc_case.transcript("smallman"), []
    for number, places in enumerate(kept, 1):
        recording = replace(heard.recording, track=f"channel {number} of 2")
        words = tuple(heard.words[at] for at in places)
        found.append(Transcript(recording, "en", words, (Segment(0.0, recording.duration, Span(0, len(words))),)))
    return found


def test_a_voice_that_is_heard_in_two_tracks_is_no_splice():
    everything = range(len(lbc_case.transcript("smallman").words))
    assert verdicts(read(*tracks(everything, everything))) == verdicts(WHOLE)

    for check in FOUND:  # each track lost half of it
        middle = (check.passages[0].words.start + check.passages[0].words.end) // 2
        split = tracks(everything[:middle], everything[middle:])
        assert verdicts(read(*split))[check.quote.id] is not Verdict.SPLICED
