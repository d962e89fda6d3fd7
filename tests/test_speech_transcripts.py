"""A saved transcript comes back as it was written; one that other tools wrote comes back with times that make sense."""

import json
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import TranscriptError
from align.records import Interval, Model, Recording, Segment, Span, Transcript, Word
from align.report.contract import render_transcript
from align.speech.audio import SILENCE
from align.speech.recorded import Recorded, load_recorded
from align.speech.mending import RoughSegment, RoughWord, fit, mend
from align.speech.transcripts import read_transcript

SPOKEN = Transcript(
    Recording("talk.mp3", "ab" * 32, 9.5),
    "en",
    (Word(" We", 0.5, 0.75, 0.5), Word(" went.", 0.75, 1.25, 0.25), Word(" Why?", 4.0, 4.5)),
    (Segment(0.5, 1.25, Span(0, 2), -0.25, 0.125), Segment(4.0, 4.5, Span(2, 3))),
    (Interval(6.0, 8.0),),
)
MODEL = Model("openai-whisper", "base", "cd" * 32)

absurd_times = st.one_of(st.none(), st.floats(-5, 20), st.just(math.nan), st.just(math.inf))
rough_words = st.builds(RoughWord, st.text("abc", min_size=1), absurd_times, absurd_times)
rough_segments = st.builds(RoughSegment, st.lists(rough_words, max_size=6).map(tuple), absurd_times, absurd_times)


def test_our_own_json_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "transcript.json"
    path.write_text(render_transcript(SPOKEN, MODEL), encoding="utf-8")
    saved = read_transcript(str(path))
    assert (saved.transcript, saved.model) == (SPOKEN, MODEL)


@given(st.lists(rough_segments, max_size=5))
def test_mended_times_are_in_order_and_no_word_is_lost(rough: list[RoughSegment]) -> None:
    words, segments = mend(rough)
    assert [word.text for word in words] == [word.text for segment in rough for word in segment.words]
    assert all(math.isfinite(word.end) for word in words)
    assert all(one.end <= following.start for one, following in pairwise(words))
    Transcript(SPOKEN.recording, "en", words, segments)


@given(st.lists(st.floats(0.01, 2), min_size=2, max_size=20))
def test_good_times_are_left_alone(durations: list[float]) -> None:
    edges = [sum(durations[:count]) for count in range(len(durations) + 1)]
    rough = RoughSegment(tuple(RoughWord(" a", start, end) for start, end in pairwise(edges)))
    words, _ = mend([rough])
    assert [(word.start, word.end) for word in words] == list(pairwise(edges))


def test_words_without_times_share_their_segment(tmp_path: Path) -> None:
    path = tmp_path / "whisper.json"
    path.write_text(json.dumps({"segments": [{"start": 1.0, "end": 3.0, "text": " ab cd"}], "language": "en"}))
    words = read_transcript(str(path)).transcript.words
    assert [(word.text, word.start, word.end) for word in words] == [(" ab", 1.0, 2.0), (" cd", 2.0, 3.0)]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"segments": [{}]}', '{"segments": 1}', "\x00", "null"])
def test_what_is_no_transcript_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "transcript.json"
    path.write_text(content)
    with pytest.raises(TranscriptError, match="not a transcript as"):
        read_transcript(str(path))


def test_unknown_and_absent_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=r"give one of \.json"):
        read_transcript(str(tmp_path / "transcript.docx"))
    with pytest.raises(TranscriptError, match="cannot be read"):
        load_recorded(str(tmp_path / "absent.json"))


def test_recorded_has_no_ears_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "transcript.json"
    path.write_text(render_transcript(SPOKEN, MODEL), encoding="utf-8")
    engine: Recorded = load_recorded(str(path))
    assert engine.log_likelihoods(SILENCE, ["we went"], "en") == ()
    assert engine.word_times(SILENCE, [" we"], "en") == ()
