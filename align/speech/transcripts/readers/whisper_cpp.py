"""JSON as whisper.cpp writes it, offsets in milliseconds; with `-ojf` also tokens, which are pieces of words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from align.languages.codes import language_code
from align.speech.transcripts.clock import read_number
from align.speech.transcripts.readers.fields import (
    MILLISECOND,
    Fields,
    child,
    objects,
    read_speaker,
    read_text,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, RoughWord, split_words

_CONTROL = re.compile(r"\[_[A-Z]+_?\d*\]|<\|.*\|>")  # [_BEG_], [_TT_150]: no words


def sniff(content: Content) -> bool:
    """Whether this is JSON with a list `transcription`."""
    return isinstance(content.fields.get("transcription"), list)


def read(content: Content) -> RoughTranscript:
    """Return what the file says."""
    fields = content.fields
    language = language_code(child(fields, "result", "language")) or language_code(child(fields, "params", "language"))
    segments = [_segment(segment) for segment in objects(fields["transcription"])]
    return RoughTranscript(segments, language, warnings=what_is_lost(fields["transcription"], "segment"))


def _segment(segment: Fields) -> RoughSegment:
    """Return a segment by its tokens, if they spell its text; a letter that is cut in two spells nothing."""
    speaker, text = read_speaker(segment), read_text(segment)
    tokens = [token for token in objects(segment.get("tokens")) if not _CONTROL.fullmatch(read_text(token).strip())]
    is_spelt = bool(tokens) and "".join(map(read_text, tokens)).strip() == text.strip()
    return RoughSegment(_words(tokens, speaker) if is_spelt else split_words(text, speaker), *_times(segment))


def _words(tokens: Sequence[Fields], speaker: str | None) -> tuple[RoughWord, ...]:
    """Return the words that tokens make: where any has a space in front, one without goes on with the word before."""
    words: list[RoughWord] = []
    are_spaced = any(read_text(token).startswith(" ") for token in tokens)
    for token in tokens:
        text, (start, end) = read_text(token), _times(token)
        probability = read_number(token.get("p"))
        likely = 1.0 if probability is None or not 0 <= probability <= 1 else probability
        if words and are_spaced and not text.startswith(" "):
            last = words[-1]
            words[-1] = replace(last, text=last.text + text, end=end, probability=min(last.probability, likely))
        elif text.strip():
            words.append(RoughWord(f" {text.strip()}", start, end, likely, speaker))
    return tuple(words)


def _times(part: Fields) -> tuple[float | None, float | None]:
    start, end = (read_number(child(part, "offsets", edge)) for edge in ("from", "to"))
    return start if start is None else start * MILLISECOND, end if end is None else end * MILLISECOND
