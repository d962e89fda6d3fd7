"""A saved transcript comes back as it was written; one that other tools wrote comes back with times that make sense."""

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import TranscriptError
from align.languages import UNDETERMINED
from align.records import Interval, Model, Recording, Segment, Span, Transcript, Word
from align.report import TRANSCRIPT_FORMATS, write_transcript
from align.report.formats.json_report import render_transcript
from align.speech.audio import SILENCE, Audio, Clip
from align.speech.transcripts import SavedTranscript, read_transcript
from align.speech.transcripts.fitting import UNCHECKED
from align.speech.transcripts.given import GivenTranscript
from align.speech.transcripts.rough import RoughSegment, RoughWord
from align.speech.transcripts.timestamps import clip_to_recording, repair_timestamps

SPOKEN = Transcript(
    Recording("talk.mp3", "ab" * 32, 9.5),
    "en",
    (Word(" We", 0.5, 0.75, 0.5), Word(" went.", 0.75, 1.25, 0.25), Word(" Why?", 4.0, 4.5)),
    (Segment(0.5, 1.25, Span(0, 2), -0.25, 0.125), Segment(4.0, 4.5, Span(2, 3))),
    (Interval(6.0, 8.0),),
)
MODEL = Model("openai-whisper", "base", "cd" * 32)

absurd_times = st.one_of(st.none(), st.floats(-5, 20), st.sampled_from([math.nan, math.inf, 1e300, 99999.0]))
rough_words = st.builds(RoughWord, st.text("abc", min_size=1), absurd_times, absurd_times)
rough_segments = st.builds(RoughSegment, st.lists(rough_words, max_size=6).map(tuple), absurd_times, absurd_times)


@given(st.lists(rough_segments, max_size=5))
def test_repaired_times_are_in_order_and_no_word_is_lost(rough: list[RoughSegment]) -> None:
    words, segments = repair_timestamps(rough)
    assert [word.text for word in words] == [word.text for segment in rough for word in segment.words]
    assert all(math.isfinite(word.end) for word in words)
    assert all(one.end <= following.start for one, following in pairwise(words))
    Transcript(SPOKEN.recording, "en", words, segments)


@given(st.lists(st.floats(0.01, 2), min_size=2, max_size=20))
def test_good_times_are_left_alone(durations: list[float]) -> None:
    edges = [sum(durations[:count]) for count in range(len(durations) + 1)]
    rough = RoughSegment(tuple(RoughWord(" a", start, end) for start, end in pairwise(edges)))
    words, _ = repair_timestamps([rough])
    assert [(word.start, word.end) for word in words] == list(pairwise(edges))


def test_words_without_times_share_their_segment(tmp_path: Path) -> None:
    path = tmp_path / "whisper.json"
    path.write_text(json.dumps({"segments": [{"start": 1.0, "end": 3.0, "text": " ab cd"}], "language": "en"}))
    words = read_transcript(str(path)).transcript.words
    assert [(word.text, word.start, word.end) for word in words] == [(" ab", 1.0, 2.0), (" cd", 2.0, 3.0)]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"segments": [{}]}', '{"segments": 1}', "\x00", "null", "7"])
def test_what_is_no_transcript_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "transcript.json"
    path.write_text(content)
    with pytest.raises(TranscriptError, match=r"no transcript that can be read|holds no words"):
        read_transcript(str(path))


def test_absent_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="cannot be read"):
        read_transcript(str(tmp_path / "absent.json"))


class _Scorer:
    """A recognizer that scores by length, and hears nothing."""

    model = Model("scorer", "tape", None)

    def transcribe(self, audio: Audio, language: str | None = None, progress: object = None) -> Transcript:
        raise AssertionError("the transcript is given")

    def transcribe_place(self, audio: Audio, place: Interval, language: str) -> tuple[Word, ...]:
        return ()

    def detect_language(self, clip: Clip) -> str:
        return "de"

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        return tuple(-float(len(wording)) for wording in wordings)


