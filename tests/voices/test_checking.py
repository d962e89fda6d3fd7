"""Voices in a whole check: given transcripts with labels, equal places, tracks, clips of people."""

from dataclasses import replace

import numpy as np
import pytest

from align import OptionError, check, pipeline
from align.compare.voices.attribution import attribute
from align.compare.voices.presenter import find_presenter
from align.compare.voices.rooms import find_rooms
from align.diarization import labelled_voices
from align.known_voices import find_known
from align.records import (
    Article,
    Block,
    Certainty,
    Model,
    Quote,
    Recording,
    ReportSettings,
    Segment,
    Span,
    Transcript,
    Verdict,
    Word,
)
from align.speech.merging import merge_transcripts
from tests import lbc_case
from tests.needs import needs_model

MODEL = Model("recorded", "base", None)


def heard(*lines: tuple[str, str], track: str | None = None, start: float = 0.0) -> Transcript:
    """Return a transcript of lines, each by a speaker, at three words a second."""
    words: list[Word] = []
    at = start
    for speaker, line in lines:
        for text in line.split():
            words.append(Word(f" {text}", at, at + 0.3, speaker=speaker))
            at += 0.33
        at += 0.5
    segments = (Segment(start, at, Span(0, len(words))),)
    return Transcript(Recording("a.wav", "0" * 64, at, track), "en", tuple(words), segments)


def checked(text: str, *transcripts: Transcript, **options: bool):
    article = Article("a.txt", "0" * 64, "", text, (Block(Span(0, len(text))),))
    quoted = pipeline.select_quotes(article, ReportSettings())
    return pipeline.check_transcripts(quoted, transcripts, MODEL, **options)


LINES = (
    ("SPEAKER_00", "Why did the bridge fail in the end?"),
    ("SPEAKER_01", "We had warned the council about the steel for three long years."),
    ("SPEAKER_00", "And nobody at all came out to look at it?"),
    ("SPEAKER_01", "One inspector came and he wrote a report that nobody read."),
    ("SPEAKER_00", "So who is to blame for this disaster, in your view?"),
    ("SPEAKER_01", "The money was there and it was spent on a new town hall."),
    ("SPEAKER_00", "It is a scandal and heads will have to roll for this."),
)

GUEST = """Ada Okonjo, an engineer, said: "We had warned the council about the steel for three long years."

"One inspector came and he wrote a report that nobody read," Ada Okonjo said.

"The money was there and it was spent on a new town hall," Ada Okonjo said.
"""
WRONG = GUEST + '\n"It is a scandal and heads will have to roll for this," Ada Okonjo said.\n'


def test_labels_of_a_transcript_show_the_presenter_s_words_under_a_guest_s_name():
    report = checked(WRONG, heard(*LINES))

    assert [check.verdict for check in report.checks] == [*[Verdict.VERBATIM] * 3, Verdict.WRONG_SPEAKER]
    wrong = report.checks[3]
    assert (wrong.certainty, wrong.misattribution.heard) == (Certainty.CHECK_BY_EAR, "the presenter's voice")
    assert wrong.misattribution.doubt in wrong.causes
    assert [(voice.label, voice.name, voice.is_presenter) for voice in report.transcripts[0].voices] == [
        ("SPEAKER_00", None, True), ("SPEAKER_01", "Ada Okonjo", False),
    ]  # fmt: skip


def test_without_voices_nobody_is_told_apart():
    report = checked(WRONG, heard(*LINES), has_voices=False)

    assert {check.verdict for check in report.checks} == {Verdict.VERBATIM}
    assert [(one.voices, one.turns) for one in report.transcripts] == [((), ())]


def test_a_clip_that_tells_nobody_is_not_passed_over_in_silence():
    article = Article("a.txt", "0" * 64, "", GUEST, (Block(Span(0, len(GUEST))),))
    quoted = pipeline.select_quotes(article, ReportSettings())
    context = pipeline.build_context(quoted, [heard(*LINES)], lambda _: None, MODEL, is_heard=False)
    report = pipeline.judge_quotes(quoted, context, MODEL)
    clip = np.ones(4, np.float32)
    said = attribute(report, [labelled_voices(heard(*LINES))], {"Ada Okonjo": clip}, context)

    assert [warning for warning in said.warnings if "clip of Ada Okonjo was not used" in warning]
    assert not attribute(report, [labelled_voices(heard(*LINES))], {}, context).warnings


def test_without_labels_nobody_is_told_apart_by_a_transcript_alone():
    told = heard(*LINES)
    bare = replace(told, words=tuple(replace(word, speaker=None) for word in told.words))

    assert {check.verdict for check in checked(WRONG, bare).checks} == {Verdict.VERBATIM}


@pytest.mark.parametrize("is_first", [True, False])
def test_of_equal_places_the_one_in_the_name_s_own_voice_is_meant(is_first):
    same = "It is a scandal and heads will have to roll for this."
    between = ("SPEAKER_00", "Thank you for coming in to talk to us this morning, and do come back to us.")
    lines = (("SPEAKER_01", same), *LINES) if is_first else (*LINES, between, ("SPEAKER_01", same))

    report = checked(WRONG, heard(*lines))

    assert report.checks[3].verdict is Verdict.VERBATIM
    assert report.checks[3].misattribution is None
    assert report.transcripts[0].voices[report.checks[3].voice].name == "Ada Okonjo"


