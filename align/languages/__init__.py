"""Which language is it, and what is known of it? One table; whatever is not in it is known to nobody."""

from collections.abc import Collection
from dataclasses import replace

from align.languages.base import Language
from align.languages.en import EN
from align.languages.xx import XX

__all__ = ["EN", "LANGUAGES", "MANY", "XX", "Language", "language_of", "shared_language"]

LANGUAGES: dict[str, Language] = {"en": EN}
"""By ISO 639-1 code; see `docs/languages.md` for how to add one."""

MANY = "mul"
"""ISO 639-2's code for several languages at once."""


_BY_NAME = {name: language for language in LANGUAGES.values() for name in (language.code, *language.names)}


def language_of(code: str) -> Language:
    """Return what is known of a language, by its code in any case, a region aside (`en-GB`); else `XX`, as `code`."""
    tag = code.replace("_", "-").partition("-")[0].strip().lower()
    return _BY_NAME.get(tag) or replace(XX, code=tag or XX.code)


def shared_language(codes: Collection[str]) -> Language:
    """Return the language of all these codes; of several, `XX`: a word of one means something else in another."""
    languages = {language.code: language for language in map(language_of, codes)}
    if len(languages) == 1:
        return next(iter(languages.values()))
    return replace(XX, code=MANY if languages else XX.code)
