"""Run the checker over stories, and put what it reports into the shape that is scored."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from align import pipeline
from align.article import read_article
from align.compare.calibration import Features, probability
from align.compare.evidence import AudioScorer, answer_nothing
from align.compare.second_pass import SecondPass, hear_quotes
from align.records import Article, Interval, Model, QuoteCheck, Report, ReportSettings, Severity, Span, Transcript
from tests.accuracy.articles import Story
from tests.accuracy.outcome import Finding, Judgement

Rule = Callable[[Features, str], float]
"""Gives the probability that a difference is real, for a speech model's name."""


def check_story(
    story: Story,
    transcript: Transcript,
    ask: AudioScorer,
    model: Model,
    rule: Rule = probability,
    hear: SecondPass | None = None,
    ask_second: AudioScorer = answer_nothing,
) -> Report:
    """Return the report on a story, read from a file as a user's article is; `rule` weighs the evidence.

    With a second pass, the transcript is that of the first.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{story.name}.txt"
        path.write_text(story.text, encoding="utf-8")
        article = read_article(str(path))
    quoted = pipeline.select_quotes(_as_written(article, story), ReportSettings(language=transcript.language))
    context = pipeline.build_context(quoted, (transcript,), ask, model)
    context = hear_quotes(quoted.spoken, context, hear, (0,)) if hear else context
    return pipeline.judge_quotes(quoted, replace(context, weigh=rule, ask_second=ask_second), model)


def _as_written(article: Article, story: Story) -> Article:
    if article.text.rstrip() != story.text.rstrip():
        raise ValueError(f"{story.name} was not read as it was written")
    return article


def judgements(report: Report, places: Sequence[Span]) -> tuple[Judgement | None, ...]:
    """Return the judgement on the quote that stands at each of the places; None if no quote was read there."""
    return tuple(_judgement(report, place) for place in places)


def _judgement(report: Report, place: Span) -> Judgement | None:
    overlaps = [(_overlap(check.quote.chars, place), -at, check) for at, check in enumerate(report.checks)]
    shared, _, check = max(overlaps, key=lambda overlap: overlap[:2], default=(0, 0, None))
    if check is None or shared * 2 < len(place):
        return None
    times = [(part.start, part.end) for part in check.passages]
    return Judgement(
        check.verdict,
        check.severity,
        check.certainty == "confirmed",
        tuple(_findings(report, check)),
        Interval(min(start for start, _ in times), max(end for _, end in times)) if times else None,
        report.spoken(check),
        check.probability,
    )


def _overlap(first: Span, second: Span) -> int:
    return max(0, min(first.end, second.end) - max(first.start, second.start))


def _findings(report: Report, check: QuoteCheck) -> list[Finding]:
    """Return the edits that say something; what the style lets a reporter tidy is none."""
    return [
        Finding(
            edit.chars,
            edit.category,
            edit.severity,
            edit.certainty == "confirmed",
            edit.probability,
            report.printed(edit.chars),
            report.transcripts[edit.recording].said(edit.words),
            edit.evidence,
        )
        for edit in check.edits
        if edit.severity is not Severity.NONE
    ]
