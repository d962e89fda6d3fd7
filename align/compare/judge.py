"""What is said of one quote: its differences put to the audio, weighed, and summed up in a verdict.

`ask` answers questions about the audio, or None where there is nothing to listen to: tests hand in a dictionary.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.compare.calibration import UNASKED, Features, probability
from align.compare.classify import classify
from align.compare.locate import Speech
from align.compare.qualifier import CutQualifier, find_cut_qualifier
from align.compare.reading import Difference, Part, Reading
from align.compare.sounds import similarity
from align.compare.styles import severity_of
from align.compare.tidy import keys
from align.compare.token import Token
from align.compare.wordings import Change, ask_about
from align.records import (
    Answer,
    Article,
    Category,
    Certainty,
    Edit,
    Op,
    Passage,
    Question,
    Quote,
    QuoteCheck,
    Severity,
    Span,
    Transcript,
    Verdict,
    Word,
    worst,
)
from align.settings import CONFIRMED, DISMISSED, SHORT

Ask = Callable[[Question], Answer | None]

_CLEAN = 0.02  # probability that a quote without a finding differs after all; from the accuracy report
_CUT = {True: 0.92, False: 0.7}  # probability that a limiting clause was cut off, strong and weak ones


@dataclass(frozen=True, slots=True)
class Hearing:
    """All that the recordings offer to judge by."""

    article: Article
    transcripts: tuple[Transcript, ...]
    speech: Speech
    ask: Ask
    model: str
    style: str


def judge(quote: Quote, reading: Reading, hearing: Hearing) -> QuoteCheck:
    """Return the verdict on a quote that was found."""
    edits = tuple(sorted(_edits(reading, hearing), key=lambda edit: (edit.chars, edit.start)))
    passages = tuple(_passage(part, reading.printed, hearing) for part in reading.parts)
    severity, certainty = _sum_up(quote, reading, edits)
    verdict = _verdict(reading, edits)
    if verdict is Verdict.SPLICED:
        severity = worst((severity, Severity.MAJOR))
    return QuoteCheck(
        quote, verdict, severity, certainty, _probability(verdict, edits), passages, edits,
        causes=_causes(certainty, quote, edits),
    )  # fmt: skip


def _verdict(reading: Reading, edits: Sequence[Edit]) -> Verdict:
    if len(reading.parts) > 1 and not _is_marked(reading):
        return Verdict.SPLICED
    if any(edit.severity is not Severity.NONE for edit in edits):
        return Verdict.ALTERED
    return Verdict.CLEANED if edits else Verdict.VERBATIM


def _is_marked(reading: Reading) -> bool:
    """Whether an ellipsis stands wherever one part of the quote ends and the next, later one begins."""
    return all(
        reading.printed[part.printed.start].after_gap and part.spoken.start > before.spoken.start
        for before, part in pairwise(reading.parts)
    )


def _sum_up(quote: Quote, reading: Reading, edits: Sequence[Edit]) -> tuple[Severity, Certainty]:
    severity = worst([edit.severity for edit in edits])
    if severity is Severity.NONE:
        return severity, Certainty.CONFIRMED
    certain = any(edit.certainty is Certainty.CONFIRMED for edit in edits if edit.severity is severity)
    if not certain or len(reading.printed) <= SHORT:
        return severity, Certainty.CHECK_BY_EAR
    return severity, Certainty.CONFIRMED


def _probability(verdict: Verdict, edits: Sequence[Edit]) -> float:
    clean = 1 - (0.95 if verdict is Verdict.SPLICED else _CLEAN)
    for edit in edits:
        if edit.severity.rank >= Severity.MAJOR.rank:
            clean *= 1 - edit.probability
    return 1 - clean


def _causes(certainty: Certainty, quote: Quote, edits: Sequence[Edit]) -> tuple[str, ...]:
    """Return innocent reasons for a finding that the ear must settle, likeliest first."""
    if certainty is Certainty.CONFIRMED:
        return ()
    causes = []
    if any(edit.category is Category.NAME for edit in edits):
        causes.append("The model may not know this name and have written another that sounds like it.")
    if len(quote.text.split()) <= SHORT:
        causes.append("The quote is too short to be told from the same words said in passing.")
    causes.append("The model may have misheard: the audio does not clearly contradict what is printed.")
    return tuple(causes)


# --- edits ------------------------------------------------------------------------------------------------------------


def _edits(reading: Reading, hearing: Hearing) -> list[Edit]:
    categories = classify(reading, hearing.speech)
    changes = [_change(item, reading, hearing) for item in reading.differences]
    edits = []
    for item, category in zip(reading.differences, categories, strict=True):
        severity = severity_of(category, hearing.style)
        if severity is Severity.NONE:
            edits.append(_edit(item, category, reading, hearing, (0.95, None)))
            continue
        weighed = _weigh(item, changes, reading, hearing)
        if weighed[0] >= DISMISSED:
            edits.append(_edit(item, category, reading, hearing, weighed))
    if cut := find_cut_qualifier(reading, hearing.speech):
        edits.append(_cut_off(cut, reading, hearing))
    return edits


def _weigh(
    item: Difference, changes: Sequence[Change], reading: Reading, hearing: Hearing
) -> tuple[float, float | None]:
    """Return the probability that a difference is real and the evidence in nats, None if the audio was not asked."""
    recording = _recording(item, reading, hearing)
    words = hearing.transcripts[recording].words
    change = _change(item, reading, hearing)
    others = [other for other in changes if other.words != change.words]
    question = ask_about(change, others, words, recording)
    answer = hearing.ask(question)
    if answer is None:
        return UNASKED, None
    ratio = _ratio(answer.scores, question.heard)
    spoken, printed = (
        keys(hearing.speech.tokens[item.spoken.start : item.spoken.end]),
        keys(reading.printed[item.printed.start : item.printed.end]),
    )
    features = Features(
        ratio=ratio,
        prior=_ratio(answer.priors, question.heard),
        similarity=similarity(spoken, printed),
        word_probability=_word_probability(change.words, words),
        words=max(len(spoken), len(printed)),
        is_name=any(token.is_name for token in reading.printed[item.printed.start : item.printed.end]),
    )
    return probability(features, hearing.model), ratio


def _ratio(scores: Sequence[float], heard: int) -> float:
    return max(scores[heard:]) - max(scores[:heard])


def _word_probability(changed: Span, words: Sequence[Word]) -> float:
    """Return Whisper's mean probability of the changed words, or of the two beside a gap."""
    near = words[changed.start : changed.end] or words[max(0, changed.start - 1) : changed.start + 1]
    return sum(word.probability for word in near) / len(near) if near else 0.0


