"""Which proper names does a stretch of text hold (NER by capitals), and what do they tell of their bearers?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from align.article.lexicons import LEXICON, NO_LOOKALIKES, Words
from align.article.lexicons.first_names import FIRST_NAMES
from align.records import Span

_UPPER = "".join(char for char in map(chr, range(0x530)) if char.isupper())  # Latin, Greek, Cyrillic
_CAPITAL = rf"[{_UPPER}]\w*(?:[-’'.&]\w+)*"
_SPACE = r"(?:[^\S\n]|\n(?!\s*\n))"
_PARTICLE = rf"(?:{'|'.join(sorted(LEXICON.name_particles))})"
_ABBREVIATED = "".join(rf"|(?<=\b{title.capitalize()})" for title in sorted(LEXICON.short_titles))
_PREFIX = rf"(?:{_PARTICLE}-)?"  # Bo al-Lane
_DOT = rf"(?:(?<=\b[{_UPPER}]){_ABBREVIATED})\."  # Mr. J. Voss; other dots end the name with the sentence
_RUN = re.compile(
    rf"{_CAPITAL}(?:(?:{_DOT})?{_SPACE}(?:{_PARTICLE}{_SPACE}){{0,2}}{_PREFIX}{_CAPITAL}|{_SPACE}\d{{1,3}}\b)*"
)
_TYING_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(LEXICON.name_ties))})\s\Z")
_OFFICE_BEFORE = re.compile(
    rf"\b(?:{'|'.join(sorted(LEXICON.roles))})\s(?:{'|'.join(sorted(LEXICON.joining_ahead | {'to'}))})\s(?:the\s)?\Z",
    re.I,
)
_WORD_BEFORE = re.compile(
    rf"((?:\b(?:{'|'.join(sorted(LEXICON.lesser_roles))})\s)?\b\w+)\s(?:of\s(?!the\b|an?\b)\w+\s)?\Z", re.I
)
_NO_NAME = (
    LEXICON.adverbs
    | LEXICON.openers
    | LEXICON.conjunctions
    | LEXICON.determiners
    | LEXICON.prepositions
    | LEXICON.pronouns
    | LEXICON.periods
) - LEXICON.leading_particles
_UNNAMED = _NO_NAME | LEXICON.credit_words  # AP Photo | Amy Lin
_MONTHS = LEXICON.periods - LEXICON.times - LEXICON.adverbs
_SHORT_FORMS = LEXICON.abbreviations | {code for code, _ in LEXICON.region_codes}
_INITIALS = re.compile(r"[A-Z]\.[A-Z]\.?")
_INITIAL = 2  # characters: B.
_SAYING = LEXICON.sure_verbs | {cue for cue in LEXICON.cues if cue.endswith(LEXICON.past_endings)}
_LEADING = LEXICON.roles | LEXICON.titles
_HONOURS = LEXICON.name_suffixes - LEXICON.generations
_SELF = {word for word in LEXICON.self_words if len(word) == 1 or not word.isalpha()}  # I’ve; not: Abdul Mir
_BEHIND = LEXICON.weekdays | _SELF
_LONGEST_PERSON = 4  # words
_TIES = LEXICON.prepositions - LEXICON.name_particles - LEXICON.leading_particles


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitals taken apart: "Scotland Yard's Deputy Commissioner Bas Javid" is the person Bas Javid.

    `words` are what is left without title and roles; `is_female` is what title and kinship tell, if they do.
    """

    words: tuple[str, ...]
    chars: Span
    title: str | None
    roles: frozenset[str]
    is_female: bool | None

    @property
    def full(self) -> str:
        """The name without title and role."""
        return " ".join(self.words)

    @property
    def surname(self) -> str:
        """The last word but for what tells a son from his father: Hale, of Donald Hale Jr."""
        is_younger = len(self.words) > 1 and self.words[-1].lower() in LEXICON.generations
        last = self.words[-2] if is_younger else self.words[-1]
        particle, _, rest = last.partition("-")
        return rest if particle in LEXICON.name_particles and rest else last  # Lane, of Bo al-Lane

    @property
    def may_be_person(self) -> bool:
        """Whether it reads like a person's name."""
        is_addressed = self.title in LEXICON.male_titles | LEXICON.female_titles and len(self.words) == 1
        return _may_be_person(self.words) or is_addressed  # Mr Western


