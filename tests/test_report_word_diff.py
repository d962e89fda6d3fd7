"""The word diff as another program reads it, and as `patch` would use it."""

import unidiff
from hypothesis import given

from align.report.formats.word_diff import render_diff
from align.report.view.wording import passage_runs, quote_runs
from tests.golden.samples import council
from tests.golden.strategies import few, reports


@few
@given(reports())
def test_runs_cover_the_printed_quote(report):
    for check in report.checks:
        assert "".join(report.printed(run.chars) for run in quote_runs(check)) == check.quote.text


@few
@given(reports())
def test_runs_cover_the_spoken_passage_in_order(report):
    for check in report.checks:
        for part, runs in zip(check.passages, passage_runs(check), strict=True):
            edges = [part.words.start, *(run.words.end for run in runs)]
            assert [run.words.start for run in runs] == edges[:-1]
            assert edges[-1] == part.words.end


@few
@given(reports())
def test_another_program_reads_every_difference(report):
    read = unidiff.PatchSet(render_diff(report))
    found = {(edit.chars, edit.words) for check in report.checks for edit in check.edits}

    if any(check.edits for check in report.checks):
        assert sum(file.added + file.removed for file in read) >= len(found)


def test_lines_are_numbered_like_the_words_of_both_sides():
    report = council()
    article = report.article.text.split()
    for file in unidiff.PatchSet(render_diff(report)):
        heard = next((t.words for t in report.transcripts if t.recording.path == file.source_file), ())
        for hunk in file:
            for line in hunk:
                if line.is_added:
                    assert article[line.target_line_no - 1].strip("“”.,") == line.value.strip().strip("“”.,")
                if line.is_removed:
                    assert heard[line.source_line_no - 1].text.strip() == line.value.strip()