def test_a_given_transcript_asks_another_recognizer_for_evidence(tmp_path: Path) -> None:
    path = tmp_path / "transcript.json"
    path.write_text(render_transcript(SPOKEN, MODEL), encoding="utf-8")
    given = GivenTranscript(read_transcript(str(path)), _Scorer())
    assert given.model == MODEL
    assert given.log_likelihoods(SILENCE, ["we went", "we"], "en") == (-7.0, -2.0)
    audio = Audio("moved.mp3", "cd" * 32)
    vars(audio)["recording"] = Recording("moved.mp3", "cd" * 32, 9.0)  # as if it had been decoded
    assert given.transcribe(audio) == replace(SPOKEN, recording=audio.recording, warnings=(UNCHECKED,))
    assert given.transcribe(audio, "cy").language == "cy"


_LINES = {
    "en": "Well, they said that they had been there, and nobody asked what for.",
    "de": "Dann hat er gesagt, dass am Freitag um fünf Uhr nicht geschlossen wird. Was so war, will man hier also.",
    "nl": "We waren in de stad, en die man had het over de dingen die we in het land doen.",
}


@pytest.mark.parametrize("language", _LINES)
def test_a_transcript_that_does_not_say_its_language_is_not_taken_for_english(tmp_path: Path, language: str) -> None:
    """Its words tell that it is English, or they do not; then the sound is asked, and without sound nothing is said."""
    path = tmp_path / "talk.srt"
    path.write_text(f"1\n00:00:01,000 --> 00:00:05,000\n{_LINES[language]}\n", encoding="utf-8")
    saved = read_transcript(str(path))
    audio = Audio("talk.mp3", "cd" * 32)
    vars(audio)["recording"] = Recording("talk.mp3", "cd" * 32, 9.0)

    assert saved.transcript.language == ("en" if language == "en" else UNDETERMINED)
    assert GivenTranscript(saved, _Scorer()).transcribe(audio).language == ("en" if language == "en" else "de")
    assert GivenTranscript(saved, _Scorer()).transcribe(audio, "nl").language == "nl"


WHISPERX = {
    "segments": [
        {
            "start": 1.0, "end": 3.0, "text": " In 2024 we won.", "speaker": "SPEAKER_00",
            "words": [
                {"word": "In", "start": 1.0, "end": 1.25, "score": 0.5, "speaker": "SPEAKER_00"},
                {"word": "2024"},
                {"word": "we", "start": 2.0, "end": 2.25, "score": "0.25"},
                {"word": "won.", "start": 2.25, "end": 3.0, "score": math.nan},
            ],
        }
    ],
    "language": "en",
}  # fmt: skip
WHISPER_TIMESTAMPED = {
    "text": " In 2024",
    "segments": [
        {
            "id": 0, "start": 1.0, "end": 2.0, "text": " In 2024", "confidence": 0.9,
            "words": [
                {"text": "In", "start": 1.0, "end": 1.25, "confidence": 0.75},
                {"text": "2024", "start": 1.25, "end": 2.0, "confidence": 0.5},
            ],
        }
    ],
    "language": "fr",
}  # fmt: skip
GENTLE = {
    "transcript": "In twenty-four, we",
    "words": [
        {"alignedWord": "in", "case": "success", "word": "In", "start": 1.0, "end": 1.25, "startOffset": 0,
         "endOffset": 2, "phones": []},
        {"case": "not-found-in-audio", "word": "twenty", "startOffset": 3, "endOffset": 9},
        {"case": "not-found-in-audio", "word": "four", "startOffset": 10, "endOffset": 14},
        {"alignedWord": "<unk>", "case": "success", "word": "we", "start": 2.25, "end": 2.5, "startOffset": 16,
         "endOffset": 18},
    ],
}  # fmt: skip
VTT = """WEBVTT

STYLE
::cue { color: red }

NOTE Nothing of this is said.

introduction
00:01.000 --> 00:03.000 align:start
<v Ada Okonjo>We <b>may</b> win &amp; <00:00:02.000><c.loud>lose</c></v>

00:03.000 --> 00:04.000
- [SPEAKER_01]: In
1984
"""
SRT = """1
00:00:03,000 --> 00:00:04,000
[SPEAKER_01]: In
1984

2
00:00:01,000 --> 00:00:03,000
{\\an8}<i>We</i> <font color="red">may win & lose</font>
"""


