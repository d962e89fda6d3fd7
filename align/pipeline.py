"""The stages, in their order; nothing else."""

from collections.abc import Mapping, Sequence

import numpy as np

from align.article import find_quotes
from align.compare.choose import choose_readings, coverage, is_found
from align.compare.judge import Ask, Hearing, judge
from align.compare.locate import index_speech
from align.compare.missing import Missing, judge_missing, leave_unchecked
from align.compare.reading import Reading
from align.compare.tokens import printed_tokens, spoken_tokens
from align.errors import ArticleError
from align.records import Answer, Article, Model, Question, Quote, QuoteCheck, Report, ReportSettings, Transcript
from align.settings import SHORT
from align.speech.audio import Audio
from align.speech.engine import SpeechModel


def check(recordings: Sequence[Audio], article: Article, engine: SpeechModel, settings: ReportSettings) -> Report:
    """Return what the recordings say about every quote of the article."""
    transcripts = hear(recordings, engine, settings)
    ask = listener(engine, recordings, transcripts)
    return compare(article, transcripts, ask, engine.model, settings)


def hear(recordings: Sequence[Audio], engine: SpeechModel, settings: ReportSettings) -> tuple[Transcript, ...]:
    """Return the transcript of every recording."""
    return tuple(engine.transcribe(audio, settings.language) for audio in recordings)


def listener(engine: SpeechModel, recordings: Sequence[Audio], transcripts: Sequence[Transcript]) -> Ask:
    """Return the function that puts a question to the audio, and to silence of the same length."""

    def ask(question: Question) -> Answer | None:
        clip = recordings[question.recording].samples(question.clip.start, question.clip.end)
        language = transcripts[question.recording].language
        scores = engine.log_likelihoods(clip, question.wordings, language)
        return Answer(scores, engine.log_likelihoods(np.zeros_like(clip), question.wordings, language))

    return ask


def compare(
    article: Article, transcripts: Sequence[Transcript], ask: Ask, model: Model, settings: ReportSettings
) -> Report:
    """Return what the transcripts, and the audio where they differ from print, say about every quote."""
    quotes = find_quotes(article)
    if not quotes:
        raise ArticleError(f"{article.path} holds no quotation: there is nothing to check; is it the right file?")
    speech = index_speech([spoken_tokens(transcript.words) for transcript in transcripts])
    hearing = Hearing(article, tuple(transcripts), speech, ask, model.name, settings.style)
    claimed = [quote for quote in quotes if quote.kind.is_spoken and not quote.is_translated]
    printed = {quote.id: tokens for quote in claimed if (tokens := printed_tokens(quote.text, quote.chars.start))}
    readings = choose_readings([quote for quote in claimed if quote.id in printed], printed, speech)
    checks = tuple(_check(quote, claimed, readings, hearing) for quote in quotes)
    return Report(article, model, settings, tuple(transcripts), checks)


def _check(quote: Quote, claimed: Sequence[Quote], readings: Mapping[int, Reading], hearing: Hearing) -> QuoteCheck:
    if quote not in claimed:
        return leave_unchecked(quote)
    reading = readings.get(quote.id)
    if reading and is_found(reading):
        return judge(quote, reading, hearing)
    telling = [other for other in claimed if _is_telling(other, readings)]
    missing = Missing(
        quote,
        coverage(reading) if reading else 0.0,
        any(other.speaker is not None and other.speaker == quote.speaker for other in telling),
        bool(telling),
    )
    return judge_missing(missing, hearing.transcripts)


def _is_telling(quote: Quote, readings: Mapping[int, Reading]) -> bool:
    """Whether a quote was found that is long enough to show that its speaker is in the recordings."""
    return quote.id in readings and is_found(readings[quote.id]) and len(readings[quote.id].printed) > SHORT
