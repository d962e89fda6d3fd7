"""Whatever is broken costs only itself, with a warning, or is refused in one sentence."""

import json
import random
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.errors import TranscriptError
from align.speech.transcripts import SavedTranscript, read_transcript
from align.speech.transcripts.clock import read_clock, read_seconds
from tests.transcripts.test_labels_and_sounds import subtitles
from tests.transcripts.test_samples import FOLDER

CUES = ("We went there.", "Nobody was asked", "why it was so.", "And then we left.")


def read(folder: Path, content: str | bytes, name: str = "transcript") -> SavedTranscript:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_transcript(str(folder / name))


def said(saved: SavedTranscript) -> str:
    return "".join(word.text for word in saved.transcript.words).strip()


@pytest.mark.parametrize(
    "times",
    [
        "00:00:03 --> 00:00:05", "0:0:3 --> 0:0:5", "00:03,000 --> 00:05,000",
        "00:00:03.000 -> 00:00:05.000", "00:00:03,000→00:00:05,000",
        "00:00:03,000 --> 00:00:05,000 X1:10 X2:20 Y1:30 Y2:40",
        "00:00:03,000 --> 00:00:05,000 align:start position:0%",
        "00:00:03,000–>00:00:05,000", "00: 00: 03, 000 --> 00: 00: 05, 000", "3.0 --> 5.0",
        "00:00:03:00 --> 00:00:05:00",
        "00:00:03,000 --&gt; 00:00:05,000", "  00:00:03,000 -- > 00:00:05,000", "000:00:03,000 --> 000:00:05,000",
    ],
)  # fmt: skip
def test_a_cue_s_times_are_read_however_they_are_written(tmp_path: Path, times: str) -> None:
    saved = read(tmp_path, subtitles(CUES).replace("00:00:03,000 --> 00:00:05,000", times))
    assert said(saved) == " ".join(CUES)
    assert [segment.start for segment in saved.transcript.segments] == [1, 3, 5, 7]
    assert not saved.transcript.warnings


@pytest.mark.parametrize(
    "times",
    [
        "00:00:xx,000 --> 00:00:05,000", "--> 00:00:05,000", "00:00:03,000 -->", "00:00:99,000 --> 00:00:05,000",
        "00:00:05,000 --> 00:00:03,000",
        "aa:bb --> c1:dd",
        "10:00:03,000 --> 10:00:05,000",
        "00:00:00,000 --> 00:00:00,000", "00:00:0,3,0 --> 00:00:05,000", "00:99:03,000 --> 00:99:05,000",
    ],
)  # fmt: skip
def test_one_bad_cue_costs_its_times_with_a_warning(tmp_path: Path, times: str) -> None:
    saved = read(tmp_path, subtitles(CUES).replace("00:00:03,000 --> 00:00:05,000", times))
    assert said(saved) == " ".join(CUES)
    kept = [word.start for word in saved.transcript.words if word.text in (" We", " why", " And")]
    assert kept == [1, 5, 7]
    (warning,) = saved.transcript.warnings
    assert "cue 2 (line 6)" in warning


