"""One stretch of speech in seventy dialects: `tests/data/transcripts`. What was said is the same in all of them."""

import json
import re
from pathlib import Path

import pytest

from align.speech.transcripts import read_transcript

FOLDER = Path(__file__).parents[1] / "data" / "transcripts"
TRUTH = json.loads((FOLDER / "dpe.json").read_text(encoding="utf-8"))["words"]

QUOTE = "There is no way that the top of the tree was unaware of this behaviour."
OTHERS = {
    "inaud.srt": "the tree was of this behaviour.",  # and a stretch that is unheard
    "interleave.srt": f"{QUOTE} Mm-hm. Right.",
    "interleave2.srt": f"{QUOTE} Yeah, yeah.",
}
"""Those that hold other words."""

UNTIMED = {"allzero.srt", "api_text.json", "otr.json"}
LATE = {
    "noms.srt": 1.2, "noms.vtt": 1.2,  # whole seconds
    "loop.json": 1.7,  # a sentence that the model repeated until it was over
    "onebad.srt": 0.7,  # one cue has whole seconds
    "overlap.srt": 0.7, "single.srt": 0.5,  # tenths of a second; cues that go on while the next is spoken
    "shift5.srt": 5.4,
}  # fmt: skip
"""Seconds by which a word may begin too late or too early; else half a second where only cues have times."""

WORDS = {
    "api_both.json", "api_word_null.json", "assemblyai.json", "aws.json", "cpp_ml1.srt", "deepgram.json", "dpe.json",
    "elevenlabs.json", "insane.json", "json_tokens.json", "rev.json", "speechmatics.json", "trint.json", "vosk.json",
    "whisperx.json", "wts.json", "youtube.vtt",
}  # fmt: skip
_BOTH = frozenset({"Charlotte Lynch", "Mina Smallman"})
_BOTH_IN_CAPITALS = frozenset({"CHARLOTTE LYNCH", "MINA SMALLMAN"})
NAMES = {
    "full.vtt": {"Mina Smallman"}, "teams.vtt": _BOTH, "zoom.vtt": _BOTH, "zoomname.srt": _BOTH,
    "gtgt_mixed.srt": _BOTH, "gtgt.srt": _BOTH_IN_CAPITALS, "upper.srt": _BOTH_IN_CAPITALS,
    "speaker0.srt": {"SPEAKER_00"}, "spk_up.srt": {"SPEAKER_00"}, "whisperx.json": {"SPEAKER_00"},
    "wx_label.json": {"SPEAKER_00"}, "speaker1.srt": {"Speaker 1"}, "elevenlabs.json": {"s0"},
    "rev.json": {"speaker 0"}, "dpe.json": {"A"}, "assemblyai.json": {"A"},
}  # fmt: skip
"""Who speaks; else nobody is named."""


def plain(text: str) -> str:
    return re.sub(r"[^\w']", "", text.lower())


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_what_was_said_is_read(name: str) -> None:
    saved = read_transcript(str(FOLDER / name))
    words = saved.transcript.words

    if name in OTHERS:
        assert OTHERS[name] in "".join(word.text for word in words)
        return
    assert [plain(word.text) for word in words] == [plain(word["text"]) for word in TRUTH]
    assert {word.speaker for word in words} == NAMES.get(name, {None})
    assert saved.is_timed == (name not in UNTIMED)
    if saved.is_timed:
        assert saved.is_rough == (name not in WORDS)
        off = max(abs(word.start - true["start"]) for word, true in zip(words, TRUTH, strict=True))
        assert off <= (0.05 if name in WORDS else LATE.get(name, 0.45))


def test_what_nobody_could_make_out_is_unheard() -> None:
    (gap,) = read_transcript(str(FOLDER / "inaud.srt")).transcript.unheard
    assert 6.7 < gap.start < gap.end < 7.6


@pytest.mark.parametrize("name", ["allzero.srt", "bilingual.srt", "loop.json"])
def test_what_was_lost_or_is_in_doubt_is_said(name: str) -> None:
    assert len(read_transcript(str(FOLDER / name)).transcript.warnings) == 1


def test_a_loop_leaves_the_time_that_it_covers_unheard() -> None:
    (gap,) = read_transcript(str(FOLDER / "loop.json")).transcript.unheard
    assert gap.start == 4.0
    assert gap.duration > 1


def test_a_word_whose_end_is_not_told_does_not_last_until_the_next() -> None:
    """YouTube marks starts only; behind this one there is a pause."""
    words = read_transcript(str(FOLDER / "youtube.vtt")).transcript.words
    assert next(word.end for word in words if word.text == " behaviour.") == pytest.approx(8.27, abs=0.2)
