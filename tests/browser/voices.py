"""The page of the LBC case with voices, without a model: who speaks when is the truth, and so is who is misquoted."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from align.outputs import collect_sounds
from align.records import Certainty, Misattribution, QuoteCheck, Report, ReportSettings, Severity, Turn, Verdict, Voice
from align.report import write_report
from align.speech.audio import open_audio
from tests import lbc_case
from tests.browser.lbc import RECORDINGS

PRESENTERS = ("Nick Ferrari", "Charlotte Lynch", "LBC reporter")


def with_true_voices(report: Report) -> Report:
    """Return the report on the recordings of the page with a voice for everybody who speaks in them."""
    heard = []
    for transcript, name in zip(report.transcripts, RECORDINGS, strict=True):
        turns = lbc_case.truth()["recordings"][name]["turns"]
        people = list(dict.fromkeys(turn["speaker"] for turn in turns))
        voices = tuple(
            Voice(f"voice {number}", None if name in (*PRESENTERS, "Slate") else name, name in PRESENTERS)
            for number, name in enumerate(people, 1)
        )
        spoken = (Turn(t["words"][0]["start"], t["words"][-1]["end"], people.index(t["speaker"])) for t in turns)
        heard.append(replace(transcript, voices=voices, turns=tuple(spoken)))
    report = replace(report, transcripts=tuple(heard))
    return replace(report, checks=tuple(_heard(report, check) for check in report.checks))


def _heard(report: Report, check: QuoteCheck) -> QuoteCheck:
    if not check.passages:
        return check
    part = check.passages[0]
    transcript = report.transcripts[part.recording]
    voice = next(turn.voice for turn in transcript.turns if part.start < turn.end)
    check, whose = replace(check, voice=voice), transcript.voices[voice]
    if whose.name == check.quote.speaker:
        return check
    told = f"the voice of {whose.name}’s other quotes" if whose.name else "the presenter’s voice"
    severity = Severity.CRITICAL if whose.is_presenter else Severity.MAJOR
    found = Misattribution(check.quote.speaker or "nobody", told, voice, severity, Certainty.CHECK_BY_EAR, 0.8)
    return replace(
        check, verdict=Verdict.WRONG_SPEAKER, severity=severity, certainty=found.certainty, misattribution=found
    )


def write_voices_page(path: Path) -> None:
    """Write the page on all three recordings, with their sound."""
    report = with_true_voices(lbc_case.report(*RECORDINGS, settings=ReportSettings(language="en")))
    report = replace(report, article=replace(report.article, path="article.txt"))
    with ExitStack() as stack:
        audios = [stack.enter_context(open_audio(str(lbc_case.FOLDER / f"{name}.mp3"))) for name in RECORDINGS]
        write_report(report, path, collect_sounds(report, audios))
