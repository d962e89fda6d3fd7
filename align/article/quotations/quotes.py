"""What the article claims that somebody said or wrote."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.article.attribution.attributor import attribute_quotes
from align.article.attribution.continuations import find_continuations
from align.article.attribution.narration import Narration
from align.article.attribution.order import NOBODY, Attribution, Rule
from align.article.attribution.titles import is_titled, with_titles
from align.article.entities.resolver import EntityResolver
from align.article.lexicons import LEXICON, lookalikes
from align.article.marks.spans import QuotedSpan
from align.article.quotations.collect import collect_quoted_spans
from align.article.quotations.echoes import with_echoes
from align.article.quotations.interview import find_turns
from align.article.quotations.kinds import (
    carries_on,
    is_object,
    is_said_by_nobody,
    is_translated,
    kind_inside,
    kind_of,
    kind_of_block,
)
from align.article.quotations.one_guest import give_to_guest
from align.article.quotations.text_lines import TextLines
from align.article.quotations.turns import INFERRED, UNTOLD, add_turns
from align.languages import guess_language
from align.records import Article, Kind, Quote, Role

_UNSENT = "These are words of “{}”; whose that is could not be told from the text around."
_DOUBTFUL = "Perhaps these are words of “{}”; the text around does not make that sure enough to say."
_UNSURE = 0.5  # confidence of a speaker below which another is likelier
_SAMPLE = 20_000  # characters that tell the language
_NEAREST = 2  # paragraphs over which a statement goes on
_CLOSE_MARGIN = 1.0  # below it the second reading of the marks is more than a quarter as likely as the first


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quotations of `article`, numbered from 1.

    They come in the order of their first words, except that those nested in a quotation follow its last
    paragraph, so that a quotation over several paragraphs has consecutive numbers.
    """
    foreign = lookalikes(guess_language(article.text[:_SAMPLE]))
    narration = Narration(article.text, article.blocks, collect_quoted_spans(article), foreign)
    continues = find_continuations(narration)
    resolver = EntityResolver(article.text, narration.writers_spans(), foreign)
    order = _reading_order(narration.spans, continues)
    number: dict[int | None, int] = {index: place for place, index in enumerate(order, start=1)}
    turns = find_turns(article)
    lines = TextLines(article.text) if article.is_lined else None
    quotes: list[Quote] = []
    for index, attribution in enumerate(attribute_quotes(narration, continues, resolver)):
        claim = _claim(narration, continues, index, attribution, quotes)
        is_withheld = claim.attribution.is_doubtful and not turns  # what “they” said is told by whom an interview asks
        quotes.append(_quote(article, narration.spans[index], replace(claim, is_withheld=is_withheld), number, lines))
    found = give_to_guest(narration, with_echoes(narration, with_titles([quotes[index] for index in order])))
    return add_turns(article, found, turns)


@dataclass(frozen=True, slots=True)
class _Claim:
    """What the article says of the span at `index`, which carries on that at `continues`.

    `is_withheld`: who speaks is too unsure to be stated.
    """

    index: int
    continues: int | None
    attribution: Attribution
    kind: Kind
    is_translated: bool
    is_withheld: bool = False


def _quote(
    article: Article, quoted: QuotedSpan, claim: _Claim, number: Mapping[int | None, int], lines: TextLines | None
) -> Quote:
    start, mention = quoted.chars.start, claim.attribution.mention
    return Quote(
        id=number[claim.index],
        text=article.text[start : quoted.chars.end],
        chars=quoted.chars,
        continues=number.get(claim.continues),
        inside=number.get(quoted.inside),
        line=lines.line(start) if lines else None,
        column=lines.column(start) if lines else None,
        speaker=None if claim.is_withheld else claim.attribution.speaker,
        mention=article.text[mention.start : mention.end] if mention else None,
        cue=claim.attribution.cue,
        kind=claim.kind,
        confidence=_confidence(quoted),
        warnings=tuple(_warnings(quoted, claim.attribution, claim.is_withheld)),
        is_translated=claim.is_translated,
        speaker_confidence=None if claim.is_withheld else claim.attribution.confidence,
    )


