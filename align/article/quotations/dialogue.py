"""Which paragraphs are speech after a dash: — No lo sé —dijo Marta—. Pregunta a Luis."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.article.lexicons import LEXICON
from align.article.marks.spans import QuotedSpan, trim_to_words
from align.records import Block, Role, Span

_DASH = re.compile(r"[—–―]\s?(?=[^\W\d_]|[¿¡…«])|-\s?(?=[¿¡])|-(?=[^\W\d_])")
_INSERTION = re.compile(r"\s[—–―-]\s?(?=[^\W\d_])|[,!?…]\s(?=[^\W\d_])")  # before "dijo Marta", "dit Marta"
_INSERTION_END = re.compile(r"[—–―-][.,;:]*(?:\s|$)|[.!?…]\s+|\Z")
_INSERTION_END_WITHIN = re.compile(r",\s|[.!?…]\s+|\Z")  # « Nous partons, a dit Léa Roux, et nous reviendrons. »
_WORD = re.compile(r"[^\W\d_]+")


def find_dialogue(text: str, blocks: Sequence[Block], shown: Sequence[QuotedSpan]) -> tuple[QuotedSpan, ...]:
    """Return the speech in paragraphs that begin with a dash; `shown` are those that marks show.

    A dash may also lead a list or a signature: a paragraph counts if a verb of saying interrupts or ends its
    speech, or if it stands next to one that counts.
    """
    busy = {quoted.block for quoted in shown}
    speeches: dict[int, list[Span]] = {}
    for number, block in enumerate(blocks):
        dash = _DASH.match(text, block.chars.start, block.chars.end)
        if dash and number not in busy and block.role is not Role.BOILERPLATE:
            speeches[number] = list(_speeches(text, Span(dash.end(), block.chars.end)))
    spans: list[QuotedSpan] = []
    for number in sorted(_counted(speeches, blocks)):
        head = len(spans)
        for part in speeches[number]:
            spans.append(QuotedSpan(part, part, number, continues=len(spans) - 1 if len(spans) > head else None))
    return tuple(spans)


def split_by_insertions(text: str, spans: Sequence[QuotedSpan]) -> list[QuotedSpan]:
    """Return the spans, those between « and » that hold "a dit Léa Roux" as the parts that are spoken."""
    split = list(spans)
    for index, quoted in enumerate(spans):
        if quoted.inside is not None or not text.startswith("«", quoted.outer.start):
            continue
        parts = list(_speeches(text, quoted.chars, _INSERTION_END_WITHIN))
        if parts == [quoted.chars] or not parts:
            continue
        ends = [
            *(part.end for part in parts[:-1]),
            quoted.outer.end if parts[-1].end == quoted.chars.end else parts[-1].end,
        ]
        split[index] = replace(quoted, chars=parts[0], outer=Span(quoted.outer.start, ends[0]))
        for part, end in zip(parts[1:], ends[1:], strict=True):
            before = index if len(split) == len(spans) else len(split) - 1
            split.append(replace(quoted, chars=part, outer=Span(part.start, end), continues=before))
    return split


def _counted(speeches: dict[int, list[Span]], blocks: Sequence[Block]) -> set[int]:
    """Return the paragraphs that are interrupted speech, and those next to them."""
    sure = {number for number, parts in speeches.items() if parts and parts[0].end < blocks[number].chars.end - 1}
    for order in (sorted(speeches), sorted(speeches, reverse=True)):
        for number in order:
            if number - 1 in sure or number + 1 in sure:
                sure.add(number)
    return sure


def _speeches(text: str, span: Span, insertion_end: re.Pattern[str] = _INSERTION_END) -> Iterator[Span]:
    """Yield the parts of `span` that are spoken, between insertions such as "dijo Marta"."""
    start = position = span.start
    while (insertion := _INSERTION.search(text, position, span.end)) is not None:
        position = insertion.end()
        if not _begins_with_cue(text, position):
            continue
        speech = trim_to_words(text, Span(start, insertion.start() + (insertion.group()[0] in "!?…")))
        if len(speech):
            yield speech
        ending = insertion_end.search(text, position, span.end)
        if ending and _tells_role(text, ending.end()):  # a dit Paul Morin, directeur de l’usine. …
            ending = _INSERTION_END.search(text, ending.end(), span.end)
        start = position = ending.end() if ending else span.end
    speech = trim_to_words(text, Span(start, span.end))
    if len(speech):
        yield speech


def _tells_role(text: str, position: int) -> bool:
    """Whether the next word tells what the person just named is."""
    word = _WORD.match(text, position)
    return word is not None and word.group() in LEXICON.roles


def _begins_with_cue(text: str, position: int) -> bool:
    """Whether the next word, or the one behind an auxiliary, is a verb of saying."""
    first = _WORD.match(text, position)
    if first is None:
        return False
    second = _WORD.search(text, first.end(), first.end() + 20)
    is_perfect = first.group() in LEXICON.perfect_auxiliaries and second is not None
    return (second.group() if is_perfect and second else first.group()) in LEXICON.cues
