"""Who said it, by the sentence around a quotation: the rules of quote attribution, in the order of their trial."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from align.article.attribution import rules
from align.article.attribution.context import QuoteContext
from align.article.attribution.reporting_verbs import shares_subject, touches_quotation
from align.article.attribution.rules import Finding
from align.article.entities.discourse import Referent
from align.records import Role, Span

class Rule(StrEnum):
    """Why a quotation is thought to be somebody's."""

    SIGNATURE = "signature"
    BEFORE = "before"
    SHARED = "shared"  # the subject of a verb before: Amy Lin frowned, saying “…”
    REMOTE = "remote"  # other words stand between verb and quotation: said it was “late”
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

    @property
    def is_guess(self) -> bool:
        """Whether its speakers are too often wrong, or too seldom tried, to be stated without a warning."""
        return self in (Rule.TRAILING, Rule.HEADLINE)


_IN_SENTENCE: tuple[tuple[Rule, Callable[[QuoteContext], Finding | None]], ...] = (
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
    of the sentence that names the speaker and `referent` whom it names, None if the speaker is inherited from another
    quotation or a caption.
    """

    speaker: str | None
    rule: Rule
    context: QuoteContext | None = None
    finding: Finding | None = None
    referent: Referent | None = None

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
    for rule, apply in _IN_SENTENCE:
        finding = apply(context)
        if finding is not None:
            return _more_precisely(context, rule, finding), finding
    return None


def _more_precisely(context: QuoteContext, rule: Rule, finding: Finding) -> Rule:
    """Return the rule by which a subject before the quotation was found; a verb far off is trusted less."""
    if rule is not Rule.BEFORE or finding.cue is None:
        return rule
    if shares_subject(context.tokens, finding.cue):
        return Rule.SHARED
    return Rule.BEFORE if touches_quotation(context.tokens, finding.cue) else Rule.REMOTE
