"""What does the audio say of a difference? It is asked (teacher forcing), its answer weighed with what else is known.

The method, a log-likelihood ratio of two wordings corrected for the model's prior, is described in `docs/evidence.md`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from align.compare.alignment import Part, QuoteAlignment
from align.compare.borders import may_be_outside
from align.compare.calibration import (
    Features,
    is_open,
    preference,
    probability,
    reconsidered,
    second_preference,
)
from align.compare.differences import TokenEdit
from align.compare.disfluencies import keys
from align.compare.hypotheses import WordEdit, ask_about
from align.compare.locate import Speech
from align.compare.offsets import chars_of, words_of
from align.compare.phonetics import similarity
from align.compare.repairs import may_be_repair
from align.compare.second_hearing import SecondHearing, heard_instead
from align.compare.styles import SEVERITIES
from align.compare.token import Token
from align.languages import Language
from align.records import Answer, Article, Category, Question, Severity, Span, Transcript, Word
from align.thresholds import (
    ALIKE,
    DISMISSED,
    LIKELY,
    NEARLY_ALIKE,
    NEITHER,
    SECONDED,
    SECONDED_WORDS,
    TIDIED,
    UNASKED,
    UNINTELLIGIBLE,
)

AudioScorer = Callable[[Question], Answer | None]
"""Answers a question about the audio; None where there is nothing to listen to."""


def answer_nothing(_: Question) -> None:
    """Answer no question: there is nobody to be asked."""


@dataclass(frozen=True, slots=True)
class Context:
    """All that the recordings offer to judge by.

    Without `is_heard` only transcripts are at hand, and `ask` answers nothing. `hear_again` is for transcripts that are
    somebody else's; `contested` are words of each that are heard, where it has what print has. `weigh` gives the
    probability that a difference is real; `model` names the row of its table. `is_verified`: another model is asked
    than the one that transcribed. `ask_second` puts a question to yet another model, where the first leaves it open.
    `quoted` are the quotations that were found, by their number in the article.
    """

    article: Article
    transcripts: tuple[Transcript, ...]
    speech: Speech
    ask: AudioScorer
    model: str
    style: str
    is_heard: bool = True
    is_verified: bool = False
    weigh: Callable[[Features, str], float] = probability
    hear_again: SecondHearing = lambda *_: None
    ask_second: AudioScorer = answer_nothing
    contested: tuple[tuple[Span, ...], ...] = ()
    quoted: Mapping[int, QuoteAlignment] = field(default_factory=dict)

    @property
    def may_confirm(self) -> bool:
        """Whether anything can be certain: the recordings were heard, and it was measured how often that is right."""
        return self.is_heard and self.speech.language.is_calibrated

    def contested_in(self, recording: int) -> tuple[Span, ...]:
        """Return the words of a recording that are heard where its transcript has what print has."""
        return self.contested[recording] if self.contested else ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """How probable it is that a difference is real (0 to 1), and why.

    `features` are what the audio answered and what else is known; None if it was not asked. `is_needless`: it need not
    be asked, because only tidying is at stake. `instead`: the model hears these words, neither those of the transcript
    nor those in print. `fits_neither`: without either the sound is likelier than as printed. `is_repair`: the speaker
    may have given up the words that were heard, or that he said just before. `is_outside`: the recording begins or
    ends there. `is_contested`: the transcript that was given has what print has. `question`: what was asked about a
    difference that was found improbable. `first`: how probable it is by the first model alone.
    """

    probability: float
    features: Features | None = None
    is_needless: bool = False
    instead: str = ""
    fits_neither: bool = False
    is_repair: bool = False
    is_outside: bool = False
    is_contested: bool = False
    question: Question | None = None
    first: float = 1.0

    @property
    def is_divided(self) -> bool:
        """Whether print is contradicted by the second model alone."""
        return self.first < LIKELY <= self.probability

    @property
    def is_intelligible(self) -> bool:
        """Whether the sound, if it was asked, fits one of the wordings at all."""
        return not self.fits_neither and (self.features is None or self.features.fit >= UNINTELLIGIBLE)

    @property
    def ratio(self) -> float | None:
        """Nats, negative where the audio contradicts print; None if it was not asked."""
        return self.features.ratio if self.features else None


_NEEDLESS = frozenset({Category.BRACKET, Category.ELLIPSIS, Category.FILLER})
"""What is not put to the audio, whatever the house style: the writer's own marks, and fillers, of which a model writes
fewer than are spoken, not more."""


@dataclass(frozen=True, slots=True)
class Case:
    """One difference, in tokens and in words, its category, and all that differs in the same recording, in order."""

    item: TokenEdit
    edit: WordEdit
    category: Category
    near: Sequence[WordEdit]
    recording: int


def gather_evidence(case: Case, printed: Sequence[Token], context: Context) -> Evidence:
    """Return what the audio makes of a difference; `printed` are the tokens of the quote."""
    if case.category in _NEEDLESS:
        return Evidence(TIDIED, is_needless=True)
    is_repair = may_be_repair(case.item, printed, context.speech.tokens, context.speech.language.words)
    is_joined = context.speech.continuity.around(case.recording)
    is_outside = may_be_outside(case.edit, context.transcripts[case.recording], is_joined)
    return replace(_ask(case, printed, context), is_repair=is_repair, is_outside=is_outside)


def _ask(case: Case, printed: Sequence[Token], context: Context) -> Evidence:
    if context.speech.is_at_join(case.item.spoken, case.recording):
        return Evidence(UNASKED)
    words = context.transcripts[case.recording].words
    question = ask_about(case.edit, case.near, words, case.recording, context.speech.language)
    answer = context.ask(question)
    if answer is None:
        return Evidence(UNASKED)
    features = _features(case, question, answer, printed, context)
    if any(touch(case.edit.words, place) for place in context.contested_in(case.recording)):
        return Evidence(UNASKED, features, is_contested=True)
    first = context.weigh(features, context.model)
    is_harmless = SEVERITIES[case.category] is Severity.NONE  # by itself, in whatever house
    probability = first if is_harmless else _weighed(first, question, features, context)
    if probability >= DISMISSED:
        return Evidence(probability, features, first=first)
    heard = "".join(word.text for word in context.hear_again(question.recording, question.clip) or ())
    if instead := heard_instead(question, heard, context.speech.language):
        return Evidence(UNASKED, features, instead=instead)
    is_neither = _fits_neither(case, question, features, context)
    return Evidence(probability, features, fits_neither=is_neither, question=question)


def _weighed(first: float, question: Question, features: Features, context: Context) -> float:
    """Return the probability that a difference is real; where the first leaves it open, a second model is asked."""
    preferred = _preferred_second(question, context) if is_open(first) else None
    return first if preferred is None else reconsidered(first, preferred, features.is_alike)


def _preferred_second(question: Question, context: Context) -> float | None:
    """Return the nats by which a second model prefers print; None where there is none to be asked."""
    answer = context.ask_second(question)
    return second_preference(answer.clip.ratio, answer.silence.ratio) if answer else None


def is_seconded(evidence: Evidence, context: Context) -> bool:
    """Return whether a second model prefers print where the first finds a difference improbable.

    For those which the first may not dismiss by itself: a name spelled by ear, a pronoun. Not where the sound fits
    neither wording, and in many words that were heard otherwise a change may hide. Neither where nothing was heard: a
    word that was swallowed is likelier as any other that sounds like it ("sixteenth", for "fifteenth") than as none.
    """
    if evidence.question is None or evidence.features is None:
        return False
    features = evidence.features
    if not evidence.is_intelligible or features.words > SECONDED_WORDS or features.is_insert:
        return False
    preferred = _preferred_second(evidence.question, context)
    return preferred is not None and preferred >= SECONDED


def _fits_neither(case: Case, question: Question, features: Features, context: Context) -> bool:
    """Whether print is only likelier than a mishearing: the sound holds neither of two contents that sound unlike."""
    is_content = SEVERITIES[case.category].rank >= Severity.MAJOR.rank and case.item.spoken and case.item.printed
    if not is_content or features.similarity >= ALIKE or features.is_respelled:
        return False
    left_out = ask_about(
        replace(case.edit, printed=""), (), context.transcripts[case.recording].words, case.recording,
        context.speech.language,
    ).printed  # fmt: skip
    answer = context.ask(replace(question, heard=left_out))
    return answer is not None and preference(answer.clip.ratio, answer.silence.ratio) < NEITHER


def _features(case: Case, question: Question, answer: Answer, printed: Sequence[Token], context: Context) -> Features:
    spoken = context.speech.tokens[case.item.spoken.start : case.item.spoken.end]
    shown = printed[case.item.printed.start : case.item.printed.end]
    alike = similarity(keys(spoken), keys(shown), context.speech.language)
    return Features(
        ratio=answer.clip.ratio,
        prior=answer.silence.ratio,
        similarity=alike,
        word_probability=_word_probability(case.edit.words, context.transcripts[case.recording].words),
        clarity=answer.clip.heard[0] / len(question.heard[0].split()),
        words=max(len(spoken), len(shown)),
        is_name=any(token.is_name for token in shown),
        is_insert=not spoken,
        fit=_fit(question, answer),
        is_respelled=_is_respelled(case.category, alike, spoken, shown),
        is_weak=_is_weak(case.category, alike, spoken, shown, context.speech.language),
    )


def _is_respelled(category: Category, alike: float, spoken: Sequence[Token], shown: Sequence[Token]) -> bool:
    """Whether what was heard may be print, spelled by ear.

    Another name that sounds like it, no number at all, or several words for a single one ("wherewith all").
    """
    if category is Category.NUMBER:
        return bool(spoken) and not any(token.is_number for token in spoken) and all(token.is_number for token in shown)
    if category in (Category.QUANTITY, Category.PERSON) and len(spoken) > len(shown) == 1:
        return alike >= NEARLY_ALIKE
    least = ALIKE if len(shown) <= len(spoken) else NEARLY_ALIKE  # a name more is no other spelling
    return category is Category.NAME and alike >= least


def _is_weak(
    category: Category, alike: float, spoken: Sequence[Token], shown: Sequence[Token], language: Language
) -> bool:
    """Whether only a weak sound tells both sides apart: content that sounds alike, or a known pair ("are our")."""
    if len(spoken) == len(shown) == 1 and shown[0].key in language.near_homophones.get(spoken[0].key, ()):
        return True
    return category is Category.CONTENT and alike >= NEARLY_ALIKE


def _fit(question: Question, answer: Answer) -> float:
    """Return the likelihood in nats a word of the wording that fits the clip best."""
    wordings = (*question.heard, *question.printed)
    scores = (*answer.clip.heard, *answer.clip.printed)
    return max(score / max(1, len(wording.split())) for wording, score in zip(wordings, scores, strict=True))


def word_edits(part: Part, printed: Sequence[Token], context: Context) -> tuple[WordEdit, ...]:
    """Return the differences of a part in whole words: a token may be half of a word that Whisper wrote."""
    return tuple(_word_edit(item, part, printed, context) for item in part.edits)


def _word_edit(item: TokenEdit, part: Part, printed: Sequence[Token], context: Context) -> WordEdit:
    tokens, partners = context.speech.tokens, {spoken: place for place, spoken in part.pairs}
    start, end, shown = item.spoken.start, item.spoken.end, item.printed
    while start > part.spoken.start and start < end and tokens[start - 1].end > tokens[start].start:
        start -= 1
        shown = Span(partners.get(start, shown.start), shown.end)
    while start < end < part.spoken.end and tokens[end].start < tokens[end - 1].end:
        shown = Span(shown.start, partners.get(end, shown.end - 1) + 1)
        end += 1
    words = words_of(Span(start, end), tokens, part.spoken)
    return WordEdit(words, context.article.text[slice(*chars_of(shown, printed))] if shown else "")


def touch(one: Span, other: Span) -> bool:
    """Whether two stretches of words, or gaps between two, overlap or adjoin."""
    return one.start <= other.end and other.start <= one.end


def _word_probability(changed: Span, words: Sequence[Word]) -> float:
    """Return Whisper's mean probability of the changed words, or of the two beside a gap."""
    near = words[changed.start : changed.end] or words[max(0, changed.start - 1) : changed.start + 1]
    return sum(word.probability for word in near) / len(near) if near else 0.0
