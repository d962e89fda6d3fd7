"""Who signed a quotation that is set apart: a name behind it or on the line below."""

from align.article.attribution.context import QuoteContext, move_to
from align.article.attribution.governing import Finding
from align.article.attribution.narration import Narration
from align.article.attribution.sentences import Sentence
from align.article.attribution.set_apart import find_name_below, find_signature
from align.article.entities.resolver import EntityResolver


def find_signed(narration: Narration, resolver: EntityResolver, index: int) -> tuple[QuoteContext, Finding] | None:
    """Return the signature of the span at `index`: “…” Amy Lin; or below it: "— Amy Lin"; "Amy Lin, ward head"."""
    context, below = narration.context(index), narration.spans[index].block + 1
    finding = find_name_below(context) if context.place == 0 and context.last_stop else None
    if finding is not None and _is_somebody(context, finding, resolver):
        return context, finding
    if below >= len(narration.blocks) or narration.spans_in(below):
        return None
    sentences = narration.sentences(below)
    if len(sentences) != 1:
        return None
    signed = move_to(context, Sentence((context.tokens[context.place], *sentences[0])), 0)
    is_alone = len(context.tokens) == 1 and len(narration.sentences(below - 1)) == 1
    finding = find_signature(signed)
    if finding is None and is_alone:
        finding = find_name_below(signed)
        is_bare = finding is not None and finding.phrase is not None and finding.phrase.stop == len(signed.tokens)
        if is_bare and resolver.find_person_at_start(narration.blocks[below].chars, True) is None:
            return None  # Read More; New South Wales
    return (signed, finding) if finding else None


def _is_somebody(context: QuoteContext, finding: Finding, resolver: EntityResolver) -> bool:
    """Whether a certain person's name is all that stands behind a quotation."""
    is_all = finding.phrase is not None and finding.phrase.stop == len(context.tokens)
    chars = context.chars(finding.phrase) if finding.phrase is not None and is_all else None
    return chars is not None and resolver.find_person_at_start(chars, is_proven=True) is not None
