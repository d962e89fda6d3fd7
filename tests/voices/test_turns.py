"""Who speaks when: laws of turns, on directions that are made up and on a recording whose turns are known."""

import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.io import wavfile

from align.cache import Cache
from align.diarization import (
    APART,
    Embeddings,
    joined,
    labelled_voices,
    separations,
    silhouettes,
    turns_of,
    unit,
)
from align.records import Interval, Recording, Segment, Span, Transcript, Turn, Word
from align.speech.audio import open_audio
from align.speech.vad.detection import detect_speech
from align.speech.vad.silero import Silero
from align.speech.voices import clustering, turns, windows
from align.speech.voices.bandwidth import is_narrow
from align.speech.voices.clustering import CLEARLY_DIFFERENT, cluster
from align.speech.voices.diarizer import CachedDiarizer
from align.speech.voices.turns import find_turns
from align.word_voices import word_voices
from tests import lbc_case
from tests.accuracy.conditions import CONDITIONS
from tests.voices.material import synthetic
from tests.voices.measures import error_rate
from tests.voices.rooms import HOP, TURN, WIDTH, diarization, without_sound

SPEAKERS = st.text("ABCD", min_size=1, max_size=12)


def speech_of(told):
    """Each turn but its last half second."""
    return [Interval(turn.start, turn.end - 0.5) for turn in told.turns]


@given(SPEAKERS, st.integers(0, 3))
def test_turns_are_sorted_apart_and_cover_speech_alone(speakers, seed):
    given_ = diarization(speakers, alike=0.4, noise=0.2 + seed / 10)
    speech = speech_of(given_)

    told = find_turns(speech, given_.embeddings)

    assert list(told.turns) == sorted(told.turns)
    assert all(one.end <= other.start for one, other in pairwise(told.turns))
    assert {turn.voice for turn in told.turns} == set(range(len(told.labels)))
    for part in speech:
        covered = sum(max(0, min(turn.end, part.end) - max(turn.start, part.start)) for turn in told.turns)
        assert covered == pytest.approx(part.duration)


@given(SPEAKERS)
def test_voices_are_those_that_speak_in_the_order_in_which_they_do(speakers):
    told = find_turns(speech_of(diarization(speakers)), diarization(speakers).embeddings)

    assert told.labels == tuple(f"voice {number}" for number in range(1, len(set(speakers)) + 1))
    order = list(dict.fromkeys(speakers))
    for at, name in enumerate(speakers):
        middle = TURN * at + TURN / 2
        assert [turn.voice for turn in told.turns if turn.start < middle < turn.end] == [order.index(name)]


def test_a_change_within_a_stretch_is_found_where_it_is():
    given_ = diarization("AB")

    told = find_turns([Interval(0.0, 19.5)], given_.embeddings)

    assert [turn.voice for turn in told.turns] == [0, 1]
    assert told.turns[1].start == pytest.approx(TURN, abs=2 * HOP)


def test_voices_that_are_no_structure_count_as_one(monkeypatch):
    """By telephone one person comes out in parts that a likeness alone takes for several."""
    blurred, clear = diarization("ABABAB", alike=0.75, noise=2.0), diarization("ABABAB", alike=0.75, noise=0.3)

    parts = find_turns(speech_of(blurred), blurred.embeddings, least_alike=0.95)
    two = find_turns(speech_of(clear), clear.embeddings, least_alike=0.95)

    assert (parts.labels, parts.is_blurred) == (("voice 1",), True)
    assert (two.labels, two.is_blurred) == (("voice 1", "voice 2"), False)
    monkeypatch.setattr(turns, "APART", -1.0)
    assert len(find_turns(speech_of(blurred), blurred.embeddings, least_alike=0.95).labels) > 1


@settings(deadline=None)  # ten turns take a tenth of a second, on a busy machine more
@given(SPEAKERS, st.floats(0, 0.9), st.floats(0.1, 2.5), st.floats(0.8, 0.95))
def test_whoever_is_told_apart_is_a_structure(speakers, alike, noise, least_alike):
    given_ = diarization(speakers, alike=alike, noise=noise)

    told = find_turns(speech_of(given_), given_.embeddings, least_alike)

    voices = range(len(told.labels))
    centres = np.array([given_.embeddings.mean(turns_of(told.turns, voice, WIDTH)) for voice in voices])
    is_clear = centres @ centres.T < CLEARLY_DIFFERENT[False]
    assert ((separations(told) >= APART) | is_clear).all()


