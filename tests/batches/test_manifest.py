"""Which pairs a manifest or a folder tells of: in every way to write one, and whatever is wrong with a row or all."""

import inspect
import io
import json
import time
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.batches.folder import RULE
from align.batches.manifest import read_manifest
from align.batches.naming import name_pairs
from align.batches.pairs import PairOptions
from align.cli import checking
from align.errors import OptionError
from tests.pages import CLI

TABLE = "recordings,article,style,track,strict\na.mp3;b.mp3,one.txt,guardian,2,yes\nc.mp3,two.txt,,,\n"


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a manifest and returns what is read of it, paths without the folder's."""

    def read(content: str | bytes):
        (tmp_path / "pairs").write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_manifest(str(tmp_path / "pairs"))

    return read


def _named(manifest, folder):
    return [
        (
            tuple(path.removeprefix(f"{folder}/") for path in pair.recordings),
            pair.article.removeprefix(f"{folder}/"),
            pair.options,
        )
        for pair in manifest.pairs
    ]


LINES = "".join(
    json.dumps(row) + "\n"
    for row in (
        {"recordings": ["a.mp3", "b.mp3"], "article": "one.txt", "style": "guardian", "track": 2, "strict": True},
        {"recordings": "c.mp3", "article": "two.txt"},
    )
)


@pytest.mark.parametrize(
    "content",
    [
        TABLE,
        "\ufeff" + TABLE,
        TABLE.replace("\n", "\r\n"),
        TABLE.replace("\n", "\r"),
        TABLE.replace(";", "|").replace(",", "\t").replace("|", ";"),
        TABLE.replace("a.mp3;b.mp3", '"a.mp3;b.mp3"').replace(",", ";"),
        TABLE.replace("\n", "\n\n"),
        TABLE.rstrip("\n"),
        TABLE.encode("utf-16"),
        TABLE.replace("recordings,article", " Recordings , ARTICLE"),
        LINES,
        LINES.replace("\n", "\r\n\n"),
    ],
)
def test_a_manifest_says_the_same_however_it_is_written(write, tmp_path, content):
    assert _named(write(content), tmp_path) == [
        (("a.mp3", "b.mp3"), "one.txt", PairOptions(style="guardian", track=2, strict=True)),
        (("c.mp3",), "two.txt", PairOptions()),
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "tells of no pair|lacks a first line"),
        ("\n\n", "lacks a first line"),
        ("recordings,article\n", "no pair"),
        ("recordings,article,speeker\na,b,c\n", "column 'speeker'"),
        ("recordings,article,\na,b,\n", "column ''"),
        ("article,recordings,article\na,b,c\n", "two columns 'article'"),
        ("a.mp3,one.txt\n", "nobody knows"),
        ("article\none.txt\n", "lacks a first line"),
        (b"recordings,article\na\0.mp3,b.txt\n", "no text"),
        (bytes(range(256)) * 4, "no text|nobody knows|lacks"),
        ('recordings,article\n"a.mp3,' + "x" * 200_000, "no table"),
    ],
)
def test_what_is_wrong_with_all_of_it_is_refused_in_a_sentence(write, content, sentence):
    with pytest.raises(OptionError, match=sentence) as refused:
        write(content)

    assert str(refused.value).endswith((".", "recordings, article and what else it has."))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (",one.txt,,", "no recording"),
        ("a.mp3,,,", "no article"),
        ("a.mp3,one.txt,two,", "track cannot be 'two'"),
        ("a.mp3,one.txt,,perhaps", "strict cannot be 'perhaps'"),
        ("a.mp3,one.txt,,,,,more", "more cells"),
        ("a.mp3,-,,", "article cannot be '-'"),
        ('"a\nb.mp3",one.txt,,', "recordings cannot be"),
        ("a.mp3,one.txt,,,Ada", "voice cannot be 'Ada'"),
        ("a.mp3,one.txt,,,Ada=a.wav;=b.wav", "voice cannot be"),
        ("a.mp3,one.txt,,,Ada=", "voice cannot be"),
        ("a.mp3,one.txt,,,Ada=-", "voice cannot be"),
        ("a.mp3,one.txt,,,,maybe", "no_voices cannot be 'maybe'"),
    ],
)
def test_what_is_wrong_with_a_row_is_its_own_problem(write, row, sentence):
    wrong, right = write(f"recordings,article,track,strict,voice,no-voices\n{row}\nb.mp3,two.txt,1,no\n").pairs

    assert sentence in wrong.problem
    assert wrong.problem.startswith("Line ")
    assert not right.problem


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "no JSON"),
        ('{"recordings": "a", "article": "b", "speeker": 1}', "'speeker'"),
        ('{"recordings": {"a": 1}, "article": "b"}', "recordings cannot be"),
        ('{"recordings": ["a"], "article": ["b"]}', "article cannot be"),
        ('{"recordings": [["a"]], "article": "b"}', "recordings cannot be"),
        (r'{"recordings": "a\u0000", "article": "b"}', "recordings cannot be"),
        (r'{"recordings": "a", "article": "\ud800.txt"}', "article cannot be"),
        ("[1, 2]", "no JSON object"),
        ("{" * 100_000, "no JSON"),
    ],
)
def test_a_wrong_line_of_json_is_its_own_problem(write, line, sentence):
    right, wrong = write('{"recordings": ["a"], "article": "b"}\n' + line).pairs

    assert sentence in wrong.problem
    assert not right.problem


