"""Who is heard: whose every word is, what voices are called, and what is written of words under the wrong name."""

import html
import io
import json
import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from align.api import exit_status
from align.records import (
    Certainty,
    Misattribution,
    Model,
    Recording,
    Segment,
    Severity,
    Span,
    Transcript,
    Turn,
    Voice,
    Word,
)
from align.report import TRANSCRIPT_FORMATS, write_transcript
from align.report.decisions import fingerprint
from align.report.formats.csv_report import render_csv
from align.report.formats.github import render_github
from align.report.formats.json_report import render_report, render_transcript
from align.report.formats.markdown import render_markdown
from align.report.formats.rttm import render_rttm
from align.report.formats.sarif import render_sarif
from align.report.formats.srt_vtt import render_srt, render_vtt
from align.report.formats.text import print_report, render_text
from align.report.formats.word_diff import render_diff
from align.report.page import render_page
from align.report.view.cues import speaker_label
from align.report.view.suggestion import suggest
from align.report.view.voices import utterances, voice_ids, voice_names
from align.speech.transcripts import read_transcript
from align.word_voices import word_turns, word_voices
from tests.golden.samples import council, rename
from tests.golden.strategies import NASTY, few
from tests.golden.voices import VOICES, interview, with_voices

MODEL = Model("openai-whisper", "base", None)
NAMES = (
    *NASTY,
    '"Bo" Lee',
    "a|b",
    "Ada Okonjo",
    "Ada",
    "bell hooks",
    "channel 2 of 2",
    "Dr. Ada O’Neill-Smith",
    "a: b",
    "[x]",
    "<v y>",
    "1",
)

moments = st.floats(0, 30).map(lambda seconds: round(seconds, 3))
spans_of_time = st.tuples(moments, moments).map(sorted)
words = st.lists(
    st.builds(
        lambda text, time, label: Word(f" {text}", *time, 0.9, label),
        st.text("abcdefghij", min_size=2, max_size=6),
        spans_of_time,
        st.sampled_from([None, None, "voice 1", "voice 2", "nobody"]),
    ),
    max_size=12,
)
turns = st.lists(st.builds(lambda time, voice: Turn(*time, voice), spans_of_time, st.integers(0, 2)), max_size=8)


@st.composite
def transcripts(draw):
    """Draw a transcript with voices, turns that may overlap, and words anywhere."""
    heard = tuple(sorted(draw(words), key=lambda word: word.start))
    edges = sorted({0, len(heard), *draw(st.lists(st.integers(0, len(heard)), max_size=3))})
    cuts = [Span(start, end) for start, end in pairwise(edges)]
    segments = tuple(
        Segment(heard[cut.start].start, max(word.end for word in heard[cut.start : cut.end]), cut) for cut in cuts
    )
    return Transcript(
        Recording("a b.mp3", "0" * 64, 40.0), "en", heard, segments, voices=VOICES[:3], turns=tuple(sorted(draw(turns)))
    )


def shared(turn, word):
    """Seconds that a turn and a word have in common; less than none where they are apart."""
    return min(turn.end, word.end) - max(turn.start, word.start)


@given(transcripts())
def test_a_word_stands_in_the_turn_that_has_most_of_it(heard):
    for word, found in zip(heard.words, word_turns(heard.words, heard), strict=True):
        may_be = [turn for turn in heard.turns if word.speaker in (None, "nobody", heard.voices[turn.voice].label)]
        nearest = max((shared(turn, word) for turn in may_be), default=-1)
        assert found is None or shared(found, word) == nearest >= -0.5 - 1e-9
        assert found is not None or nearest < -0.5 + 1e-9


@given(transcripts())
def test_a_label_of_its_own_says_whose_a_word_is(heard):
    for word, voice in zip(heard.words, word_voices(heard.words, heard), strict=True):
        if word.speaker in ("voice 1", "voice 2"):
            assert heard.voices[voice].label == word.speaker


