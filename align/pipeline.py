"""The stages, in their order; nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from align.article import find_quotes
from align.compare.alignment import QuoteAlignment
from align.compare.evidence import AudioScorer, Context
from align.compare.judge import judge
from align.compare.locate import index_speech
from align.compare.not_found import Missing, judge_missing, leave_unchecked
from align.compare.placement import coverage, is_found, place_quotes
from align.compare.tokens import spoken_tokens
from align.errors import ArticleError, OptionError
from align.records import (
    Answer,
    Article,
    Likelihoods,
    Model,
    Question,
    Quote,
    QuoteCheck,
    Report,
    ReportSettings,
    Transcript,
)
from align.speech.audio import SILENCE, Audio
from align.speech.protocols import Recognizer
from align.thresholds import SHORT
from align.watch import Watcher


@dataclass(frozen=True, slots=True)
class Claims:
    """An article with all its quotations; `spoken` are those that the recordings can confirm or contradict."""

    article: Article
    quotes: tuple[Quote, ...]
    spoken: tuple[Quote, ...]
    settings: ReportSettings


def read_claims(article: Article, settings: ReportSettings) -> Claims:
    """Return what the article claims; raises ArticleError or OptionError if that is nothing."""
    quotes = find_quotes(article)
    if not quotes:
        raise ArticleError(f"{article.path} holds no quotation: there is nothing to check; is it the right file?")
    spoken = [quote for quote in quotes if quote.kind.is_spoken and not quote.is_translated]
    if settings.speaker is not None:
        spoken = [quote for quote in spoken if is_by(settings.speaker, quote)]
        if not spoken:
            known = ", ".join(sorted({quote.speaker for quote in quotes if quote.speaker})) or "nobody by name"
            raise OptionError(f"No quote of {settings.speaker} is in {article.path}: it quotes {known}.")
    return Claims(article, quotes, tuple(spoken), settings)


def is_by(speaker: str, quote: Quote) -> bool:
    """Whether `quote` is attributed to `speaker`, who may be named in part and in any case."""
    return quote.speaker is not None and speaker.casefold() in quote.speaker.casefold()


@dataclass(frozen=True, slots=True)
class Ears:
    """Who hears: an engine for each recording; and who is asked about differences, if not the same: the verifier."""

    engines: tuple[Recognizer, ...]
    verifier: Recognizer | None = None

    @property
    def model(self) -> Model:
        """Which model hears, and which verifies."""
        return replace(self.engines[0].model, verifier=self.verifier.model.name if self.verifier else None)


def check(recordings: Sequence[Audio], claims: Claims, ears: Ears, watcher: Watcher | None = None) -> Report:
    """Return what the recordings say about every quote of an article."""
    pairs = zip(recordings, ears.engines, strict=True)
    transcripts = [hear([audio], engine, claims.settings, watcher)[0] for audio, engine in pairs]
    ask = listener(ears.verifier or ears.engines[0], recordings, transcripts)
    return compare(claims, transcripts, ask, ears.model, watcher)


def hear(
    recordings: Sequence[Audio], engine: Recognizer, settings: ReportSettings, watcher: Watcher | None = None
) -> tuple[Transcript, ...]:
    """Return the transcript of every recording."""
    return tuple(engine.transcribe(audio, settings.language, watcher or Watcher()) for audio in recordings)


def listener(engine: Recognizer, recordings: Sequence[Audio], transcripts: Sequence[Transcript]) -> AudioScorer:
    """Return the function that puts a question to the audio, and to silence; an engine without ears answers nothing."""

    def ask(question: Question) -> Answer | None:
        clip = recordings[question.recording].clip(question.clip)
        language = transcripts[question.recording].language
        wordings, heard = (*question.heard, *question.printed), len(question.heard)
        scores = [engine.log_likelihoods(sound, wordings, language) for sound in (clip, SILENCE)]
        return Answer(*(Likelihoods(one[:heard], one[heard:]) for one in scores)) if scores[0] else None

    return ask


def compare(
    claims: Claims, transcripts: Sequence[Transcript], ask: AudioScorer, model: Model, watcher: Watcher | None = None
) -> Report:
    """Return what the transcripts, and the audio where they differ from print, say about every quote."""
    speech = index_speech([spoken_tokens(transcript.words) for transcript in transcripts])
    context = Context(
        claims.article, tuple(transcripts), speech, ask, model.verifier or model.name, claims.settings.style
    )
    alignments = place_quotes(claims.spoken, speech)
    checks = []
    for done, quote in enumerate(claims.quotes, start=1):
        checks.append(_check(quote, claims.spoken, alignments, context))
        (watcher or Watcher()).checked(done, len(claims.quotes))
    settings = replace(claims.settings, language=claims.settings.language or transcripts[0].language)
    return Report(claims.article, model, settings, tuple(transcripts), tuple(checks))


def _check(
    quote: Quote, claimed: Sequence[Quote], alignments: Mapping[int, QuoteAlignment], context: Context
) -> QuoteCheck:
    if quote not in claimed:
        return leave_unchecked(quote)
    aligned = alignments.get(quote.id)
    if aligned and is_found(aligned):
        return judge(quote, aligned, context)
    telling = [other for other in claimed if _is_telling(other, alignments)]
    missing = Missing(
        quote,
        coverage(aligned) if aligned else 0.0,
        any(other.speaker is not None and other.speaker == quote.speaker for other in telling),
        bool(telling),
    )
    return judge_missing(missing, context)


def _is_telling(quote: Quote, alignments: Mapping[int, QuoteAlignment]) -> bool:
    """Whether a quote was found that is long enough to show that its speaker is in the recordings."""
    return quote.id in alignments and is_found(alignments[quote.id]) and len(alignments[quote.id].printed) > SHORT
