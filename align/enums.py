"""The closed vocabularies of `docs/contract.md`: kinds, verdicts, severities, certainties, operations, categories."""

from collections.abc import Sequence
from enum import StrEnum


class Term(StrEnum):
    """A word of the contract."""

    @property
    def words(self) -> str:
        """The term as a reader is shown it: `check by ear`."""
        return self.value.replace("_", " ")


class Kind(Term):
    """What sort of quotation it is; only SPEECH and FRAGMENT can be faulted."""

    SPEECH = "speech"
    FRAGMENT = "fragment"
    STATEMENT = "statement"
    MESSAGE = "message"
    SCARE = "scare"
    TITLE = "title"
    THOUGHT = "thought"
    NEGATED = "negated"

    @property
    def is_spoken(self) -> bool:
        """Whether the words are claimed to have been said aloud."""
        return self in (Kind.SPEECH, Kind.FRAGMENT)


class Verdict(Term):
    """What the recordings say about a quote, in the words of the report."""

    VERBATIM = "verbatim"
    CLEANED = "cleaned"
    ALTERED = "altered"
    SPLICED = "spliced"
    WRONG_SPEAKER = "wrong_speaker"
    NOT_FOUND = "not_found"
    UNCHECKED = "unchecked"


class Severity(Term):
    """How bad a finding is; ordered by `rank`."""

    NONE = "none"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Position in the order none < minor < major < critical."""
        return tuple(Severity).index(self)


class Certainty(Term):
    """Whether the audio settled the matter."""

    CONFIRMED = "confirmed"
    CHECK_BY_EAR = "check_by_ear"


class Choice(Term):
    """What a person decided about a finding: let it stand in print, or have it put right."""

    ACCEPT = "accept"
    FAULT = "fault"


class Op(Term):
    """What happened between speech and print: spoken is the reference, printed the hypothesis."""

    EQUAL = "equal"
    SUBSTITUTE = "substitute"
    INSERT = "insert"
    DELETE = "delete"


class Category(Term):
    """Which sort of change an edit is; its severity follows from it (`compare/styles.py`)."""

    FILLER = "filler"
    REPEAT = "repeat"
    FALSE_START = "false_start"
    CONTRACTION = "contraction"
    GRAMMAR = "grammar"
    SPELLING = "spelling"
    BRACKET = "bracket"
    ELLIPSIS = "ellipsis"
    FUNCTION_WORD = "function_word"
    INFLECTION = "inflection"
    CONTENT = "content"
    OMISSION = "omission"
    INSERTION = "insertion"
    QUALIFIER = "qualifier"
    ORDER = "order"
    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    PERSON = "person"
    MODALITY = "modality"
    QUANTITY = "quantity"


class Role(Term):
    """What a block of an article is for."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    BLOCK_QUOTE = "block_quote"
    PULL_QUOTE = "pull_quote"
    POST = "post"


def worst(severities: Sequence[Severity]) -> Severity:
    """Return the worst of `severities`, NONE if there are none."""
    return max(severities, key=lambda severity: severity.rank, default=Severity.NONE)
