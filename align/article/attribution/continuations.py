"""Which quotation carries on which: over paragraphs by its marks, within a sentence around "she said" by grammar."""

from itertools import pairwise

from align.article.attribution import rules
from align.article.attribution.context import QuoteContext
from align.article.attribution.narration import Narration
from align.article.attribution.reporting_verbs import is_cue

_LONGEST_INTERRUPTION = 30  # tokens between the halves of a quotation broken by "she said"
_CLAUSE_ENDS = tuple(",;–—.!?…。！？*_>)")  # what an interruption may end with, emphasis and tags included


def find_continuations(narration: Narration) -> dict[int, int]:
    """Return for each span that carries on an earlier one which that is, as positions in `narration.spans`."""
    text, spans = narration.text, narration.spans
    continues = {index: quoted.continues for index, quoted in enumerate(spans) if quoted.continues is not None}
    outer = [index for index in range(len(spans)) if spans[index].inside is None and not narration.is_only_named(index)]
    for first, second in pairwise(outer):
        if spans[first].block != spans[second].block or second in continues:
            continue
        gap = text[spans[first].outer.end : spans[second].outer.start].rstrip()
        goes_on = gap.endswith(_CLAUSE_ENDS) or text[spans[second].chars.start].islower()
        if goes_on and _are_near(narration, first, second) and _is_broken(*map(narration.context, (first, second))):
            continues[second] = first
    return continues


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
    is_one_sentence = second.tokens[-1] == first.tokens[-1] and (is_all or last.text in (",", ";", "–", "—"))
    is_next_sentence = second.place == 0 and last.ends_sentence and second.stands_alone
    return is_one_sentence or is_next_sentence