def saved_words(folder: Path, name: str, content: str) -> list[tuple[str, float, float]]:
    (folder / name).write_text(content, encoding="utf-8")
    return [(word.text, word.start, word.end) for word in read_transcript(str(folder / name)).transcript.words]


def test_whisperx_leaves_out_the_times_of_numbers(tmp_path: Path) -> None:
    words = saved_words(tmp_path, "whisperx.json", json.dumps(WHISPERX))
    assert words == [(" In", 1.0, 1.25), (" 2024", 1.25, 2.0), (" we", 2.0, 2.25), (" won.", 2.25, 3.0)]
    transcript = read_transcript(str(tmp_path / "whisperx.json")).transcript
    assert [word.probability for word in transcript.words] == [0.5, 1.0, 0.25, 1.0]


def test_whisper_timestamped_names_things_otherwise(tmp_path: Path) -> None:
    words = saved_words(tmp_path, "timestamped.json", json.dumps(WHISPER_TIMESTAMPED))
    assert words == [(" In", 1.0, 1.25), (" 2024", 1.25, 2.0)]
    assert read_transcript(str(tmp_path / "timestamped.json")).transcript.language == "fr"


def test_gentle_keeps_words_that_it_did_not_find(tmp_path: Path) -> None:
    words = saved_words(tmp_path, "gentle.json", json.dumps(GENTLE))
    assert [text for text, _, _ in words] == [" In", " twenty", " four", " we"]
    assert words[1][1] == 1.25
    assert words[1][2] == words[2][1]
    assert words[2][2] == 2.25


def spoken_by(folder: Path, name: str, content: str) -> list[tuple[str, str | None]]:
    """Return the words of a saved transcript and who says them."""
    (folder / name).write_text(content, encoding="utf-8")
    return [(word.text, word.speaker) for word in read_transcript(str(folder / name)).transcript.words]


def test_a_label_says_who_speaks(tmp_path: Path) -> None:
    one, other = "SPEAKER_00", "SPEAKER_01"
    assert {who for _, who in spoken_by(tmp_path, "whisperx.json", json.dumps(WHISPERX))} == {one}
    shown = "1\n00:00:01,000 --> 00:00:03,000\n[SPEAKER_00]: We won.\n- (Ada): No.\n>> BOB LEE: So?\n"
    said = [(" We", one), (" won.", one), (" No.", "Ada"), (" So?", "BOB LEE")]
    assert spoken_by(tmp_path, "labels.srt", shown) == said
    alone = "1\n00:00:01,000 --> 00:00:03,000\nWell.\n[SPEAKER_01]: No.\n"
    assert spoken_by(tmp_path, "alone.srt", alone) == [(" Well.", None), (" No.", other)]
    voices = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v.loud Ada &amp; Bo>We won.</v> <v Cy>No.</v>\n"
    assert spoken_by(tmp_path, "voices.vtt", voices) == [(" We", "Ada & Bo"), (" won.", "Ada & Bo"), (" No.", "Cy")]


def test_a_word_knows_its_speaker_better_than_its_segment(tmp_path: Path) -> None:
    words = [{"word": "We", "speaker": "B"}, {"word": "won.", "speaker": None}, {"word": "No.", "speaker": 7}]
    document = {"segments": [{"text": "We won. No.", "speaker": "A", "words": words}]}
    said = spoken_by(tmp_path, "words.json", json.dumps(document))
    assert said == [(" We", "B"), (" won.", "A"), (" No.", "speaker 7")]


def test_who_speaks_survives_our_own_json(tmp_path: Path) -> None:
    spoken = replace(SPOKEN, words=(replace(SPOKEN.words[0], speaker="SPEAKER_00"), *SPOKEN.words[1:]))
    path = tmp_path / "transcript.json"
    path.write_text(render_transcript(spoken, MODEL), encoding="utf-8")
    assert read_transcript(str(path)).transcript == spoken
    assert "speaker" not in render_transcript(SPOKEN, MODEL)


