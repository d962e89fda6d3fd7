"""Which spellings are read aloud the same: British and American, titles, units, symbols, abbreviations."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

READINGS: dict[str, tuple[str, ...]] = {
    "&": ("and",), "+": ("plus",), "@": ("at",), "%": ("percent",), "=": ("equals",), "°": ("degree",),
    "#": ("hashtag",),
    "½": ("half",), "¼": ("quarter",), "¾": ("three", "quarters"),
    "mr": ("mister",), "mrs": ("missus",), "dr": ("doctor",), "prof": ("professor",), "st": ("saint",),
    "sen": ("senator",), "gov": ("governor",), "lt": ("lieutenant",), "sgt": ("sergeant",), "capt": ("captain",),
    "vs": ("versus",), "etc": ("et", "cetera"), "mph": ("mile", "per", "hour"), "kph": ("kilometer", "per", "hour"),
    "km": ("kilometer",), "kg": ("kilogram",), "cm": ("centimeter",), "ok": ("okay",),
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"), "kinda": ("kind", "of"),
    "sorta": ("sort", "of"), "outta": ("out", "of"), "gimme": ("give", "me"), "lemme": ("let", "me"),
    "dunno": ("don't", "know"), "cuz": ("because",), "'cause": ("because",), "til": ("until",), "till": ("until",),
}  # fmt: skip
"""What an abbreviation, a symbol or an informal spelling is read as: one key, or several."""

_SAME = {
    "percentage": "percentage", "cent": "cent", "pounds": "pound", "dollars": "dollar", "euros": "euro",
    "pence": "penny",
    "kilometres": "kilometer", "kilometers": "kilometer", "kilograms": "kilogram", "kilos": "kilogram",
    "miles": "mile",
    "hours": "hour", "degrees": "degree", "alright": "allright", "yeah": "yes", "yep": "yes", "yup": "yes",
    "whatsapp": "whatsapp", "mum": "mom", "ageing": "aging", "judgement": "judgment", "onto": "onto", "ms": "miss",
    "towards": "toward", "afterwards": "afterward", "learnt": "learned", "dreamt": "dreamed", "burnt": "burned",
    "spelt": "spelled", "whilst": "while", "amongst": "among", "'em": "them", "'bout": "about", "grey": "gray",
}  # fmt: skip


def canonical_spelling(word: str) -> str:
    """Return the one spelling that stands for all that are read like `word`."""
    word = _SAME.get(word, word)
    word = _american().get(word, word)
    return _SAME.get(word, word)


@cache
def _american() -> dict[str, str]:
    """Return British spellings with their American ones: the table of Whisper's own English normaliser.

    Read from the file, because importing whisper takes seconds.
    """
    spec = find_spec("whisper")
    if spec is None or not spec.submodule_search_locations:
        return {}
    table = Path(spec.submodule_search_locations[0]) / "normalizers" / "english.json"
    pairs: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))
    return pairs
