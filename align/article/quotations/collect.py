"""Which stretches of an article are quoted: by quote marks, by the format, and by dashes."""

from dataclasses import replace

from align.article.marks.spans import QuotedSpan, find_quoted_spans, sort_quoted_spans
from align.article.quotations.block_quotes import find_marked_spans, find_repeats, merge_marked
from align.article.quotations.dialogue import find_dialogue, split_by_insertions
from align.records import Article, Role


def collect_quoted_spans(article: Article) -> tuple[QuotedSpan, ...]:
    """Return the quotations that quote marks, the format and dashes show, without those of the page's furniture.

    The halves of those broken by "she said" are not joined yet.
    """
    text, blocks = article.text, article.blocks
    shown = sort_quoted_spans(split_by_insertions(text, find_quoted_spans(text, blocks)))
    spans = merge_marked(text, shown, tuple(find_marked_spans(text, blocks, article.marked)))
    spoken = find_dialogue(text, blocks, spans)
    spans += [
        replace(quoted, continues=None if quoted.continues is None else quoted.continues + len(spans))
        for quoted in spoken
    ]
    furniture = {index for index, quoted in enumerate(spans) if blocks[quoted.block].role is Role.BOILERPLATE}
    return sort_quoted_spans(spans, furniture | find_repeats(text, blocks, spans))
