"""What the sentence around a quotation says of its speaker: the rules, in order, with their precision."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from align.article.attribution import rules
from align.article.attribution.context import QuoteContext
from align.article.attribution.narration import Narration
from align.article.attribution.reporting_verbs import is_cue
from align.article.attribution.rules import Finding
from align.records import Role, Span

_LONGEST_INTERRUPTION = 30  # tokens between the halves of a quotation broken by "she said"

_CLAUSE_ENDS = tuple(",;–—.!?…。！？*_>)")  # what an interruption may end with, emphasis and tags included


class Rule(StrEnum):
    """Why a quotation is thought to be somebody's."""

    SIGNATURE = "signature"
    BEFORE = "before"
    INVERTED = "inverted"
    SUBJECT_FIRST = "subject first"
    TRAILING = "trailing"
    ACCORDING_TO = "according to"
    TOPIC = "topic"
    COLON = "colon"
    HEADLINE = "headline"
    COORDINATED = "coordinated"  # it was “bad” and “sad”
    SAME_PARAGRAPH = "same paragraph"
    BEAT = "beat"
    NEXT_IN_PARAGRAPH = "next in paragraph"
    CAPTION = "caption"
    RUNNING = "running"  # whoever was quoted in the paragraph before
    INTRODUCED = "introduced"  # whom the sentence or paragraph before is about
    INHERITED = "inherited"  # from the quotation that it carries on or stands in
    NONE = "none"


MEASURED: dict[Rule, tuple[int, int]] = {
    Rule.SIGNATURE: (11, 11),
    Rule.BEFORE: (195, 198),
    Rule.INVERTED: (102, 102),
    Rule.SUBJECT_FIRST: (151, 152),
    Rule.TRAILING: (1, 1),
    Rule.ACCORDING_TO: (15, 15),
    Rule.TOPIC: (6, 6),
    Rule.COLON: (5, 5),
    Rule.HEADLINE: (5, 7),
    Rule.COORDINATED: (11, 11),
    Rule.SAME_PARAGRAPH: (7, 7),
    Rule.BEAT: (6, 6),
    Rule.NEXT_IN_PARAGRAPH: (3, 3),
    Rule.CAPTION: (3, 3),
    Rule.RUNNING: (4, 4),
    Rule.INTRODUCED: (5, 5),
    Rule.INHERITED: (79, 80),
    Rule.NONE: (0, 0),
}
"""How many of how many speakers that a rule named were the right ones, in the labelled articles of the tests.

The rules were made with many of these at hand, so on other copy they err more often.
"""

IN_SENTENCE: tuple[tuple[Rule, Callable[[QuoteContext], Finding | None]], ...] = (
    (Rule.SIGNATURE, rules.find_signature),
    (Rule.BEFORE, rules.find_subject_before),
    (Rule.INVERTED, rules.find_inverted_subject),
    (Rule.SUBJECT_FIRST, rules.find_subject_behind),
    (Rule.TRAILING, rules.find_trailing),
    (Rule.ACCORDING_TO, rules.find_source),
    (Rule.TOPIC, rules.find_topic),
    (Rule.COLON, rules.find_label),
    (Rule.HEADLINE, rules.find_in_headline),
)
"""The rules that look at the sentence alone, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom a quotation is attributed to, and by what.

    `speaker` is None if nobody is named, or if a pronoun could mean several people. `context` and `finding` are those
    of the sentence that names the speaker, None if the speaker is inherited from another quotation or a caption.
    """

    speaker: str | None
    rule: Rule
    context: QuoteContext | None = None
    finding: Finding | None = None

    @property
    def mention(self) -> Span | None:
        """The words that name the speaker."""
        if self.context is None or self.finding is None or self.finding.phrase is None:
            return None
        return self.context.chars(self.finding.phrase)

    @property
    def cue(self) -> str | None:
        """The verb, as printed."""
        if self.context is None or self.finding is None or self.finding.cue is None:
            return None
        return self.context.tokens[self.finding.cue].text

    @property
    def precision(self) -> float:
        """How often a speaker found this way is the right one, by Laplace's rule: few trials earn little trust."""
        right, trials = MEASURED[self.rule]
        return (right + 1) / (trials + 2)

    def inherited(self, rule: Rule) -> "Attribution":
        """Return this attribution as another quotation inherits it by `rule`."""
        return Attribution(self.speaker, rule)


NOBODY = Attribution(None, Rule.NONE)


def find_in_sentence(context: QuoteContext) -> tuple[Rule, Finding] | None:
    """Return what the first rule that has something to say finds in the sentence."""
    if context.role is not Role.HEADING and not context.tokens.may_attribute(
        range(context.before.start, context.after.stop)
    ):
        return None
    for rule, apply in IN_SENTENCE:
        finding = apply(context)
        if finding is not None:
            return rule, finding
    return None


def join_broken(narration: Narration) -> Narration:
    """Return the narration with both halves of every quotation broken by "she said" joined by `continues`."""
    spans, joined = narration.spans, list(narration.spans)
    outer = [index for index, quoted in enumerate(spans) if quoted.inside is None]
    for first, second in pairwise(outer):
        gap = narration.text[spans[first].outer.end : spans[second].outer.start].rstrip()
        goes_on = gap.endswith(_CLAUSE_ENDS) or narration.text[spans[second].chars.start].islower()
        is_candidate = spans[first].block == spans[second].block and spans[second].continues is None and goes_on
        if (
            is_candidate
            and _are_near(narration, first, second)
            and _is_broken(*map(narration.context, (first, second)))
        ):
            joined[second] = replace(spans[second], continues=first)
    return narration.with_spans(joined)


def _are_near(narration: Narration, first: int, second: int) -> bool:
    """Whether no sentence stands between two spans."""
    return narration.sentence_number(second) <= narration.sentence_number(first) + 1


def _is_broken(first: QuoteContext, second: QuoteContext) -> bool:
    """Whether nothing but the attribution of the first quotation stands between the two."""
    if not first.tokens.may_attribute(first.after):
        return False
    found = rules.find_inverted_subject(first) or rules.find_subject_behind(first)
    if found is None or rules.find_inverted_subject(second) or rules.find_subject_behind(second):
        return False
    others = (place for place in first.after if place != found.cue and is_cue(first.tokens, place))
    if len(first.after) > _LONGEST_INTERRUPTION or any(others):
        return False
    last = first.tokens[first.after[-1]]
    is_all = found.phrase is not None and max(found.phrase.stop, (found.cue or 0) + 1) == first.after.stop
    is_one_sentence = second.tokens is first.tokens and (is_all or last.text in (",", ";", "–", "—"))
    is_next_sentence = second.place == 0 and last.ends_sentence and second.stands_alone
    return is_one_sentence or is_next_sentence