def test_nobody_is_a_voice_by_a_word_or_two():
    starts = np.arange(0, 58, HOP)
    vectors = unit(np.where((starts > 30) & (starts < 31)[:, None].T, 1.0, 0.0).reshape(-1, 1) * [0, 1] + [1e-3, 0])
    speech = [Interval(0, 30), Interval(30.5, 32.3), Interval(33, 59)]

    assert len(find_turns(speech, Embeddings(starts, vectors.astype(np.float32), WIDTH)).labels) == 1


def with_short_words(alike, count):
    """Somebody speaks for a minute, somebody that much alike once for 2 s, and for one second so many times."""
    other = [Interval(10.0, 12.0), *(Interval(20.0 + 4 * at, 21.0 + 4 * at) for at in range(count))]
    edges = [0.0, *(edge for part in other for edge in (part.start - 0.5, part.end + 0.5)), 60.0]
    speech = sorted([*other, *(Interval(*pair) for pair in zip(edges[::2], edges[1::2], strict=True))])
    starts = np.concatenate([np.arange(part.start, max(part.end - WIDTH, part.start + 0.1), HOP) for part in speech])
    is_other = np.array([any(part.start <= start < part.end for part in other) for start in starts])
    rng, own = np.random.default_rng(1), np.eye(1, 20)[0]
    unlike = alike * own + np.sqrt(1 - alike**2) * np.eye(1, 20, 1)[0]
    vectors = unit(np.where(is_other[:, None], unlike, own) + 0.02 * rng.normal(size=(len(starts), 20)))
    return speech, Embeddings(starts, vectors.astype(np.float32), WIDTH)


@pytest.mark.parametrize(("alike", "count", "voices"), [(0.5, 3, 2), (0.7, 3, 2), (0.76, 3, 1), (0.5, 0, 1)])
def test_who_says_little_at_once_is_a_voice_if_clearly_no_other(alike, count, voices):
    """In a talk of people who know each other somebody may say yes and no, and hardly a sentence."""
    speech, embeddings = with_short_words(alike, count)

    told = find_turns(speech, embeddings)

    assert len(told.labels) == voices
    assert voices == 1 or told.turns[1] == Turn(10.0, 12.0, 1)


@pytest.mark.parametrize(("pause", "count"), [(1.9, 1), (2.1, 2)])
def test_a_turn_goes_on_over_a_pause_for_thought(pause, count):
    told = joined([Turn(0.0, 3.0, 0), Turn(3.0 + pause, 6.0, 0), Turn(6.1, 7.0, 1)])

    assert [turn.voice for turn in told] == [0] * count + [1]


def test_without_speech_there_are_no_turns():
    told = find_turns([], Embeddings(np.zeros(0), np.zeros((0, 1), np.float32), WIDTH))

    assert (told.labels, told.turns) == ((), ())


@given(st.integers(1, 60), st.integers(1, 5), st.integers(0, 5))
def test_clusters_are_numbered_without_gaps_and_the_same_when_cut_into_blocks(count, voices, seed):
    rng = np.random.default_rng(seed)
    owners = rng.integers(0, voices, count)
    sums = unit(np.eye(voices, 20)[owners] + 0.05 * rng.normal(size=(count, 20))) * rng.uniform(1, 4, (count, 1))
    sums = sums.astype(np.float32)

    labels = cluster(sums)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clustering, "_BLOCK", 10)
        blocks = cluster(sums)

    assert set(labels.tolist()) == set(range(len(set(owners.tolist()))))
    for found in (labels, blocks):
        assert len(set(zip(found.tolist(), owners.tolist(), strict=True))) == len(set(owners.tolist()))


def test_who_was_on_the_telephone_is_heard(tmp_path):
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        sound = audio.samples(0.0, 10.0)
    for name, told in (("clean", False), ("noise10", False), ("phone", True)):
        samples = np.round(32767 * np.clip(CONDITIONS[name](sound), -1, 1)).astype(np.int16)
        wavfile.write(tmp_path / f"{name}.wav", 16000, samples)
        with open_audio(str(tmp_path / f"{name}.wav")) as audio:
            assert is_narrow(audio, [Interval(1.0, 6.0), Interval(7.5, 9.5)]) is told


def test_one_likeness_at_which_voices_part():
    alike, apart = (np.array([[1, 0], [c, (1 - c * c) ** 0.5]], np.float32) for c in (0.83, 0.81))

    assert cluster(alike).tolist() == [0, 0]
    assert cluster(apart).tolist() == [0, 1]