def _recording(item: Difference, reading: Reading, hearing: Hearing) -> int:
    """Return which recording a difference belongs to."""
    part = _part(item, reading)
    return hearing.speech.recording_of(part.spoken.start)


def _part(item: Difference, reading: Reading) -> Part:
    """Return the part of the quote that holds a difference."""
    inside = (
        part
        for part in reading.parts
        if part.spoken.start <= item.spoken.start <= item.spoken.end <= part.spoken.end
        and part.printed.start <= item.printed.start <= item.printed.end <= part.printed.end
    )
    return next(inside, reading.parts[0])


def _change(item: Difference, reading: Reading, hearing: Hearing) -> Change:
    """Return a difference in whole words: a token may be half of a word that Whisper wrote."""
    start, end, printed = item.spoken.start, item.spoken.end, item.printed
    tokens, part = hearing.speech.tokens, _part(item, reading).spoken
    while start > part.start and start < end and tokens[start - 1].source.end > tokens[start].source.start:
        start -= 1
        printed = Span(reading.partners.get(start, printed.start), printed.end)
    while start < end < part.end and tokens[end].source.start < tokens[end - 1].source.end:
        printed = Span(printed.start, reading.partners.get(end, printed.end - 1) + 1)
        end += 1
    words = _words(Span(start, end), tokens, part)
    text = hearing.article.text[slice(*_chars(printed, reading.printed))] if printed else ""
    return Change(words, text)


