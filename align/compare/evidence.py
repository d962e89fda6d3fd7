"""How sure is it that a difference is real? The audio is asked, and its answer weighed with what else is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from align.compare.alignment import Part, Reading
from align.compare.calibration import UNASKED, Features, probability
from align.compare.differences import Difference
from align.compare.disfluencies import keys
from align.compare.hypotheses import WordEdit, ask_about
from align.compare.locate import Speech
from align.compare.offsets import chars_of, words_of
from align.compare.phonetics import similarity
from align.records import Answer, Article, Question, Span, Transcript, Word

Ask = Callable[[Question], Answer | None]
"""Answers a question about the audio; None where there is nothing to listen to."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """All that the recordings offer to judge by."""

    article: Article
    transcripts: tuple[Transcript, ...]
    speech: Speech
    ask: Ask
    model: str
    style: str


@dataclass(frozen=True, slots=True)
class Weight:
    """The `probability` that a difference is real, and the `evidence` in nats, None if the audio was not asked."""

    probability: float
    evidence: float | None


def weigh(item: Difference, changes: Sequence[WordEdit], reading: Reading, hearing: Hearing) -> Weight:
    """Return what the audio makes of a difference; `changes` are all of the quote's."""
    recording = recording_of(item, reading, hearing)
    words = hearing.transcripts[recording].words
    change = change_of(item, reading, hearing)
    others = [other for other in changes if other.words != change.words]
    question = ask_about(change, others, words, recording)
    answer = hearing.ask(question)
    if answer is None:
        return Weight(UNASKED, None)
    spoken = hearing.speech.tokens[item.spoken.start : item.spoken.end]
    printed = reading.printed[item.printed.start : item.printed.end]
    features = Features(
        ratio=_ratio(answer.scores, question.heard),
        prior=_ratio(answer.priors, question.heard),
        similarity=similarity(keys(spoken), keys(printed)),
        word_probability=_word_probability(change.words, words),
        clarity=answer.scores[0] / len(question.wordings[0].split()),
        words=max(len(spoken), len(printed)),
        is_name=any(token.is_name for token in printed),
        is_insert=not spoken,
    )
    return Weight(probability(features, hearing.model), features.ratio)


def _ratio(scores: Sequence[float], heard: int) -> float:
    return max(scores[heard:]) - max(scores[:heard])


def _word_probability(changed: Span, words: Sequence[Word]) -> float:
    """Return Whisper's mean probability of the changed words, or of the two beside a gap."""
    near = words[changed.start : changed.end] or words[max(0, changed.start - 1) : changed.start + 1]
    return sum(word.probability for word in near) / len(near) if near else 0.0


def change_of(item: Difference, reading: Reading, hearing: Hearing) -> WordEdit:
    """Return a difference in whole words: a token may be half of a word that Whisper wrote."""
    start, end, printed = item.spoken.start, item.spoken.end, item.printed
    tokens, part = hearing.speech.tokens, part_of(item, reading).spoken
    while start > part.start and start < end and tokens[start - 1].end > tokens[start].start:
        start -= 1
        printed = Span(reading.partners.get(start, printed.start), printed.end)
    while start < end < part.end and tokens[end].start < tokens[end - 1].end:
        printed = Span(printed.start, reading.partners.get(end, printed.end - 1) + 1)
        end += 1
    words = words_of(Span(start, end), tokens, part)
    text = hearing.article.text[slice(*chars_of(printed, reading.printed))] if printed else ""
    return WordEdit(words, text)


def part_of(item: Difference, reading: Reading) -> Part:
    """Return the part of the quote that holds a difference."""
    inside = (
        part
        for part in reading.parts
        if part.spoken.start <= item.spoken.start <= item.spoken.end <= part.spoken.end
        and part.printed.start <= item.printed.start <= item.printed.end <= part.printed.end
    )
    return next(inside, reading.parts[0])


def recording_of(item: Difference, reading: Reading, hearing: Hearing) -> int:
    """Return which recording a difference belongs to."""
    part = part_of(item, reading)
    return hearing.speech.recording_of(part.spoken.start)