def stretches(*seconds, alike=0.9, noise=0.1, pieces=8):
    """Return stretches of one voice after another, each with so many seconds in equal pieces; and whose they are."""
    rng = np.random.default_rng(1)
    centres = unit(np.sqrt(1 - alike) * np.eye(len(seconds), 40) + np.sqrt(alike) * np.eye(40)[39])
    owners = np.repeat(np.arange(len(seconds)), pieces)
    directions = unit(centres[owners] + noise * rng.normal(size=(len(owners), 40)) / 40**0.5)
    return (directions * np.repeat(np.array(seconds) / pieces, pieces)[:, None]).astype(np.float32), owners


@pytest.mark.parametrize("seconds", [(20, 20), (20, 40, 16), (1000, 16)])
def test_two_who_are_alike_are_two_where_both_are_heard_enough(seconds):
    sums, owners = stretches(*seconds)

    assert cluster(sums).tolist() == owners.tolist()
    assert not cluster(sums, least_apart=clustering.NEVER_TWO).any()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clustering, "_BLOCK", 4)
        assert cluster(sums).tolist() == owners.tolist()


def test_who_is_alike_and_hardly_heard_is_not_told_apart():
    sums, _ = stretches(20, 14)

    assert not cluster(sums).any()


@given(st.integers(0, 20), st.floats(0.05, 0.4), st.integers(2, 60))
def test_one_voice_is_not_divided_however_it_varies(seed, noise, pieces):
    rng = np.random.default_rng(seed)
    directions = unit(np.eye(40)[0] + noise * rng.normal(size=(pieces, 40)) / 40**0.5)
    sums = (directions * rng.uniform(2, 4, (pieces, 1))).astype(np.float32)

    assert not cluster(sums, least_alike=-1).any()  # all are joined, however few of them tell little


@given(st.lists(st.integers(0, 2), min_size=1, max_size=12), st.integers(0, 9))
def test_silhouettes_are_those_of_each_two_voices_by_the_book(owners, seed):
    voices = np.array(owners)
    directions = unit(np.random.default_rng(seed).normal(size=(len(owners), 5)))
    distances = 1 - directions @ directions.T

    def silhouette(row, other):
        own = (voices == voices[row]) & (np.arange(len(voices)) != row)
        if not own.any() or other not in owners:
            return 0.0
        within, between = distances[row, own].mean(), distances[row, voices == other].mean()
        return (between - within) / max(between, within)

    found = silhouettes(voices, directions, 3)

    for one, other in [(0, 1), (0, 2), (1, 2)]:
        means = [
            np.mean([silhouette(row, theirs) for row in np.flatnonzero(voices == mine)] or [0.0])
            for mine, theirs in [(one, other), (other, one)]
        ]
        assert found[one, other] == found[other, one] == pytest.approx(np.mean(means), abs=1e-5)
    assert np.diag(found).tolist() == [1, 1, 1]


@given(st.lists(st.booleans(), min_size=8, max_size=12))
def test_two_voices_are_far_apart_and_one_that_is_taken_for_two_is_not(is_other):
    turns = [Turn(TURN * at, TURN * (at + 1), int(other)) for at, other in enumerate([False, True, *is_other])]
    two = diarization("".join("AB"[turn.voice] for turn in turns), alike=0.8, noise=0.5)
    one = replace(diarization("A" * len(turns), noise=0.5), labels=two.labels, turns=tuple(turns))

    assert separations(two)[0, 1] > 0.5
    assert separations(one)[0, 1] < 0.25


@given(st.lists(st.tuples(st.sampled_from(["A", "B", None]), st.floats(0, 3)), max_size=20))
def test_labelled_voices_are_the_labels_and_every_word_is_in_its_own_turn(said):
    words, at = [], 0.0
    for speaker, pause in said:
        words.append(Word(" word", at + pause, at + pause + 0.4, speaker=speaker))
        at += pause + 0.4
    heard = Transcript(Recording("a", "0", at), "en", tuple(words), (Segment(0.0, at, Span(0, len(words))),))

    told = labelled_voices(heard)

    assert set(told.labels) == {word.speaker for word in words} - {None}
    for word, voice in zip(words, word_voices(words, told), strict=True):
        assert word.speaker is None or told.labels[voice] == word.speaker


@pytest.fixture(scope="module")
def smallman():
    return next(one for one in synthetic() if one.name == "smallman")


