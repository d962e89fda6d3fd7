"""The LBC case for tests: its article, and transcripts made of the exact truth instead of a model's hearing."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from align.article import read_article
from align.compare.evidence import Context
from align.compare.locate import index_speech
from align.compare.tokens import spoken_tokens
from align.languages import EN
from align.pipeline import compare, select_quotes
from align.progress import Progress
from align.records import (
    Answer,
    Article,
    Interval,
    Likelihoods,
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
from align.speech.audio import SILENCE, Audio, Clip

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
    return _answer(question, heard=0.0, printed=-20.0)


def lean_to_the_transcript(question: Question) -> Answer:
    """Answer for the audio that what was heard is likelier than print, but not that print is contradicted."""
    return _answer(question, heard=0.0, printed=-3.0)


def trust_print(question: Question) -> Answer:
    """Answer for the audio that everything was said as it is printed."""
    return _answer(question, heard=-20.0, printed=0.0)


def undecided(question: Question) -> Answer:
    """Answer for the audio that print is likelier, but not by as much as to overrule a sure transcript."""
    return _answer(question, heard=-6.0, printed=0.0)


def _answer(question: Question, heard: float, printed: float) -> Answer:
    sides = len(question.heard), len(question.printed)
    return Answer(Likelihoods((heard,) * sides[0], (printed,) * sides[1]), Likelihoods(*((0.0,) * n for n in sides)))


class PerfectRecognizer:
    """Hears the recordings of the case as they were spoken, and answers for the audio as `trust_the_transcript`."""

    model = Model("openai-whisper", "base", None)

    def __init__(self) -> None:
        self.heard: list[str] = []

    def transcribe(self, audio: Audio, language: str | None = None, progress: Any = None) -> Transcript:
        """Return what was spoken."""
        self.heard.append(audio.path)
        (progress or Progress()).transcribed(audio.recording, audio.recording.duration)
        heard = transcript(Path(audio.path).stem)
        return replace(heard, recording=audio.recording, language=language or heard.language)

    def transcribe_place(self, audio: Audio, place: Interval, language: str) -> tuple[Word, ...]:
        """Return what was spoken there."""
        return tuple(word for word in transcript(Path(audio.path).stem).words if place.start <= word.start < place.end)

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return that the first wording, the one that was heard, is far likelier; silence tells nothing."""
        return tuple(0.0 if place == 0 or clip is SILENCE else -20.0 for place in range(len(wordings)))

    def let_go(self) -> None:
        """Forget nothing: there is no network."""


def report(*names: str, ask: Any = trust_the_transcript, settings: ReportSettings | None = None) -> Report:
    """The report on recordings as a perfect model would hear them."""
    quoted = select_quotes(article(), settings or ReportSettings())
    return compare(quoted, [transcript(name) for name in names], ask, Model("recorded", "base", None))


def context(*transcripts: Transcript) -> Context:
    """All that some transcripts offer to judge by, with an audio that bears them out."""
    speech = index_speech([spoken_tokens(transcript.words, EN) for transcript in transcripts], EN)
    return Context(article(), transcripts, speech, trust_the_transcript, "base", "clean")


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
