"""Which recordings is an article made from? Those that hold its quotations, as few as hold them all."""

from collections import Counter
from collections.abc import Sequence

from align.archive.entries import Entry
from align.archive.index import TranscriptIndex
from align.archive.matching import find_candidates
from align.compare.tokens import printed_tokens
from align.languages import XX
from align.records import Quote
from align.thresholds import SHORT, TIE


def choose_recordings(quotes: Sequence[Quote], index: TranscriptIndex) -> tuple[Entry, ...]:
    """Return the recordings that hold these quotations, in the order in which they were put in.

    A quotation that may be there by chance brings no recording. Of several that hold one as well, that which holds most
    of the others is taken; all tracks of a file come together.
    """
    holding = [files for quote in quotes if (files := _holding(quote, index))]
    often = Counter(sha256 for files in holding for sha256 in files)
    chosen = {max(files, key=lambda sha256: (often[sha256], -files.index(sha256))) for files in holding}
    return tuple(entry for entry in index.entries() if entry.recording.sha256 in chosen)


def _holding(quote: Quote, index: TranscriptIndex) -> list[str]:
    """Return the files that hold a quotation as well as any, the first of them first."""
    if len(printed_tokens(quote.text, 0, XX)) <= SHORT:
        return []
    sure = [one for one in find_candidates(quote, index).found if not one.is_by_chance]
    best = [one for one in sure if one.cost <= sure[0].cost + TIE]
    return list(dict.fromkeys(entry.recording.sha256 for one in best for entry in one.used))
