"""Two passes: a small model hears all, a large one where quotes may be; what is judged is what the large one heard."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.io import wavfile

from align import pipeline
from align.cache import Cache
from align.compare.placement import is_found, place_quotes
from align.compare.second_pass import Place, hear_quotes, put_in
from align.errors import RecordingError
from align.recognizers import Recognizers
from align.records import Interval, Model, Recording, Report, ReportSettings, Segment, Span, Transcript, Word
from align.speech.audio import Audio, Clip, open_audio
from align.speech.cached import CachedRecognizer
from align.speech.first_pass import FirstPass
from align.speech.protocols import DecodedWindow
from align.speech.transcription import transcribe_recording, transcribe_windows
from align.speech.vad.detection import detect_speech
from tests import lbc_case

NAMES = lbc_case.RECORDINGS
MODEL = Model("recorded", "large", None)
QUOTED = pipeline.select_quotes(lbc_case.article(), ReportSettings(language="en"))
MISHEARD = ("uh", "table", "the", "never", "rain", "seven")


def roughly(transcript: Transcript, share: float, seed: int = 1) -> Transcript:
    """Return what a small model makes of it: so many words are others, some are lost."""
    random, words = Random(seed), list[Word]()  # noqa: S311 -- repeatable, no secret
    for word in transcript.words:
        if random.random() > share:
            words.append(word)
        elif random.random() > 0.3:
            words.append(replace(word, text=f" {random.choice(MISHEARD)}"))
    whole = Segment(0.0, transcript.recording.duration, Span(0, len(words)))
    return replace(transcript, words=tuple(words), segments=(whole,))


def cut(transcript: Transcript, place: Interval) -> Transcript:
    """Return what is said in a place."""
    words = tuple(word for word in transcript.words if place.start <= (word.start + word.end) / 2 <= place.end)
    segments = (Segment(place.start, place.end, Span(0, len(words))),) if words else ()
    return replace(transcript, words=words, segments=segments)


def judged(transcripts: Sequence[Transcript], large: Sequence[Transcript] | None = None) -> Report:
    """Return the report on transcripts, after a second pass of a model that hears `large`."""
    context = pipeline.build_context(QUOTED, transcripts, lambda _: None, MODEL)
    if large is not None:
        everywhere = range(len(transcripts))
        context = hear_quotes(
            QUOTED.spoken,
            context,
            lambda places: [((recording, place), cut(large[recording], place)) for recording, place in places],
            everywhere,
        )
    return pipeline.judge_quotes(QUOTED, context, MODEL)


def verdicts(report: Report) -> list[tuple[object, ...]]:
    return [
        (
            check.verdict,
            check.severity,
            report.spoken(check),
            [(part.recording, part.start, part.end) for part in check.passages],
        )
        for check in report.checks
    ]


TRUTH = [lbc_case.transcript(name) for name in NAMES]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.25])
def test_the_verdicts_are_those_of_the_large_model(share):
    small = [roughly(one, share) for one in TRUTH]

    assert verdicts(judged(small, TRUTH)) == verdicts(judged(TRUTH))
    if share:
        assert verdicts(judged(small)) != verdicts(judged(TRUTH))


def test_every_quote_that_is_found_is_in_words_of_the_second_pass():
    report = judged([roughly(one, 0.2) for one in TRUTH], TRUTH)
    found = [part for check in report.checks for part in check.passages]

    assert found
    for part in found:
        places = report.transcripts[part.recording].second_pass
        assert any(place.start <= part.start and part.end <= place.end for place in places)


def test_little_is_heard_again():
    transcripts = judged([roughly(one, 0.1) for one in TRUTH], TRUTH).transcripts
    again = sum(place.duration for one in transcripts for place in one.second_pass)

    assert again < 0.5 * sum(one.recording.duration for one in TRUTH)  # half of which is quoted


def test_where_one_is_not_found_all_that_could_not_be_made_out_is_heard_again():
    quiet = Interval(20.0, 60.0)
    small = [replace(one, unheard=(quiet,)) if at == 0 else one for at, one in enumerate(TRUTH)]
    context = pipeline.build_context(QUOTED, small, lambda _: None, MODEL)
    missing = [
        quote
        for quote in QUOTED.spoken
        if not ((aligned := place_quotes([quote], context.speech).get(quote.id)) and is_found(aligned))
    ]
    asked: list[Place] = []

    def hear(places: Sequence[Place]) -> list[tuple[Place, Transcript]]:
        asked.extend(places)
        return [((recording, place), cut(TRUTH[recording], place)) for recording, place in places]

    hear_quotes(missing, context, hear, range(len(small)))
    assert missing
    assert any(recording == 0 and place.start <= quiet.start and quiet.end <= place.end for recording, place in asked)


def test_only_recordings_of_ours_are_heard_again():
    context = pipeline.build_context(QUOTED, TRUTH, lambda _: None, MODEL)
    asked: set[int] = set()

    def hear(places: Sequence[Place]) -> list[tuple[Place, Transcript]]:
        asked.update(recording for recording, _ in places)
        return [((recording, place), cut(TRUTH[recording], place)) for recording, place in places]

    hear_quotes(QUOTED.spoken, context, hear, {1, 2})
    assert asked == {1, 2}


@settings(deadline=None)
@given(st.floats(0, 230), st.floats(0.1, 60), st.integers(0, 3))
def test_a_transcript_is_the_same_outside_of_what_was_put_in(start, seconds, seed):
    whole = TRUTH[0]
    place = (
        Interval(start, min(whole.recording.duration, start + seconds))
        if start < whole.recording.duration
        else Interval(0.0, 1.0)
    )
    small = replace(roughly(whole, 0.3, seed), unheard=(Interval(10.0, 30.0), Interval(200.0, 210.0)))
    put = put_in(replace(cut(whole, place), unheard=(place,)), place, small)

    def outside(transcript: Transcript) -> list[Word]:
        return [word for word in transcript.words if not place.start <= (word.start + word.end) / 2 <= place.end]

    assert outside(put) == outside(small)
    assert [word for word in put.words if word not in outside(put)] == [*cut(whole, place).words]
    assert put.second_pass == (place,)
    gaps = [(gap.start, gap.end) for gap in put.unheard]
    assert gaps == sorted(gaps)
    assert all(one[1] <= other[0] for one, other in pairwise(gaps))


class _Hears:
    """A recognizer that hears one transcript, and knows one language."""

    def __init__(self, name: str, transcript: Transcript, language: str = "en") -> None:
        self.model, self.asked = Model("recorded", name, None), list[str | None]()
        self._transcript, self._language = transcript, language

    def transcribe(self, audio: Audio, language: str | None = None, progress: object = None) -> Transcript:
        self.asked.append(language)
        return self._transcript

    def transcribe_place(self, audio: Audio, place: Interval, language: str) -> tuple[Word, ...]:
        return cut(self._transcript, place).words

    def detect_language(self, clip: Clip) -> str:
        return self._language

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        return ()


class _Sound(Audio):
    """A recording of which nobody asks for sound."""

    def __init__(self) -> None:
        super().__init__("a.wav", "0" * 64)

    recording = Recording("a.wav", "0" * 64, 231.8)  # type: ignore[assignment]


SMALL, LARGE = roughly(TRUTH[0], 0.1), TRUTH[0]
WHOLE = (Interval(0.0, LARGE.recording.duration),)


@pytest.mark.parametrize(
    ("name", "spoken", "told", "is_small"),
    [
        ("tiny.en", "en", None, True),
        ("tiny.en", "en", "en", True),
        ("tiny.en", "de", "en", True),  # who says so knows
        ("tiny.en", "de", None, False),
        ("tiny.en", "de", "de", False),
        ("tiny", "de", None, True),
        ("tiny", "de", "de", True),
    ],
)
def test_the_small_model_hears_what_is_in_its_language(name, spoken, told, is_small):
    listener = FirstPass(_Hears(name, SMALL), _Hears("base", LARGE, spoken))
    heard = listener.transcribe(_Sound(), told)

    assert heard == (SMALL if is_small else replace(LARGE, second_pass=WHOLE))
    assert Recognizers((listener,), second_pass=_Hears("base", LARGE)).first_pass((heard,)) == (
        name if is_small else None
    )


def test_what_was_heard_whole_is_not_heard_again():
    context = pipeline.build_context(
        QUOTED,
        [replace(one, second_pass=(Interval(0.0, one.recording.duration),)) for one in TRUTH],
        lambda _: None,
        MODEL,
    )

    assert hear_quotes(QUOTED.spoken, context, lambda _: pytest.fail("heard again"), range(len(TRUTH))) == context


class _Ticking:
    """An acoustic model to which every window is words of 0.4 s, named after where they are; it is as sure as told."""

    batch_size = 4

    def __init__(self, avg_logprob: float = -0.1) -> None:
        self._avg_logprob = avg_logprob

    def detect_language(self, clip: Clip) -> str:
        return "en"

    def decode(self, clips: Sequence[Clip], language: str) -> list[DecodedWindow]:
        return [DecodedWindow(tuple(self._words(clip)), self._avg_logprob, 0.0) for clip in clips]

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        return ()

    def _words(self, clip: Clip) -> Iterator[Word]:
        for at in range(int(len(clip.read()) / 16000 / 0.4)):
            yield Word(f" {clip.key.split()[1]}+{at}", 0.4 * at, 0.4 * at + 0.4)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_heard_again_is_what_is_heard_of_all(seed):
    random = Random(seed)  # noqa: S311 -- repeatable, no secret
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        whole = transcribe_recording(_Ticking(), audio, "en")
        starts = sorted(random.uniform(0, audio.recording.duration - 1) for _ in range(random.randint(1, 3)))
        places = [Interval(start, start + random.uniform(0.1, 1)) for start in starts]
        found = transcribe_windows(_Ticking(), audio, places, "en")

    assert all(any(at.start <= place.start and place.end <= at.end for at, _ in found) for place in places)
    assert sum(at.duration for at, _ in found) <= whole.recording.duration
    for at, heard in found:
        assert heard.words == tuple(word for word in whole.words if at.start <= word.start < at.end)
        assert put_in(heard, at, whole).words == whole.words


@pytest.mark.parametrize(("avg_logprob", "is_believed"), [(-0.5, True), (-1.5, False)])
def test_where_noise_drowns_every_voice_for_the_detector_all_is_heard_again_as_well(avg_logprob, is_believed, tmp_path):
    noise = np.random.default_rng(1).normal(0, 0.1, 20 * 16000)
    wavfile.write(tmp_path / "noise.wav", 16000, (noise * 32767).clip(-32768, 32767).astype(np.int16))
    with open_audio(str(tmp_path / "noise.wav")) as audio:
        assert not detect_speech(audio).speech()
        ((place, heard),) = transcribe_windows(_Ticking(avg_logprob), audio, [Interval(5.0, 8.0)], "en")

    assert (place.start, place.end) == (0.0, 20.0)
    assert bool(heard.words) is is_believed


class _Deaf(_Hears):
    """A recognizer that hears nobody, of a file or of one of its tracks."""

    def transcribe(self, audio: Audio, language: str | None = None, progress: object = None) -> Transcript:
        if self._language == "track":
            return replace(self._transcript, words=(), segments=())
        raise RecordingError("There is no speech in it.")


@pytest.mark.parametrize("name", ["tiny.en", "tiny"])
@pytest.mark.parametrize("told", [None, "en"])
@pytest.mark.parametrize("what", ["file", "track"])
def test_what_the_small_model_makes_nothing_of_is_heard_by_the_large_one(name, told, what):
    listener = FirstPass(_Deaf(name, SMALL, what), _Hears("base", LARGE))

    assert listener.transcribe(_Sound(), told) == replace(LARGE, second_pass=WHOLE)


def test_a_second_pass_that_is_known_asks_for_no_sound():
    memory, places = Cache(), [Interval(10.0, 12.0)]
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        known = CachedRecognizer(MODEL, _Ticking, memory).transcribe_windows(audio, places, "en")

    class Silent:
        path, key = audio.path, audio.key

    assert CachedRecognizer(MODEL, _Ticking, memory).transcribe_windows(Silent(), places, "en") == known
