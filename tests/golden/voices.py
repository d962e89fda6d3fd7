"""A report in which voices are told apart: an invented interview, some of whose words stand under the wrong name."""

from collections.abc import Sequence
from dataclasses import replace

from align.records import (
    Certainty,
    Interval,
    Misattribution,
    QuoteCheck,
    Report,
    Severity,
    Transcript,
    Turn,
    Verdict,
    Voice,
)
from tests.golden.samples import Said, Story, build

VOICES = (
    Voice("voice 1", is_presenter=True),
    Voice("voice 2", "Ada Okonjo"),
    Voice("voice 3", "Tom Reeve"),
    Voice("voice 4"),
)
"""The voices of the interview, in the order in which they are first heard."""

HARBOUR = Story(
    title="The sea took the pier in one night",
    path="harbour.txt",
    printed=[
        "The sea took the pier in one night\n\nHarbour master Ada Okonjo said: “",
        Said(("We count every boat that comes in.",), "Ada Okonjo"),
        "” and “",
        Said(("The old pier was safe.",), "Ada Okonjo"),
        "” It was, she said, “",
        Said(("a handful of bad boats",), "Ada Okonjo"),
        "”.\n\nThe engineer, Tom Reeve, said: “",
        Said(("{|Um, |filler}The sea took it in one night.",), "Tom Reeve"),
        "” and “",
        Said(("Nobody told us.",), "Tom Reeve"),
        "” “",
        Said(("We {never|rarely|content} asked for it.",), "Tom Reeve"),
        "” A trader, Bill Marsh, said: “",
        Said(("I want my money back.",), "Bill Marsh"),
        "” His brother Dan said: “",
        Said(("So do I.",), "Dan Marsh", causes=("Nothing attributed to Dan Marsh was found in these recordings.",)),
        "”\n",
    ],
    spoken={
        "harbour.mp3": [
            "Good morning. How many boats are there?",
            (0, 0),
            "So was it a storm, or",
            (2, 0),
            "It was the sea.",
            (1, 0),
            (3, 0),
            (4, 0),
            (5, 0),
            (6, 0),
        ],
    },
    unheard={"harbour.mp3": (Interval(17.0, 18.5),)},
)
_TURNS = (0, 1, 0, 0, 1, 1, 1, 2, 1, 3)
"""Whose each segment is."""

_WRONG = {
    3: Misattribution("Ada Okonjo", "the presenter’s voice", 0, Severity.CRITICAL, Certainty.CONFIRMED, 0.99),
    4: Misattribution(
        "Tom Reeve", "the voice of Ada Okonjo’s other quotes", 1, Severity.MAJOR, Certainty.CHECK_BY_EAR, 0.7,
        "The two ways to compare voices do not agree.",
    ),
    6: Misattribution(
        "Tom Reeve", "the voice of Ada Okonjo’s other quotes", 1, Severity.MAJOR, Certainty.CONFIRMED, 0.98
    ),
}  # fmt: skip


def interview() -> Report:
    """Return the report of the invented interview."""
    report = build(HARBOUR)
    heard = tuple(with_turns(one, VOICES, _TURNS) for one in report.transcripts)
    return with_voices(replace(report, transcripts=heard), _WRONG)


def with_turns(heard: Transcript, voices: tuple[Voice, ...], whose: Sequence[int]) -> Transcript:
    """Return a transcript whose segments are turns, each of the voice at its place in `whose`, round and round."""
    turns = (
        Turn(segment.start, segment.end, whose[number % len(whose)])
        for number, segment in enumerate(heard.segments)
        if segment.words
    )
    return replace(heard, voices=voices, turns=tuple(turns))


def with_voices(report: Report, wrong: dict[int, Misattribution]) -> Report:
    """Return a report in which each quote has the voice of the turn that it begins in, and some the wrong name."""
    return replace(report, checks=tuple(_heard(report, check, wrong.get(check.quote.id)) for check in report.checks))


def _heard(report: Report, check: QuoteCheck, found: Misattribution | None) -> QuoteCheck:
    if not check.passages:
        return check
    part = check.passages[0]
    voice = next(turn.voice for turn in report.transcripts[part.recording].turns if part.start < turn.end)
    if not found:
        return replace(check, voice=voice)
    is_right = check.verdict in (Verdict.VERBATIM, Verdict.CLEANED)
    worst = max(found, check, key=lambda one: one.severity.rank)
    return replace(
        check,
        verdict=Verdict.WRONG_SPEAKER if is_right else check.verdict,
        severity=worst.severity,
        certainty=worst.certainty,
        probability=max(check.probability, found.probability),
        misattribution=found,
        voice=voice,
    )