LAYOUTS = {
    "no blank lines": lambda text: text.replace("\n\n", "\n"),
    "many blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "double spaced": lambda text: text.replace("\n", "\n\n"),
    "blank lines inside": lambda text: text.replace("Nobody was", "Nobody\n\nwas"),
    "no numbers": lambda text: "\n".join(line for line in text.split("\n") if not line.isdigit()),
    "wrong numbers": lambda text: text.replace("\n3\n", "\n7\n"),
    "old Mac": lambda text: text.replace("\n", "\r"),
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "white space": lambda text: text.replace("\n", " \n"),
    "VTT without a heading": lambda text: text.replace(",000", ".000"),
    "VTT with commas": lambda text: "WEBVTT\n\n" + text,
    "VTT with names": lambda text: (
        "WEBVTT - a title --> no\n\nNOTE Nobody\nsaid this.\n\n" + text.replace("\n3\n", "\nthree\n")
    ),
    "a note that is none": lambda text: text + "5\n00:00:09,000 --> 00:00:10,000\nNOTE it.\n",
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_whatever_the_layout_the_words_are_the_same(tmp_path: Path, layout: str) -> None:
    saved = read(tmp_path, LAYOUTS[layout](subtitles(CUES)))
    assert said(saved) == " ".join(CUES) + (" NOTE it." if "note" in layout else "")
    assert [segment.start for segment in saved.transcript.segments][:4] == [1, 3, 5, 7]


def test_a_number_that_is_said_is_no_number_of_a_cue(tmp_path: Path) -> None:
    cues = ["It was in", "1984", "and then", "2"]
    assert said(read(tmp_path, subtitles(cues))) == "It was in 1984 and then 2"
    assert (
        said(read(tmp_path, LAYOUTS["no numbers"](subtitles(["It was in 1984.", "So be it 2."]))))
        == "It was in 1984. So be it 2."
    )


_TEXT = "I don’t know, it’s “café” – no, £5."
_RUSSIAN = "Привет, это «не» то, что мы знаем. Ёж ушёл."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *((encoding, _TEXT) for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")),
        *((encoding, _TEXT) for encoding in ("cp1252", "mac_roman")),
        *((encoding, _RUSSIAN) for encoding in ("cp1251", "utf-16-le", "utf-8-sig")),
        ("koi8_r", "Привет, это не то, что мы знаем."),
        ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy."),
    ],
)  # fmt: skip
def test_the_encoding_is_recognised(tmp_path: Path, encoding: str, text: str) -> None:
    saved = read(tmp_path, subtitles(["We went there.", text, "And so on."]).encode(encoding))
    assert said(saved) == f"We went there. {text} And so on."
    document = {"segments": [{"start": 1, "end": 5, "text": text}], "language": "xx"}
    assert said(read(tmp_path, json.dumps(document, ensure_ascii=False).encode(encoding))) == text


ABSURD = [
    None, "x", "", [], {}, True, -1, 1e300, float("nan"), float("inf"), -1e300, 10**400,
    "1e999", "9" * 400, [1, 2], {"seconds": "x"},
]  # fmt: skip


@pytest.mark.parametrize("value", ABSURD, ids=repr)
@pytest.mark.parametrize("field", ["start", "end", "text", "words", "speaker", "avg_logprob"])
def test_one_absurd_value_costs_no_other_segment(tmp_path: Path, field: str, value: object) -> None:
    segments = [{"start": at, "end": at + 1.5, "text": f" {text}"} for at, text in zip((1, 3, 5, 7), CUES, strict=True)]
    segments[1] = {**segments[1], field: value}
    saved = read(tmp_path, json.dumps({"segments": segments, "language": value, "model": value, "recording": value}))
    assert said(saved).startswith(CUES[0])
    assert said(saved).endswith(f"{CUES[2]} {CUES[3]}")
    assert saved.transcript.segments[-1].start == 7
    if field != "text":
        assert said(saved) == " ".join(CUES)
    elif CUES[1] not in said(saved) and isinstance(value, list | dict | bool):
        assert "1 of 4 segments cannot be read" in saved.transcript.warnings[0]


@pytest.mark.parametrize("duration", [1e308, -1, "x", None, float("nan")])
def test_an_absurd_recording_is_as_long_as_its_words(tmp_path: Path, duration: object) -> None:
    recording = {"path": "x", "sha256": "y", "duration": duration}
    document = {
        "recording": recording,
        "segments": [{"start": 1, "end": 2, "text": "so on"}],
        "unheard": [{"start": 1e300, "end": 1}, 7],
    }
    saved = read(tmp_path, json.dumps(document))
    assert saved.transcript.recording.duration == 2
    assert saved.transcript.unheard == ()


@pytest.mark.parametrize("unit", [0.001, 1e-7])
def test_the_unit_of_times_is_told_by_the_rate_of_speech(tmp_path: Path, unit: float) -> None:
    times = [(at, at + 0.25) for at in range(10)]
    words = [{"word": "nobody", "start": round(start / unit), "end": round(end / unit)} for start, end in times]
    saved = read(tmp_path, json.dumps({"words": words}))
    assert [(word.start, word.end) for word in saved.transcript.words] == [pytest.approx(pair) for pair in times]
    assert "by the rate of speech" in saved.transcript.warnings[0]


@pytest.mark.parametrize("times", [(0, 30), (0, 10), (5, 6)])
def test_slow_speech_in_whole_seconds_is_in_seconds(tmp_path: Path, times: tuple[int, int]) -> None:
    saved = read(tmp_path, json.dumps({"segments": [{"start": times[0], "end": times[1], "text": "Yes."}]}))
    assert (saved.transcript.words[0].start, saved.transcript.words[0].end) == times


