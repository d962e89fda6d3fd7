"""What is no transcript but holds words: our own reports, which would bear out the print that they were made of."""

import json

import pytest

from align.errors import TranscriptError
from align.report import REPORT_FORMATS, write_quotes, write_report
from align.speech.transcripts import read_transcript
from tests.golden.samples import council
from tests.golden.voices import interview


@pytest.mark.parametrize("story", [council, interview], ids=lambda story: story.__name__)
@pytest.mark.parametrize("ending", REPORT_FORMATS)
def test_a_report_is_no_transcript(story, ending, tmp_path):
    if ending == ".rttm" and story is council:
        pytest.skip("nobody was told apart there, so the file is empty")
    write_report(story(), tmp_path / f"report{ending}")

    with pytest.raises(TranscriptError, match=r"is no transcript that can be read: it is (what was written|an? )"):
        read_transcript(str(tmp_path / f"report{ending}"))


def test_quotes_and_decisions_are_no_transcript(tmp_path):
    report = council()
    write_quotes(report.article, [check.quote for check in report.checks], tmp_path / "quotes.json")
    (tmp_path / "decisions.json").write_text(
        json.dumps({"schema_version": 1, "article": {}, "decisions": [{"quote": 1, "finding": "a", "note": "Hm."}]})
    )

    for name in ("quotes", "decisions"):
        with pytest.raises(TranscriptError, match="what was written of an article"):
            read_transcript(str(tmp_path / f"{name}.json"))


@pytest.mark.parametrize(
    "text",
    [
        "1\n00:00:01,000 --> 00:00:03,000\nWe are #1 in town, and nothing was altered.\n",
        "1\n00:00:01,000 --> 00:00:03,000\nSpeaker 1: #2, as I altered it.\n",
        "SPEAKER one 00:01 We came in by the north gate and left again.\n",
    ],
)
def test_what_only_looks_a_little_like_it_is_read(text, tmp_path):
    (tmp_path / "told.srt").write_text(text)

    assert read_transcript(str(tmp_path / "told.srt")).transcript.words
