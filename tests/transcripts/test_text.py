"""Text as people and programs type it: who speaks, and when, wherever that stands."""

from pathlib import Path
from time import perf_counter

import pytest

from align.speech.transcripts import SavedTranscript, read_transcript
from tests.transcripts.test_labels_and_sounds import told

_BOTH = "<Ada Okonjo> We went there. <Bob Lee> Did you? <Ada Okonjo> Yes."
LAYOUTS = {
    "Otter": "Ada Okonjo  0:05  \nWe went there.\n\nBob Lee  0:08  \nDid you?\n\nAda Okonjo  0:09  \nYes.\n",
    "Rev": "Ada Okonjo (00:05):\nWe went there.\n\nBob Lee (00:08):\nDid you?\n\nAda Okonjo (00:09):\nYes.\n",
    "Rev, after the colon": (
        "Ada Okonjo: (00:05)\nWe went there.\n\nBob Lee: (00:08)\nDid you?\n\nAda Okonjo: (00:09)\nYes.\n"
    ),
    "Descript": (
        "[00:00:05] Ada Okonjo: We went there.\n\n[00:00:08] Bob Lee: Did you?\n\n[00:00:09] Ada Okonjo: Yes.\n"
    ),
    "in one line": "Ada Okonjo [00:05]: We went there.\nBob Lee [00:08]: Did you?\nAda Okonjo [00:09]: Yes.\n",
    "Word": (
        "Audio file\ntalk.mp3\nTranscript\n00:00:05 Ada Okonjo\n"
        "We went there.\n00:00:08 Bob Lee\nDid you?\n00:00:09 Ada Okonjo\nYes."
    ),
    "Zoom": ("[Ada Okonjo] 00:00:05\nWe went there.\n[Bob Lee] 00:00:08\nDid you?\n[Ada Okonjo] 00:00:09\nYes.\n"),
    "Premiere": (
        "00;00;05;00 - 00;00;06;20\nAda Okonjo\nWe went there.\n\n00;00;08;00 - 00;00;08;20\n"
        "Speaker 2\nDid you?\n\n00;00;09;00 - 00;00;10;00\nAda Okonjo\nYes.\n"
    ),
    "HTML tags": (
        "[00:05] <b>Ada Okonjo:</b> We went there.\n[00:08] <b>Bob Lee:</b> Did&nbsp;you?\n"
        "[00:09] <b>Ada Okonjo:</b> Yes."
    ),
    "Markdown": (
        "# Talk\n\n**Ada Okonjo** [0:05]\n\nWe went there.\n"
        "\n**Bob Lee** [0:08]\n\nDid you?\n\n**Ada Okonjo** [0:09]\n\nYes.\n"
    ),
}


def read(folder: Path, content: str) -> SavedTranscript:
    (folder / "talk.txt").write_text(content, encoding="utf-8")
    return read_transcript(str(folder / "talk.txt"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_who_speaks_and_when_is_read_wherever_it_stands(tmp_path: Path, layout: str) -> None:
    saved = read(tmp_path, LAYOUTS[layout])
    assert told(saved.transcript) == (_BOTH.replace("Bob Lee", "Speaker 2") if layout == "Premiere" else _BOTH)
    assert [segment.start for segment in saved.transcript.segments] == [5, 8, 9]
    assert saved.is_timed
    assert bool(saved.transcript.warnings) == (layout == "Word")  # which names what it took for a heading


@pytest.mark.parametrize(
    ("text", "said", "starts"),
    [
        ("0:05\nwe went\n0:08\nand left at 10:30\n0:12\nall of us", "we went and left at 10:30 all of us", [5, 8, 12]),
        ("[ti:Talk]\n[00:05.00]we went\n[00:08.20]and <00:08.50>left", "we went and left", [5, 8.2]),
        ("We went there (0:05) and then (0:07) we left.", "We went there and then we left.", [0, 5, 7]),
        ("I: We did. #00:00:05-3#\nB: Did you? #00:00:08-1#\nI: Yes.",
         "<I> We did. <B> Did you? <I> Yes.", [0, 5.3, 8.1]),
        ("[5.00s -> 6.10s] we went\n[8.00s -> 9.00s] and left", "we went and left", [5, 8]),
        ("0:05 - 0:07 we went\n0:08 - 0:09 and left", "we went and left", [5, 8]),
    ],
)  # fmt: skip
def test_times_stand_in_front_of_a_line_above_it_inside_it_or_behind(
    tmp_path: Path, text: str, said: str, starts: list[float]
) -> None:
    saved = read(tmp_path, text)
    assert told(saved.transcript) == said
    assert [segment.start for segment in saved.transcript.segments] == starts


@pytest.mark.parametrize(
    "text",
    [
        "We met at 10:30.\n10:30 is early.\nThat is all.",
        "At 9:15 (it was 9:15) we went.",
        "So: we met.\n\nAnd at 12:00 left.",
    ],
)
def test_the_hour_that_somebody_speaks_of_is_no_time(tmp_path: Path, text: str) -> None:
    saved = read(tmp_path, text)
    assert told(saved.transcript) == " ".join(text.split())
    assert not saved.is_timed


def test_times_too_few_to_tell_when_a_word_was_said_are_estimates(tmp_path: Path) -> None:
    """As where a page of text has one time: what is known of it is kept, and more is needed."""
    saved = read(tmp_path, "[00:00:05] " + "We went there and left. " * 10 + "\n[00:01:00] " + "So it was. " * 30)
    assert not saved.is_timed
    assert saved.transcript.words[0].start == 5
    assert [word.start for word in saved.transcript.words][50] == 60


@pytest.mark.parametrize("filler", ["\n", " \n", "-\n", "#\n", "- - -\n", "[\n", "**\n"])
def test_what_is_empty_or_a_rule_takes_no_time(tmp_path: Path, filler: str) -> None:
    """A second, not the square of how often it stands there."""
    (tmp_path / "talk.txt").write_text(f"We went there.\n{filler * 20_000}Did you?", encoding="utf-8")
    began = perf_counter()

    words = read_transcript(str(tmp_path / "talk.txt")).transcript.words

    assert perf_counter() - began < 10
    assert [word.text for word in (*words[:3], *words[-2:])] == [" We", " went", " there.", " Did", " you?"]
