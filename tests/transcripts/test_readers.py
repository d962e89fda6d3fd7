"""Whoever writes it, the words that are read are those that were said, and the times too, as far as a shape has any."""

import re
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.records import Word
from align.speech.transcripts import READERS, SavedTranscript, read_transcript
from align.speech.transcripts.rough import Content
from tests.transcripts.writers import WRITERS, Writer, cues

_SPOKEN = (
    "we went. there, don't I've been to café in 1984 and nobody £5 asked why? who said so that £1,000 is fine! über"
).split()
_SPEAKERS = ("SPEAKER_00", "SPEAKER_01")


@st.composite
def talks(draw: st.DrawFn) -> list[Word]:
    """Words as somebody could say them: in order, none shorter than 60 ms, speakers in turns."""
    texts = draw(st.permutations(_SPOKEN))[: draw(st.integers(12, 24))]
    gaps = draw(st.lists(st.integers(20, 600), min_size=2 * len(texts), max_size=2 * len(texts)))
    edges = [0.5 + at / 1000 for at in accumulate(max(gap, 60) for gap in gaps)]
    times = list(pairwise(edges))[::2]
    turn = draw(st.integers(3, 7))
    return [
        Word(f" {text}", round(start, 3), round(end, 3), 0.9, _SPEAKERS[place // turn % 2])
        for place, (text, (start, end)) in enumerate(zip(texts, times, strict=True))
    ]


def read(folder: Path, content: bytes, name: str = "transcript") -> SavedTranscript:
    (folder / name).write_bytes(content)
    return read_transcript(str(folder / name))


def plain(text: str) -> str:
    return re.sub(r"[^\w£]", "", text).casefold()


CASES = [(name, writer) for name, writers in WRITERS.items() for writer in writers]


def test_every_reader_has_a_writer() -> None:
    assert [*WRITERS] == [reader.name for reader in READERS]


@pytest.mark.parametrize(("name", "writer"), CASES, ids=lambda case: getattr(case, "__name__", ""))
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=talks())
def test_what_is_written_is_read(tmp_path: Path, name: str, writer: Writer, words: list[Word]) -> None:
    written = writer(words)
    assert next(reader.name for reader in READERS if reader.sniff(Content(written.content))) == name

    saved = read(tmp_path, written.content)
    heard = saved.transcript.words

    assert [plain(word.text) for word in heard] == [plain(word.text) for word in words]
    if written.has_speakers:
        assert [word.speaker for word in heard] == [word.speaker for word in words]
    assert_times(written.holds, heard, words)


def assert_times(holds: str, heard: tuple[Word, ...], words: list[Word]) -> None:
    """What a shape holds of the times is read to the millisecond, but for what says how fine it is."""
    fine = 0.011 if "10 ms" in holds else 0.0011
    if holds in ("words", "starts"):
        assert [word.start for word in heard] == pytest.approx([word.start for word in words], abs=fine)
    if holds == "words":
        assert [word.end for word in heard] == pytest.approx([word.end for word in words], abs=fine)
    at = 0
    for cue in cues(words) if "cues" in holds else ():
        assert heard[at].start == pytest.approx(cue[0].start, abs=fine)
        if holds.startswith("cues"):
            assert heard[at + len(cue) - 1].end == pytest.approx(cue[-1].end, abs=fine)
        at += len(cue)
