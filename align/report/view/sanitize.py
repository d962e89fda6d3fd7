"""Text from outside, made harmless: on one line, without what commands a terminal or reverses the writing."""

from unicodedata import category

_CLOSERS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
"""What ends an embedding or override, and an isolate: UAX 9."""

_JOINERS = "\u200c\u200d"  # not printable by Unicode's book, but Persian and emoji need them
_UNSEEN = {"Cc": " ", "Cf": "", "Zs": " ", "Zl": " ", "Zp": " "}
"""What stands for a character that is not printable, by its category; for what is no character a sign that it was."""

_COMMANDS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {*map(ord, "\t\n\r")}, " ")
"""Control characters but those of white space, C1 included."""


def one_line(text: str) -> str:
    """Return `text` with every stretch of white space as one space."""
    return " ".join(text.split())


def close_directions(text: str) -> str:
    """Return `text` with every change of direction that it leaves open closed, so that what follows runs as before."""
    open_marks: list[str] = []
    for character in text:
        if character in _CLOSERS:
            open_marks.append(_CLOSERS[character])
        elif open_marks and character == open_marks[-1]:
            open_marks.pop()
    return text + "".join(reversed(open_marks))


def without_commands(text: str) -> str:
    """Return `text`, as long as it is, with a space for every control character that is no white space."""
    return text.translate(_COMMANDS)


def printable(text: str) -> str:
    """Return `text` on one line without characters that command a terminal, reverse the writing or are not seen."""
    return one_line(text if text.isprintable() else "".join(map(_printable, text)))


def is_seen(character: str) -> bool:
    """Whether a character is one that a reader sees, or needs to see others as they are meant."""
    return character.isprintable() or character in _JOINERS


def _printable(character: str) -> str:
    return character if is_seen(character) else _UNSEEN.get(category(character), "\ufffd")
