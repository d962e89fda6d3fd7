"""Text from outside, made harmless: on one line, without what commands a terminal or reverses the writing."""

_CLOSERS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
"""What ends an embedding or override, and an isolate: UAX 9."""

_JOINERS = "\u200c\u200d"  # not printable by Unicode's book, but Persian and emoji need them


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


def printable(text: str) -> str:
    """Return `text` on one line without characters that command a terminal or reverse the writing."""
    return one_line("".join(c if c.isprintable() or c in _JOINERS else " " for c in text))