def test_the_turns_of_an_interview_are_found(smallman):
    """The weights are in the package: no model is needed for it."""
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        heard = Transcript(audio.recording, "en", (), ())
        memory = Cache()
        told = CachedDiarizer(memory).diarize(audio, heard)
        again = CachedDiarizer(memory).diarize(audio, heard)

    rates = error_rate(smallman, told)
    assert len(told.labels) == len({turn.speaker for turn in smallman.turns})
    assert (rates["missed"] + rates["false alarm"] + rates["confusion"]) / rates["speech"] < 0.04
    assert (told.labels, told.turns) == (again.labels, again.turns)


def test_room_is_made_before_voices_are_heard_and_only_then():
    made: list[None] = []
    diarizer = CachedDiarizer(Cache(), lambda: made.append(None))
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        heard = Transcript(audio.recording, "en", (), ())
        told = [diarizer.diarize(audio, heard) for _ in range(2)]

    assert len(made) == 1
    assert told[0].turns == told[1].turns


def test_turns_that_are_known_are_not_found_anew(tmp_path, monkeypatch):
    diarizer = CachedDiarizer(Cache(tmp_path / "cache.sqlite"))
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        heard = Transcript(audio.recording, "en", (), ())
        told = diarizer.diarize(audio, heard)
        monkeypatch.setattr("align.speech.voices.diarizer.find_turns", None)
        again = diarizer.diarize(audio, heard)

    assert (told.labels, told.turns) == (again.labels, again.turns)
    np.testing.assert_array_equal(told.embeddings.vectors, again.embeddings.vectors)


def test_voices_that_are_known_are_told_without_the_network(tmp_path):
    code = (
        "import sys; from align import Models; from align.records import Transcript\n"
        "from align.speech.audio import open_audio\n"
        f"audio = open_audio({str(lbc_case.FOLDER / 'smallman.mp3')!r})\n"
        "told = Models().diarizer.diarize(audio, Transcript(audio.recording, 'en', (), ()))\n"
        "print(told.labels, told.turns, 'torch' in sys.modules)"
    )
    environment = {**os.environ, "ALIGN_CACHE": str(tmp_path)}
    heard, known = (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
        for _ in range(2)
    )

    assert heard.stdout.endswith(" True\n")
    assert known.stdout == heard.stdout.replace(" True\n", " False\n")


def test_how_loud_a_soft_recording_is_does_not_matter(smallman):
    class Soft:
        track = None

        def __init__(self, audio, gain):
            self.key, self.recording, self.samples = f"{gain}", audio.recording, lambda *at: audio.samples(*at) * gain

    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        speech = [Interval(turn.start, turn.end) for turn in smallman.turns]
        one, other = (windows_of(Soft(audio, np.float32(gain)), speech) for gain in (0.02, 0.005))

    assert float((one.vectors * other.vectors).sum(axis=1).min()) > 0.999


