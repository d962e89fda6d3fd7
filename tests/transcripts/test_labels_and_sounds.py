"""Labels and sounds are no speech; speech with a colon, in brackets or in capitals is."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.records import Transcript
from align.speech.transcripts import read_transcript
from tests.transcripts.writers import clock


def subtitles(cues: Sequence[str], seconds: float = 2.0) -> str:
    """Cues one after the other, from second 1."""
    times = [clock(1 + at * seconds, ",") for at in range(len(cues) + 1)]
    return "".join(f"{n}\n{times[n - 1]} --> {times[n]}\n{text}\n\n" for n, text in enumerate(cues, 1))


def read(folder: Path, content: str, name: str = "talk.srt") -> Transcript:
    (folder / name).write_text(content, encoding="utf-8")
    return read_transcript(str(folder / name)).transcript


def told(transcript: Transcript) -> str:
    """Return what was said, each change of speaker marked by the name."""
    said, speaker = "", None
    for word in transcript.words:
        said += f" <{word.speaker}>" if word.speaker != speaker else ""
        speaker = word.speaker
        said += word.text
    return said.strip()


@pytest.mark.parametrize(
    ("cues", "said"),
    [
        (["Ada Okonjo: We went.", "Bob Lee: No.", "Ada Okonjo: Yes."],
         "<Ada Okonjo> We went. <Bob Lee> No. <Ada Okonjo> Yes."),
        (["ADA: We went.", "BOB: No.", "ADA: Yes."], "<ADA> We went. <BOB> No. <ADA> Yes."),
        (["Ada: We went.", "And on.", "Bob: No.", "Ada: Yes."], "<Ada> We went. <None> And on. <Bob> No. <Ada> Yes."),
        (["Speaker 1: We went.", "Speaker 2: No."], "<Speaker 1> We went. <Speaker 2> No."),
        (["speaker_0: We went.", "speaker_1: No."], "<speaker_0> We went. <speaker_1> No."),
        (["[SPEAKER_00] We went.", "[SPEAKER_01] No."], "<SPEAKER_00> We went. <SPEAKER_01> No."),
        (["[ADA] We went.", "[BOB] No.", "[ADA] So."], "<ADA> We went. <BOB> No. <ADA> So."),
        (["[SPEAKER_00]: We went.", "[Ada]: No."], "<SPEAKER_00> We went. <Ada> No."),
        (["(Ada) We went.", "(Bob) No.", "(Ada) Yes.", "(Bob) So?"], "<Ada> We went. <Bob> No. <Ada> Yes. <Bob> So?"),
        ([">> Ada: We went.", ">> BOB LEE: No.", ">> So?"], "<Ada> We went. <BOB LEE> No. <None> So?"),
        ([">> We went. >> No. >>> So."], "We went. No. So."),
        (["- We went.\n- No, -5 degrees.", "-So?\n– Yes."], "We went. No, -5 degrees. So? Yes."),
        (["Ada (00:00:01): We went.", "Bob (00:00:03): No."], "<Ada> We went. <Bob> No."),
        (["Q: Where?", "A: At home: there.", "Q: When?"], "<Q> Where? <A> At home: there. <Q> When?"),
        (["Interviewer: Where?", "Dr. Ada O’Neill-Smith: There.", "Interviewer: So?"],
         "<Interviewer> Where? <Dr. Ada O’Neill-Smith> There. <Interviewer> So?"),
        (["Ada: We went. Bob: No.", "Ada: Yes.", "Bob: So?"], "<Ada> We went. <Bob> No. <Ada> Yes. <Bob> So?"),
        (["MAN: WE WENT. >> WOMAN: NO.", "MAN: YES."], "<MAN> WE WENT. <WOMAN> NO. <MAN> YES."),
    ],
)  # fmt: skip
def test_a_label_is_no_speech_and_says_who_speaks(tmp_path: Path, cues: list[str], said: str) -> None:
    assert told(read(tmp_path, subtitles(cues))) == said


@pytest.mark.parametrize(
    "cues",
    [
        ["I said: no.", "And he said: yes."],
        ["Note: this.", "We went.", "Note: that."],
        ["The answer: nothing.", "It is 10:30 now.", "The answer: nothing."],
        ["New York: a city.", "We went there."],
        ["England: three.", "France: two.", "Germany: one.", "Point One: go. Point Two: stay."],
        ["[NATO] said so", "the [UN] did not"],
        ["We saw", "Question: who paid?", "And left."],
        ["I SAID: NO.", "HE SAID: YES.", "I SAID: NO."],
        ["Ladies and gentlemen: the mayor.", "Thank you."],
        ["Well (or so they say) we went.", "The (very) old man."],
        ["the [mayor] said so", "and [the] council"],
        ["He was (on the phone) there.", "(I don't know.)", "It's *really* bad."],
        ["We won 3 - 0.", "mother-in-law", "#MeToo was first."],
        ["No more war!", "No more war!", "No more war!", "No more war!"],
    ],
)
def test_what_is_said_with_a_colon_in_brackets_or_again_is_speech(tmp_path: Path, cues: list[str]) -> None:
    assert told(read(tmp_path, subtitles(cues))) == " ".join(cues)


@pytest.mark.parametrize(
    "sound",
    [
        "(laughs)", "[APPLAUSE]", "[Music]", "♪", "♪♪", "*sighs*", "(door slams)", "(Laughter)", "{\\an8}",
        "[coughs]", "(all cheering)", "[BLANK_AUDIO]", "<i></i>", "(clears throat)",
        "[man on TV]", "[in French]", "（笑）", "[pause]",
    ],
)  # fmt: skip
def test_a_sound_is_no_speech(tmp_path: Path, sound: str) -> None:
    cues = ["We went", sound, f"there {sound} and", f"{sound} back home."]
    transcript = read(tmp_path, subtitles(cues))
    assert told(transcript) == "We went there and back home."
    assert not transcript.unheard


@pytest.mark.parametrize(
    "mark",
    [
        "[inaudible]", "[inaudible 00:00:06]", "(unintelligible)", "[crosstalk]", "[ __ ]", "[?]", "<unk>",
        "[speaks Spanish]", "[...]", "♪ and so we sang ♪", "[INAUDIBLE]", "[unclear]",
    ],
)  # fmt: skip
def test_what_nobody_could_make_out_is_unheard(tmp_path: Path, mark: str) -> None:
    transcript = read(tmp_path, subtitles(["We went", f"there {mark} and", mark, "back home."]))
    assert told(transcript) == "We went there and back home."
    within, whole = transcript.unheard
    assert 3 < within.start < within.end < 5
    assert (whole.start, whole.end) == (5, 7)


def test_known_times_bound_what_is_unheard(tmp_path: Path) -> None:
    """In JSON with words, it is what lies between the words."""
    words = '[{"word":"we","start":1,"end":1.5},{"word":"[inaudible]"},{"word":"went","start":4.25,"end":5.125}]'
    transcript = read(tmp_path, f'{{"words": {words}}}', "talk.json")
    assert [(gap.start, gap.end) for gap in transcript.unheard] == [(1.5, 4.25)]
    assert told(transcript) == "we went"


_names = st.sampled_from(["Ada Okonjo", "BOB", "Speaker 3", "Dr. Lee", "Jean-Luc de Witt"])
_marks = st.sampled_from(["{}: ", "[{}]: ", ">> {}: ", "({}): ", "- {}: "])
_said = st.permutations("we went there to say that nobody was asked at home".split()).map(lambda words: words[:5])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(_names, _said), min_size=3, max_size=9), _marks)
def test_who_says_what_comes_back(tmp_path: Path, turns: list[tuple[str, list[str]]], mark: str) -> None:
    """A transcript in which every cue is labelled, and most names come more than once."""
    turns = [*turns, *turns]
    transcript = read(tmp_path, subtitles([mark.format(name) + " ".join(words) for name, words in turns]))
    assert [(word.speaker, word.text.strip()) for word in transcript.words] == [
        (name, word) for name, words in turns for word in words
    ]
