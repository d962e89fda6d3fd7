"""Interviews whose speakers are known: the synthetic ones of the repository, and real readers who take turns."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.speech.audio import open_audio
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.vad.detection import detect_speech
from tests import lbc_case
from tests.accuracy.conditions import CONDITIONS

Sound = NDArray[np.float32]

READERS = {
    "Reader Ash": "ljspeech_ch1",
    "Reader Birch": "mobydick_ch1",
    "Reader Cedar": "potus_address_ms13",
    "Reader Elm": "mfa_acoustic",
    "Reader Fir": "sonnet_1",
    "Reader Hazel": "austen_librivox",
    "Reader Oak": "kennedy_moon_1961",
}
"""Names made up for recordings of one person each, of whom no two are the same."""

_LONGEST, _SHORTEST = 11.0, 2.5
"""Seconds of a turn that is cut out of what somebody reads."""

_PAUSE = 0.4
_LOUDNESS = 0.05
"""Seconds between two turns, and the root mean square to which each is brought."""


@dataclass(frozen=True)
class TrueTurn:
    """Who really spoke when, in seconds, and whether it was to ask."""

    speaker: str
    start: float
    end: float
    is_question: bool


@dataclass(frozen=True)
class Interview:
    """A recording, who speaks in it, and who of them asks."""

    name: str
    sound: Sound
    turns: Sequence[TrueTurn]
    presenters: frozenset[str]


def synthetic() -> Iterator[Interview]:
    """Yield the interviews of the LBC case, and three of them joined to one."""
    each = {name: _lbc(name) for name in ("naseem", "naseem_phone", "naseem_faithful", "smallman", "javid")}
    yield from each.values()
    yield _joined("naseem+smallman+javid", [each["naseem"], each["smallman"], each["javid"]])


def _lbc(name: str) -> Interview:
    truth = lbc_case.truth()["recordings"][name.removesuffix("_phone")]
    turns = [
        TrueTurn(turn["speaker"], turn["start"], turn["end"], turn["words"][-1]["w"].endswith("?"))
        for turn in truth["turns"]
    ]
    guests = {"Sal Naseem", "Mina Smallman", "Bas Javid", "Slate"}
    return Interview(
        name, _read(lbc_case.FOLDER / f"{name}.mp3"), turns, frozenset({one.speaker for one in turns} - guests)
    )


def _joined(name: str, parts: Sequence[Interview]) -> Interview:
    turns, at = [], 0.0
    for part in parts:
        turns += [TrueTurn(one.speaker, one.start + at, one.end + at, one.is_question) for one in part.turns]
        at += len(part.sound) / SAMPLE_RATE
    presenters = frozenset(name for part in parts for name in part.presenters)
    return Interview(name, np.concatenate([part.sound for part in parts]), turns, presenters)


def readers(folder: Path) -> Iterator[Interview]:
    """Yield interviews in which the first of two or three readers asks the others, for each of some groups of them."""
    turns = {name: list(_turns(next((folder / path).glob("audio.*")))) for name, path in READERS.items()}
    long = [name for name in READERS if sum(map(len, turns[name])) > 60 * SAMPLE_RATE]
    for place, asking in enumerate(long):
        others = [name for name in READERS if name != asking]
        for group in ([others[place % len(others)]], [others[place % len(others)], others[(place + 2) % len(others)]]):
            yield _conversation([asking, *group], turns)


def _turns(path: Path) -> Iterator[Sound]:
    with open_audio(str(path)) as audio:
        start = None
        parts = detect_speech(audio).speech()
        for part, following in zip(parts, [*parts[1:], None], strict=True):
            start = part.start if start is None else start
            if following is None or following.end - start > _LONGEST or following.start - part.end > 2:
                if _SHORTEST < part.end - start < 2 * _LONGEST:
                    yield audio.samples(start, part.end)
                start = None


def _conversation(people: Sequence[str], turns: dict[str, list[Sound]]) -> Interview:
    """Return an interview in which the first asks before each turn of the others, whose turns come by lot."""
    asking, *guests = people
    answers = [(name, turn) for name in guests for turn in turns[name]]
    order = np.random.default_rng(len(answers)).permutation(len(answers))
    pieces, true, at = [], [], 0.0
    pause = np.zeros(round(_PAUSE * SAMPLE_RATE), np.float32)
    for number, place in enumerate(order.tolist()):
        question = turns[asking][number % len(turns[asking])]
        is_new = number < len(turns[asking])
        for name, sound in ([(asking, question)] if is_new else []) + [answers[place]]:
            level = _LOUDNESS / max(1e-6, float(np.sqrt(np.mean(np.square(sound)))))
            pieces += [sound * np.float32(level), pause]
            true.append(TrueTurn(name, at, at + len(sound) / SAMPLE_RATE, name == asking))
            at += (len(sound) + len(pause)) / SAMPLE_RATE
    return Interview("+".join(people), np.clip(np.concatenate(pieces), -1, 1), true, frozenset({asking}))


def real(folder: Path) -> Iterator[Interview]:
    """Yield the recordings of a folder in which somebody has marked who speaks when (`turns.json`)."""
    for path in sorted(folder.glob("*/turns.json")):
        marked = json.loads(path.read_text(encoding="utf-8"))
        turns = [TrueTurn(str(one["speaker"]), one["start"], one["end"], False) for one in marked]
        yield Interview(path.parent.name, _read(next(path.parent.glob("audio.*"))), turns, frozenset())


def _read(path: Path) -> Sound:
    with open_audio(str(path)) as audio:
        return audio.samples(0.0, audio.recording.duration)


def in_other_company(asking: str, guests: Sequence[str], condition: str) -> Interview:
    """Return an interview that never was: somebody of the LBC case asks, and guests of several answer by lot.

    What the guests say is heard under that condition, as by a telephone while who asks is in the studio.
    """
    said: dict[str, list[Sound]] = {}
    for interview in map(_lbc, ("naseem", "smallman", "javid")):
        for turn in interview.turns:
            first, stop = (round(edge * SAMPLE_RATE) for edge in (turn.start, turn.end))
            said.setdefault(turn.speaker, []).append(interview.sound[first:stop])
    for guest in guests:
        said[guest] = [CONDITIONS[condition](sound) for sound in said[guest] if len(sound) > SAMPLE_RATE]
    return _conversation([asking, *guests], said)