def test_progress_is_told_of_every_minute(monkeypatch):
    told = []
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        heard = Transcript(audio.recording, "en", (), ())

        class Notebook:
            def diarized(self, recording, seconds):
                told.append((recording, seconds))

        monkeypatch.setattr(windows, "_MINUTE", 20.0)
        CachedDiarizer(Cache()).diarize(audio, heard, Notebook())

    assert {recording for recording, _ in told} == {heard.recording}
    assert [seconds // 10 for _, seconds in told] == [2, 4, 5]


def test_speech_is_found_once_by_whoever_hears_and_whoever_tells_apart(monkeypatch):
    asked = []
    monkeypatch.setattr(Silero, "probabilities", lambda *_: asked.append(1) or [np.zeros(1875, np.float32)])
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        for _ in range(2):
            assert audio.once(detect_speech).speech() == ()
        CachedDiarizer(Cache()).diarize(audio, Transcript(audio.recording, "en", (), ()))

    assert asked == [1]


def windows_of(audio, speech, most=3):
    from align.speech.voices.encoder import load_encoder
    from align.speech.voices.windows import embed_speech

    return embed_speech(audio, speech[:most], load_encoder, Cache(), audio.recording.duration)


def test_labels_spare_the_network():
    words = tuple(Word(" a", at, at + 0.4, speaker="SPEAKER_0" + str(at % 2)) for at in range(4))
    heard = Transcript(Recording("a", "0", 5.0), "en", words, (Segment(0.0, 5.0, Span(0, 4)),))

    class Mixed:
        track = None

    labelled = CachedDiarizer(Cache()).diarize(Mixed(), heard)

    assert labelled.labels == ("SPEAKER_00", "SPEAKER_01")
    assert labelled.embeddings is None


TRACK = "channel 1 of 2"


def on_a_track(interview, *speakers):
    """Return what those people said in an interview, as one track would hold it, and its transcript."""
    words = tuple(
        Word(" so", start, start + 0.5, speaker=TRACK)
        for turn in interview.turns
        if turn.speaker in speakers
        for start in np.arange(turn.start, turn.end - 0.5, 0.5).tolist()
    )
    duration = len(interview.sound) / 16000
    heard = Transcript(
        Recording("a", "0", duration, TRACK), "en", words, (Segment(0.0, duration, Span(0, len(words))),)
    )

    class Track:
        track, key = TRACK, f"{interview.name} {speakers}"

        def samples(self, start, end):
            return interview.sound[round(start * 16000) : round(end * 16000)]

    Track.recording = heard.recording
    return Track(), heard


def test_a_track_is_one_voice_whatever_leaks_into_it(smallman):
    told = CachedDiarizer(Cache()).diarize(*on_a_track(smallman, "Mina Smallman"))

    assert told.labels == (TRACK,)
    assert {turn.voice for turn in told.turns} == {0}
    assert told.embeddings is None


def test_two_people_at_one_microphone_are_told_apart_and_remembered(smallman):
    memory = Cache()
    track, heard = on_a_track(smallman, "Mina Smallman", "Charlotte Lynch")

    told = CachedDiarizer(memory).diarize(track, heard)
    del type(track).samples
    again = CachedDiarizer(memory).diarize(track, heard)

    assert told.labels == (f"{TRACK}, voice 1", f"{TRACK}, voice 2")
    assert (again.labels, again.turns) == (told.labels, told.turns)
    order = [speaker for speaker in dict.fromkeys(turn.speaker for turn in smallman.turns) if speaker != "Slate"]
    for word, voice in zip(heard.words, word_voices(heard.words, told), strict=True):
        true = next(turn.speaker for turn in smallman.turns if turn.start <= word.start < turn.end)
        assert order[voice] == true


def test_a_track_in_which_nobody_speaks_is_a_voice_all_the_same(smallman):
    assert CachedDiarizer(Cache()).diarize(*on_a_track(smallman)).labels == (TRACK,)


def test_a_word_of_a_track_is_in_one_of_its_voices_though_another_track_speaks_there():
    told = without_sound(diarization("AAA"), ["left, voice 1", "left, voice 2", "right"])
    told = replace(told, turns=(Turn(0.0, 2.0, 0), Turn(0.5, 3.0, 2), Turn(2.0, 3.0, 1)))
    words = [
        Word(" a", 0.6, 0.9, speaker="left"),
        Word(" b", 2.1, 2.9, speaker="left"),
        Word(" c", 1, 2, speaker="right"),
    ]

    assert word_voices(words, told) == (0, 1, 2)


def test_of_a_recording_that_is_known_no_sound_is_asked_for():
    memory = Cache()
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        heard = Transcript(audio.recording, "en", (), ())
        first = CachedDiarizer(memory).diarize(audio, heard)

    class Silent:
        track, key = audio.track, audio.key

    again = CachedDiarizer(memory).diarize(Silent(), heard)

    assert first.turns
    assert (again.labels, again.turns) == (first.labels, first.turns)


@pytest.mark.parametrize("times", [2, 3, 7])
def test_a_recording_that_is_played_again_has_the_voices_that_it_has(times):
    """Copies are nearer each other than anything that somebody says: they would come out as voices of their own."""
    with open_audio(str(lbc_case.FOLDER / "smallman.mp3")) as audio:
        speech = [*detect_speech(audio).speech()]
        heard, length = windows_of(audio, speech, len(speech)), audio.recording.duration
    later = [number * length for number in range(times)]
    again = [Interval(part.start + shift, part.end + shift) for shift in later for part in speech]
    starts = np.concatenate([heard.starts + shift for shift in later])

    once = find_turns(speech, heard)
    often = find_turns(again, Embeddings(starts, np.tile(heard.vectors, (times, 1)), heard.width))

    assert len(once.labels) > 1
    assert often.labels == once.labels
    assert [turn.voice for turn in often.turns[: len(once.turns) - 1]] == [turn.voice for turn in once.turns[:-1]]
