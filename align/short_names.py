"""Whom does a user mean? A person may be named in part and in any case, with or without space around it."""

from unicodedata import normalize


def is_short_for(short: str, name: str) -> bool:
    """Whether somebody called `name` may be meant by `short`, a part of it as a user types it; nothing means nobody."""
    typed = _folded(short.strip())
    return bool(typed) and typed in _folded(name)


def _folded(name: str) -> str:
    """Return a name as it is compared: an accent is the same whether it was typed with its letter or behind it."""
    return normalize("NFC", normalize("NFC", name).casefold())
