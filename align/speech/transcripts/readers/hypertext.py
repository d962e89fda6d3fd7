"""A transcript on a page of HTML: oTranscribe's, Hyperaudio's (each word with its time), or anybody's."""

import re
from datetime import timedelta
from html.parser import HTMLParser

from align.speech.transcripts.clock import read_number
from align.speech.transcripts.readers.fields import MILLISECOND, cut_words
from align.speech.transcripts.readers.plain_text import read_lines
from align.speech.transcripts.rough import Content, RoughTranscript, RoughWord, split_words

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<article|<section|<body|<div|<p[ >])", re.IGNORECASE
)
_UNREAD = frozenset({"script", "style", "head", "template"})
_BREAKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "section", "article"})


def sniff(content: Content) -> bool:
    """Whether this is HTML."""
    return bool(_PAGE.match(content.text))


def read(content: Content) -> RoughTranscript:
    """Return what the page says."""
    return read_page(content.text)


def read_page(html: str) -> RoughTranscript:
    """Return what a page says: words that have times of their own, or else its lines."""
    page = _Page()
    page.feed(html)
    page.close()
    return RoughTranscript(cut_words(page.words)) if page.words else read_lines("".join(page.text))


class _Page(HTMLParser):
    """The text of a page, and the words that have times (`data-m`, `data-d`, in milliseconds)."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.words: list[RoughWord] = []
        self._unread = 0
        self._is_stamp = False
        self._times: tuple[float | None, float | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of line breaks, times and what is not shown."""
        given = dict(attrs)
        self._unread += tag in _UNREAD
        if tag in _BREAKS:
            self.text.append("\n")
        stamp = read_number(given.get("data-timestamp"))  # oTranscribe's, finer than what it shows
        if stamp is not None and not self._is_stamp:
            self.text.append(f"\n[{timedelta(seconds=round(stamp, 3))}] ")
            self._is_stamp = True
        start, length = read_number(given.get("data-m")), read_number(given.get("data-d"))
        if start is not None:
            self._times = (start * MILLISECOND, None if length is None else (start + length) * MILLISECOND)

    def handle_endtag(self, tag: str) -> None:
        """Take note of where a line or what is not shown ends."""
        self._unread = max(0, self._unread - (tag in _UNREAD))
        self._times, self._is_stamp = None, False
        if tag in _BREAKS:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if self._unread or self._is_stamp:
            return
        self.text.append(data)
        if self._times:
            start, end = self._times
            words = split_words(data)
            self.words += [RoughWord(f" {word.text.strip()}", start, end) for word in words]
