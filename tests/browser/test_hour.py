"""An hour of speech with thirty quotes: the page stays small, and its first key is answered at once."""

import subprocess

import pytest

from align.outputs import collect_sounds
from align.report import write_report
from align.speech.audio import open_audio
from align.speech.ffmpeg import ffmpeg
from tests import lbc_case
from tests.golden.samples import Said, Story, build

pytestmark = pytest.mark.browser

HOUR = 3600  # seconds
QUOTES = 30
AT_ONCE = 1000  # milliseconds from opening the file to the first key's effect; the quickest of a few openings
QUOTED = "We {will|may|modality} {|um,|filler}close the bridge for {40|fourteen|number} days this year as nobody asked"
BETWEEN = "and so it went on with much that nobody wrote down " * 24


@pytest.fixture(scope="module")
def hour(tmp_path_factory):
    """The page of a report on an hour of real sound, thirty quotes of half a minute or less spread over it."""
    folder = tmp_path_factory.mktemp("hour")
    loop = ["-stream_loop", "-1", "-i", str(lbc_case.FOLDER / "naseem.mp3"), "-t", str(HOUR), "-c", "copy"]
    subprocess.run([ffmpeg(), "-v", "error", *loop, str(folder / "hour.mp3")], check=True)
    quotes = [Said((" ".join([QUOTED] * (1 + number % 3)),), "Ada Okonjo") for number in range(QUOTES)]
    printed = [item for quote in quotes for item in ("She said: “", quote, "”\n\n")]
    spoken = [item for number in range(QUOTES) for item in (BETWEEN, (number, 0))]
    report = build(Story(printed, {"hour.mp3": spoken}))
    with open_audio(str(folder / "hour.mp3")) as audio:
        write_report(report, folder / "hour.html", collect_sounds(report, [audio]))
    heard = report.transcripts[0].recording.duration
    return folder / "hour.html", heard, sum(part.end - part.start for one in report.checks for part in one.passages)


def test_it_is_small(hour):
    path, heard, quoted = hour

    assert 0.9 * HOUR < heard < HOUR
    assert quoted > QUOTES * 10  # seconds; one of the LBC article takes five
    assert path.stat().st_size < 3_000_000


def test_the_first_key_is_answered_at_once(hour, visit):
    times = []
    for _ in range(3):
        page = visit(hour[0])
        page.keyboard.press("j")
        times.append(page.evaluate("document.querySelector('.card.current') ? performance.now() : Infinity"))

    assert min(times) < AT_ONCE, times
