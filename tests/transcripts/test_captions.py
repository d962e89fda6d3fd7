"""Captions that show what was said more than once, and subtitles with something beside it: each word is read once."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.transcripts.test_labels_and_sounds import read, subtitles, told
from tests.transcripts.writers import clock

_LINES = ("the city has no plan", "and it has no money", "nobody was asked why", "we went there", "so be it then")


def cue(start: float, end: float, text: str) -> str:
    return f"{clock(start, ',')} --> {clock(end, ',')}\n{text}\n\n"


@pytest.mark.parametrize("rows", [2, 3])
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.permutations(_LINES))
def test_captions_that_roll_up_say_each_line_once(tmp_path: Path, rows: int, lines: list[str]) -> None:
    """Television's: the lines that are still shown, and the new one below them, which begins with its cue."""
    shown = ["\n".join(lines[max(0, at - rows + 1) : at + 1]) for at in range(len(lines))]
    transcript = read(tmp_path, subtitles(shown).upper())
    assert told(transcript) == " ".join(lines).upper()
    assert [segment.start for segment in transcript.segments] == [1.0 + 2 * at for at in range(len(lines))]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.permutations(_LINES))
def test_captions_that_are_painted_word_by_word_say_each_word_once(tmp_path: Path, lines: list[str]) -> None:
    grown, at, starts = "", 1.0, []
    for line in lines:
        words = line.split()
        for count in range(1, len(words) + 1):
            grown += cue(at, at + 0.3, " ".join(words[:count]))
            starts.append(at)
            at += 0.3
    transcript = read(tmp_path, grown)
    assert told(transcript) == " ".join(lines)
    assert [word.start for word in transcript.words] == pytest.approx(starts, abs=0.002)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(["No.", "No more war!", "We went there.", "So be it."]), min_size=2, max_size=12))
def test_who_says_it_again_has_said_it_twice(tmp_path: Path, cues: list[str]) -> None:
    """Cues of one line each, however often they are the same."""
    assert told(read(tmp_path, subtitles(cues))) == " ".join(cues)


def test_who_says_it_again_in_rolling_captions_has_said_it_twice(tmp_path: Path) -> None:
    """YouTube shows it below itself, and for a moment alone."""
    shown = [
        "we said",
        "we said",
        "we said\nno way",
        "no way",
        "no way\nno way",
        "no way",
        "no way\nand left",
        "and left",
    ]
    times = [1, 2, 2.01, 3, 3.01, 4, 4.01, 5, 5.01]
    text = "".join(cue(start, end, line) for start, end, line in zip(times, times[1:], shown, strict=False))
    transcript = read(tmp_path, text)
    assert told(transcript) == "we said no way no way and left"
    assert [word.start for word in transcript.words if word.text == " no"] == [2.01, 3.01]


def test_what_a_stream_repeats_at_its_seams_is_said_once(tmp_path: Path) -> None:
    piece = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n"
    cues = [cue(1, 3, "We went there."), cue(3, 5, "And we left."), cue(5, 7, "So be it.")]
    text = (piece + cues[0] + cues[1] + "\n" + piece + cues[1] + cues[2]).replace(",", ".")
    text = text.replace("900000.LOCAL", "900000,LOCAL")
    assert told(read(tmp_path, text, "talk.vtt")) == "We went there. And we left. So be it."


@pytest.mark.parametrize(
    ("cues", "said"),
    [
        ([(1, 3, "There is no way"), (2.5, 3, "Yeah."), (3, 5, "that it works.")],
         "There is no way that it works. Yeah."),
        ([(1, 5, "There is no way that it works."), (2, 3, "Mm-hm."), (5, 6, "No.")],
         "There is no way that it works. Mm-hm. No."),
        ([(1, 3, "There is no way"), (2.8, 3.4, "He went home."), (3.2, 5, "that it works."), (5, 6, "So.")],
         "There is no way that it works. He went home. So."),
        ([(1, 3, "There is no way."), (3, 4, "Yeah."), (4, 5, "that works.")], "There is no way. Yeah. that works."),
        ([(1, 3, "there is no"), (3, 4, "Yeah."), (4, 5, "way that works")], "there is no Yeah. way that works"),
    ],
)  # fmt: skip
def test_a_sentence_is_not_cut_by_somebody_else(
    tmp_path: Path, cues: list[tuple[float, float, str]], said: str
) -> None:
    """If he speaks at the same time; words that come one after the other stay so."""
    transcript = read(tmp_path, "".join(cue(*each) for each in cues))
    assert told(transcript) == said


def test_known_speakers_keep_their_turns_whole(tmp_path: Path) -> None:
    cues = [
        "[SPEAKER_00] There is no",
        "[SPEAKER_01] Yeah, right.",
        "[SPEAKER_00] way that it works.",
        "[SPEAKER_01] No.",
    ]
    said = "<SPEAKER_00> There is no way that it works. <SPEAKER_01> Yeah, right. No."
    assert told(read(tmp_path, subtitles(cues))) == said


@pytest.mark.parametrize(
    "other",
    [
        ["Il n’y a pas de plan.", "Et il n’y a pas d’argent.", "Personne n’a rien dit.", "On est allés là-bas."],
        ["У города нет плана.", "И у него нет денег.", "Никто не спросил.", "Мы пошли туда."],
        ["城里没有计划。", "也没有钱。", "没有人问。", "我们去了那里。"],
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
@pytest.mark.parametrize("are_apart", [True, False])
def test_of_two_languages_one_was_spoken(tmp_path: Path, other: list[str], is_above: bool, are_apart: bool) -> None:
    """English, which is known; the other language stands above it or below, or in a cue of its own at the same time."""
    english = [
        "The city has no plan for that.",
        "And they have no money.",
        "Nobody there was asked why.",
        "We went there then.",
    ]
    pairs = [(foreign, line) if is_above else (line, foreign) for line, foreign in zip(english, other, strict=True)]
    if are_apart:
        text = "".join(cue(1 + 2 * n, 3 + 2 * n, line) for n, pair in enumerate(pairs) for line in pair)
    else:
        text = subtitles(["\n".join(pair) for pair in pairs])
    transcript = read(tmp_path, text)
    assert told(transcript) == " ".join(english)
    assert transcript.language == "en"
    assert "two languages" in transcript.warnings[0]


def test_two_lines_of_one_language_are_both_spoken(tmp_path: Path) -> None:
    cues = [
        "The city has no plan\nfor that at all.",
        "And they have\nno money there.",
        "Nobody was asked\nwhy they went.",
    ]
    transcript = read(tmp_path, subtitles(cues))
    assert told(transcript) == " ".join(cues).replace("\n", " ")
    assert not transcript.warnings