@given(transcripts())
def test_segments_are_divided_where_the_voice_changes_and_nowhere_else(heard):
    names, whose = voice_names(heard.voices), word_voices(heard.words, heard)
    parts = [*utterances(heard, names)]

    assert [at for part in parts for at in range(part.segment.words.start, part.segment.words.end)] == [
        *range(len(heard.words))
    ]
    for part in parts:
        own = {
            "" if whose[at] is None else names[whose[at]]
            for at in range(part.segment.words.start, part.segment.words.end)
        }
        assert own == {part.speaker}
        assert part.segment.start <= part.segment.end
    inner = {segment.words.end for segment in heard.segments}
    for one, other in pairwise(parts):
        assert one.speaker != other.speaker or one.segment.words.end in inner


def test_without_voices_nothing_is_divided_and_nobody_named():
    heard = council().transcripts[0]
    labelled = replace(
        heard, words=tuple(replace(word, speaker=f"SPEAKER_{i % 2}") for i, word in enumerate(heard.words))
    )

    assert [part.segment for part in utterances(labelled, ())] == [*heard.segments]
    assert "speaker" not in render_transcript(heard, MODEL)
    assert '"speaker": "SPEAKER_1"' in render_transcript(labelled, MODEL)


@pytest.mark.parametrize(
    ("voices", "names", "ids"),
    [
        (VOICES[:3], ("presenter", "Ada Okonjo", "Tom Reeve"), ("SPEAKER_00", "SPEAKER_01", "SPEAKER_02")),
        ((Voice("SPEAKER_07", "Ada"), Voice("channel 2")), ("Ada", "channel 2"), ("SPEAKER_07", "channel 2")),
        ((Voice("voice 1", "Ada"), Voice("voice 2", "Ada")), ("Ada (1)", "Ada (2)"), ("SPEAKER_00", "SPEAKER_01")),
        ((Voice("voice 1"), Voice("SPEAKER_00")), ("voice 1", "SPEAKER_00"), ("SPEAKER_00 (1)", "SPEAKER_00 (2)")),
        ((Voice("voice 0"), Voice("\u200b")), ("voice 0", "voice 2"), ("voice 0", "\u200b")),
        ((Voice("a", "Ada", is_presenter=True), Voice("presenter")), ("Ada", "presenter"), ("a", "presenter")),
    ],
)  # fmt: skip
def test_voices_are_called_by_their_person_for_readers_and_by_their_label_for_programs(voices, names, ids):
    assert voice_names(voices) == names
    assert voice_ids(voices) == ids


