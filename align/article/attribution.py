"""What the sentence around a quotation says of its speaker: the rules, in order, with their precision."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from align.article import rules
from align.article.narration import Narration
from align.article.rules import Finding
from align.article.runs import Run
from align.article.sites import Site
from align.records import Span

_LONGEST_INTERRUPTION = 30  # tokens between the halves of a quotation broken by "she said"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of attribution with its precision: how often the speaker it names is the right one."""

    name: str
    apply: Callable[[Site], Finding | None]
    precision: float


RULES = (
    Rule("signature", rules.signature, 1.0),
    Rule("before", rules.before, 0.97),
    Rule("inverted", rules.inverted, 0.99),
    Rule("subject first", rules.subject_first, 0.98),
    Rule("according to", rules.according_to, 1.0),
    Rule("topic", rules.topic, 0.9),
    Rule("colon", rules.colon, 0.9),
    Rule("headline", rules.headline, 0.9),
)
"""The rules that look at the sentence alone, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom a quotation is attributed to, and by what.

    `speaker` is None if nobody is named, or if a pronoun could mean several people. `site` and `finding` are those
    of the sentence that names the speaker, None if the speaker is inherited from another quotation or a caption.
    """

    speaker: str | None
    precision: float
    site: Site | None = None
    finding: Finding | None = None

    @property
    def mention(self) -> Span | None:
        """The words that name the speaker."""
        if self.site is None or self.finding is None or self.finding.phrase is None:
            return None
        return self.site.chars(self.finding.phrase)

    @property
    def cue(self) -> str | None:
        """The verb, as printed."""
        if self.site is None or self.finding is None or self.finding.cue is None:
            return None
        return self.site.tokens[self.finding.cue].text

    def lent(self, precision: float) -> "Attribution":
        """Return this attribution as another quotation inherits it."""
        return Attribution(self.speaker, self.precision * precision)


NOBODY = Attribution(None, 1.0)


def find_in_sentence(site: Site) -> tuple[Rule, Finding] | None:
    """Return what the first rule that has something to say finds in the sentence."""
    for rule in RULES:
        finding = rule.apply(site)
        if finding is not None:
            return rule, finding
    return None


def join_broken(narration: Narration, runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs with both halves of every quotation broken by "she said" joined by `continues`."""
    joined = list(runs)
    outer = [index for index, run in enumerate(runs) if run.inside is None]
    for first, second in pairwise(outer):
        is_candidate = runs[first].block == runs[second].block and runs[second].continues is None
        if is_candidate and _is_broken(narration.site(first), narration.site(second)):
            joined[second] = replace(runs[second], continues=first)
    return tuple(joined)


def _is_broken(first: Site, second: Site) -> bool:
    """Whether nothing but the attribution of the first quotation stands between the two."""
    found = rules.inverted(first) or rules.subject_first(first)
    if found is None or rules.inverted(second) or rules.subject_first(second):
        return False
    if len(first.after) > _LONGEST_INTERRUPTION or sum(rules.is_cue(first.tokens, place) for place in first.after) != 1:
        return False
    last = first.tokens[first.after[-1]]
    is_one_sentence = second.tokens is first.tokens and last.text in (",", ";", "–", "—")
    is_next_sentence = second.place == 0 and last.ends_sentence and second.stands_alone
    return is_one_sentence or is_next_sentence
