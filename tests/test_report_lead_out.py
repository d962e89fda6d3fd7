"""A cue stays until a moment after its last word, and never into the next one."""

from hypothesis import given

from align.report.view.lead_out import LEAD_OUT, with_lead_out
from tests.golden.strategies import few, reports


@few
@given(reports())
def test_it_ends_in_the_pause(report):
    for check in report.checks:
        for part in check.passages:
            heard = report.transcripts[part.recording]
            following = heard.words[part.words.end : part.words.end + 1]
            end = with_lead_out(report, part)

            assert part.end <= end <= part.end + LEAD_OUT
            assert end <= heard.recording.duration
            assert all(end <= max(part.end, word.start) for word in following)
            assert end > part.end or any(word.start <= part.end for word in following)
