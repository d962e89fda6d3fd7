"""What does the text of a cue say? Its words, without styling, with the times and names that are marked in it."""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from align.speech.transcripts.clock import CLOCK, read_clock
from align.speech.transcripts.rough import RoughSegment, RoughWord, split_words

_RUBY = re.compile(r"<rt>.*?(?:</rt>|(?=</ruby>)|$)", re.DOTALL)  # how a word is read, above it
_NOISES = re.compile(r"<(unk|noise|inaudible|unintelligible|crosstalk|laughter|laugh|silence|music)>", re.IGNORECASE)
_KEPT = re.compile(rf"<(?P<time>{CLOCK})>|<v(?:\.[^\s>]*)?[ \t]+(?P<name>[^>\n]*)>|(?P<off></v>)")
_STYLE = re.compile(r"</?[A-Za-z][^<>\n]*>|\{\\[^}\n]*\}|\{[A-Za-z]:[^}\n]*\}")
"""Tags of HTML and WebVTT, and what SubStation and MicroDVD put in braces."""

_BREAK = re.compile(r"\\[Nn]|\|(?=\S)")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens, joiners and marks of direction."""


@dataclass(frozen=True, slots=True)
class TimedText:
    """One entry of a subtitle file, with its tags; times in seconds, None if they cannot be read."""

    start: float | None
    end: float | None
    text: str


@dataclass(frozen=True, slots=True)
class _Marked:
    """Text without tags, and where in it times and names (None: nobody any more) are marked."""

    text: str
    times: tuple[tuple[int, float], ...]
    names: tuple[tuple[int, str | None], ...]


def plain_text(text: str) -> str:
    """Return a text without its tags, characters as they are meant."""
    styled = _NOISES.sub(r"[\1]", _RUBY.sub("", text))
    return _UNSEEN.sub("", html.unescape(_STYLE.sub("", _KEPT.sub("", _BREAK.sub("\n", styled)))))


def read_cue(cue: TimedText) -> RoughSegment:
    """Return the words of a cue."""
    marked = _marked(cue.text)
    at, words = 0, []
    for word in split_words(marked.text):
        at = marked.text.index(word.text.strip(), at)
        words.append(_placed(word, at, marked))
        at += len(word.text.strip())
    return RoughSegment(tuple(words), cue.start, cue.end)


def _marked(text: str) -> _Marked:
    said, times, names, done, at = "", [], [], 0, 0
    for tag in _KEPT.finditer(text):
        said += plain_text(text[done : tag.start()])
        at, done = len(said), tag.end()
        seconds = read_clock(tag["time"]) if tag["time"] else None
        if seconds is not None:
            times.append((at, seconds))
        if tag["name"] is not None or tag["off"]:
            names.append((at, html.unescape(tag["name"] or "").strip() or None))
    return _Marked(said + plain_text(text[done:]), tuple(times), tuple(names))


def _placed(word: RoughWord, at: int, marked: _Marked) -> RoughWord:
    """Return a word with the last name before it, and with a time that is marked in front of it."""
    name = bisect_right([place for place, _ in marked.names], at)
    time = bisect_right([place for place, _ in marked.times], at)
    is_next = time > 0 and not marked.text[marked.times[time - 1][0] : at].strip()
    word = replace(word, speaker=marked.names[name - 1][1] if name else None)
    return replace(word, start=marked.times[time - 1][1]) if is_next else word