@pytest.mark.parametrize(("name", "content"), [("talk.vtt", VTT), ("talk.srt", SRT), ("crlf.srt", "\ufeff" + SRT)])
def test_subtitles_are_words_without_styling_and_labels(tmp_path: Path, name: str, content: str) -> None:
    words = saved_words(tmp_path, name, content.replace("\n", "\r\n") if "crlf" in name else content)
    assert [text for text, _, _ in words] == [" We", " may", " win", " &", " lose", " In", " 1984"]
    assert [times for word, *times in words if word == " In"] == [[3.0, words[-1][1]]]
    assert (words[0][1], words[-1][2]) == (1.0, 4.0)


def test_what_we_write_comes_back(tmp_path: Path) -> None:
    """In every format of words: the words in all, all times in JSON, those of cues in subtitles, none in text."""
    for extension in TRANSCRIPT_FORMATS.keys() - {".TextGrid", ".rttm"}:
        path = tmp_path / f"talk{extension}"
        write_transcript(SPOKEN, MODEL, path)
        saved = read_transcript(str(path))
        assert [word.text for word in saved.transcript.words] == [word.text for word in SPOKEN.words]
        assert saved.is_timed == (extension != ".txt")
        if extension in (".srt", ".vtt"):
            assert [(part.start, part.end) for part in saved.transcript.segments] == [(0.5, 1.25), (4.0, 4.5)]
        if extension == ".json":
            assert saved == SavedTranscript(SPOKEN, MODEL)


@given(st.lists(st.floats(0.1, 2), min_size=4, max_size=20), st.data())
def test_one_absurd_time_spoils_no_other(durations: list[float], data: st.DataObject) -> None:
    edges = list(pairwise(sum(durations[:count]) for count in range(len(durations) + 1)))
    place = data.draw(st.integers(1, len(edges) - 2))
    wrong = data.draw(st.sampled_from([(99999.0, 99999.5), (-1.0, 2.0), (5.0, 4.0), (math.nan, 1.0), (None, None)]))
    given_times = [*edges[:place], wrong, *edges[place + 1 :]]
    words, _ = repair_timestamps([RoughSegment((RoughWord(" a", *times),)) for times in given_times])
    assert [(word.start, word.end) for word in words] == edges


def test_what_other_tools_call_model_and_language_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "talk.json"
    extra = {"model": "large-v3", "recording": None, "language": None, "duration": math.nan}
    path.write_text(json.dumps({"segments": [{"text": "so on"}], **extra}), encoding="utf-8")
    saved = read_transcript(str(path))
    assert saved.model == Model("recorded", "talk.json", None)
    assert saved.transcript.language == UNDETERMINED
    assert saved.transcript.recording.path == str(path)
    assert saved.transcript.recording.duration == saved.transcript.words[-1].end > 0


def test_times_written_as_strings_are_times(tmp_path: Path) -> None:
    document = {"segments": [{"words": [{"word": "so", "start": "1.5", "end": "2"}, {"word": "on", "start": "x"}]}]}
    assert saved_words(tmp_path, "strings.json", json.dumps(document))[0] == (" so", 1.5, 2.0)


@given(st.floats(0.1, 10))
def test_nothing_is_later_than_the_recording(duration: float) -> None:
    recording = Recording("talk.mp3", "ab" * 32, duration)
    fitted = clip_to_recording(SPOKEN, recording)
    assert fitted.recording is recording
    assert [word.text for word in fitted.words] == [word.text for word in SPOKEN.words]
    assert all(part.end <= duration for part in (*fitted.words, *fitted.segments, *fitted.unheard))


def test_the_transcript_of_a_longer_recording_is_refused() -> None:
    late = replace(SPOKEN, words=(*SPOKEN.words[:2], Word(" Why?", 400.0, 401.0)))
    with pytest.raises(TranscriptError, match=r"until 00:06:40, but the recording ends at 9.5 s"):
        clip_to_recording(late, SPOKEN.recording)
