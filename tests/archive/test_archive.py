"""An archive as programs and the command line use it: what is put in is found, judged, taken out, and never lost."""

import json
import os
import shutil
import time
from dataclasses import replace
from hashlib import sha256

import pytest
from typer.testing import CliRunner

import align
from align.cli import app
from align.errors import ArchiveError, OptionError, OutputError
from align.pipeline import select_quotes
from align.records import Category, Certainty, ReportSettings, Severity, Verdict
from align.report.formats.places import render_places
from tests import lbc_case
from tests.archive.conftest import addition
from tests.schema import VALIDATORS

TOLD = "due to the work, what we are seeing is, um, these issues may not be just isolated to one police force"
PRINTED = TOLD.replace("may not be", "are not")


def run(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.fixture
def filled(archive, transcripts):
    archive.add(transcripts)
    return archive


@pytest.fixture
def heard(archive, recognizer, tmp_path):
    """An archive with recordings that are at hand."""
    files = [shutil.copy(lbc_case.FOLDER / f"{name}.mp3", tmp_path) for name in ("naseem", "smallman", "javid")]
    archive.add(files)
    return archive


# --- put in, listed, taken out ----------------------------------------------------------------------------------------


def test_what_is_there_is_not_heard_again(heard, recognizer):
    before = list(recognizer.heard)
    again = heard.add([one.path for one in heard.list()])

    assert len(before) == 3
    assert recognizer.heard == before
    assert [(one.is_new, one.problem) for one in again] == [(False, None)] * 3
    assert [one.is_given for one in heard.list()] == [False] * 3


def test_a_file_that_moved_is_known_by_its_bytes(heard, recognizer, tmp_path):
    before = list(recognizer.heard)
    (tmp_path / "away").mkdir()
    moved = shutil.move(tmp_path / "smallman.mp3", tmp_path / "away" / "other.mp3")
    heard.add([moved])

    assert recognizer.heard == before
    assert str(moved) in [one.path for one in heard.list()]
    assert len(heard.list()) == 3


def test_a_copy_does_not_take_the_place_of_a_file_that_is_still_there(heard, tmp_path):
    before = heard.list()
    heard.add([shutil.copy(tmp_path / "smallman.mp3", tmp_path / "copy.mp3")])

    assert heard.list() == before


def test_a_recording_that_was_known_by_a_transcript_is_heard(archive, recognizer, tmp_path):
    sound = shutil.copy(lbc_case.FOLDER / "smallman.mp3", tmp_path)
    align.transcribe(sound, outputs=tmp_path / "told.json")
    archive.add([tmp_path / "told.json"])
    assert [one.is_given for one in archive.list()] == [True]
    archive.add([sound])
    archive.add([tmp_path / "told.json"])

    assert [one.is_given for one in archive.list()] == [False]
    assert archive.check() == ()


def test_one_file_that_cannot_be_added_does_not_keep_out_others(archive, transcripts, tmp_path):
    (tmp_path / "empty.srt").write_text("")
    (tmp_path / "page.txt").write_text("\n")
    files = [tmp_path / "nowhere.mp3", tmp_path / "empty.srt", transcripts[0], tmp_path, transcripts[1]]
    added = archive.add(files)

    assert [bool(one.problem) for one in added] == [True, True, False, True, False]
    assert all(one.problem.endswith(".") for one in added if one.problem)
    assert len(archive.list()) == 2


def test_what_is_taken_out_is_not_found_and_leaves_nothing(filled):
    assert filled.find(TOLD).matches
    gone = filled.remove([one.path for one in filled.list()])

    assert len(gone) == 3
    assert (filled.list(), filled.find(TOLD).matches, filled.check()) == ((), (), ())
    with filled._opened() as index:
        assert list(index.kept_terms()) == []


def test_to_take_out_what_is_not_there_takes_out_nothing(filled):
    with pytest.raises(OptionError, match="align index --list"):
        filled.remove([filled.list()[0].path, "nowhere.mp3"])

    assert len(filled.list()) == 3


def test_a_recording_is_taken_out_by_its_hash_or_its_place(filled):
    first, second, _ = filled.list()
    filled.remove([first.sha256])
    filled.remove([os.path.abspath(second.path)])

    assert len(filled.list()) == 1


# --- found ------------------------------------------------------------------------------------------------------------


def test_words_are_found_with_recording_time_and_place(filled):
    (match, *_) = filled.find(TOLD).matches

    assert match.check.verdict is Verdict.VERBATIM
    assert match.recording.path == "naseem.mp3"
    assert match.start == pytest.approx(124.97, abs=0.5)
    assert match.coverage == 1.0
    assert match.spoken.startswith("due to the work")


def test_altered_words_are_found_with_what_differs(filled):
    (match, *_) = filled.find(PRINTED).matches

    assert match.check.verdict is Verdict.ALTERED
    assert Category.MODALITY in {edit.category for edit in match.check.edits}


@pytest.mark.parametrize("words", ["We shall certainly build the tram before Christmas, said the gardener", "xyzzy"])
def test_what_nobody_said_is_nowhere(filled, words):
    found = filled.find(words)

    assert found.matches == ()
    assert found.searched.recordings == 3
    assert found.searched.seconds == pytest.approx(sum(one.duration for one in filled.list()))


def test_words_put_together_of_two_places_are_spliced(heard):
    tokens = lbc_case.transcript("naseem").words
    text = "".join(word.text for word in (*tokens[40:52], *tokens[300:312]))
    (match, *_) = heard.find(text).matches

    assert match.check.verdict is Verdict.SPLICED
    assert len(match.check.passages) == 2


def test_without_sound_nothing_is_more_than_by_ear(filled):
    for words in (TOLD, PRINTED):
        for match in filled.find(words).matches:
            assert match.check.certainty is Certainty.CHECK_BY_EAR
            assert match.check.causes
            assert not match.report.is_heard


def test_with_sound_the_audio_decides(heard):
    told, printed = heard.find(TOLD).matches[0], heard.find(PRINTED).matches[0]

    assert (told.check.verdict, told.check.certainty) == (Verdict.VERBATIM, Certainty.CONFIRMED)
    assert (printed.check.severity, printed.check.certainty) == (Severity.CRITICAL, Certainty.CONFIRMED)
    assert all(edit.evidence is not None for edit in printed.check.edits if edit.category is Category.MODALITY)


@pytest.mark.parametrize("spoil", ["moved", "changed"])
def test_sound_that_is_not_what_it_was_decides_nothing(heard, tmp_path, spoil):
    sound = tmp_path / "naseem.mp3"
    if spoil == "moved":
        sound.unlink()
    else:
        sound.write_bytes(sound.read_bytes() + b"\0")
    (match, *_) = heard.find(PRINTED).matches

    assert match.check.certainty is Certainty.CHECK_BY_EAR
    assert "naseem.mp3" in match.check.causes[0]


def test_clips_are_cut_where_sound_is(heard, tmp_path):
    heard.find(TOLD, clips=tmp_path / "clips")

    assert [file.name for file in (tmp_path / "clips").iterdir()] == ["place-01-part-1-at-00.02.04.mp3"]


def test_clips_that_could_not_be_written_are_refused_first(filled):
    with pytest.raises(OutputError, match="no folder"):
        filled.find(TOLD, clips="none/clips")


def test_few_words_may_be_there_by_chance(hours):
    """In two hours of speech, words that everybody says are somewhere."""
    for match in align.Archive(hours).find("and it was the").matches:
        assert any("chance" in cause for cause in match.check.causes)


def test_only_places_of_the_speaker_are_found_and_the_others_are_counted(archive, tmp_path):
    for name, label in (("one", "Ada Okonjo"), ("two", "Ben Adu")):
        text = f"{label}: Nobody on this council ever wanted a toll on the harbour bridge, not one of us, believe me.\n"
        (tmp_path / f"{name}.txt").write_text(text * 2)
    archive.add([tmp_path / "one.txt", tmp_path / "two.txt"])
    words = "Nobody on this council ever wanted a toll on the harbour bridge"

    assert {match.speakers for match in archive.find(words).matches} == {("Ada Okonjo",), ("Ben Adu",)}
    found = archive.find(words, speaker="okonjo")
    assert [match.speakers for match in found.matches] == [("Ada Okonjo",)]
    assert "passed over" in found.warnings[0]
    assert archive.find(words, speaker="Zed").matches == ()


def test_the_json_fits_its_schema(heard):
    tokens = lbc_case.transcript("naseem").words
    spliced = "".join(word.text for word in (*tokens[40:52], *tokens[300:312]))
    for words in (TOLD, PRINTED, spliced, "nobody ever said this at all, never once"):
        VALIDATORS["places"].validate(json.loads(render_places(heard.find(words))))


# --- an article -------------------------------------------------------------------------------------------------------


def test_an_article_is_checked_on_the_recordings_that_hold_it(heard, tmp_path):
    """As if they had been given, but that what is not there may have been said elsewhere."""
    files = [one.path for one in heard.list()]
    given = align.check(files, lbc_case.FOLDER / "article.txt")
    found = align.check([], lbc_case.FOLDER / "article.txt", archive=heard, outputs=tmp_path / "report.json")

    assert [one.recording.path for one in found.transcripts] == files
    assert found.searched.recordings == 3
    assert [(one.verdict, one.severity, one.passages) for one in found.checks] == [
        (one.verdict, one.severity, one.passages) for one in given.checks
    ]
    for one, other in zip(found.checks, given.checks, strict=True):
        is_fault = one.verdict is Verdict.NOT_FOUND and one.severity is not Severity.NONE
        assert one.certainty is (Certainty.CHECK_BY_EAR if is_fault else other.certainty)
    document = json.loads((tmp_path / "report.json").read_text())
    VALIDATORS["report"].validate(document)
    assert document["archive"]["recordings"] == 3
    assert any("were found in" in warning for warning in found.warnings)


def test_without_sound_an_article_is_checked_on_transcripts(filled):
    found = align.check([], lbc_case.FOLDER / "article.txt", archive=filled)

    assert not found.is_heard
    assert all(one.certainty is Certainty.CHECK_BY_EAR for one in found.findings)
    assert any("rests on transcripts" in warning for warning in found.warnings)


def test_a_recording_that_holds_nothing_of_an_article_is_not_taken(filled, tmp_path):
    (tmp_path / "story.txt").write_text(f"“{PRINTED},” said Mr Naseem.")
    found = align.check([], tmp_path / "story.txt", archive=filled)

    assert [one.recording.path for one in found.transcripts] == ["naseem.mp3"]


def test_an_article_of_which_nothing_is_there_is_refused(filled, tmp_path):
    (tmp_path / "story.txt").write_text("“We shall certainly build the tram before Christmas,” said Ada Okonjo.")
    with pytest.raises(ArchiveError, match=r"No quotation of .* is found in .*3 recordings"):
        align.check([], tmp_path / "story.txt", archive=filled)


def test_recordings_are_given_or_found(filled, tmp_path):
    with pytest.raises(OptionError, match="give the article alone"):
        align.check("a.mp3", lbc_case.FOLDER / "article.txt", archive=filled)


# --- the command line -------------------------------------------------------------------------------------------------


def test_the_commands(archive, transcripts):
    assert run("index", *transcripts).exit_code == 0
    assert "3 recordings" in run("index", "--list").stdout
    assert "Nothing is wrong" in run("index", "--check").stdout
    found = run("find", PRINTED)
    assert found.exit_code == 0
    assert "ALTERED" in found.stdout
    assert "00:02:04 in naseem.mp3" in found.stdout
    assert json.loads(run("find", PRINTED, "--json").stdout)["places"]
    assert "Nothing like it is said in" in run("find", "absolutely never uttered").stdout
    checked = run("check", lbc_case.FOLDER / "article.txt", "--archive")
    assert "found in" in checked.stdout
    assert run("index", "--remove", archive.list()[0].path).exit_code == 0
    assert len(archive.list()) == 2


@pytest.mark.parametrize(
    "arguments",
    [["index"], ["index", "--list", "a.srt"], ["index", "--list", "--check"], ["index", "--remove"], ["find", "…!"]],
)
def test_what_makes_no_sense_is_refused(archive, arguments):
    done = run(*arguments)

    assert done.exit_code == 2
    assert done.stderr.startswith("align: ")
    assert "fault of the program" not in done.stderr


def test_a_file_that_is_not_added_is_told(archive, transcripts):
    done = run("index", transcripts[0], "nowhere.mp3")

    assert done.exit_code == 2
    assert "nowhere.mp3 is not in the index" in done.stderr
    assert len(archive.list()) == 1


def test_without_an_index_the_user_is_told_how_to_make_one(archive):
    done = run("find", "anything at all")

    assert done.exit_code == 2
    assert "align index" in done.stderr
    assert not archive.path.exists()


def test_what_is_typed_is_harmless_on_a_terminal(archive, tmp_path):
    words = "nobody on this council ever wanted a toll on the bridge"
    evil = tmp_path / "e\x1b[31mvil.txt"
    evil.write_text(f"SPEAKER \x1b]0;x\x07: {words}\n" * 3)
    archive.add([evil])
    shown = run("find", words).stdout + run("index", "--list").stdout + run("find", words, "--json").stdout

    assert words.split()[0].lower() in shown
    assert not any(char in shown for char in "\x1b\x07\x9b")


def test_a_search_takes_a_blink(hours):
    """Two seconds of the processor for a search of 0.1 s: who breaks this reads all of the index."""
    began = time.process_time()
    align.Archive(hours).find("nobody on this council ever wanted a toll on the bridge")

    assert time.process_time() - began < 2


def test_labels_stay_with_their_words(archive, tmp_path):
    heard = lbc_case.transcript("smallman")
    words = tuple(replace(word, speaker="Ada" if at % 2 else "Ben") for at, word in enumerate(heard.words))
    heard = replace(heard, words=words)
    with archive._opened(is_written=True) as index:
        index.add([addition(heard)])
        (entry,) = index.entries()
        assert [word.speaker for word in index.whole(entry).transcript.words] == [word.speaker for word in words]


# --- transcripts of tracks, and of some recordings only ---------------------------------------------------------------

CHANNELS = ("channel 1 of 2", "channel 2 of 2")


def put(place, track=None, is_given=True):
    """Return a transcript of smallman.mp3, or of one track of it, as it is put in."""
    transcript = lbc_case.transcript("smallman")
    digest = sha256((lbc_case.FOLDER / "smallman.mp3").read_bytes()).hexdigest()
    words = tuple(replace(word, speaker=track) for word in transcript.words)
    recording = replace(transcript.recording, path=str(place), track=track, sha256=digest)
    added = addition(replace(transcript, recording=recording, words=words))
    return replace(added, place=str(place), is_given=is_given, source="1" * 64 if is_given else digest)


def quoting(folder, *words):
    (folder / "story.txt").write_text("\n\n".join(f"“{one},” said Mr Naseem." for one in words))
    article = align.read_article(folder / "story.txt")
    return select_quotes(article, ReportSettings())


SMALLMAN = "There is no way that the top of the tree was unaware of this behaviour"


def test_transcripts_of_the_tracks_of_a_file_are_put_to_its_sound(archive, tmp_path):
    sound = shutil.copy(lbc_case.FOLDER / "smallman.mp3", tmp_path)
    with archive._opened(is_written=True) as index:
        index.add([put(sound, track) for track in CHANNELS])
    chosen = archive.choose(quoting(tmp_path, SMALLMAN))

    assert (chosen.recordings, chosen.absent) == ((sound,), ())
    assert [path for path, _ in chosen.given] == [sound, sound]
    assert chosen.speakers == {sound: frozenset(CHANNELS)}


def test_only_what_somebody_else_wrote_is_given_with_its_recording(heard, tmp_path):
    away = str(shutil.copy(lbc_case.FOLDER / "smallman.mp3", tmp_path / "again.mp3"))
    with heard._opened(is_written=True) as index:
        (own,) = (one for one in index.entries() if one.recording.path.endswith("smallman.mp3"))
        index.remove(own)
        index.add([put(away)])
    chosen = heard.choose(quoting(tmp_path, SMALLMAN, TOLD))

    assert [os.path.basename(path) for path in chosen.recordings] == ["naseem.mp3", "again.mp3"]
    assert [path for path, _ in chosen.given] == [away]


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ([(None, True)], [(CHANNELS[0], False), (CHANNELS[1], False)], 2),
        ([(CHANNELS[0], True), (CHANNELS[1], True)], [(None, False)], 1),
        ([(CHANNELS[0], True), (CHANNELS[1], True)], [(None, True)], 1),
        ([(None, True)], [(CHANNELS[0], True), (CHANNELS[1], True)], 2),
        ([(CHANNELS[0], True)], [(CHANNELS[1], True)], 2),
        ([(CHANNELS[0], False)], [(CHANNELS[1], False)], 2),
    ],
)
def test_of_one_file_no_words_are_there_twice(archive, tmp_path, before, after, left):
    with archive._opened(is_written=True) as index:
        for additions in (before, after):
            index.add([put(tmp_path / "a.mp3", track, is_given) for track, is_given in additions])

    listed = [(one.track, one.is_given) for one in archive.list()]
    assert len(listed) == left
    assert listed[-len(after) :] == after
    assert archive.check() == ()