def labelled_words(names):
    """A transcript in which each name has two turns of three words."""
    count = 6 * len(names)
    heard = tuple(Word(f" word{chr(97 + at % 26)}", at, at + 0.9) for at in range(count))
    segments = tuple(Segment(at, at + 2.9, Span(at, at + 3)) for at in range(0, count, 3))
    spoken = tuple(Turn(at, at + 2.9, at // 3 % len(names)) for at in range(0, count, 3))
    return Transcript(
        Recording("a.mp3", "0" * 64, count + 1), "en", heard, segments, voices=tuple(map(Voice, names)), turns=spoken
    )


def read_back(heard, ending, folder):
    """The words of a transcript, and whose each is, as our own readers read what we write."""
    path = folder / f"heard{ending}"
    write_transcript(heard, MODEL, path)
    return [(word.text, word.speaker) for word in read_transcript(str(path)).transcript.words]


@few
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
def test_what_is_written_is_read_back_with_the_same_labels(tmp_path_factory, names):
    heard = labelled_words(names)
    called, folder = voice_names(heard.voices), tmp_path_factory.mktemp("labels")
    expected = {
        ".srt": [html.unescape(speaker_label(name)[1:-3]) for name in called],  # as many who write SubRip mean it
        ".txt": [html.unescape(speaker_label(name)[1:-3]) for name in called],
        ".vtt": called,
        ".json": voice_ids(heard.voices),
    }

    for ending, labels in expected.items():
        assert read_back(heard, ending, folder) == [
            (word.text, labels[voice].strip())
            for word, voice in zip(heard.words, word_voices(heard.words, heard), strict=True)
        ], ending


@pytest.mark.parametrize("name", ["Ada Okonjo", "Ada", "bell hooks", "voice 1", "presenter", "channel 2 of 2", "a: b"])
@pytest.mark.parametrize("ending", [".srt", ".vtt", ".txt", ".json"])
def test_a_plain_name_comes_back_as_it_is_even_if_it_speaks_once(name, ending, tmp_path):
    once = labelled_words([name])
    once = replace(once, words=once.words[:3], segments=once.segments[:1])

    assert {label for _, label in read_back(once, ending, tmp_path)} == {
        "SPEAKER_00" if (name, ending) == ("voice 1", ".json") else name
    }


def test_a_label_that_is_too_long_is_shortened_and_not_taken_for_speech(tmp_path):
    heard = labelled_words(["Rear Admiral of the Upper Half Sir Ada Okonjo-Featherstonehaugh", "Bo"])

    for ending in (".srt", ".txt"):
        read = read_back(heard, ending, tmp_path)
        assert [text for text, _ in read] == [word.text for word in heard.words]
        assert read[0][1] == "Rear Admiral of the Upper Half Sir Ada…"


def test_every_format_of_a_transcript_says_who_speaks(tmp_path):
    heard = interview().transcripts[0]
    for ending in TRANSCRIPT_FORMATS:
        write_transcript(heard, MODEL, tmp_path / f"heard{ending}")
        written = (tmp_path / f"heard{ending}").read_text(encoding="utf-8")
        assert "Ada Okonjo" in written or "Ada_Okonjo" in written, ending


def rttm(report):
    """The fields of each line."""
    return [line.split(" ") for line in render_rttm(report).splitlines()]


@few
@given(st.lists(transcripts(), min_size=1, max_size=3), st.lists(st.sampled_from(NASTY), min_size=3, max_size=3))
def test_rttm_has_every_turn_in_ten_fields(heard, names):
    voices = (Voice(names[0]), Voice("voice 2", names[1]), Voice("voice 3", names[2]))
    lines = rttm(replace(council(), transcripts=tuple(replace(one, voices=voices) for one in heard), checks=()))
    told = [turn for one in heard for turn in sorted(one.turns)]

    assert all(len(line) == 10 and all(line) and line[0] == "SPEAKER" for line in lines)
    assert [float(line[3]) for line in lines] == [turn.start for turn in told]
    for line, turn in zip(lines, told, strict=True):
        assert float(line[4]) == pytest.approx(max(turn.end - turn.start, 0.001), abs=1e-6)
    speakers = defaultdict(set)
    for line, turn in zip(lines, told, strict=True):
        speakers[turn.voice].add(line[7])
    assert len({name for called in speakers.values() for name in called}) == len(speakers)


def test_files_and_channels_of_rttm_are_apart():
    (heard,) = interview().transcripts
    paths = [
        ("a/talk one.mp3", "1", None),
        ("b/talk one.mp3", "2", "channel 1 of 2"),
        ("b/talk one.mp3", "2", "channel 2 of 2"),
    ]
    several = tuple(
        replace(heard, recording=replace(heard.recording, path=path, sha256=digest, track=track))
        for path, digest, track in paths
    )
    found = {tuple(line[1:3]) for line in rttm(replace(interview(), transcripts=several, checks=()))}

    assert found == {("talk_one_(1)", "1"), ("talk_one_(2)", "1"), ("talk_one_(2)", "2")}


SHOWN = {
    "text": render_text,
    "markdown": render_markdown,
    "csv": lambda report: render_csv(report).decode("utf-8-sig"),
    "sarif": render_sarif,
    "github": render_github,
    "diff": render_diff,
    "json": render_report,
}


@pytest.mark.parametrize("name", SHOWN)
def test_who_is_heard_instead_is_said_with_its_doubt(name):
    written = " ".join(SHOWN[name](interview()).replace("%3A", ":").split())

    for check in interview().checks:
        if found := check.misattribution:
            assert f"printed: {found.printed}; heard: {found.heard}" in written or name == "json"
            assert (found.doubt or "") in written
    assert written.count("The two ways to compare voices do not agree.") == 1


@pytest.mark.parametrize("render", [render_srt, render_vtt])
def test_subtitles_say_who_is_heard_instead(render):
    assert (
        render(interview()).count("wrong speaker, printed: Tom Reeve; heard: the voice of Ada Okonjo’s other quotes")
        == 2
    )


def test_a_doubt_that_is_a_cause_already_is_said_once():
    report = interview()
    doubts = replace(
        report,
        checks=tuple(replace(c, causes=(c.misattribution.doubt,)) if c.quote.id == 4 else c for c in report.checks),
    )

    assert render_text(doubts) == render_text(report)


@pytest.mark.parametrize("colour", [None, "truecolor"])
@pytest.mark.parametrize("width", [80, 40])
def test_the_terminal_keeps_its_width(colour, width):
    console = Console(
        file=io.StringIO(), width=width, color_system=colour, force_terminal=bool(colour), legacy_windows=False
    )
    with console.capture() as capture:
        print_report(rename(interview(), "a.txt", ["b.mp3"]), console)

    plain = re.sub(r"\x1b\[[\d;]*m", "", capture.get())
    assert ("\x1b[" in capture.get()) == bool(colour)
    assert all(len(line) <= width for line in plain.splitlines())


@pytest.mark.parametrize(
    ("certainty", "severity", "strict", "status"),
    [
        (Certainty.CONFIRMED, Severity.MAJOR, False, 1),
        (Certainty.CONFIRMED, Severity.CRITICAL, False, 1),
        (Certainty.CHECK_BY_EAR, Severity.CRITICAL, False, 0),
        (Certainty.CHECK_BY_EAR, Severity.MAJOR, True, 1),
    ],
)
def test_it_fails_a_run_as_any_finding_does(certainty, severity, strict, status):
    report = interview()
    wrong = Misattribution("Ada Okonjo", "the presenter’s voice", 0, severity, certainty, 0.9)
    faithful = replace(report, checks=report.checks[:1], settings=replace(report.settings, strict=strict))

    assert exit_status(faithful) == 0
    assert exit_status(with_voices(faithful, {1: wrong})) == status


def test_no_wording_is_suggested_where_only_the_name_is_wrong():
    report = interview()

    assert [bool(suggest(report, check)) for check in report.checks[2:6]] == [False, False, False, True]


def test_a_decision_holds_as_long_as_the_same_voice_is_heard():
    report = interview()
    check = report.checks[2]
    other = replace(check, misattribution=replace(check.misattribution, heard="the voice of Tom Reeve’s other quotes"))
    moved = replace(check, misattribution=replace(check.misattribution, voice=1, probability=0.8), voice=1)

    assert fingerprint(report, check) == fingerprint(report, moved)
    assert len({fingerprint(report, one) for one in (check, other, replace(check, misattribution=None))}) == 3


def test_json_counts_it_and_says_whose_voice_each_quote_is():
    document = json.loads(render_report(interview()))

    assert document["summary"]["wrong_speaker"] == 2
    assert [quote["voice"] for quote in document["quotes"]] == [1, 1, 0, 1, 2, 1, 3, None]
    assert [voice["label"] for voice in document["recordings"][0]["voices"]] == [f"SPEAKER_0{n}" for n in range(4)]


def test_a_report_without_voices_has_no_word_of_them():
    assert not any("oice" in SHOWN[name](council()) for name in ("text", "markdown", "github", "diff"))
    assert "data-voice" not in render_page(council())
