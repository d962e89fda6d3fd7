"""Puts the turns of an interview among the quotations that marks show: what is quoted within a turn is inside it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.article.lexicons import LEXICON
from align.article.quotations.interview import PrintedTurn
from align.article.quotations.kinds import kind_inside
from align.article.quotations.text_lines import TextLines
from align.records import Article, Kind, Quote, Span

_MOSTLY = 0.9  # of a turn's letters within marks: the marks are those of the turn
_UNKNOWN = "The article does not say who answers."
INFERRED = "The speaker is inferred from the text around."
UNTOLD = "Who speaks could not be told from the text around."


def add_turns(article: Article, quotes: Sequence[Quote], turns: Sequence[PrintedTurn]) -> tuple[Quote, ...]:
    """Return `quotes` and `turns` as one sequence of quotations in the order and numbering of the contract."""
    return _Joined(article, quotes, turns).quotes() if turns else tuple(quotes)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A quotation with its references as positions among the entries."""

    quote: Quote
    continues: int | None
    inside: int | None


class _Joined:
    def __init__(self, article: Article, quotes: Sequence[Quote], turns: Sequence[PrintedTurn]) -> None:
        self._text, self._quotes, self._turns = article.text, quotes, turns
        self._places = TextLines(article.text) if article.is_lined else None
        self._starts = [turn.chars.start for turn in turns]
        self._host: dict[int, int] = {}  # of each quotation within a turn that turn
        crossed = set()
        for number, quote in enumerate(quotes):
            for turn in self._touched(quote):
                if turns[turn].chars.start <= quote.chars.start and quote.chars.end <= turns[turn].chars.end:
                    self._host[number] = turn
                else:
                    crossed.add(turn)
        self._host = {number: turn for number, turn in self._host.items() if turn not in crossed}
        marked = self._marked()
        spoken = [turn for turn in range(len(turns)) if turn not in marked and turn not in crossed]
        self._entry_of = marked | {turn: place for place, turn in enumerate(spoken, start=len(quotes))}

    def quotes(self) -> tuple[Quote, ...]:
        """Return all quotations, numbered."""
        entries = [*self._shown(), *self._spoken()]
        heads: dict[int, int] = {}
        for index in sorted(range(len(entries)), key=lambda index: _place(entries[index].quote)):
            entry = entries[index]
            source = entry.inside if entry.inside is not None else entry.continues
            heads[index] = index if source is None else heads[source]
        keys = [
            (_place(entries[heads[index]].quote), entry.inside is not None, _place(entry.quote))
            for index, entry in enumerate(entries)
        ]
        order = sorted(heads, key=keys.__getitem__)
        number: dict[int | None, int] = {index: place for place, index in enumerate(order, start=1)}
        return tuple(_numbered(entries[index], number[index], number) for index in order)

    def _touched(self, quote: Quote) -> Iterator[int]:
        """Yield the turns that share characters with a quotation."""
        turn = max(bisect_right(self._starts, quote.chars.start) - 1, 0)
        while turn < len(self._turns) and self._turns[turn].chars.start < quote.chars.end:
            if self._turns[turn].chars.end > quote.chars.start:
                yield turn
            turn += 1

    def _marked(self) -> dict[int, int]:
        """Return the turns that stand in marks themselves, each with its first quotation."""
        outer: dict[int, list[int]] = {}
        for number, turn in self._host.items():
            if self._quotes[number].inside is None:
                outer.setdefault(turn, []).append(number)
        return {
            turn: numbers[0]
            for turn, numbers in outer.items()
            if sum(self._letters(self._quotes[number].chars) for number in numbers)
            >= _MOSTLY * self._letters(self._turns[turn].chars)
        }

    def _letters(self, span: Span) -> int:
        return sum(map(str.isalnum, self._text[span.start : span.end]))

    def _shown(self) -> Iterator[_Entry]:
        """Yield the quotations that there were, those in a turn as what the speaker quotes."""
        for number, quote in enumerate(self._quotes):
            continues = None if quote.continues is None else quote.continues - 1
            inside = None if quote.inside is None else quote.inside - 1
            host = self._host.get(number)
            same = continues is not None and self._host.get(continues) == host
            if host is None:
                yield _Entry(quote, continues if same else None, inside)
            elif self._entry_of[host] < len(self._quotes):
                yield _Entry(_told(self._text, quote, self._turns[host]), continues if same else None, inside)
            else:
                yield _Entry(
                    _within(quote, self._turns[host]), None, self._entry_of[host] if inside is None else inside
                )

    def _spoken(self) -> Iterator[_Entry]:
        """Yield the turns that are no quotations yet."""
        for number, turn in enumerate(self._turns):
            if self._entry_of.get(number, 0) >= len(self._quotes):
                yield _Entry(self._quote(turn), self._entry_of.get(_no(turn.continues)), None)

    def _quote(self, turn: PrintedTurn) -> Quote:
        start = turn.chars.start
        return Quote(
            id=0,
            text=self._text[start : turn.chars.end],
            chars=turn.chars,
            continues=None,
            inside=None,
            line=self._places.line(start) if self._places else None,
            column=self._places.column(start) if self._places else None,
            speaker=turn.speaker,
            mention=_mention(self._text, turn),
            cue=None,
            kind=Kind.SPEECH,
            warnings=_warnings(turn),
        )


def _told(text: str, quote: Quote, turn: PrintedTurn) -> Quote:
    """Return a quotation that is the turn itself, or a part of it."""
    if quote.inside is not None or quote.cue is not None:
        return quote if quote.cue is not None else replace(quote, speaker=turn.speaker)
    warnings = (*(warning for warning in quote.warnings if warning != INFERRED), *_warnings(turn))
    return replace(quote, speaker=turn.speaker, mention=_mention(text, turn), kind=Kind.SPEECH, warnings=warnings)


def _within(quote: Quote, turn: PrintedTurn) -> Quote:
    """Return a quotation in a turn: of whom the turn names beside it, else of who speaks the turn."""
    kind = kind_inside(quote.text) if quote.kind.is_spoken else quote.kind
    is_told = quote.cue is not None and (quote.speaker or "").casefold() not in LEXICON.first_person
    if is_told:
        return replace(quote, kind=kind)
    warnings = tuple(warning for warning in quote.warnings if warning != INFERRED)
    return replace(quote, kind=kind, speaker=turn.speaker, mention=None, warnings=warnings)


def _mention(text: str, turn: PrintedTurn) -> str | None:
    return text[turn.label.start : turn.label.end] if turn.label else None


def _warnings(turn: PrintedTurn) -> tuple[str, ...]:
    if turn.is_answer and turn.speaker is None:
        return (_UNKNOWN,)
    return (INFERRED,) if turn.is_inferred and turn.speaker is not None else ()


def _numbered(entry: _Entry, number: int, numbers: Mapping[int | None, int]) -> Quote:
    return replace(entry.quote, id=number, continues=numbers.get(entry.continues), inside=numbers.get(entry.inside))


def _no(position: int | None) -> int:
    return -1 if position is None else position


def _place(quote: Quote) -> tuple[int, int]:
    return quote.chars.start, -quote.chars.end
