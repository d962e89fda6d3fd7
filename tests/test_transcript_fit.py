"""A transcript that is given is put to the sound: its times are mended, and another recording's is refused."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import align
from align import Models
from align.cache import Cache
from align.errors import TranscriptError
from align.outputs import CheckedReport
from align.records import Interval, Model, Recording, Segment, Span, Transcript, Verdict, Word
from align.speech.audio import Audio, Clip, open_audio
from align.speech.cached import CachedRecognizer
from align.speech.protocols import DecodedWindow
from align.speech.transcripts import SavedTranscript
from align.speech.transcripts.clock import read_clock
from align.speech.transcripts.fit import choose_places
from align.speech.transcripts.fitting import UNCHECKED, UNEVEN, UNTIMED
from align.speech.transcripts.given import GivenTranscript
from align.speech.transcripts.matching import equal_pairs, make_keys, pair_all
from tests import lbc_case
from tests.needs import needs_model

MODEL = Model("tape", "tape", None)
APART = ("naseem", "smallman", "javid")
"""Recordings that have no more than their first seconds in common."""


class Ear:
    """Hears a recording as it was spoken, but for the words that `mishears` leaves out or makes something else of."""

    model = MODEL

    def __init__(self, spoken: Transcript, mishears: Callable[[Word], Word | None] = lambda word: word) -> None:
        self.spoken = spoken
        words = [word for one in spoken.words if (word := mishears(one))]
        self.words = tuple(sorted(words, key=lambda word: word.start))
        self.was_all_heard = False

    def transcribe(self, audio: Audio, language: str | None = None, progress: object = None) -> Transcript:
        """What is heard."""
        self.was_all_heard = True
        return _transcript(self.words, audio.recording.duration)

    def transcribe_place(self, audio: Audio, place: Interval, language: str) -> tuple[Word, ...]:
        """What is heard there."""
        return tuple(word for word in self.words if place.start <= word.start < place.end)

    def detect_language(self, clip: Clip) -> str:
        """English."""
        return "en"

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Words that are said have -1 nat on their sound, others -7, as on silence."""
        said: list[str] = []
        if clip.key != "silence":
            start, end = map(float, clip.key.split()[1:])
            said = [word.text for word in self.spoken.words if start <= word.start < end]
        return tuple(6.0 * _in_common([wording], said) - 7 * len(wording.split()) for wording in wordings)


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    return len(equal_pairs(make_keys(one).keys, make_keys(other).keys, 0, 1))


def _transcript(words: Sequence[Word], duration: float) -> Transcript:
    """A transcript whose segments are subtitles of ten words."""
    edges = [*range(0, len(words), 10), len(words)]
    cues = (Segment(words[a].start, words[b - 1].end, Span(a, b)) for a, b in pairwise(edges))
    return Transcript(Recording("talk.mp3", "ab" * 32, duration), "en", tuple(words), tuple(cues))


def _spoken(name: str) -> Transcript:
    spoken = lbc_case.transcript(name)
    return _transcript(spoken.words, spoken.recording.duration)


def _with(told: Transcript, words: Sequence[Word]) -> Transcript:
    return _transcript(words, told.recording.duration)


def _timed(told: Transcript, time: Callable[[float], float]) -> Transcript:
    """The transcript with other times; what would be said before 0 is left out."""
    moved = [replace(word, start=time(word.start), end=time(word.end)) for word in told.words if time(word.start) >= 0]
    return _with(told, moved)


def _fit(
    told: Transcript,
    ear: Ear,
    spoken: Transcript,
    is_timed: bool = True,
    wanted: Sequence[str] = (),
    is_rough: bool = False,
    **others: Transcript,
) -> Transcript:
    audio = Audio("talk.mp3", "ab" * 32)
    vars(audio)["recording"] = spoken.recording  # as if it had been decoded
    saved = SavedTranscript(told, MODEL, is_timed, is_rough)
    return GivenTranscript(saved, ear, wanted, others).transcribe(audio)


def _errors(fitted: Transcript, spoken: Transcript) -> list[float]:
    """How far each word is from where it is said, in seconds."""
    texts, said = (make_keys([word.text for word in one.words]) for one in (fitted, spoken))
    pairs = pair_all(texts.keys, said.keys)
    assert len(pairs) > len(texts) / 2
    return [abs(fitted.words[texts.owners[i]].start - spoken.words[said.owners[j]].start) for i, j in pairs]


