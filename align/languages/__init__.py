"""Which language is it, and what is known of it? One table; whatever is not in it is known to nobody."""

import re
from collections.abc import Collection
from dataclasses import replace

from align.languages.base import Language
from align.languages.codes import language_code, plain_tag
from align.languages.en import EN
from align.languages.xx import XX

__all__ = [
    "EN",
    "LANGUAGES",
    "MANY",
    "UNDETERMINED",
    "XX",
    "Language",
    "guess_language",
    "language_of",
    "shared_language",
]

LANGUAGES: dict[str, Language] = {"en": EN}
"""By ISO 639-1 code; see `docs/languages.md` for how to add one."""

MANY, UNDETERMINED = "mul", "und"
"""ISO 639-2's codes for several languages at once, and for one that nobody has told."""

_TELLING = 0.07
"""Share of telltale words from which a text is in a language. English speech and verse have 0.10 to 0.32 of its own (18
texts), sentences in five other languages that were made to look like it 0.05 at most."""

_WORD = re.compile(r"[^\W\d_]+")


def language_of(code: str) -> Language:
    """Return what is known of a language, by its code or its English name, a region aside; else `XX`, as `code`."""
    tag = language_code(code) or plain_tag(code)
    return LANGUAGES.get(tag) or replace(XX, code=tag or XX.code)


def guess_language(text: str) -> str:
    """Return the code of the language that a text's own words tell, `UNDETERMINED` if they tell none that is known."""
    words = _WORD.findall(text.lower())
    shares = {
        code: sum(word in language.words.telltales for word in words) / max(1, len(words))
        for code, language in LANGUAGES.items()
    }
    likeliest = max(shares, key=lambda code: shares[code])
    return likeliest if shares[likeliest] >= _TELLING else UNDETERMINED


def shared_language(codes: Collection[str]) -> Language:
    """Return the language of all these codes; of several, `XX`: a word of one means something else in another."""
    languages = {language.code: language for language in map(language_of, codes)}
    if len(languages) == 1:
        return next(iter(languages.values()))
    return replace(XX, code=MANY if languages else XX.code)
