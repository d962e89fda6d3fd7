"""What a name is by the words that lead it: a thing, a country, somebody with a title."""

from align.article.entities.names import Name
from align.article.lexicons import LEXICON
from align.article.lexicons.first_names import FIRST_NAMES

_BEFORE_THINGS = tuple(f"{article} " for article in sorted(LEXICON.articles))
_LONGEST_ARTICLE = 5  # characters, with its space
_LONGEST_BEFORE = 20  # characters
_MORE = (LEXICON.determiners - LEXICON.owning - LEXICON.possessives) | LEXICON.ranking | {"other"}
_OPENING = (
    LEXICON.adverbs
    | LEXICON.conjunctions
    | LEXICON.prepositions
    | LEXICON.openers
    | LEXICON.weekdays
    | LEXICON.phrase_ends
    | LEXICON.negations
)


def is_thing(text: str, name: Name) -> bool:
    """Whether an article stands right before a name, as people have none: the Gaza Strip, but the minister Amy Lin."""
    start = name.chars.start
    run = text[start : name.chars.end].split()
    leading = run[: len(run) - len(name.words)]
    if text[max(0, start - _LONGEST_ARTICLE) : start].lower().endswith(_BEFORE_THINGS):
        is_behind = (
            leading != [] and len(name.words) > 1 and name.words[0] in FIRST_NAMES
        )  # ambassador to the UN | Amy Lin
        return not (is_titled(name) or is_behind)
    before = text[max(0, start - _LONGEST_BEFORE) : start].split()[-1:]
    behind = [word.rstrip(".,") for word in text[name.chars.end : name.chars.end + _LONGEST_BEFORE].split()[:1]]
    if before and before[0].lower() in _MORE and behind and behind[0].islower() and behind[0].endswith("s"):
        return True  # other Rocky Mountain states
    is_led = any(word.lower() in LEXICON.articles for word in leading)  # In The Mirror Amy
    is_owned = any(word.endswith(LEXICON.possessive_endings) for word in leading)  # The EU’s Amy Lin
    return is_led and not is_owned and not is_titled(name)


def is_country(name: Name) -> bool:
    """Whether a lone word is a country rather than somebody's first name: Israel, but not Jordan; nor any: United."""
    is_country = name.full.lower() in LEXICON.countries and name.full not in FIRST_NAMES
    return name.title is None and (is_country or name.full.lower() in LEXICON.place_words)


def is_titled(name: Name) -> bool:
    """Whether title or office stands before a name: President Hale."""
    return name.full.lower() not in LEXICON.roles and (name.title is not None or bool(name.roles))


def with_title(run: str) -> str:
    """Return a name with its title, but for what stands around that: (Later) Ms Cole, (The House) Mr Lin’s (Monday)."""
    words = run.split()
    while len(words) > 1 and words[0].lower() in _OPENING - LEXICON.titles:
        words.pop(0)
    while len(words) > 1 and words[-1].lower() in LEXICON.weekdays:
        words.pop()
    bare = [word.lower().rstrip(".") for word in words]
    words = words[next((place for place, word in enumerate(bare) if word in LEXICON.titles and len(word) > 1), 0) :]
    return " ".join(words).removesuffix("'s").removesuffix("’s")