def _hard_of_hearing(seed: int) -> Callable[[Word], Word | None]:
    """Misses a word in twelve, takes one in six for another, and times all a little wrongly."""
    chance = random.Random(seed)  # noqa: S311 -- no secret

    def mishears(word: Word) -> Word | None:
        late = chance.gauss(0, 0.06)
        start = max(0.0, word.start + late)
        timed = replace(word, start=start, end=max(start, word.end))
        if chance.random() < 1 / 6:
            timed = replace(timed, text=chance.choice((" mumble", " a", " rhubarb")), probability=0.4)
        return None if chance.random() < 1 / 12 else timed

    return mishears


@pytest.mark.parametrize("name", APART)
@given(seconds=st.floats(-20, 40_000).filter(lambda late: abs(late) > 0.4), seed=st.integers(0, 99))
@settings(max_examples=15, deadline=None)
def test_a_transcript_that_is_late_or_early_is_moved_and_that_is_said(name: str, seconds: float, seed: int) -> None:
    spoken = _spoken(name)
    told = _timed(spoken, lambda time: time + seconds)
    ear = Ear(spoken, _hard_of_hearing(seed))

    fitted = _fit(told, ear, spoken)

    assert median(_errors(fitted, spoken)) < 0.1
    assert [word.text for word in fitted.words] == [word.text for word in told.words]
    said = re.match(r"The transcript was (\S+)(?: s)? (late|early): its times have been moved\.$", fitted.warnings[0])
    assert said
    is_long = ":" in said[1]
    off = read_clock(said[1]) if is_long else float(said[1])
    assert off == pytest.approx(abs(seconds), abs=0.7 if is_long else 0.2)
    assert is_long == (off >= 60)
    assert said[2] == ("late" if seconds > 0 else "early")


@pytest.mark.parametrize("name", APART)
@given(percent=st.floats(0.5, 5), is_slow=st.booleans(), seed=st.integers(0, 99))
@settings(max_examples=15, deadline=None)
def test_a_transcript_that_drifts_is_stretched(name: str, percent: float, is_slow: bool, seed: int) -> None:
    spoken = _spoken(name)
    rate = 1 + percent / 100 * (1 if is_slow else -1)

    fitted = _fit(_timed(spoken, lambda time: time * rate), Ear(spoken, _hard_of_hearing(seed)), spoken)

    assert median(_errors(fitted, spoken)) < 0.15
    assert max(_errors(fitted, spoken)) < 0.5
    if percent / 100 * spoken.recording.duration > 1:
        assert "stretched" in fitted.warnings[0]