@pytest.mark.parametrize("start", ["00:00:00,000", "00:00:05,000"])
def test_times_that_are_all_the_same_are_none(tmp_path: Path, start: str) -> None:
    text = "".join(f"{number}\n{start} --> {start}\n{cue}\n\n" for number, cue in enumerate(CUES, 1))
    saved = read(tmp_path, text)
    assert not saved.is_timed
    assert "All its times are the same" in saved.transcript.warnings[0]
    starts = [word.start for word in saved.transcript.words]
    assert starts == sorted(set(starts))
    assert len(saved.by_itself[0].warnings) == 2


def test_text_without_times_is_read_and_said_to_be_so(tmp_path: Path) -> None:
    saved = read(tmp_path, "We met at 10:30.\n\nAnd then we left.")
    assert said(saved) == "We met at 10:30. And then we left."
    assert not saved.is_timed
    assert not saved.transcript.warnings  # with sound it will have times
    assert "estimated" in saved.by_itself[0].warnings[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"), (b" \n", "it is empty"), (b"%PDF-1.7 ...", "it is a PDF"),
        (b"{\\rtf1 we}", r"an \.rtf"),
        (b"RIFF\x00\x00\x00\x00WAVE", "it is sound"), (b"\x00\x00\x00\x18ftypM4A ", "a film"),
        (b"\x89PNG\r\n", "a picture"), (b"PK\x03\x04 broken", "a package"),
        (b"\x00\xff\x81\x8d" * 200, "no text"),
        (b'{"segments": [{"start": 0, "text": "We', "breaks off or is damaged"),
        (b"[" * 100_000, "breaks off or is damaged"),
        (b'{"a": ' * 100_000, "breaks off or is damaged"), (b"[1, 2, 3]", "without words"),
        (b"null", "without words"), (b"{}", "without words"),
        (b'{"segments": 1}', "without words"), (b"7", "without words"),
        (b'<?xml version="1.0"?><!DOCTYPE tt [<!ENTITY a "b">]><tt><p begin="1s">&a;</p></tt>', "markup is broken"),
    ],
    ids=lambda value: repr(value)[:30],
)  # fmt: skip
def test_what_is_no_transcript_is_refused_with_a_true_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(TranscriptError, match=reason) as refused:
        read(tmp_path, content)
    assert "\n" not in str(refused.value)
    assert "transcript" in str(refused.value)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(sorted(FOLDER.iterdir())), st.integers(0, 2**32))
def test_no_mutation_ends_in_anything_but_words_or_a_sentence(tmp_path: Path, sample: Path, seed: int) -> None:
    mutated = _mutated(sample.read_bytes(), random.Random(seed))  # noqa: S311 - no secret
    with suppress(TranscriptError):
        assert_in_order(read(tmp_path, mutated))


def assert_in_order(saved: SavedTranscript) -> None:
    words = saved.transcript.words
    assert all(one.end <= other.start for one, other in pairwise(words))
    assert all(word.text.strip() for word in words)


def _mutated(content: bytes, dice: random.Random) -> bytes:
    absurd = [
        b"null",
        b"1e300",
        b"-1",
        b"NaN",
        b"[]",
        b"{}",
        b'""',
        b"99:99:99",
        b"-->",
        b"\n\n",
        b"\x00",
        b"\xff",
        b"[[[",
        b">>",
        b"(",
    ]
    mutated = bytearray(content)
    for _ in range(dice.choice([1, 2, 5, 20])):
        start = dice.randrange(len(mutated) + 1)
        end = start + dice.choice([0, 1, 5, 50])
        mutated[start:end] = dice.choice([b"", mutated[start:end] * 2, *absurd])
    return bytes(mutated)


@given(st.integers(0, 359_999_999))
def test_a_clock_is_read_to_the_millisecond(milliseconds: int) -> None:
    seconds, part = divmod(milliseconds, 1000)
    written = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{part:03}"
    assert read_clock(written) == pytest.approx(milliseconds / 1000)
    assert read_seconds(f"{milliseconds}ms") == pytest.approx(milliseconds / 1000)
    assert read_seconds({"seconds": str(seconds), "nanos": part * 1_000_000}) == pytest.approx(milliseconds / 1000)
    assert read_seconds(f"PT{seconds // 60}M{seconds % 60}.{part:03}S") == pytest.approx(milliseconds / 1000)
