"""How sure it is who said it: a logistic regression over what stands around a quotation and whom the article names.

A rule of attribution is right so often in general; here the single quotation is looked at. Half a clause by "they", or
a term in front of a noun, is given to somebody by the same rules as a whole sentence with its speaker's name beside
it, and is theirs far less often.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from align.article.attribution.context import QuoteContext
from align.article.attribution.narration import Narration
from align.article.attribution.order import Attribution, Rule
from align.article.entities.people import People
from align.article.lexicons import LEXICON, Manner
from align.records import Span

_NEAR = 2000  # characters within which a paragraph is looked at
_MOST_INFERRED = 0.74  # confidence of who is only inferred: less than of words that are told elsewhere to be somebody's
_BY_DESCRIPTION = 0.88  # at most how sure "the champion" is, whose name the article may well give elsewhere
_DIGITS = 3
_BEHIND = 120  # characters
_FEW_WORDS = 3
_MOST_REPEATED = 4  # words of a term that the article quotes again
_LONGEST_LABEL = 6  # tokens from a verb to what it calls something
_MARKS = ".,;:!?"
_WEAK = 0.66  # reliability of rules that infer who speaks: who was quoted before, whom the sentence before is about
_LONGEST_MENTION = 8  # words
_LEAST = 0.55  # confidence; of terms and "they" with less three in four are not that speaker's words
_PLAIN = (
    LEXICON.articles
    | LEXICON.prepositions
    | LEXICON.pronouns
    | LEXICON.cues.keys()
    | LEXICON.coordinating
    | LEXICON.subordinators
    | LEXICON.conjunctions
)  # small words that are no nouns
_SAYING = LEXICON.sure_verbs

_BIAS = 1.65
WEIGHTS: Mapping[str, float] = {
    "before a noun": -0.73,
    "begins small": -0.83,
    "far into the paragraph": -0.18,
    "few words": -0.72,
    "he or she": -0.48,
    "in the paragraph": 0.72,
    "last subject": 1.66,
    "named right behind": 1.03,
    "names nobody": -1.62,
    "no verb": -0.30,
    "other pronoun": -1.00,
    "quoted again": -0.92,
    "times quoted": 0.32,
    "title case": -2.03,
    "verb of saying": 0.48,
    "weak rule": -1.05,
    "words of the mention": 0.21,
}
"""Fitted by `tests.attribution.fit` on PolNeAR's train part and on 2,196 quotations of other newsrooms, labelled by
reading, for each of which the state of the program answered that had not seen them."""


def probability(evidence: Mapping[str, float]) -> float:
    """Return how likely a speaker is right for whom `evidence` speaks, from 0 to 1."""
    odds = _BIAS + sum(WEIGHTS.get(name, 0.0) * value for name, value in evidence.items())
    return 1 / (1 + math.exp(-odds))


class SpeakerConfidence:
    """Tells how likely each attribution is right, in reading order: who has been quoted before counts."""

    def __init__(self, narration: Narration, people: People) -> None:
        self._narration, self._people = narration, people
        self._heard = Counter[str]()
        self._openings = Counter(
            opening for index in range(len(narration.spans)) for opening in _openings(self._words(index))
        )

    def weighed(self, index: int, attribution: Attribution) -> Attribution:
        """Return the attribution of the span at `index` with its confidence; who speaks is known to those behind it."""
        speaker = attribution.speaker
        if speaker is None:
            return attribution
        if attribution.is_by_description:
            attribution = replace(attribution, confidence=min(attribution.rule.reliability, _BY_DESCRIPTION))
        elif self.is_weighed(attribution):
            evidence = self.evidence(index, attribution)
            most = _MOST_INFERRED if evidence["weak rule"] else 1.0
            found = round(
                min(most, attribution.confidence or 1.0, probability(evidence)), _DIGITS
            )  # as its source at most
            is_doubtful = found < _LEAST and _may_be_nobodys(evidence)
            if attribution.rule is Rule.COORDINATED:  # under the same verb
                is_doubtful = attribution.is_doubtful
            attribution = replace(attribution, confidence=found, is_doubtful=is_doubtful)
        self._heard[speaker] += 1
        return attribution

    def is_weighed(self, attribution: Attribution) -> bool:
        """Whether there is evidence for its speaker.

        What carries on a quotation, or stands in one, is as sure as that; "the champion" is as sure as the rule, since
        no sample tells whether an article has the champion's name elsewhere.
        """
        is_told = attribution.speaker is not None and not attribution.is_by_description
        return is_told and attribution.rule is not Rule.INHERITED

    def evidence(self, index: int, attribution: Attribution) -> dict[str, float]:
        """Return what speaks for and against a speaker, by name: log counts, and 1 or 0."""
        context = self._narration.context(index)
        evidence = {"weak rule": float(attribution.rule.reliability < _WEAK)}
        is_beside = attribution.rule in (Rule.SUBJECT_FIRST, Rule.INVERTED) or _is_label(attribution)
        evidence |= self._of_words(index, context, is_beside)
        evidence |= self._of_mention(attribution)
        evidence |= self._of_speaker(index, attribution.speaker or "")
        return {name: float(value) for name, value in evidence.items()}

    def _of_words(self, index: int, context: QuoteContext, is_beside: bool) -> dict[str, float]:
        """Return what the words themselves tell: a term is nobody's, if nobody is said to say it right beside."""
        quoted = self._narration.spans[index]
        behind = context.tokens[context.place + 1] if context.place + 1 < len(context.tokens) else None
        is_short = context.words <= _FEW_WORDS and context.first_word.islower()  # not: Japanese, without spaces
        is_noun = behind is not None and behind.is_word and not behind.is_capital and behind.lower not in _PLAIN
        return {
            "few words": is_short and not context.stands_alone and not is_beside,
            "title case": context.is_title_case and context.words > 1 and not is_beside,
            "before a noun": is_noun and not is_beside,
            "quoted again": not is_beside and self._openings[tuple(self._words(index))] > 1,
            "far into the paragraph": math.log1p(quoted.outer.start - self._narration.blocks[quoted.block].chars.start),
        }

    def _words(self, index: int) -> list[str]:
        quoted = self._narration.spans[index].chars
        return [word.strip(_MARKS).lower() for word in self._narration.text[quoted.start : quoted.end].split()]

    def _of_mention(self, attribution: Attribution) -> dict[str, float]:
        """Return what the phrase tells that names the speaker, and its verb."""
        pronoun = attribution.referent.pronoun if attribution.referent is not None else None
        is_gendered, mention, cue = pronoun in LEXICON.gendered_pronouns, attribution.mention, attribution.cue
        printed = self._narration.text[mention.start : mention.end] if mention is not None else ""
        return {
            "he or she": is_gendered,
            "other pronoun": pronoun is not None and not is_gendered,
            "names nobody": pronoun is not None and pronoun == (attribution.speaker or "").lower(),
            "begins small": printed[:1].islower() and pronoun is None,
            "words of the mention": min(_LONGEST_MENTION, len(printed.split())),
            "verb of saying": cue is not None and cue.lower() in _SAYING,
            "no verb": cue is None,
        }

    def _of_speaker(self, index: int, speaker: str) -> dict[str, float]:
        """Return what the article tells of the speaker, and where it names them."""
        quoted = self._narration.spans[index]
        start, end = quoted.outer.start, quoted.outer.end
        block = self._narration.blocks[quoted.block].chars
        around = self._people.within(Span(max(block.start, start - _NEAR), min(block.end, end + _NEAR)))
        behind = next((mention for mention in around if end <= mention.start < end + _BEHIND), None)
        subject = next((mention for mention in self._people.before(start, None) if mention.is_subject), None)
        return {
            "in the paragraph": any(mention.person.full == speaker for mention in around),
            "named right behind": behind is not None and behind.person.full == speaker,
            "last subject": subject is not None and subject.person.full == speaker,
            "times quoted": math.log1p(self._heard[speaker]),
        }


def _openings(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the first words of a quotation, as many as a term may have."""
    return (tuple(words[:count]) for count in range(1, min(len(words), _MOST_REPEATED) + 1))


def _is_label(attribution: Attribution) -> bool:
    """Whether a verb says what somebody calls something: what the Post has *dubbed* a “Night of Saws”."""
    context, finding = attribution.context, attribution.finding
    if context is None or finding is None or finding.cue is None:
        return False
    is_near = finding.cue in context.before[-_LONGEST_LABEL:-1]  # not: condemn “the media”
    is_near = is_near and context.tokens[finding.cue + 1].lower not in LEXICON.reflexives  # calls himself
    return is_near and LEXICON.cues.get(context.tokens[finding.cue].lower) is Manner.LABELLED


def _may_be_nobodys(evidence: Mapping[str, float]) -> bool:
    """Whether words may be a term, or are said to be those of "them": what the samples tell of others is too little."""
    if evidence["names nobody"]:
        return not evidence["he or she"]
    return evidence["few words"] > 0 and not evidence["weak rule"]
