"""The seed article against its synthetic recordings, without a model: the true words are the transcript."""

import json
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from align.article import read_article
from align.pipeline import compare, read_claims
from align.records import Answer, Model, Question, Recording, Report, ReportSettings, Segment, Span, Transcript, Word
from align.report import write_report
from align.report.sounds import collect_sounds
from align.speech.audio import clip_mp3, open_audio

FOLDER = Path(__file__).parents[2] / "fixtures" / "lbc"
RECORDINGS = ("naseem", "smallman", "javid")


def lbc_report() -> Report:
    """Return the report that perfect ears would make of all three recordings."""
    truth = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
    transcripts = tuple(_transcript(name, truth["recordings"][name]) for name in RECORDINGS)
    article = FOLDER / "article.txt"
    claims = read_claims(read_article(str(article)), ReportSettings(language="en"))
    report = compare(claims, transcripts, _sure, Model("truth", "the words that were synthesized", None))
    return replace(report, article=replace(report.article, path=article.name))


def write_lbc_page(path: Path) -> Report:
    """Write the page of the LBC case, with its sounds, and return its report."""
    report = lbc_report()
    with ExitStack() as stack:
        audios = [stack.enter_context(open_audio(str(FOLDER / f"{name}.mp3"))) for name in RECORDINGS]
        write_report(report, path, collect_sounds(report, audios, clip_mp3))
    return report


def _transcript(name: str, recording: dict) -> Transcript:
    words, segments = [], []
    for turn in recording["turns"]:
        first = len(words)
        words += [Word(f" {word['w']}", word["start"], word["end"]) for word in turn["words"]]
        segments.append(Segment(turn["start"], turn["end"], Span(first, len(words))))
    file = Recording(f"{name}.mp3", "0" * 64, recording["duration"])
    return Transcript(file, "en", tuple(words), tuple(segments))


def _sure(question: Question) -> Answer:
    """Return what perfect ears say: it was as heard, and nothing else."""
    scores = tuple(0.0 if i < question.heard else -20.0 for i in range(len(question.wordings)))
    return Answer(scores, tuple(-30.0 for _ in question.wordings))