def test_clips_of_voices_are_found_as_recordings_are(write, tmp_path):
    table = 'recordings,article,voice,no_voices\na.mp3,one.txt,"Ada Okonjo = ada.wav; Bo=/x/b=o.wav",no\n'
    (pair,) = write(table).pairs

    assert pair.options.voice == (f"Ada Okonjo={tmp_path / 'ada.wav'}", "Bo=/x/b=o.wav")
    assert pair.options.no_voices is False
    assert {str(tmp_path / "ada.wav"), "/x/b=o.wav"} < {*pair.files}


ELSEWHERE = {"paths", "output", "clips", "form", "quiet", "memory", "debug"}
"""What is no pair's: its files, which have columns of their own names, and what is asked of the whole batch."""


def test_every_option_of_a_check_is_a_column():
    names = {"has_voices": "no_voices"}
    options = {names.get(name, name) for name in inspect.signature(checking.check).parameters}

    assert options - ELSEWHERE == {field.name for field in fields(PairOptions)}


def test_what_is_told_twice_is_done_once_and_said(write):
    manifest = write("recordings,article\na.mp3,one.txt\na.mp3 ,./one.txt\nb.mp3,one.txt\n")

    assert len(manifest.pairs) == 2
    assert [warning.partition(": ")[2] for warning in manifest.warnings] == ["line 3 repeats line 2."]


@pytest.mark.parametrize(
    "content",
    [
        "article,recordings\n,a.mp3\n,a.mp3\n",  # as bad as each other
        "article,recordings,track\na.txt,,x\na.txt,,x\n",
        "article,recordings\na.txt,a.mp3\na.txt,a.mp3,more\n",  # the same cells, and one too many
        '{"article": 1\n{"article": 2\n',
        '{"article": "a", "recordings": ["b"]}\n{"article": "a", "recordings": "[\'b\']"}\n',
        '{"article": "a", "recordings": "b"}\n{"article": "a", "recordings": ["b"], "track": "x"}\n{"track": "x"}\n',
    ],
)
def test_no_row_takes_the_name_of_another(write, content):
    """Whatever is wrong with them, or alike in them: a row that shares a name would be lost."""
    manifest = write(content)

    assert len(manifest.pairs) == content.count("\n") - content.startswith("article")
    assert len({name.casefold() for name in name_pairs(manifest.pairs)}) == len(manifest.pairs)


def test_standard_input_counts_from_where_it_is_read(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode())))

    assert _named(read_manifest("-"), "") == _named(read_manifest_of(TABLE, monkeypatch), "")
    assert read_manifest_of(TABLE, monkeypatch).pairs[0].recordings == ("a.mp3", "b.mp3")


def read_manifest_of(text, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    return read_manifest("-")


def test_no_manifest_is_told_in_a_sentence(tmp_path):
    with pytest.raises(OptionError, match="There is no manifest"):
        read_manifest(str(tmp_path / "none.csv"))


def test_time_grows_with_the_rows(write):
    """Ten times the rows take about ten times as long: a hundred would mean that rows are compared with each other."""

    def seconds(rows: int) -> float:
        text = "recordings,article\n" + "".join(f"r{row}.mp3,articles/same.txt\n" for row in range(rows))
        began = time.process_time()
        assert len(write(text).pairs) == rows
        return time.process_time() - began

    assert seconds(100_000) < 40 * max(seconds(10_000), 0.05)


FILES = (
    "talk.txt",
    "talk.mp3",
    "talk-2.mp3",
    "talk-2.txt",
    "talk-2.1.wav",
    "talkative.mp3",
    "b.docx",
    "c.csv",
    ".d.txt",
    "x.png",
)


def test_a_folder_is_paired_by_names(tmp_path):
    for name in FILES:
        (tmp_path / name).touch()
    (tmp_path / "folder.txt").mkdir()
    manifest = read_manifest(str(tmp_path))

    assert [names[:2] for names in _named(manifest, tmp_path)] == [
        ((), "b.docx"),
        (("talk-2.1.wav", "talk-2.mp3"), "talk-2.txt"),
        (("talk.mp3",), "talk.txt"),
    ]
    assert "has no recording" in manifest.pairs[0].problem
    assert ["talkative.mp3 goes with no article" in warning for warning in manifest.warnings] == [True]


@given(
    st.lists(st.text("ab-.", min_size=1, max_size=5), max_size=6),
    st.lists(st.text("ab-.", min_size=1, max_size=5), max_size=6),
)
def test_no_recording_of_a_folder_is_lost_or_in_two_articles_of_other_names(tmp_path_factory, articles, recordings):
    folder = tmp_path_factory.mktemp("folder")
    articles, recordings = ([name for name in names if not name.startswith(".")] for names in (articles, recordings))
    for name in [*(f"{stem}.txt" for stem in articles), *(f"{stem}.mp3" for stem in recordings)]:
        (folder / name).touch()
    if not articles:
        return
    manifest = read_manifest(str(folder))
    paired = [path for pair in manifest.pairs for path in pair.recordings]
    alone = [warning.partition(" goes")[0] for warning in manifest.warnings]

    assert sorted([*paired, *alone]) == sorted({str(folder / f"{stem}.mp3") for stem in recordings})
    assert len(manifest.pairs) == len({*articles})


def test_a_folder_without_articles_is_refused(tmp_path):
    with pytest.raises(OptionError, match="no article in"):
        read_manifest(str(tmp_path))


def test_the_help_tells_the_naming_rule():
    assert RULE in " ".join(CLI.commands["batch"].help.split())
