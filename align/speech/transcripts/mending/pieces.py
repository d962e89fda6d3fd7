"""Are these words, or pieces of words? Some tools write tokens: `un`, `aware`, and marks by themselves."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from align.speech.transcripts.rough import RoughSegment, RoughWord

_CLOSING = re.compile(r"\s*[.,;:!?…%'’”)\]}»。，、？！：；]+")
_MOST = 0.6
"""Share of texts with a space in front, from which one without continues the text before it. Of Whisper's tokens in
English four in five have one."""

_CLOSE = 0.3  # seconds between two pieces of one word, at most


def join_pieces(segments: Sequence[RoughSegment]) -> tuple[list[RoughSegment], tuple[str, ...]]:
    """Return segments of whole words, each with white space in front."""
    firsts = _continues([segment.words[0] for segment in segments if segment.words])
    others = _continues([word for segment in segments for word in segment.words[1:]])
    joined: list[RoughSegment] = []
    for segment in segments:
        words = [*_joined(segment.words, others)]
        if joined and joined[-1].words and words and _goes_on(joined[-1].words[-1], words[0], firsts):
            before = joined.pop()
            whole = _glued(before.words[-1], words[0])
            joined.append(
                replace(before, words=(*before.words[:-1], whole), end=segment.end if not words[1:] else before.end)
            )
            words = words[1:]
        joined += [replace(segment, words=tuple(words))] if words else []
    return [replace(segment, words=tuple(map(_spaced, segment.words))) for segment in joined], ()


def _continues(words: Sequence[RoughWord]) -> Callable[[RoughWord], bool]:
    """Return what tells whether a text continues the one before: it has no space in front where most texts have one."""
    letters = [word for word in words if not _CLOSING.fullmatch(word.text)]
    is_spaced = sum(word.text[:1].isspace() for word in letters) >= _MOST * len(letters) > 0
    return lambda word: is_spaced and not word.text[:1].isspace()


def _joined(words: Sequence[RoughWord], continues: Callable[[RoughWord], bool]) -> Iterator[RoughWord]:
    before: RoughWord | None = None
    for word in words:
        if before is not None and _goes_on(before, word, continues):
            before = _glued(before, word)
            continue
        if before is not None:
            yield before
        before = word
    if before is not None:
        yield before


def _goes_on(one: RoughWord, other: RoughWord, continues: Callable[[RoughWord], bool]) -> bool:
    """Whether `other` is the rest of `one`: a mark, or a small letter without a space."""
    if _CLOSING.fullmatch(other.text):
        return any(char.isalnum() for char in one.text)
    is_close = one.end is None or other.start is None or abs(other.start - one.end) <= _CLOSE
    return (
        continues(other) and is_close and not one.text.endswith((".", ",", "!", "?")) and not other.text[:1].isupper()
    )


def _glued(one: RoughWord, other: RoughWord) -> RoughWord:
    text = one.text + other.text.strip()
    is_mark = _CLOSING.fullmatch(other.text)
    if is_mark:
        return replace(one, text=text)
    return replace(one, text=text, end=other.end, probability=min(one.probability, other.probability))


def _spaced(word: RoughWord) -> RoughWord:
    return word if word.text[:1].isspace() else replace(word, text=f" {word.text}")