@lru_cache(maxsize=1024)  # names of a long article, 0.3 MB
def _may_be_person(words: tuple[str, ...]) -> bool:
    """Whether the words of a name read like those of a person rather than of a body or a place."""
    if not 0 < len(words) <= _LONGEST_PERSON:
        return False
    is_organisation = any(word.lower() in LEXICON.organisations or not word[0].isalpha() for word in words)
    is_organisation |= words[-1].lower() in LEXICON.companies | LEXICON.bodies and len(words) > 1
    is_month = words[-1].lower() in _MONTHS
    is_organisation |= is_month and FIRST_NAMES.keys().isdisjoint((words[0], words[-1]))  # Come November
    is_short = words[-1].isupper() and len(words[-1]) > 1 and words[-1].lower() not in LEXICON.generations  # RPA
    is_organisation |= is_short and (len(words) == 1 or not words[0].isupper())
    is_organisation |= _is_place(words) or any(map(_is_tie, words[1:-1]))  # Uneasy History With Race
    is_office = (
        words[-1].lower() in LEXICON.roles and len(words) > 1 and words[0] not in FIRST_NAMES
    )  # Financial Officer
    articles = [place for place, word in enumerate(words) if word in LEXICON.genitive_articles]
    is_led = any(place == 0 or words[place - 1][0].isupper() for place in articles)  # Auf der Demo
    return not (is_organisation or is_led or is_office)


def _is_tie(word: str) -> bool:
    """Whether a capital within a name is a preposition, as titles have them: With; not: Von, Per."""
    return word.lower() in _TIES and word not in FIRST_NAMES


def _is_place(words: tuple[str, ...]) -> bool:
    """Whether a name is that of a place or of who comes from there: Hong Kong, North Hull, Western, Shia Lebanese."""
    lower = [word.lower() for word in words]
    is_told = words[0] in FIRST_NAMES and len(words) > 1  # Dawn French
    is_derived = lower[-1] in LEXICON.demonyms and not is_told
    return is_derived or " ".join(lower[:2]) in LEXICON.places or (lower[0] in LEXICON.place_words and len(words) > 1)


def names_in(text: str, span: Span, lookalikes: Words = NO_LOOKALIKES) -> Iterator[Name]:
    """Yield the proper names in `span`, in order; `lookalikes` are words of the lists that may begin one."""
    for match in _RUN.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 24) : match.start()]
        kin = _WORD_BEFORE.search(before)
        is_tied = _TYING_BEFORE.search(before) is not None
        is_held = _OFFICE_BEFORE.search(before) is not None
        words, title, roles, is_female = _take_apart(
            match.group(), is_tied, is_held, kin[1].lower() if kin else "", lookalikes
        )
        if words:
            yield Name(words, Span(*match.span()), title, roles, is_female)


@lru_cache(maxsize=1024)  # names of a long article, 0.5 MB
def _take_apart(
    run: str, is_tied: bool, is_held: bool, relation: str, lookalikes: Words
) -> tuple[tuple[str, ...], str | None, frozenset[str], bool | None]:
    """Return the words, title, roles and gender of a run of capitals.

    `relation` is the noun before it, with "deputy" or the like; `is_tied` says that "of" or the like stands between,
    `is_held` that an office does.
    """
    words = [
        word if len(word) == _INITIAL or _INITIALS.fullmatch(word) else word.rstrip(".")
        for word in _after_possessive(run.split())
    ]
    is_own = len(words) < len(run.split()) or any(map(_is_leading, words[:-2]))  # from the BBC’s | Amy van der Lin
    if len(words) > 2 and is_tied and not is_own:  # Mayor of London | Sadiq Khan
        words = words[-2:]
    if (
        len(words) > 2 and is_held and words[-2] in FIRST_NAMES and not is_own
    ):  # Chief Secretary to the Treasury | Bo Lane
        words = words[-2:]
    while len(words) > 2 and words[-1].lower() in _HONOURS | LEXICON.credit_words:  # Amy Lin KC; Amy Lin Image
        words.pop()
    while len(words) > 1 and words[-1].lower().replace("’", "'") in _BEHIND:  # Amy Lin Friday said; Amy Lin I’ve met
        words.pop()
    if len(words) > 2 and words[0].lower() in LEXICON.countries and words[1] in FIRST_NAMES:  # envoy to Ukraine Bo Lane
        words = words[1:]
    if len(words) > 1 and is_tied and words[0].lower() == "charge":  # Special Agent in Charge | Bo Lane
        words = words[1:]
    first = _first_name(words, lookalikes)
    described = [part for word in words[:first] for part in (word.lower(), *word.lower().split("-"))]
    title = next((word for word in described if word in LEXICON.titles), None)
    return tuple(words[first:]), title, LEXICON.roles & {*described, *relation.split()}, _is_female(title, relation)


