"""Who said it, by the sentence around a quotation: the rules of quote attribution, in the order of their trial."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from align.article.attribution import closings, indirect, rules, set_apart, sources
from align.article.attribution.context import QuoteContext
from align.article.attribution.doubts import is_nobody_alone
from align.article.attribution.governing import Finding
from align.article.attribution.reporting_verbs import touches_quotation
from align.article.attribution.subjects import shares_subject
from align.article.entities.discourse import Referent
from align.article.lexicons import LEXICON
from align.records import Role, Span


class Rule(StrEnum):
    """Why a quotation is thought to be somebody's."""

    SIGNATURE = "signature"
    BEFORE = "before"
    SHARED = "shared"  # the subject of a verb before: Amy Lin frowned, saying “…”
    REMOTE = "remote"  # other words stand between verb and quotation: said it was “late”
    CLOSING = "closing"  # at the end of the sentence of which the quotation is a part
    INVERTED = "inverted"
    SUBJECT_FIRST = "subject first"
    TRAILING = "trailing"
    ACCORDING_TO = "according to"
    TOPIC = "topic"
    COLON = "colon"
    NOUN = "noun"  # Amy Lin’s claim that it was “late”
    FEELING = "feeling"  # Amy Lin is “sorry”
    COMPLEMENT = "complement"  # Amy Lin quibbled that it was “late”: a verb that is not known
    CARRIED = "carried"  # whose words the sentence before has, in the same paragraph
    OWNER = "owner"  # Amy Lin’s answer was: “…”
    HEADLINE = "headline"
    ANNOUNCED = "announced"  # the subject of a verb that is not known, before a colon
    COORDINATED = "coordinated"  # it was “bad” and “sad”
    SAME_PARAGRAPH = "same paragraph"  # whoever is quoted or reported there before: It was late, she said. “We go.”
    BEAT = "beat"
    NEXT_IN_PARAGRAPH = "next in paragraph"
    CAPTION = "caption"
    RUNNING = "running"  # whoever was quoted in the paragraph before
    REPORTED = "reported"  # whose words the paragraph before reports: She said it was late. | “We are full.”
    INTRODUCED = "introduced"  # whom the sentence or paragraph before is about
    INHERITED = "inherited"  # from the quotation that it carries on or stands in
    UNREAD = "unread"  # the sentence goes on behind the quotation and names its speaker by no known verb
    NONE = "none"

    @property
    def reliability(self) -> float:
        """How often a speaker that it gives is right, from 0 to 1."""
        return _RELIABILITY.get(self, 0.0)

    @property
    def is_guess(self) -> bool:
        """Whether its speakers are too often wrong, or too seldom tried, to be stated without a warning."""
        return self in (
            Rule.ANNOUNCED,
            Rule.TRAILING,
            Rule.HEADLINE,
            Rule.RUNNING,
            Rule.REPORTED,
            Rule.INTRODUCED,
            Rule.CAPTION,
            Rule.CARRIED,
            Rule.COMPLEMENT,
        )


_DOUBTED = frozenset((Rule.BEFORE, Rule.REMOTE, Rule.SHARED))
"""Rules whose subjects are looked at once more."""

_RELIABILITY: Mapping[Rule, float] = {
    Rule.SUBJECT_FIRST: 0.97,
    Rule.INVERTED: 0.97,
    Rule.INHERITED: 0.95,
    Rule.CLOSING: 0.86,
    Rule.BEFORE: 0.88,
    Rule.REMOTE: 0.89,
    Rule.SHARED: 0.87,
    Rule.ACCORDING_TO: 0.79,
    Rule.COORDINATED: 0.82,
    Rule.SAME_PARAGRAPH: 0.80,
    Rule.SIGNATURE: 0.75,
    Rule.COLON: 0.67,
    Rule.OWNER: 0.67,
    Rule.RUNNING: 0.65,
    Rule.REPORTED: 0.45,
    Rule.INTRODUCED: 0.40,
    Rule.BEAT: 0.60,
    Rule.NEXT_IN_PARAGRAPH: 0.60,
    Rule.TOPIC: 0.60,
    Rule.CAPTION: 0.50,
    Rule.HEADLINE: 0.45,
    Rule.ANNOUNCED: 0.45,
    Rule.NOUN: 0.6,
    Rule.FEELING: 0.6,
    Rule.COMPLEMENT: 0.6,
    Rule.CARRIED: 0.6,
    Rule.TRAILING: 0.70,
}
"""How often the speaker that a rule gives is right, from 0 to 1: the lower end of Wilson's 95 % interval over PolNeAR's
train part (`tests.attribution.polnear`), rounded down where a rule was tried often; where it was not, over the labelled
articles (`tests.article.precision`), for which the rules were made, and so less."""

