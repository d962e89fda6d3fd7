"""Lines and columns of positions in a text."""

import re
from bisect import bisect_left


class TextLines:
    """Lines and columns, from 1, of positions in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def line(self, position: int) -> int:
        """Return the line of a position."""
        return bisect_left(self._starts, position + 1)

    def column(self, position: int) -> int:
        """Return the column of a position."""
        return position - self._starts[self.line(position) - 1] + 1