@pytest.mark.parametrize("asks_on", [0, 1])
def test_tracks_of_a_file_are_voices_of_one_room(asks_on):
    asking, telling = ("channel 1 of 2", "channel 2 of 2")[:: -1 if asks_on else 1]
    tracks = [
        heard(*((asking, line) for who, line in LINES if who == "SPEAKER_00"), track=asking),
        heard(*((telling, line) for who, line in LINES if who == "SPEAKER_01"), track=telling, start=0.2),
    ][:: -1 if asks_on else 1]

    report = checked(WRONG, *tracks)

    assert [check.quote.id for check in report.checks if check.misattribution] == [4]
    wrong = report.checks[3].misattribution
    assert (wrong.voice, wrong.heard) == (0, "the presenter's voice")
    voices = [voice for one in report.transcripts for voice in one.voices]
    assert [(voice.name, voice.is_presenter) for voice in voices][:: -1 if asks_on else 1] == [
        (None, True), ("Ada Okonjo", False),
    ]  # fmt: skip


def test_two_recordings_are_two_rooms_whose_labels_mean_nothing_to_each_other():
    one = heard(("SPEAKER_00", LINES[1][1]), ("SPEAKER_01", "Quite so, and then what happened?"))
    other = heard(("SPEAKER_01", LINES[3][1]), ("SPEAKER_00", "Yes, I see what you mean there."))
    other = replace(other, recording=replace(other.recording, path="b.wav"))

    report = checked(GUEST, one, other)

    assert [check.misattribution for check in report.checks] == [None] * 3
    assert len(find_rooms(report.transcripts, [labelled_voices(heard) for heard in report.transcripts])) == 2


@pytest.mark.parametrize(
    ("questions", "of", "is_clear"), [(2, 2, False), (3, 3, True), (3, 5, True), (3, 6, False), (6, 10, True)]
)
def test_who_asks_at_least_three_and_most_of_the_questions_is_the_presenter(questions, of, is_clear):
    asked = [("A" if number < questions else "B") for number in range(of)]
    lines = [line for who in asked for line in ((who, "Is that so?"), ("C", "It is so."))]
    told = heard(*lines)
    (room,) = find_rooms([told], [labelled_voices(told)])

    presenter = find_presenter(room, [told])

    assert (presenter is not None and room.labels[presenter] == "A") == is_clear


def test_merged_tracks_keep_their_voices():
    each = [
        pipeline.tell_apart([one], [labelled_voices(one)])[0]
        for one in (heard(("left", "good morning"), track="left"), heard(("right", "hello there"), track="right"))
    ]

    merged = merge_transcripts(each)

    assert [voice.label for voice in merged.voices] == ["left", "right"]
    assert {merged.voices[turn.voice].label for turn in merged.turns} == {"left", "right"}


def _quotes(*names: str) -> list[Quote]:
    quoted = pipeline.select_quotes(lbc_case.article(), ReportSettings()).quotes
    return [replace(quoted[0], speaker=name) for name in names]


def test_a_person_may_be_named_in_part():
    assert find_known({"okonjo": "a.wav"}, _quotes("Ada Okonjo", "Ben Hale")) == {"Ada Okonjo": "a.wav"}
    assert find_known({"Ada": "a.wav"}, _quotes("Ada", "Ada Okonjo")) == {"Ada": "a.wav"}


@pytest.mark.parametrize(
    ("voices", "says"),
    [
        ({"Nobody": "a.wav"}, "quotes nobody called 'Nobody'"),
        ({"": "a.wav"}, "quotes nobody called ''"),
        ({"a": "a.wav"}, "may be"),
        ({"Ada": "a.wav", "Okonjo": "b.wav"}, "given twice"),
    ],
)
def test_a_clip_that_cannot_be_used_is_refused_in_a_sentence(voices, says):
    with pytest.raises(OptionError, match=says):
        find_known(voices, _quotes("Ada Okonjo", "Ben Hale"))


@pytest.mark.model
@needs_model("base")
def test_the_lbc_case_shows_whose_words_stand_under_other_names():
    """What the presenter said of the report stands under two names; what Bas Javid said, under Sadiq Khan's, too."""
    recordings = [lbc_case.FOLDER / f"{name}.mp3" for name in ("naseem", "smallman", "javid")]
    report = check(recordings, lbc_case.FOLDER / "article.txt")

    wrong = {check.quote.text: check.misattribution for check in report.checks if check.misattribution}

    assert {text: one.heard for text, one in wrong.items()} == {
        "bad apples": "the presenter's voice",
        "banter": "the presenter's voice",
        "utterly disgusted": "the voice of Bas Javid's other quotes",
    }
    assert wrong["utterly disgusted"].printed == "Sadiq Khan"
    assert {one.certainty for one in wrong.values()} == {Certainty.CHECK_BY_EAR}


@pytest.mark.model
@needs_model("base")
def test_a_bad_line_shows_the_presenter_s_words_and_a_faithful_article_no_others():
    for name in ("naseem_phone", "naseem_faithful"):
        report = check(lbc_case.FOLDER / f"{name}.mp3", lbc_case.FOLDER / "article.txt")
        wrong = {check.quote.text: check.misattribution.heard for check in report.checks if check.misattribution}

        assert wrong == {"bad apples": "the presenter's voice", "banter": "the presenter's voice"}
