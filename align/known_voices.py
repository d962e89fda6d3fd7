"""Whose voice is known? Clips of people who are quoted, by their names (`--voice NAME=clip.wav`)."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import OptionError
from align.records import Quote
from align.short_names import is_short_for

if TYPE_CHECKING:
    from align.cache import Cache
    from align.speech.audio import Audio


def parse_voices(given: Sequence[str]) -> dict[str, str]:
    """Return clips by name, each told as NAME=CLIP; raises OptionError for what is not written like that."""
    clips: dict[str, str] = {}
    for voice in given:
        name, is_given, clip = (part.strip() for part in voice.partition("="))
        if not (name and is_given and clip):
            raise OptionError(f"{voice!r} names no voice: write --voice 'Ada Okonjo=ada.wav'.")
        if name in clips:
            raise OptionError(f"The voice of {name} is given twice: give one clip of it.")
        clips[name] = clip
    return clips


def find_known(voices: Mapping[str, str | Path], quotes: Sequence[Quote]) -> dict[str, str]:
    """Return the clips by the full name of the person; each may be named in part and in any case.

    Raises OptionError for a name that the article does not quote, or that may be short for two, and for one told twice.
    """
    quoted = sorted({quote.speaker for quote in quotes if quote.speaker})
    resolved: dict[str, str] = {}
    for name, path in voices.items():
        person = _person(name, quoted)
        if person in resolved:
            raise OptionError(f"The voice of {person} is given twice: give one clip of it.")
        resolved[person] = str(path)
    return resolved


def _person(name: str, quoted: Sequence[str]) -> str:
    if name in quoted:
        return name
    meant = [person for person in quoted if is_short_for(name, person)]
    if len(meant) > 1:
        raise OptionError(f"{name} may be {' or '.join(meant)}: name the person in full.")
    if not meant:
        raise OptionError(
            f"The article quotes nobody called {name!r}: it quotes {', '.join(quoted) or 'nobody by name'}."
        )
    return meant[0]


@contextmanager
def open_clips(clips: Mapping[str, str], memory: "Cache") -> Iterator[dict[str, "Audio"]]:
    """Open the clips until the block ends; raises RecordingError if one holds no sound."""
    from align.speech.audio import open_audio

    with ExitStack() as stack:
        yield {name: stack.enter_context(open_audio(path, memory)) for name, path in clips.items()}
