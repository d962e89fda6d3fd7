"""How far the work has come is told on a terminal as a line that moves, elsewhere as a line now and then."""

from io import StringIO
from types import SimpleNamespace

import pytest
from rich.console import Console

from align.progress import LiveProgress, PlainProgress, progress_on
from align.records import Recording

TAPE = Recording("tape.mp3", "ab" * 32, 3700.0)


def told(console: Console) -> None:
    with progress_on(console) as progress:
        progress.transcribed(TAPE, 61.0)
        progress.transcribed(TAPE, 3700.0)
        progress.retranscribed(TAPE, 5.0, 65.0)
        progress.diarized(TAPE, 120.0)
        progress.checked(3, 24)


def test_a_terminal_shows_every_stage() -> None:
    target = StringIO()
    console = Console(file=target, force_terminal=True, width=100)
    assert isinstance(progress_on(console), LiveProgress)
    told(console)
    shown = target.getvalue()
    assert "Hearing tape.mp3" in shown
    assert "01:01:40 of 01:01:40" in shown
    assert "Hearing gaps in tape.mp3" in shown
    assert "00:00:05 of 00:01:05" in shown
    assert "Telling voices apart in tape.mp3" in shown
    assert "00:02:00 of 01:01:40" in shown
    assert "3 of 24" in shown


def test_a_log_gets_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.progress._PLAIN_EVERY", 0.0)
    target = StringIO()
    console = Console(file=target, width=100)
    assert isinstance(progress_on(console), PlainProgress)
    told(console)
    assert target.getvalue().splitlines() == [
        "hearing tape.mp3: 00:01:01 of 01:01:40",
        "hearing tape.mp3: 01:01:40 of 01:01:40",
        "hearing gaps in tape.mp3: 00:00:05 of 00:01:05",
        "telling voices apart in tape.mp3: 00:02:00 of 01:01:40",
        "checking quotes: 3 of 24",
    ]


def test_a_log_is_not_flooded() -> None:
    target = StringIO()
    told(Console(file=target))
    assert target.getvalue() == ""


def test_a_batch_tells_pairs_hours_and_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr("align.progress.time", SimpleNamespace(monotonic=lambda: clock[0]))
    target = StringIO()
    plain = PlainProgress(Console(file=target, width=100))
    for now, done, heard in ((100.0, 10, 0.0), (200.0, 20, 7200.0)):
        clock[0] = now
        plain.paired(done, 40, heard)
    assert target.getvalue().splitlines() == [
        "checking articles: 10 of 40, 0:00 h heard",
        "checking articles: 20 of 40, 2:00 h heard, about 0:03 h left",
    ]
    shown = StringIO()
    with progress_on(Console(file=shown, force_terminal=True, width=100)) as live:
        live.paired(10, 40, 5400.0)
    assert "Checking articles" in shown.getvalue()
    assert "10 of 40, 1:30 h heard" in shown.getvalue()
