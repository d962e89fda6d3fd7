"""Our own transcript of several tracks, given back: its words go to their track, each with its own times."""

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import align
from align import Models
from align.outputs import Opening, open_recordings
from align.records import Model, Recording, Segment, Span, Transcript, Word
from align.report import write_transcript
from align.speech.channels import is_track
from align.speech.ffmpeg import ffmpeg
from align.speech.merging import merge_transcripts
from align.speech.transcripts import read_transcript
from tests import lbc_case
from tests.needs import needs_model

TRACKS = ("channel 1 of 2", "channel 2 of 2")
VOICES = ("naseem", "smallman")
SECONDS = 14.0


def _heard(track: str, lengths: list[tuple[float, float]]) -> Transcript:
    """A transcript whose words last so long, each behind such a pause, in segments of three."""
    words, end = [], 0.0
    for number, (pause, length) in enumerate(lengths):
        start = round(end + pause, 3)
        end = round(start + length, 3)
        words.append(Word(f" {track[8]}{number}", start, end, 0.9, track))
    edges = [*range(0, len(words), 3), len(words)]
    segments = tuple(Segment(words[a].start, words[b - 1].end, Span(a, b)) for a, b in pairwise(edges) if a < b)
    return Transcript(Recording("talk.wav", "ab" * 32, 60.0, track), "en", tuple(words), segments)


lengths = st.lists(st.tuples(st.floats(0.1, 3), st.floats(0.1, 1)), min_size=1, max_size=12)


@settings(deadline=None)  # a file is written
@given(lengths, lengths)
def test_what_each_says_is_read_back_however_they_speak_at_once(tmp_path_factory, one, other):
    heard = [_heard(track, each) for track, each in zip(TRACKS, (one, other), strict=True)]
    assume(len({word.start for each in heard for word in each.words}) > 1)  # else the file has no times, but one
    path = tmp_path_factory.mktemp("tracks") / "talk.json"
    write_transcript(merge_transcripts(heard), Model("openai-whisper", "base", None), path, [])
    saved = read_transcript(str(path))

    assert [saved.of(track).transcript.words for track in TRACKS] == [each.words for each in heard]
    assert [each.recording.track for each in saved.by_itself] == [*TRACKS]
    assert [each.words for each in saved.by_itself] == [each.words for each in heard]


def test_other_labels_make_no_tracks(tmp_path):
    (tmp_path / "talk.txt").write_text("Ada: We go there.\nBen: I stay here.\nAda: No.\nBen: Yes.\n", encoding="utf-8")
    saved = read_transcript(str(tmp_path / "talk.txt"))

    assert saved.speakers == {"Ada", "Ben"}
    assert [one.recording.track for one in saved.by_itself] == [None]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("channel 1 of 2", True),
        ("track 2 of 3", True),
        ("channels 1 and 3 of 6", True),
        ("track 2 of 3, channel 1 of 2", True),
        ("SPEAKER_00", False),
        ("Channel Four", False),
        ("track one", False),
    ],
)
def test_the_name_of_a_track_is_told_from_a_person(name, is_one):
    assert is_track(name) is is_one


@pytest.fixture(scope="module")
def stereo(tmp_path_factory) -> Path:
    """Two people, each on a channel."""
    path = tmp_path_factory.mktemp("stereo") / "two.wav"
    sources = [word for voice in VOICES for word in ("-t", str(SECONDS), "-i", str(lbc_case.FOLDER / f"{voice}.mp3"))]
    join = ("-filter_complex", "[0:a][1:a]join=inputs=2:channel_layout=stereo", "-ar", "16000", str(path))
    subprocess.run([ffmpeg(), "-v", "error", "-y", *sources, *join], check=True)
    return path


@pytest.mark.parametrize(
    ("speakers", "tracks"),
    [
        ({*TRACKS}, [*TRACKS]),
        ({TRACKS[1]}, [*TRACKS]),
        ({None}, [None]),
        ({None, *TRACKS}, [None]),
        ({"SPEAKER_00", "SPEAKER_01"}, [None]),
        ({*TRACKS, "SPEAKER_00"}, [None]),
        ({"track 1 of 2"}, [None]),
    ],
)
def test_a_file_is_heard_apart_if_its_transcript_is_of_its_tracks(stereo, speakers, tracks):
    with open_recordings([str(stereo)], Opening(speakers={str(stereo): speakers})) as audios:
        assert [audio.track for audio in audios] == tracks


def _said(voice: str) -> str:
    """A whole stretch of what somebody says, without its last words."""
    words = [word.text for word in lbc_case.transcript(voice).words if word.end < SECONDS - 2]
    return "".join(words[-12:]).strip(" .,")


@pytest.mark.model
@needs_model("tiny.en")
def test_what_is_heard_apart_is_found_again_with_its_own_transcript(stereo, tmp_path):
    models = Models("tiny.en", cache=False)
    align.transcribe(stereo, models=models, outputs=tmp_path / "two.json")
    (tmp_path / "article.txt").write_text(
        "\n\n".join(f"“{_said(voice)},” the guest said." for voice in VOICES), encoding="utf-8"
    )
    alone = align.check(stereo, tmp_path / "article.txt", models=models)
    given = align.check(stereo, tmp_path / "article.txt", transcripts=tmp_path / "two.json", models=models)

    assert [one.recording.track for one in given.transcripts] == [*TRACKS]
    assert [one.all_warnings for one in given.transcripts] == [one.all_warnings for one in alone.transcripts]
    assert [one.verdict for one in given.checks] == [one.verdict for one in alone.checks]
    assert [one.passages[0].start for one in given.checks] == pytest.approx(
        [one.passages[0].start for one in alone.checks], abs=0.1
    )
