"""The word diff as another program reads it, and as `patch` would use it."""

import unidiff
from hypothesis import given

from align.report.formats.word_diff import render_diff
from tests.golden.samples import council
from tests.golden.strategies import few, reports


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
