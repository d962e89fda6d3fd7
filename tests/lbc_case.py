"""The LBC case for tests: its article, and transcripts made of the exact truth instead of a model's hearing."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from align.article import read_article
from align.pipeline import compare, select_quotes
from align.records import (
    Answer,
    Article,
    Model,
    Question,
    Recording,
    Report,
    ReportSettings,
    Segment,
    Span,
    Transcript,
    Word,
)

FOLDER = Path(__file__).parents[1] / "fixtures" / "lbc"
RECORDINGS = ("naseem", "naseem_faithful", "smallman", "javid")


@cache
def truth() -> Any:
    return json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))


@cache
def article() -> Article:
    return read_article(str(FOLDER / "article.txt"))


@cache
def transcript(name: str) -> Transcript:
    """What a perfect model would hear in a recording."""
    words = tuple(
        Word(" " + word["w"], word["start"], word["end"])
        for turn in truth()["recordings"][name]["turns"]
        for word in turn["words"]
    )
    duration = truth()["recordings"][name]["duration"]
    return Transcript(
        Recording(f"{name}.mp3", "0" * 64, duration), "en", words, (Segment(0, duration, Span(0, len(words))),)
    )


def trust_the_transcript(question: Question) -> Answer:
    """Answer for the audio that everything was said as it was heard."""
    scores = tuple(0.0 if place < question.heard else -20.0 for place in range(len(question.wordings)))
    return Answer(scores, (0.0,) * len(scores))


def trust_print(question: Question) -> Answer:
    """Answer for the audio that everything was said as it is printed."""
    scores = tuple(-20.0 if place < question.heard else 0.0 for place in range(len(question.wordings)))
    return Answer(scores, (0.0,) * len(scores))


def report(*names: str, ask: Any = trust_the_transcript, settings: ReportSettings | None = None) -> Report:
    """The report on recordings as a perfect model would hear them."""
    quoted = select_quotes(article(), settings or ReportSettings())
    return compare(quoted, [transcript(name) for name in names], ask, Model("recorded", "base", None))


def expected(*names: str) -> dict[tuple[int, int], Any]:
    """The true verdicts, by where the quote stands in the article: of the recording that holds it, if one does."""
    places = {quote["id"]: tuple(quote["article_char_span"]) for quote in truth()["article_quotes"]}
    found: dict[tuple[int, int], Any] = {}
    for quote in (quote for name in names for quote in truth()["recordings"][name]["quotes"]):
        place = places[quote["id"]]
        known = found.get(place, quote)
        if quote["verdict"] == known["verdict"] == "not_in_audio":
            found[place] = {**known, "acceptable": sorted({*known["acceptable"], *quote["acceptable"]})}
        elif quote["verdict"] != "not_in_audio":
            found[place] = quote
    return found