def _claim(
    narration: Narration, continues: Mapping[int, int], index: int, attribution: Attribution, earlier: Sequence[Quote]
) -> _Claim:
    """Return what the article says of a span; what carries on another is of its kind."""
    quoted, source = narration.spans[index], continues.get(index)
    words = narration.text[quoted.chars.start : quoted.chars.end]
    if quoted.inside is not None:
        return _Claim(index, source, attribution, kind_inside(words), earlier[quoted.inside].is_translated)
    if source is not None:
        return _Claim(index, source, attribution, earlier[source].kind, earlier[source].is_translated)
    context = narration.context(index)
    kind = _kind_among(narration, index, kind_of(context, attribution, words), attribution, earlier)
    is_named = kind is Kind.SCARE or (kind is Kind.TITLE and not is_object(context, attribution))
    is_nobodys = is_named or is_said_by_nobody(attribution)
    return _Claim(index, source, NOBODY if is_nobodys else attribution, kind, is_translated(attribution))


def _kind_among(
    narration: Narration, index: int, kind: Kind, attribution: Attribution, earlier: Sequence[Quote]
) -> Kind:
    """Return the kind of a span by what stands before it, where its own sentence leaves that open."""
    context, block = narration.context(index), narration.spans[index].block
    if kind is Kind.SPEECH and context.role is Role.BLOCK_QUOTE and block and attribution.cue is None:
        sentences = narration.sentences(block - 1)
        return kind_of_block([token.lower for token in sentences[-1]]) or kind if sentences else kind
    before = next((place for place in range(index - 1, -1, -1) if narration.spans[place].inside is None), None)
    if before is None:
        return kind
    is_title_near = earlier[before].kind is Kind.TITLE and narration.context(before).tokens is context.tokens
    if kind is Kind.SCARE and is_title_near:
        chars = narration.spans[index].chars
        return Kind.TITLE if is_titled(narration.text[chars.start : chars.end]) else kind
    mention = attribution.mention
    is_it = mention is not None and narration.text[mention.start : mention.end].lower() in LEXICON.things
    between = [context.tokens[place].lower for place in context.before]
    is_joined = narration.context(before).tokens is context.tokens and {*between} <= LEXICON.coordinating | {","}
    if kind is Kind.FRAGMENT and earlier[before].kind is Kind.SCARE and between and is_joined:
        return Kind.SCARE  # known as “the Bell” or “the Big One”
    is_same = attribution.speaker is not None and (is_it or attribution.speaker == earlier[before].speaker)
    is_same |= attribution.is_unsent and is_it  # the email said; it goes on
    is_near = block - narration.spans[before].block <= _NEAREST
    return earlier[before].kind if is_same and is_near and carries_on(attribution, kind, earlier[before].kind) else kind


def _reading_order(spans: Sequence[QuotedSpan], continues: Mapping[int, int]) -> list[int]:
    """Return the positions of the spans, each chain of continued ones together and what is nested in it behind it."""
    heads: list[int] = []
    for index, quoted in enumerate(spans):
        source = quoted.inside if quoted.inside is not None else continues.get(index)
        heads.append(index if source is None else heads[source])
    return sorted(range(len(spans)), key=lambda index: (heads[index], spans[index].inside is not None, index))


def _confidence(quoted: QuotedSpan) -> float:
    """Return the probability of the reading chosen, taking its margin for log odds."""
    return 1 / (1 + math.exp(-min(quoted.margin, 50)))


def _warnings(quoted: QuotedSpan, attribution: Attribution, is_withheld: bool) -> Iterator[str]:
    if not quoted.is_opened:
        yield "The opening mark is missing."
    if not quoted.is_closed:
        yield "The closing mark is missing."
    if quoted.margin < _CLOSE_MARGIN:
        yield "The marks can be read in two ways."
    if is_withheld:
        is_pronoun = attribution.referent is not None and attribution.referent.pronoun is not None
        yield UNTOLD if is_pronoun else _DOUBTFUL.format(attribution.speaker)
    elif attribution.speaker is not None and (attribution.rule.is_guess or (attribution.confidence or 1) < _UNSURE):
        yield INFERRED
    is_ambiguous = attribution.referent is not None and attribution.speaker is None  # she, of two women
    if attribution.is_unsent and attribution.referent is not None:
        yield _UNSENT.format(attribution.referent.speaker)
    elif attribution.rule is Rule.UNREAD or is_ambiguous:
        yield UNTOLD
