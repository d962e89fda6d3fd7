"""Whoever writes it, the words that are read are those that were said, and the times too, as far as a shape has any."""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

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


_TALK = [
    Word(f" {text}", round(0.5 + 0.4 * at, 3), round(0.8 + 0.4 * at, 3), 0.9, _SPEAKERS[at // 4 % 2])
    for at, text in enumerate(_SPOKEN)
]


def _documents(content: bytes) -> list[str]:
    """The JSON documents of a file that was written one a line, or as one."""
    text = content.decode()
    try:
        json.loads(text)
    except ValueError:
        return re.split(r"\n(?=\{)", text)
    return [text]


def _leaves(value: object) -> Iterator[tuple[Any, Any]]:
    """Every value of a JSON document that is no list and no object, as what holds it and where."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(inner, dict | list):
            yield from _leaves(inner)
        else:
            yield value, key


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


_JSON = [
    (name, writer)
    for name, writer in CASES
    if Content(writer(_TALK).content).document is not None and name != "oTranscribe"  # which has one text
]
_NOTHING = (None, "")
_FIGURES = (-1, 1e300, float("nan"))
_SENSELESS = ({}, [], True, [None], {"a": 1})


@pytest.mark.parametrize(("name", "writer"), _JSON, ids=lambda case: getattr(case, "__name__", ""))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seed=st.integers(0, 2**32))
def test_one_absurd_value_costs_a_cue_at_most(tmp_path: Path, name: str, writer: Writer, seed: int) -> None:
    """Whatever stands in place of a leaf of the JSON: of words and times, a few are lost, and never all in silence."""
    written = writer(_TALK)
    values = [json.loads(line) for line in _documents(written.content)]
    dice = random.Random(seed)  # noqa: S311 - no secret
    leaves = [(holder, key) for value in values for holder, key in _leaves(value)]
    holder, key = dice.choice(leaves)
    holder[key] = dice.choice([*_NOTHING, *_FIGURES, *_SENSELESS])

    saved = read(tmp_path, "\n".join(map(json.dumps, values)).encode())
    left = Counter(plain(word.text) for word in saved.transcript.words)
    lost = Counter(plain(word.text) for word in _TALK) - left

    assert lost.total() <= len(_TALK) // 3
    if lost and holder[key] in _SENSELESS:
        assert saved.transcript.warnings
