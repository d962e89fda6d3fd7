"""The sentences of a block, and where its quotations stand in them, each of which counts as one token."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from align.article.attribution.context import describe_context, last_stop_of
from align.article.attribution.sentences import Sentence, SentenceToken, mark_names, split_sentences, tokenize
from align.article.attribution.titles import is_only_named
from align.article.lexicons import Words
from align.article.marks.spans import QuotedSpan
from align.records import Block, Role, Span

_ENDS = frozenset(".!?…")
_TITLE = "Title"  # a name, whatever it is


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """The sentences of a block, in which titles count as words.

    `places` has for every span in it the number of its sentence and its place in that; `contexts` the tokens that are
    looked at for it, and its place in them; `titles` are the spans that are only what something is called.
    """

    sentences: tuple[Sentence, ...]
    places: Mapping[int, tuple[int, int]]
    contexts: Mapping[int, tuple[Sentence, int]]
    titles: Set[int]


def read_block(
    text: str,
    blocks: Sequence[Block],
    spans: Sequence[QuotedSpan],
    spans_in: Mapping[int, Sequence[int]],
    lookalikes: Words,
    block: int,
) -> ReadBlock:
    """Return what a block holds; `spans_in` has the numbers of the `spans` in every block, outside of others."""
    members = spans_in.get(block, ())
    tokens: list[SentenceToken] = []
    gaps = find_gaps(blocks[block], [spans[index].outer for index in members])
    for place, gap in enumerate(gaps):
        tokens += tokenize(text, gap, lookalikes)
        if place < len(members):
            outer = spans[members[place]].outer
            tokens.append(SentenceToken("", "", outer.start, outer.end, quoted=members[place]))
    stops = dict(_find_titles(text, spans, Sentence(tokens), blocks[block].role))
    sentences = split_sentences(tuple(mark_names(list(_with_titles_as_words(tokens, stops)))))
    places = _places(sentences)
    contexts = {index: context for sentence in sentences for index, context in _contexts(text, spans, sentence).items()}
    if stops:
        own = split_sentences(tuple(mark_names(tokens)))
        starts = [sentence[0].start for sentence in sentences]
        for index, (number, place) in _places(own).items():
            if index in stops:
                places[index] = (bisect_right(starts, spans[index].outer.start) - 1, place)
                contexts[index] = (own[number], place)
    return ReadBlock(sentences, places, contexts, stops.keys())


def last_part(text: str, spans: Sequence[QuotedSpan], sentence: Sentence) -> Sentence:
    """Return what stands behind the last quotation that ends a sentence of its own: “We go.” | Bo Lane went."""
    for place in range(len(sentence) - 1, 0, -1):
        if _begins_behind(text, spans, sentence, place):
            return Sentence(sentence[place:])
    return sentence


def _begins_behind(text: str, spans: Sequence[QuotedSpan], sentence: Sentence, place: int) -> bool:
    before = sentence[place - 1].quoted if place else None
    return before is not None and sentence[place].is_capital and last_stop_of(text, spans[before]) in _ENDS


def _contexts(text: str, spans: Sequence[QuotedSpan], sentence: Sentence) -> dict[int, tuple[Sentence, int]]:
    """Return the tokens that are looked at for every quotation of a sentence, and its place in them.

    They begin behind a quotation that ends a sentence of its own: “We go.” | Bo Lane said it was “late”.
    """
    found, start, tokens = {}, 0, sentence
    for place, token in enumerate(sentence):
        if _begins_behind(text, spans, sentence, place):
            start, tokens = place, Sentence(sentence[place:])
        if token.quoted is not None:
            found[token.quoted] = (tokens, place - start)
    return found


def _places(sentences: Sequence[Sentence]) -> dict[int, tuple[int, int]]:
    """Return the number of its sentence and its place in that of every quotation."""
    return {
        token.quoted: (number, place)
        for number, sentence in enumerate(sentences)
        for place, token in enumerate(sentence)
        if token.quoted is not None
    }


def _find_titles(text: str, spans: Sequence[QuotedSpan], tokens: Sentence, role: Role) -> Iterator[tuple[int, str]]:
    """Yield the spans that are only what something is called, each with the stop that ends it."""
    for place, token in enumerate(tokens):
        if token.quoted is None:
            continue
        context, chars = describe_context(text, spans[token.quoted], tokens, place, role), spans[token.quoted].chars
        if is_only_named(context, text[chars.start : chars.end]):
            yield token.quoted, context.last_stop


def _with_titles_as_words(tokens: Sequence[SentenceToken], stops: Mapping[int, str]) -> Iterator[SentenceToken]:
    """Yield tokens, a name and its stop for each span that is only what something is called."""
    for token in tokens:
        stop = stops.get(token.quoted) if token.quoted is not None else None
        if stop is None:
            yield token
            continue
        yield SentenceToken(_TITLE, "", token.start, token.end)
        if stop:
            mark = "." if stop in _ENDS else stop  # which ends a sentence only before a capital: titled “We go?”, says
            yield SentenceToken(mark, mark, token.end, token.end)


def find_gaps(block: Block, quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of a block before, between and behind what is `quoted` in it, empty stretches too."""
    position = block.chars.start
    for span in quoted:
        yield Span(position, max(position, span.start))
        position = span.end
    yield Span(position, max(position, block.chars.end))