GUISES: dict[str, Callable[[Sequence[Word]], Sequence[Word]]] = {
    "as it is": lambda words: words,
    "in capitals": lambda words: [replace(word, text=word.text.upper()) for word in words],
    "without punctuation": lambda words: [replace(word, text=f" {word.text.strip(' ,.?!')}") for word in words],
    "tidied": lambda words: [word for at, word in enumerate(words) if at % 7],
    "with labels": lambda words: [
        replace(word, text=f" [SPEAKER_0{at % 2}]:{word.text}") if at % 9 == 0 else word
        for at, word in enumerate(words)
    ],
    "of six words": lambda words: words[40:46],
    "of its last third": lambda words: words[-len(words) // 3 :],
    "with two words of a hundred wrong": lambda words: [
        replace(word, text=" rhubarb") if at % 50 == 3 else word for at, word in enumerate(words)
    ],
    "a tenth of a second late": lambda words: [replace(w, start=w.start + 0.1, end=w.end + 0.1) for w in words],
}


@pytest.mark.parametrize("guise", GUISES)
@pytest.mark.parametrize("name", APART)
def test_a_right_transcript_is_left_as_it_is(name: str, guise: str) -> None:
    spoken = _spoken(name)
    told = _with(spoken, GUISES[guise](spoken.words))

    for seed in range(5):
        fitted = _fit(told, Ear(spoken, _hard_of_hearing(seed)), spoken)
        assert fitted.words == told.words
        assert fitted.warnings in [(), (UNCHECKED,) if len(told.words) < 12 else ()]
    ear = Ear(spoken)
    assert (_fit(told, ear, spoken).words, ear.was_all_heard) == (told.words, False)


def test_speech_that_a_transcript_does_not_cover_is_unheard() -> None:
    spoken = _spoken("smallman")

    fitted = _fit(_with(spoken, spoken.words[: len(spoken.words) // 2]), Ear(spoken), spoken)

    assert fitted.unheard[-1].end == spoken.words[-1].end
    assert _fit(spoken, Ear(spoken), spoken).unheard == ()


@pytest.mark.parametrize("is_timed", [True, False])
@pytest.mark.parametrize("pair", [*combinations(APART, 2), *combinations(reversed(APART), 2)], ids=" for ".join)
def test_the_transcript_of_another_recording_is_refused(pair: tuple[str, str], is_timed: bool) -> None:
    told, spoken = map(_spoken, pair)

    with pytest.raises(TranscriptError, match=r"given for talk\.mp3 does not fit it.*: give the transcript of this"):
        _fit(told, Ear(spoken), spoken, is_timed)


@pytest.mark.parametrize("is_timed", [True, False])
def test_transcripts_in_the_wrong_order_are_told_whose_they_are(is_timed: bool) -> None:
    told, spoken = _spoken("javid"), _spoken("naseem")

    with pytest.raises(TranscriptError, match=r"the one for two\.mp3 does: give each"):
        _fit(told, Ear(spoken), spoken, is_timed, **{"talk.mp3": told, "two.mp3": spoken})


@pytest.mark.parametrize("name", APART)
def test_of_a_transcript_that_is_half_another_s_no_word_of_that_is_kept(name: str) -> None:
    spoken, other = _spoken(name), _spoken("javid" if name == "naseem" else "naseem")
    half = spoken.recording.duration / 2
    own = [word for word in spoken.words if word.end <= half]
    theirs = [replace(word, start=word.start + half, end=word.end + half) for word in other.words[30:]]
    theirs = [word for word in theirs if word.end < spoken.recording.duration]

    fitted = _fit(_with(spoken, [*own, *theirs]), Ear(spoken), spoken)

    assert len(own) - 3 <= len(fitted.words) <= len(own) + 8
    assert "not heard in the recording" in fitted.warnings[1]
    assert sum(gap.duration for gap in fitted.unheard) > 0.8 * sum(
        w.end - w.start for w in spoken.words[len(own) + 8 :]
    )


@pytest.mark.parametrize("name", APART)
@pytest.mark.parametrize("seconds", [-8.0, -3.0, 3.0, 20.0])
def test_a_transcript_that_jumps_is_timed_by_hearing(name: str, seconds: float) -> None:
    """An advertisement was put into the recording, or cut out of it."""
    spoken = _spoken(name)
    half = spoken.recording.duration / 2
    told = _with(spoken, [
        replace(word, start=word.start + seconds, end=word.end + seconds) if word.start > half else word
        for word in spoken.words if not half < word.start <= half - min(0.0, seconds)
    ])  # fmt: skip

    fitted = _fit(told, Ear(spoken), spoken)

    assert fitted.warnings[0] == UNEVEN
    assert sorted(_errors(fitted, spoken))[int(0.98 * len(fitted.words)) - 1] < 0.3


@pytest.mark.parametrize("name", APART)
@pytest.mark.parametrize("lost", [(0.0, 0.1), (0.4, 0.6), (0.5, 0.58), (0.8, 1.0)])
def test_where_words_of_a_text_were_not_heard_a_quote_may_hide(name: str, lost: tuple[float, float]) -> None:
    spoken = _spoken(name)
    first, end = (round(share * len(spoken.words)) for share in lost)
    kept = [*spoken.words[:first], *spoken.words[end:]]
    told = _timed(spoken, lambda time: 0.0)

    fitted = _fit(told, Ear(_with(spoken, kept)), spoken, is_timed=False)

    assert len(fitted.words) < len(spoken.words)
    assert "not heard in the recording" in fitted.warnings[1]
    missed = [word for word in spoken.words if word not in kept]
    assert any(gap.start <= missed[1].start and missed[-2].end <= gap.end for gap in fitted.unheard)


def test_words_of_a_text_for_which_there_is_no_time_are_hidden_nowhere() -> None:
    spoken = _spoken("naseem")
    at = next(at for at, word in enumerate(spoken.words) if word.start > 60)
    more = [
        replace(word, text=f" {text}")
        for word, text in zip(
            spoken.words[at:], "it was never our plan to close the pool in June".split(), strict=False
        )
    ]
    told = _timed(_with(spoken, [*spoken.words[:at], *more, *spoken.words[at:]]), lambda time: 0.0)

    fitted = _fit(told, Ear(spoken), spoken, is_timed=False)

    assert not [gap for gap in fitted.unheard if gap.start < spoken.words[at].start < gap.end]


@pytest.mark.parametrize("name", APART)
@given(seed=st.integers(0, 99))
@settings(max_examples=10, deadline=None)
def test_text_without_times_gets_those_of_the_sound(name: str, seed: int) -> None:
    spoken = _spoken(name)
    told = _timed(spoken, lambda time: 0.0)

    fitted = _fit(told, Ear(spoken, _hard_of_hearing(seed)), spoken, is_timed=False)

    assert fitted.warnings[0] == UNTIMED
    assert len(fitted.words) > 0.95 * len(told.words)
    assert median(_errors(fitted, spoken)) < 0.1
    assert all(one.start <= other.start for one, other in pairwise(fitted.words))


@pytest.mark.parametrize(("seconds", "is_rough"), [(6.0, False), (6.0, True), (1.5, True)])
@pytest.mark.parametrize("name", APART)
def test_subtitles_have_times_for_words_where_they_are_needed(name: str, seconds: float, is_rough: bool) -> None:
    """Spread over its line by letters, a word is half a second from where it is said; in short lines it shows less."""
    spoken = _spoken(name)
    wanted = spoken.words[len(spoken.words) // 2 :][:15]
    told = _spread_over_cues(spoken, seconds)
    text = "".join(word.text for word in wanted)

    fitted = _fit(told, Ear(spoken), spoken, wanted=[text], is_rough=is_rough)

    assert fitted.warnings == ()
    assert max(_error_at(told, wanted)) > 0.1
    assert max(_error_at(fitted, wanted)) < 0.05
    assert [word.text for word in fitted.words] == [word.text for word in told.words]


def _error_at(told: Transcript, wanted: Sequence[Word]) -> list[float]:
    at = next(at for at in range(len(told.words)) if told.words[at].text == wanted[0].text
              and [w.text for w in told.words[at : at + len(wanted)]] == [w.text for w in wanted])  # fmt: skip
    return [abs(told.words[at + step].start - word.start) for step, word in enumerate(wanted)]


def _spread_over_cues(spoken: Transcript, seconds: float) -> Transcript:
    words: list[Word] = []
    while len(words) < len(spoken.words):
        first = spoken.words[len(words)]
        cue = [word for word in spoken.words[len(words) :] if word.end <= first.start + seconds][:30] or [first]
        letters = sum(len(word.text) for word in cue)
        step, done = (cue[-1].end - first.start) / letters, 0
        for word in cue:
            words.append(
                replace(word, start=first.start + step * done, end=first.start + step * (done + len(word.text)))
            )
            done += len(word.text)
    return _with(spoken, words)


def test_where_nothing_is_heard_nothing_is_refused_but_that_is_said() -> None:
    spoken = _spoken("smallman")

    fitted = _fit(spoken, Ear(spoken, lambda _: None), spoken)

    assert (fitted.words, fitted.warnings) == (spoken.words, (UNCHECKED,))


@pytest.mark.parametrize("gain", [1.0, 5.0])
def test_where_little_is_clear_the_sound_is_asked_for_the_words_themselves(gain: float) -> None:
    """Nats for a word by which the transcript is likelier on the sound than on silence."""
    spoken = _spoken("smallman")
    noise = Ear(spoken, lambda word: replace(word, text=" rhubarb", probability=0.5))
    noise.log_likelihoods = lambda clip, wordings, language: tuple(  # type: ignore[method-assign]
        gain * len(wording.split()) * (clip.key != "silence") for wording in wordings
    )

    if gain > 3:
        assert _fit(spoken, noise, spoken).warnings == (UNCHECKED,)
    else:
        with pytest.raises(TranscriptError, match="does not fit"):
            _fit(spoken, noise, spoken)


@pytest.mark.parametrize("name", APART)
def test_a_right_transcript_is_not_refused_however_badly_it_is_heard(name: str) -> None:
    """Of twenty words six are heard, in threes, and nothing is likelier than silence."""
    spoken = _spoken(name)
    bad = Ear(spoken, lambda word: word if spoken.words.index(word) % 10 < 3 else replace(word, text=" rhubarb"))
    bad.log_likelihoods = lambda clip, wordings, language: (0.0,) * len(wordings)  # type: ignore[method-assign]

    fitted = _fit(spoken, bad, spoken)

    assert (fitted.words, fitted.warnings) == (spoken.words, (UNCHECKED,))


@given(st.floats(1, 40_000), st.integers(1, 40))
def test_the_places_are_few_and_the_first_and_last_minute_are_among_them(duration: float, words: int) -> None:
    told = [Word(" word", at * duration / words, at * duration / words) for at in range(words)]
    places = choose_places(Recording("talk.mp3", "ab" * 32, duration), told)

    assert places[0].start == 0.0
    assert places[-1].end == duration
    assert all(one.end <= other.start and one.duration > 0 for one, other in pairwise(places))
    assert len(places) <= 30
    if duration <= 120:
        assert sum(place.duration for place in places) == pytest.approx(duration)


WORDS = st.lists(st.sampled_from("a b c d e f g h i j k l m n o p q r s t".split()), max_size=120)


@given(WORDS, WORDS)
def test_pairs_rise_and_are_the_same_word(heard: list[str], text: list[str]) -> None:
    pairs = pair_all(heard, text)

    assert all(heard[i] == text[j] for i, j in pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))


@given(st.integers(0, 400), st.integers(0, 99))
def test_a_text_is_found_in_a_longer_one(before: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- no secret
    text = [f"w{chance.randrange(200)}" for _ in range(500)]

    assert pair_all(text[before : before + 80], text) == [(at, before + at) for at in range(min(80, 500 - before))]


class _Counting:
    """An acoustic model that hears one word in each window, and counts them."""

    batch_size = 8

    def __init__(self) -> None:
        self.windows = 0

    def detect_language(self, clip: Clip) -> str:
        return "en"

    def decode(self, clips: Sequence[Clip], language: str) -> Sequence[DecodedWindow]:
        self.windows += len(clips)
        return [DecodedWindow((Word(" so", 1.0, 1.5),), -0.1, 0.0) for _ in clips]

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> Sequence[float]:
        return ()


def test_a_place_is_heard_once() -> None:
    counting = _Counting()
    recognizer = CachedRecognizer(MODEL, lambda: counting, Cache())
    place = Interval(10.0, 25.0)
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        words = recognizer.transcribe_place(audio, place, "en")

        assert words
        assert all(place.start <= word.start < place.end for word in words)
        assert counting.windows == 3  # the place, and each stretch of it beside that one word once more
        assert recognizer.transcribe_place(audio, place, "en") == words
        assert counting.windows == 3


SMALLMAN = """Mina Smallman speaks

Mina Smallman said: “Cressida Dick's response to this report is an insult to the people of London.”

“There is no way that the top of the tree was aware of this behaviour,” Smallman said.

“I want to hear what they're never going to do about it, and when,” Smallman said.

“I've run hospitals, I've been in charge of people, and you set the tone,” Smallman said.
"""
"""Four quotations, each with a change."""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, float], CheckedReport]:
    """What a check says with subtitles of a recording, so many seconds late, for `smallman.mp3`."""
    folder = tmp_path_factory.mktemp("given")
    (folder / "article.txt").write_text(SMALLMAN, encoding="utf-8")
    models = Models("tiny.en", cache=False)

    def check(name: str, late: float) -> CheckedReport:
        cues = (
            f"{number}\n{_clock(cue.start + late)} --> {_clock(cue.end + late)}\n{_spoken(name).said(cue.words)}\n"
            for number, cue in enumerate(_spoken(name).segments, 1)
        )
        (folder / "talk.srt").write_text("\n".join(cues), encoding="utf-8")
        recording = lbc_case.FOLDER / "smallman.mp3"
        return align.check(recording, folder / "article.txt", transcripts=folder / "talk.srt", models=models)

    return check


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"00:{minutes:02}:{rest // 1000:02},{rest % 1000:03}"


@pytest.mark.model
@needs_model("tiny.en")
def test_changes_are_found_however_late_a_transcript_is(checked: Callable[[str, float], CheckedReport]) -> None:
    in_time, late = checked("smallman", 0.0), checked("smallman", 4.0)

    assert [check.verdict for check in late.checks] == [Verdict.ALTERED] * 4
    assert in_time.warnings == ()
    assert "The transcript was 4." in late.warnings[0]
    for one, other in zip(in_time.checks, late.checks, strict=True):
        assert [(edit.printed, edit.spoken) for edit in one.edits] == [(e.printed, e.spoken) for e in other.edits]


@pytest.mark.model
@needs_model("tiny.en")
def test_another_recording_s_subtitles_are_refused(checked: Callable[[str, float], CheckedReport]) -> None:
    with pytest.raises(TranscriptError, match=r"smallman\.mp3 does not fit it, as \d+% of the words"):
        checked("javid", 0.0)
