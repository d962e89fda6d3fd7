"""Whatever is given, the user gets one sentence and exit status 2, and nothing is written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.io import wavfile

pytestmark = pytest.mark.hostile

CASE = Path(__file__).parents[2] / "fixtures" / "lbc"


@pytest.fixture
def folder(tmp_path):
    shutil.copy(CASE / "smallman.mp3", tmp_path / "talk.mp3")
    shutil.copy(CASE / "article.txt", tmp_path / "article.txt")
    (tmp_path / "empty.mp3").touch()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "text.mp3").write_text("This is a text, whatever its name says.\n" * 50, encoding="utf-8")
    shutil.copy(CASE / "smallman.mp3", tmp_path / "sound.txt")
    (tmp_path / "cut.mp3").write_bytes((CASE / "smallman.mp3").read_bytes()[:150_000])
    (tmp_path / "noise.mp3").write_bytes(np.random.default_rng(1).bytes(40_000))
    wavfile.write(tmp_path / "silence.wav", 16000, np.zeros(160_000, np.int16))
    (tmp_path / "plain.txt").write_text("Nothing is quoted here. The mayor left early.\n", encoding="utf-8")
    (tmp_path / "bytes.txt").write_bytes(b"\x00\xff\x81\x8d" * 200)
    (tmp_path / "list.json").write_text("[1, 2, 3]", encoding="utf-8")
    (tmp_path / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    (tmp_path / "silent.json").write_text('{"segments": []}', encoding="utf-8")
    (tmp_path / "late.json").write_text('{"words": [{"word": "so", "start": 9000, "end": 9001}]}', encoding="utf-8")
    (tmp_path / "noise.srt").write_bytes(b"\x00\xff\x81\x8d" * 200)
    (tmp_path / "cueless.vtt").write_text("WEBVTT\n\nNOTE There is no cue here.\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.json").mkdir()
    return tmp_path


def _align(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ALIGN_CACHE": str(folder / "cache"), **more}
    return subprocess.run(
        [sys.executable, "-m", "align", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


BAD = {
    "no such recording": (["check", "nowhere.mp3", "article.txt"], "nowhere.mp3"),
    "no such article": (["check", "talk.mp3", "nowhere.txt"], "nowhere.txt"),
    "a folder as recording": (["check", "folder", "article.txt"], "folder"),
    "a folder as article": (["check", "talk.mp3", "folder"], "folder"),
    "an empty recording": (["check", "empty.mp3", "article.txt"], "empty"),
    "an empty article": (["check", "talk.mp3", "empty.txt"], "empty"),
    "text given as audio": (["check", "text.mp3", "article.txt"], "text"),
    "audio given as text": (["check", "talk.mp3", "sound.txt"], "sound.txt"),
    "a truncated mp3": (["check", "cut.mp3", "article.txt"], "cut.mp3"),
    "noise of bytes": (["check", "noise.mp3", "article.txt"], "noise.mp3"),
    "an article without a quotation": (["check", "talk.mp3", "plain.txt"], "no quotation"),
    "undecodable bytes": (["check", "talk.mp3", "bytes.txt"], "bytes.txt"),
    "an unknown model": (["check", "talk.mp3", "article.txt", "--model", "gigantic"], "gigantic"),
    "an unknown engine": (["check", "talk.mp3", "article.txt", "--engine", "tube"], "tube"),
    "an unknown language": (["check", "talk.mp3", "article.txt", "--language", "xx"], "xx"),
    "an unknown style": (["check", "talk.mp3", "article.txt", "--style", "baroque"], "baroque"),
    "an unknown speaker": (["check", "talk.mp3", "article.txt", "--speaker", "Nobody"], "Nobody"),
    "an unknown extension": (["check", "talk.mp3", "article.txt", "-o", "report.doc"], "report.doc"),
    "an output that is a folder": (["check", "talk.mp3", "article.txt", "-o", "folder.json"], "folder.json"),
    "an output in no folder": (["check", "talk.mp3", "article.txt", "-o", "none/report.json"], "none"),
    "an output over an input": (["check", "talk.mp3", "article.txt", "-o", "article.txt"], "article.txt"),
    "arguments swapped": (["check", "article.txt", "talk.mp3"], "swapped"),
    "no recording": (["check", "article.txt"], "recording"),
    "no such transcript": (["check", "article.txt", "--transcript", "nowhere.json"], "nowhere.json"),
    "a folder as transcript": (["check", "article.txt", "--transcript", "folder.json"], "folder.json"),
    "a transcript of an unknown kind": (["check", "article.txt", "--transcript", "talk.mp3"], "talk.mp3"),
    "JSON that is no transcript": (["check", "article.txt", "--transcript", "list.json"], "list.json"),
    "JSON without an end": (["check", "article.txt", "--transcript", "deep.json"], "deep.json"),
    "a transcript without words": (["check", "article.txt", "--transcript", "silent.json"], "no words"),
    "noise as subtitles": (["check", "article.txt", "--transcript", "noise.srt"], "noise.srt"),
    "subtitles without a cue": (["check", "article.txt", "--transcript", "cueless.vtt"], "no words"),
    "a transcript of a longer recording": (["check", "talk.mp3", "article.txt", "--transcript", "late.json"], "02:30:"),
    "two transcripts of one recording": (
        ["check", "talk.mp3", "article.txt", "--transcript", "late.json", "--transcript", "late.json"], "1 and 2",
    ),
    "clips without sound": (["check", "article.txt", "--transcript", "late.json", "--clips", "cut"], "--clips"),
    "a transcript as output": (["check", "article.txt", "--transcript", "late.json", "-o", "late.json"], "late.json"),
    "transcribe: no such recording": (["transcribe", "nowhere.mp3"], "nowhere.mp3"),
    "transcribe: an unknown extension": (["transcribe", "talk.mp3", "-o", "talk.doc"], "talk.doc"),
    "quotes: no such article": (["quotes", "nowhere.txt"], "nowhere.txt"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_sentence(folder, case):
    arguments, word = BAD[case]
    before = sorted(folder.rglob("*"))
    done = _align(folder, *arguments)

    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert word in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    written = {path for path in set(folder.rglob("*")) - set(before) if "cache" not in path.parts}
    assert written == set()


@pytest.mark.model
def test_silence_holds_no_speech(folder):
    done = _align(folder, "check", "silence.wav", "article.txt", "-o", "report.json")

    assert done.returncode == 2
    assert "no speech" in done.stderr
    assert not (folder / "report.json").exists()


def test_without_a_model_in_reach_three_ways_out_are_named(folder):
    done = _align(
        folder, "check", "talk.mp3", "article.txt", "--model", "small", HOME=str(folder), XDG_CACHE_HOME=str(folder)
    )

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert all(way in done.stderr for way in ("offline", "small", "path")), done.stderr
