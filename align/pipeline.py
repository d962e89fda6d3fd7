"""The stages of one check, in their order. What puts a run together, one check or many, is `api.py`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from align.compare.alignment import QuoteAlignment
from align.compare.continuity import find_continuity
from align.compare.evidence import AudioScorer, Context
from align.compare.judge import judge
from align.compare.locate import Speech, index_speech
from align.compare.not_found import Missing, judge_missing, leave_unchecked
from align.compare.placement import coverage, is_found, is_recognized, place_quotes
from align.compare.second_pass import hear_quotes
from align.compare.shared_errors import correct_transcripts
from align.compare.tokens import spoken_tokens
from align.compare.voices.attribution import attribute, tell_apart
from align.compare.voices.own_places import find_own_place
from align.diarization import Diarization, Vectors, labelled_voices
from align.errors import ArticleError, OptionError, RecordingError
from align.languages import shared_language
from align.progress import Progress
from align.recognizers import (
    Recognizers,
    Voices,
    audio_scorer,
    second_hearing,
    second_pass,
    second_scorer,
    side_by_side,
)
from align.records import (
    Article,
    Model,
    Quote,
    QuoteCheck,
    Report,
    ReportSettings,
    Severity,
    Transcript,
)
from align.short_names import is_short_for
from align.speech.audio import Audio
from align.speech.protocols import Diarizer, Recognizer
from align.thresholds import SHORT


@dataclass(frozen=True, slots=True)
class QuotedArticle:
    """An article with all its quotations; `spoken` are those that the recordings can confirm or contradict."""

    article: Article
    quotes: tuple[Quote, ...]
    spoken: tuple[Quote, ...]
    settings: ReportSettings


def select_quotes(article: Article, settings: ReportSettings, quotes: tuple[Quote, ...] | None = None) -> QuotedArticle:
    """Return the article with its quotes, found in it if they are not known.

    Raises ArticleError or OptionError if there is none to check.
    """
    if quotes is None:
        from align.article import find_quotes  # takes a while to import

        quotes = find_quotes(article)
    if not quotes:
        raise ArticleError(f"{article.path} holds no quotation: there is nothing to check; is it the right file?")
    spoken = [quote for quote in quotes if quote.is_checkable]
    if settings.speaker is not None:
        spoken = [quote for quote in spoken if is_short_for(settings.speaker, quote.speaker or "")]
        if not spoken:
            known = ", ".join(sorted({quote.speaker for quote in quotes if quote.speaker})) or "nobody by name"
            raise OptionError(f"No quote of {settings.speaker} is in {article.path}: it quotes {known}.")
    return QuotedArticle(article, quotes, tuple(spoken), settings)


def tell_voices(
    recordings: Sequence[Audio],
    transcripts: Sequence[Transcript],
    diarizer: Diarizer,
    progress: Progress | None = None,
) -> tuple[Transcript, ...]:
    """Return the transcripts with who speaks when in them."""
    return tell_apart(transcripts, _diarized(recordings, transcripts, diarizer, progress))


def _diarized(
    recordings: Sequence[Audio], transcripts: Sequence[Transcript], diarizer: Diarizer, progress: Progress | None
) -> list[Diarization]:
    return [diarizer.diarize(audio, heard, progress) for audio, heard in zip(recordings, transcripts, strict=True)]


def check(
    recordings: Sequence[Audio],
    quoted: QuotedArticle,
    recognizers: Recognizers,
    progress: Progress | None = None,
    voices: Voices | None = None,
) -> Report:
    """Return what the recordings say about every quote of an article; without `voices`, whoever said it."""
    transcripts = transcribe(recordings, recognizers.each, quoted.settings.language, progress)
    ask = audio_scorer(recognizers.scorer, recordings, transcripts)
    context = build_context(quoted, transcripts, ask, recognizers.model)
    context = replace(context, ask_second=second_scorer(recognizers, recordings, transcripts))
    context = _hear_again(quoted, context, recordings, recognizers, progress or Progress())
    model = replace(recognizers.model, first_pass=recognizers.first_pass(context.transcripts))
    report = judge_quotes(quoted, context, model, progress)
    if voices is None:
        return report
    told = _diarized(recordings, context.transcripts, voices.diarizer, progress)
    clips = {name: voices.diarizer.direction(clip) for name, clip in voices.clips.items()}
    return _attributed(report, told, clips, context)


def _hear_again(
    quoted: QuotedArticle,
    context: Context,
    recordings: Sequence[Audio],
    recognizers: Recognizers,
    progress: Progress,
) -> Context:
    """Return the context after places of quotes were heard that a small model, or somebody else, has written down."""
    if recognizers.second_pass:
        hear = second_pass(recognizers.second_pass, recordings, context.transcripts, progress)
        context = hear_quotes(quoted.spoken, context, hear, {*range(len(recordings))} - recognizers.given)
    if recognizers.given:
        context = replace(context, hear_again=second_hearing(recognizers, recordings, context.transcripts))
        context = hear_passages(quoted, context, progress)
    return context


def _attributed(report: Report, told: Sequence[Diarization], clips: Mapping[str, Vectors], context: Context) -> Report:
    """Return the report with whose voice each quote is in; one that two voices said is looked for in the right one."""
    attributed = attribute(report, told, clips, context)
    moved = _moved(attributed, context)
    if not moved:
        return attributed
    checks = tuple(moved.get(place, check) for place, check in enumerate(report.checks))
    return attribute(replace(report, checks=checks), told, clips, context)


def _moved(report: Report, context: Context) -> dict[int, QuoteCheck]:
    """Return the quotes in the wrong voice, by their place, as judged where they are said as well in the right one."""
    own = {place: find_own_place(check, context.speech, report) for place, check in enumerate(report.checks)}
    return {place: judge(report.checks[place].quote, aligned, context) for place, aligned in own.items() if aligned}


def transcribe(
    recordings: Sequence[Audio],
    recognizers: Sequence[Recognizer],
    language: str | None = None,
    progress: Progress | None = None,
) -> tuple[Transcript, ...]:
    """Return the transcript of every recording, each by its own recognizer; the language is detected if None.

    Raises RecordingError if nobody speaks in any.
    """
    progress = progress or Progress()
    pairs = zip(recordings, recognizers, strict=True)
    transcripts = tuple(recognizer.transcribe(audio, language, progress) for audio, recognizer in pairs)
    if not any(transcript.words for transcript in transcripts):
        raise RecordingError(f"There is no speech in {recordings[0].path}: give a recording in which somebody speaks.")
    return transcripts


def hear_passages(quoted: QuotedArticle, context: Context, progress: Progress | None = None) -> Context:
    """Return the context after the passages of all quotes were heard: transcripts may share an error with print."""
    progress = progress or Progress()
    found = [aligned for aligned in _place(quoted.spoken, context.speech).alignments.values() if is_found(aligned)]
    return correct_transcripts(found, context, lambda done: progress.heard_again(done, len(found)))


def compare(
    quoted: QuotedArticle,
    transcripts: Sequence[Transcript],
    ask: AudioScorer,
    model: Model,
    progress: Progress | None = None,
    is_heard: bool = True,
) -> Report:
    """Return what the transcripts, and the audio where they differ from print, say about every quote.

    Without `is_heard`, transcripts are all there is: nothing is certain.
    """
    return judge_quotes(quoted, build_context(quoted, transcripts, ask, model, is_heard), model, progress)


def check_transcripts(
    quoted: QuotedArticle,
    transcripts: Sequence[Transcript],
    model: Model,
    progress: Progress | None = None,
    has_voices: bool = True,
) -> Report:
    """Return what transcripts alone say about every quote, and with `has_voices` their labels about who said it."""
    context = build_context(quoted, transcripts, lambda _: None, model, is_heard=False)
    report = judge_quotes(quoted, context, model, progress)
    told = [labelled_voices(heard) for heard in transcripts]
    return _attributed(report, told, {}, context) if has_voices else report


def build_context(
    quoted: QuotedArticle, transcripts: Sequence[Transcript], ask: AudioScorer, model: Model, is_heard: bool = True
) -> Context:
    """Return what the quotes of an article are judged by."""
    told = quoted.settings.language
    language = shared_language([told] if told else [heard.language for heard in transcripts if heard.words])
    tokens = [spoken_tokens(transcript.words, language) for transcript in transcripts]
    speech = index_speech(tokens, language, find_continuity(transcripts))
    asked, style = model.verifier or model.name, quoted.settings.style
    is_verified = model.verifier is not None
    return Context(quoted.article, tuple(transcripts), speech, ask, asked, style, is_heard, is_verified)


def judge_quotes(quoted: QuotedArticle, context: Context, model: Model, progress: Progress | None = None) -> Report:
    """Return the report on an article whose quotes are judged by `context`."""
    progress = progress or Progress()
    placed = _place(quoted.spoken, context.speech)
    found = {at: aligned for at, aligned in placed.alignments.items() if is_found(aligned)}
    context = replace(context, quoted=found)
    checks = []
    for check in side_by_side(lambda quote: _check(quote, placed, context), quoted.quotes):
        checks.append(check)
        progress.checked(len(checks), len(quoted.quotes))
    heard = next((heard for heard in context.transcripts if heard.words), context.transcripts[0])
    settings = replace(quoted.settings, language=quoted.settings.language or heard.language)
    return Report(quoted.article, model, settings, context.transcripts, tuple(checks), context.is_heard)


@dataclass(frozen=True, slots=True)
class _Placed:
    """Which quotes are checked, by their id, how each aligns with the speech, and who was found to speak there."""

    checked: Collection[int]
    alignments: Mapping[int, QuoteAlignment]
    speakers: Collection[str | None]


def _place(quotes: Sequence[Quote], speech: Speech) -> _Placed:
    """Return where the quotes to check are said."""
    alignments = place_quotes(quotes, speech)
    speakers = {quote.speaker for quote in quotes if quote.id in alignments and _is_telling(alignments[quote.id])}
    return _Placed({quote.id for quote in quotes}, alignments, speakers)


def _check(quote: Quote, placed: _Placed, context: Context) -> QuoteCheck:
    if quote.id not in placed.checked:
        return leave_unchecked(quote)
    aligned = placed.alignments.get(quote.id)
    if aligned and is_found(aligned):
        return judge(quote, aligned, context)
    missing = Missing(
        quote,
        coverage(aligned) if aligned else 0.0,
        is_speaker_heard=quote.speaker is not None and quote.speaker in placed.speakers,
        is_anything_found=bool(placed.speakers),
    )
    if aligned and missing.is_fault and is_recognized(aligned, context.speech):
        recognized = judge(quote, aligned, context)
        if recognized.severity.rank >= Severity.MAJOR.rank:
            return recognized
    return judge_missing(missing, context)


def _is_telling(aligned: QuoteAlignment) -> bool:
    """Whether a quote was found that is long enough to show that its speaker is in the recordings."""
    return is_found(aligned) and len(aligned.printed) > SHORT
