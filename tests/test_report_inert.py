"""Whatever stands in articles, names, transcripts and decisions: no format passes on what commands or hides."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from align.records import Certainty, Choice, Decision, Misattribution, Report, Severity, Voice
from align.report import write_report
from align.report.clips import NO_SOUNDS
from align.report.formats import QUOTES_FORMATS, REPORT_FORMATS, SOUND_FORMATS, TRANSCRIPT_FORMATS
from align.report.formats.csv_report import render_csv
from align.report.formats.github import render_github
from align.report.formats.json_report import dump, render_quotes, render_report, render_transcript
from align.report.formats.markdown import render_markdown
from align.report.formats.quote_list import render_quotes as render_list
from align.report.formats.rttm import render_rttm
from align.report.formats.sarif import render_sarif
from align.report.formats.srt_vtt import render_srt, render_vtt
from align.report.formats.text import render_text
from align.report.formats.transcripts import render_srt as render_transcript_srt
from align.report.formats.transcripts import render_text as render_words
from align.report.formats.transcripts import render_vtt as render_transcript_vtt
from align.report.page import render_page
from align.report.view.sanitize import is_seen, printable
from tests.golden.samples import council
from tests.golden.strategies import NASTY, few, reports
from tests.golden.voices import with_turns, with_voices

WRITERS = [
    render_report, render_srt, render_vtt, render_text, render_markdown, render_sarif, render_github,
    lambda report: render_csv(report).decode("utf-8-sig"),
    render_rttm,
    lambda report: render_words(report.transcripts[0], report.model),
    lambda report: render_transcript_srt(report.transcripts[0], report.model),
    lambda report: render_transcript_vtt(report.transcripts[0], report.model),
    lambda report: render_transcript(report.transcripts[0], report.model),
    lambda report: render_quotes(report.article, [check.quote for check in report.checks]),
    lambda report: render_list(report.article, [check.quote for check in report.checks]),
]  # fmt: skip
"""What is drawn for every report; those that need more packages and the page are asked about one."""

WORST = " ".join(NASTY)
LINKED = re.compile(r"//|[^\W\d]:\w|\w\.\w|\w@\w")
"""What a reader of Markdown may take for the beginning of an address."""


def _spoilt(report: Report, words: str) -> Report:
    """Return a report whose names, voices, warnings, causes and decisions hold these words, too."""
    voices = (Voice(words), Voice("voice 2", words), Voice(f"{words} again"))
    heard = tuple(
        replace(one, recording=replace(one.recording, path=f"{words}.mp3", warnings=(words,)), warnings=(words,))
        for one in (with_turns(one, voices, [0, 1, 2]) for one in report.transcripts)
    )
    wrong = Misattribution(words, words, 0, Severity.MAJOR, Certainty.CHECK_BY_EAR, 0.5, words)
    report = with_voices(replace(report, transcripts=heard), {check.quote.id: wrong for check in report.checks})
    checks = tuple(
        replace(
            check, quote=replace(check.quote, speaker=words, warnings=(words,)), causes=(*check.causes, words),
            decision=Decision("", Choice.FAULT, words),
        )
        for check in report.checks
    )  # fmt: skip
    article = replace(report.article, path=f"{words}.txt", title=words, warnings=(words,))
    return replace(report, article=article, transcripts=heard, checks=checks)


def _hidden(text: str) -> set[str]:
    return {character for character in text if not is_seen(character) and character not in "\r\n"}


@few
@given(reports())
def test_nothing_hidden_gets_out(report):
    report = _spoilt(report, WORST)
    for write in WRITERS:
        assert _hidden(write(report)) == set()


@pytest.mark.parametrize("ending", REPORT_FORMATS)
def test_no_file_holds_what_commands_a_terminal(ending, tmp_path):
    write_report(_spoilt(council(), WORST), tmp_path / f"report{ending}", NO_SOUNDS)
    text = (tmp_path / f"report{ending}").read_text(encoding="utf-8-sig")

    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text)
    if ending not in SOUND_FORMATS:
        assert _hidden(text) <= {"\t"}


def test_the_page_ends_what_reverses_the_writing():
    page = render_page(_spoilt(council(), "x \u202e \u2066 \x9b y"))

    assert page.count("\u202e") == page.count("\u202c") > 0
    assert page.count("\u2066") == page.count("\u2069") > 0


def test_json_gives_every_character_back():
    report = _spoilt(council(), f"{WORST} \ud800 \udcff \U000e0041 y")
    written = render_report(report)

    assert json.loads(written)["article"]["path"] == report.article.path
    assert json.loads(written.encode())["quotes"][0]["speaker"] == report.checks[0].quote.speaker


@given(st.text())
def test_json_is_the_same_document_however_it_is_written(text):
    assert json.loads(dump({text: text})) == {text: text}
    dump({text: text}).encode()


@pytest.mark.parametrize("word", NASTY)
def test_a_spreadsheet_computes_nothing(word):
    table = render_csv(_spoilt(council(), word)).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]

    assert not any(re.match(r"[\s\u200c\u200d]*[=+\-@＝＋－＠﹢﹣﹦﹫−⁺⁻⁼₊₋₌]", cell) for cell in cells)
    assert not any(set(cell) & set("\t\r\n") for cell in cells)


@pytest.mark.parametrize("word", NASTY)
def test_markdown_links_to_nothing(word):
    """Readers make links of the text between escapes that looks like an address."""
    markdown = MarkdownIt("gfm-like", {"linkify": False}).disable("text_join")
    lines = markdown.parse(render_markdown(_spoilt(council(), word)))
    tokens = [part for line in lines for part in line.children or ()]

    assert {part.type for part in tokens} <= {*"text text_special strong_open strong_close s_open s_close".split()}
    assert [part.content for part in tokens if part.type == "text" and LINKED.search(part.content)] == []


@pytest.mark.parametrize("word", NASTY)
def test_annotations_and_cues_keep_to_their_lines(word):
    report = _spoilt(council(), f"x {word} --> y")
    lines = render_github(report).splitlines()

    assert all(
        re.match(r"::(error|warning|notice) title=[^:]*,file=[^:,]*(,line=\d+,col=\d+)?::", line) for line in lines
    )
    times = re.compile(r"[\d:,.]+ --> [\d:,.]+")
    heard = report.transcripts[0], report.model
    for text in (render_srt(report), render_vtt(report), render_transcript_srt(*heard), render_transcript_vtt(*heard)):
        assert all(times.fullmatch(line) for line in text.splitlines() if "-->" in line)
        assert "\n\n\n" not in text


def test_sarif_has_no_links_or_placeholders_in_messages():
    (run,) = json.loads(render_sarif(_spoilt(council(), "[x](http://evil.example) {0}")))["runs"]

    for result in run["results"]:
        assert "](" not in result["message"]["text"]
        assert "{0}" not in result["message"]["text"].replace("{{", "").replace("}}", "")


@given(st.text())
def test_printable_is_one_line_and_says_it_twice_alike(text):
    shown = printable(text)

    assert all(map(is_seen, shown))
    assert "  " not in shown
    assert printable(shown) == shown
    assert [c for c in text if c.isalnum()] == [c for c in shown if c.isalnum()]


def test_every_format_of_the_tables_is_asked():
    """A new one gets a line among those above."""
    assert len(REPORT_FORMATS) + len(TRANSCRIPT_FORMATS) + len(QUOTES_FORMATS) == 21