def _first_name(words: list[str], lookalikes: Words) -> int:
    """Return where the name begins, behind "House Speaker" and "Met Police Commissioner"."""
    surname = len(words) - 1 - (len(words) > 1 and words[-1].lower() in LEXICON.generations)  # Bo King Jr
    roles = (place for place in range(surname - 1, -1, -1) if _is_leading(words[place]))
    last_role = next(roles, -1)
    is_person = not any(word.lower() in LEXICON.organisations for word in words[last_role + 1 :])
    if last_role >= 0 and is_person and surname - last_role < _LONGEST_PERSON:
        return last_role + 1
    first = 0
    while first < len(words) and _is_prefix(words, first, lookalikes):
        first += 1
    return first


def _is_prefix(words: list[str], place: int, lookalikes: Words) -> bool:
    """Whether a capitalised word only leads to the name: But, Mr, Home Secretary, IOPC Director."""
    word = words[place]
    if word in FIRST_NAMES and place + 1 < len(words):  # Una Marsh, Will Bell
        return False
    is_surname = 0 < place == len(words) - 1 and words[place - 1].lower() in LEXICON.titles
    if word.lower() in _NO_NAME and ((word.lower() in lookalikes and not word.isupper()) or is_surname):
        return False  # Di Lane; Mr Do
    if word.lower() in _UNNAMED or _is_leading(word) or word.endswith(("-old", *LEXICON.derived_endings)):
        return True
    if place == 0 and place + 1 < len(words) and _is_verb(word):
        return True
    is_acronym = len(word) > 1 and word.isupper() and not _are_initials(words, place)
    return is_acronym and place + 1 < len(words)


def _are_initials(words: list[str], place: int) -> bool:
    """Whether a name begins with two initials: H.R. Lane; not: U.S. Lane."""
    is_last = place + 2 == len(words)
    return (
        is_last
        and _INITIALS.fullmatch(words[place]) is not None
        and words[place].lower().rstrip(".") not in _SHORT_FORMS
    )


def _is_verb(word: str) -> bool:
    """Whether a word that begins a sentence is a verb and no name: Hosting Brock; (Said) Lin; (Not) Lin."""
    is_participle = len(word) > len("King") and word.endswith("ing")
    return is_participle or word.lower() in _SAYING or word.lower() in LEXICON.negations


def _is_leading(word: str) -> bool:
    """Whether a word is a title or a role: Mayor, Vice-President, Maj-Gen; or tells a party: Democrats Amy Lin and."""
    if word.lower().removesuffix("s") in LEXICON.partisans:
        return True
    parts = word.lower().split("-")
    is_joined = _LEADING.issuperset(set(parts) - LEXICON.office_parts) and not LEXICON.office_parts.issuperset(parts)
    return is_joined or word.lower() in _LEADING or word.endswith(LEXICON.role_endings)


def _after_possessive(words: list[str]) -> list[str]:
    """Return the words after the last possessive: what LBC's Nick Ferrari is called."""
    for place in range(len(words) - 2, -1, -1):
        if words[place].endswith(LEXICON.possessive_endings):
            return words[place + 1 :]
    words[-1] = words[-1].removesuffix("'s").removesuffix("’s")
    return words


def _is_female(title: str | None, relation: str) -> bool | None:
    kin = relation.rpartition(" ")[2]
    if title in LEXICON.female_titles or kin in LEXICON.female_kin:
        return True
    return False if title in LEXICON.male_titles or kin in LEXICON.male_kin else None
