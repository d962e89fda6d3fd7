"""Every door out, read back by a program that we did not write."""

import csv
import html
import io
import re

import mir_eval
import numpy as np
import opentimelineio as otio
import parselmouth
import pycmx
import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from align.errors import OutputError
from align.outputs import collect_sounds
from align.report import check_outputs, write_clips
from align.report.clips import PADDING, SoundClip, Sounds, clip_places
from align.report.formats.audacity import render_labels
from align.report.formats.csv_report import COLUMNS, render_csv
from align.report.formats.github import render_github
from align.report.formats.markdown import render_markdown
from align.report.formats.textgrid import render_textgrid
from align.report.formats.timeline import render_edl, render_otio
from align.report.view.findings import findings, is_finding
from align.report.view.lead_out import LEAD_OUT
from align.report.view.sanitize import printable
from align.speech.audio import open_audio
from tests import lbc_case
from tests.golden.samples import council
from tests.golden.strategies import few, reports


def places(report):
    return [part for check in report.checks for part in check.passages]


@few
@given(reports())
def test_csv_has_a_row_for_each_quote_and_no_formula(report):
    rows = [*csv.DictReader(io.StringIO(render_csv(report).decode("utf-8-sig")))]

    assert {int(row["quote"]) for row in rows} == {check.quote.id for check in report.checks}
    assert tuple(rows[0]) == COLUMNS
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_audacity_labels_are_the_passages():
    report = council()
    regions, labels = mir_eval.io.load_labeled_intervals(io.StringIO(render_labels(report)), delimiter="\t")

    assert regions[:5] == pytest.approx(np.array([(part.start, part.end) for part in places(report)[:5]]), abs=1e-3)
    assert (np.diff(regions[:, 0]) > 0).all()
    assert labels[1] == "#2 verbatim: no small matter"


@few
@given(reports())
def test_labels_keep_to_their_lines(report):
    lines = render_labels(report).splitlines()

    assert len(lines) == len(places(report))
    assert all(line.count("\t") == 2 for line in lines)


@few
@given(reports())
def test_praat_reads_the_text_grid(tmp_path_factory, report):
    path = tmp_path_factory.mktemp("praat") / "report.TextGrid"
    path.write_text(render_textgrid(report), encoding="utf-8")
    grid = parselmouth.read(str(path))

    tiers = iter(range(1, 1 + int(parselmouth.praat.call(grid, "Get number of tiers"))))
    for recording, heard in enumerate(report.transcripts):
        quoted = [part for part in places(report) if part.recording == recording]
        assert len(labels_of(grid, next(tiers))) == len(quoted)
        words = [*filter(None, (printable(word.text) for word in heard.words))]
        assert labels_of(grid, next(tiers)) == words
        said = [labels_of(grid, next(tiers)) for _ in heard.voices]
        assert [len(turns) for turns in said] == [
            sum(turn.voice == voice for turn in heard.turns) for voice in range(len(heard.voices))
        ]
        if heard.voices:
            assert sorted(" ".join(text for turns in said for text in turns).split()) == sorted(" ".join(words).split())
    assert next(tiers, None) is None


def labels_of(grid, tier):
    """The labels that are not empty of a tier, as Praat counts and reads it."""
    numbers = range(1, int(parselmouth.praat.call(grid, "Get number of intervals", tier)) + 1)
    return [*filter(None, (parselmouth.praat.call(grid, "Get label of interval", tier, number) for number in numbers))]


def test_open_timeline_is_the_passages():
    report = council()
    timeline = otio.adapters.read_from_string(render_otio(report), "otio_json")
    clips = [*timeline.find_clips()]

    assert [clip.media_reference.target_url for clip in clips[:-2]] == ["council.mp3"] * 5
    for clip, part in zip(clips, places(report), strict=True):
        assert clip.source_range.start_time.to_seconds() <= part.start
        assert clip.source_range.end_time_exclusive().to_seconds() >= part.end - 1e-9
        assert clip.source_range.duration.to_seconds() < part.end - part.start + LEAD_OUT + 0.1


def test_edit_decision_list_is_read_event_by_event():
    report = council()
    events = [*pycmx.parse_cmx3600(io.StringIO(render_edl(report))).events]

    assert [int(event.edits[0].clip_name.split()[0]) for event in events] == [
        check.quote.id for check in report.checks for _ in check.passages
    ]


@few
@given(reports())
def test_markdown_shows_the_words_and_no_markup_of_theirs(report):
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(render_markdown(report))
    text = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", shown)).split())

    assert not set(re.findall(r"</?([\w!]+)", shown)) - {"h1", "p", "ul", "li", "strong", "blockquote", "s"}
    for check in findings(report):
        for cause in check.causes:
            assert cause in text


def test_github_annotations_stand_on_the_article_s_lines():
    report = council()
    lines = render_github(report).splitlines()
    read = [re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line) for line in lines]

    assert [line[1] for line in read] == ["error", "warning", "warning", "error", "notice"]
    assert [re.search(r"\bline=(\d+)", line[2])[1] for line in read] == ["3", "9", "11", "7", "7"]


@few
@given(reports())
def test_github_annotations_keep_to_their_lines(report):
    assert len(render_github(report).splitlines()) == len(findings(report))


def test_clips_are_one_file_for_each_place_of_a_finding(tmp_path):
    report = council()
    sounds = Sounds(tuple(SoundClip(recording, interval, b"mp3") for recording, interval in clip_places(report)))
    write_clips(report, sounds, tmp_path / "clips")
    names = sorted(path.name for path in (tmp_path / "clips").iterdir())

    assert len(names) == sum(len(check.passages) for check in findings(report))
    assert names[0] == "quote-01-altered-part-1-at-00.00.02.mp3"


def test_the_clips_of_the_lbc_case_hold_what_was_said_there(tmp_path):
    """As ffmpeg reads them: as long as the passage with its padding, and the same sound."""
    report = lbc_case.report("naseem")
    with open_audio(str(lbc_case.FOLDER / "naseem.mp3")) as audio:
        write_clips(report, collect_sounds(report, [audio]), tmp_path)
        for path, part in zip(sorted(tmp_path.iterdir()), places_of_findings(report), strict=True):
            with open_audio(str(path)) as clip:
                length = part.end - part.start
                said, heard = audio.samples(part.start, part.end), clip.samples(PADDING, PADDING + length)
                assert clip.recording.duration == pytest.approx(length + 2 * PADDING, abs=0.1)
                assert best_match(said, heard) > 0.9


def places_of_findings(report):
    return [part for check in report.checks if is_finding(check) for part in check.passages]


def best_match(one, other):
    """How alike two sounds are, 1 at most, shifted against each other as they are most alike."""
    size = min(len(one), len(other))
    likeness = np.fft.irfft(np.fft.rfft(one[:size], 2 * size) * np.conj(np.fft.rfft(other[:size], 2 * size)))
    return float(likeness.max() / np.sqrt((one**2).sum() * (other**2).sum()))


@few
@given(reports())
def test_every_passage_lies_in_a_clip(report):
    for check in report.checks:
        for part in check.passages:
            assert any(
                recording == part.recording and interval.start <= part.start and part.end <= interval.end
                for recording, interval in clip_places(report)
            )


def test_a_missing_package_is_a_sentence_before_the_work(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "align.report.formats.textgrid", None)
    with pytest.raises(OutputError, match=r"quote-align\[editors\]"):
        check_outputs([tmp_path / "report.TextGrid"])