def _words(spoken: Span, tokens: Sequence[Token], part: Span) -> Span:
    """Return the words of spoken tokens; of none, the gap where they would stand."""
    if spoken:
        return Span(tokens[spoken.start].source.start, tokens[spoken.end - 1].source.end)
    gap = tokens[spoken.start - 1].source.end if spoken.start > part.start else tokens[part.start].source.start
    return Span(gap, gap)


def _chars(printed: Span, tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the characters of printed tokens; of none, the gap where they would stand."""
    if printed:
        return tokens[printed.start].source.start, tokens[printed.end - 1].source.end
    gap = tokens[printed.start - 1].source.end if printed.start else tokens[0].source.start
    return gap, gap


def _edit(
    item: Difference, category: Category, reading: Reading, hearing: Hearing, weighed: tuple[float, float | None]
) -> Edit:
    recording = _recording(item, reading, hearing)
    words = _words(item.spoken, hearing.speech.tokens, _part(item, reading).spoken)
    start, end = _time(words, hearing.transcripts[recording].words)
    certain = weighed[1] is not None and weighed[0] >= CONFIRMED
    severity = severity_of(category, hearing.style)
    return Edit(
        op=_op(item),
        category=category,
        severity=severity,
        certainty=Certainty.CONFIRMED if certain or severity is Severity.NONE else Certainty.CHECK_BY_EAR,
        probability=weighed[0],
        chars=Span(*_chars(item.printed, reading.printed)),
        recording=recording,
        words=words,
        start=start,
        end=end,
        evidence=weighed[1],
    )


def _op(item: Difference) -> Op:
    if item.printed and item.spoken:
        return Op.SUBSTITUTE
    return Op.INSERT if item.printed else Op.DELETE


def _time(span: Span, words: Sequence[Word]) -> tuple[float, float]:
    """Return when words were said; of none, the instant of the gap."""
    if span:
        return words[span.start].start, words[span.end - 1].end
    if span.start == 0:
        return words[0].start, words[0].start
    if span.start == len(words):
        return words[-1].end, words[-1].end
    instant = max(words[span.start - 1].end, (words[span.start - 1].end + words[span.start].start) / 2)
    return instant, instant


def _cut_off(cut: CutQualifier, reading: Reading, hearing: Hearing) -> Edit:
    """Return the edit for a limiting clause that print does not have."""
    tokens = hearing.speech.tokens
    recording = hearing.speech.recording_of(cut.spoken.start)
    words = Span(tokens[cut.spoken.start].source.start, tokens[cut.spoken.end - 1].source.end)
    start, end = _time(words, hearing.transcripts[recording].words)
    gap = reading.printed[-1].source.end if cut.is_at_end else reading.printed[0].source.start
    sure = _CUT[cut.is_strong]
    return Edit(
        Op.DELETE, Category.QUALIFIER, severity_of(Category.QUALIFIER, hearing.style),
        Certainty.CONFIRMED if sure >= CONFIRMED else Certainty.CHECK_BY_EAR,
        sure, Span(gap, gap), recording, words, start, end,
    )  # fmt: skip


def _passage(part: Part, printed: Sequence[Token], hearing: Hearing) -> Passage:
    tokens = hearing.speech.tokens
    recording = hearing.speech.recording_of(part.spoken.start)
    words = Span(tokens[part.spoken.start].source.start, tokens[part.spoken.end - 1].source.end)
    start, end = _time(words, hearing.transcripts[recording].words)
    return Passage(recording, words, Span(*_chars(part.printed, printed)), start, end)
