"""Subtitles in two languages at once: one line of a cue says what the other says. Only one of them was spoken."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from align.languages import UNDETERMINED, guess_language
from align.speech.transcripts.rough import RoughSegment, RoughWord

_SHARE = 0.8  # of the cues, that have a line in either language
_FEWEST = 3  # cues, from which something can be told


def keep_one_language(segments: Sequence[RoughSegment]) -> tuple[list[RoughSegment], tuple[str, ...]]:
    """Return the segments with the lines of one language, and a warning if there were two."""
    cues = _together(segments)
    halves = [_halves(cue.words) for cue in cues]
    both = [half for half in halves if half[1]]
    if len(both) < max(_FEWEST, _SHARE * len(cues)):
        return [*segments], ()
    texts = ["\n".join(_text(half[side]) for half in both) for side in (0, 1)]
    kept = _spoken(texts)
    if kept is None:
        return [*segments], ()
    example = _text(both[0][1 - kept])
    warning = f"It has lines in two languages; those like “{example}” are taken for a translation and left out."
    parts = (half[kept] if half[1] else half[0] for half in halves)
    return [replace(cue, words=words) for cue, words in zip(cues, parts, strict=True)], (warning,)


def _together(segments: Sequence[RoughSegment]) -> list[RoughSegment]:
    """Return the segments, those with the very same times as one: two tracks of subtitles in one file."""
    groups = (
        [*group]
        for _, group in groupby(
            segments, key=lambda part: (part.start, part.end) if part.start is not None else id(part)
        )
    )
    return [
        replace(group[0], words=tuple(word for part in group for word in _on_a_line(part.words))) for group in groups
    ]


def _on_a_line(words: Sequence[RoughWord]) -> tuple[RoughWord, ...]:
    return tuple(
        replace(word, text="\n" + word.text.lstrip()) if not place else word for place, word in enumerate(words)
    )


def _halves(words: Sequence[RoughWord]) -> tuple[tuple[RoughWord, ...], tuple[RoughWord, ...]]:
    """Return the upper and the lower lines: where the script changes, or else in the middle."""
    starts = [place for place, word in enumerate(words) if word.text.startswith("\n")]
    lines = [tuple(words[start:end]) for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    scripts = [_script(_text(line)) for line in lines]
    changes = [place for place in range(1, len(lines)) if scripts[place] != scripts[place - 1]]
    cut = changes[0] if len(changes) == 1 else (len(lines) + 1) // 2
    upper, lower = lines[:cut], lines[cut:]
    return tuple(word for line in upper for word in line), tuple(word for line in lower for word in line)


def _spoken(texts: Sequence[str]) -> int | None:
    """Return which of two texts was spoken: the one in a known language; of two scripts the upper; else None."""
    known = [guess_language(text) != UNDETERMINED for text in texts]
    if known[0] != known[1]:
        return known.index(True)
    return 0 if _script(texts[0]) != _script(texts[1]) else None


def _script(text: str) -> str:
    """Return the script of most letters, by Unicode's name."""
    scripts = Counter(unicodedata.name(char, "?").partition(" ")[0] for char in text if char.isalpha())
    return scripts.most_common(1)[0][0] if scripts else ""


def _text(words: Sequence[RoughWord]) -> str:
    return " ".join(word.text.strip() for word in words)