_IN_SENTENCE: tuple[tuple[Rule, Callable[[QuoteContext], Finding | None]], ...] = (
    (Rule.SIGNATURE, set_apart.find_signature),
    (Rule.HEADLINE, set_apart.find_label_of_headline),
    (Rule.ACCORDING_TO, sources.find_own_words),
    (Rule.BEFORE, indirect.find_cited),
    (Rule.SHARED, indirect.find_fronted),
    (Rule.CLOSING, closings.find_closing),
    (Rule.NOUN, indirect.find_owner_of_words),
    (Rule.BEFORE, rules.find_subject_before),
    (Rule.INVERTED, rules.find_inverted_subject),
    (Rule.SUBJECT_FIRST, rules.find_subject_behind),
    (Rule.CLOSING, closings.find_inserted),
    (Rule.TRAILING, closings.find_trailing),
    (Rule.ACCORDING_TO, sources.find_source),
    (Rule.TOPIC, indirect.find_topic),
    (Rule.OWNER, set_apart.find_owner),
    (Rule.OWNER, set_apart.find_commenter),
    (Rule.COLON, set_apart.find_label),
    (Rule.HEADLINE, set_apart.find_in_headline),
    (Rule.ANNOUNCED, set_apart.find_announcer),
    (Rule.FEELING, indirect.find_feeling),
    (Rule.COMPLEMENT, indirect.find_complement),
    (Rule.SHARED, indirect.find_first_subject),
    (Rule.SIGNATURE, set_apart.find_in_brackets),
)
"""The rules that look at the sentence alone, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom a quotation is attributed to, by what, and how sure that is.

    `speaker` is None if nobody is named, or if a pronoun could mean several people. `context` and `finding` are those
    of the sentence that names the speaker and `referent` whom it names, None if the speaker is inherited from another
    quotation or a caption. `confidence` (0 to 1) is how sure the speaker is by all that is known of the quotation; None
    where there is no speaker, or until it is weighed. `is_doubtful`: the speaker is too unsure to be stated.
    """

    speaker: str | None
    rule: Rule
    context: QuoteContext | None = None
    finding: Finding | None = None
    referent: Referent | None = None
    confidence: float | None = None
    is_doubtful: bool = False

    @property
    def is_by_description(self) -> bool:
        """Whether the words that name the speaker only tell what they are: the champion, the agencies."""
        referent = self.referent
        return referent is not None and (referent.is_nameless or referent.is_unnamed_body or referent.is_inferred)

    @property
    def is_unsent(self) -> bool:
        """Whether the words are those of a text, and nobody's that the article tells: the email said."""
        return self.referent is not None and self.referent.speaker is not None and self.speaker is None

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
        return Attribution(self.speaker, rule, confidence=self.confidence, is_doubtful=self.is_doubtful)


NOBODY = Attribution(None, Rule.NONE)


def find_in_sentence(context: QuoteContext) -> tuple[Rule, Finding] | None:
    """Return what the first rule that has something to say finds in the sentence."""
    places = range(context.before.start, context.after.stop)
    may_attribute = context.role is Role.HEADING or context.first_word in LEXICON.feelings
    if not (may_attribute or context.tokens.may_attribute(places)):
        return None
    nobody = None
    for rule, apply in _IN_SENTENCE:
        finding = apply(context)
        if finding is None:
            continue
        if finding.phrase is None or not is_nobody_alone(context.tokens, finding.phrase):
            return _more_precisely(context, rule, finding), finding
        nobody = nobody or (rule, Finding(None, finding.cue))
    return nobody


def is_doubted(rule: Rule, context: QuoteContext, finding: Finding) -> bool:
    """Whether a subject is only believed if it can say something: those far off, and of verbs such as "begin"."""
    verb = context.tokens[finding.cue].lower if finding.cue is not None else ""
    return rule in _DOUBTED or (rule is Rule.SUBJECT_FIRST and verb in LEXICON.beside_only)


def _more_precisely(context: QuoteContext, rule: Rule, finding: Finding) -> Rule:
    """Return the rule by which a subject before the quotation was found; a verb far off is trusted less."""
    if rule is not Rule.BEFORE or finding.cue is None:
        return rule
    if shares_subject(context.tokens, finding.cue):
        return Rule.SHARED
    return Rule.BEFORE if touches_quotation(context.tokens, finding.cue) else Rule.REMOTE
