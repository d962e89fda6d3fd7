"""Where sentences begin and end, and whom they are about: the mentions of names and of who has none."""

import re
from collections.abc import Iterator, Sequence

from align.article.lexicons import LEXICON
from align.records import Span

_SENTENCE_CHARS = 300  # as far as the start or end of a sentence is looked for
_UNABBREVIATED = "".join(rf"(?<!\b{title.capitalize()}\.)" for title in sorted(LEXICON.short_titles))
_NO_INITIAL = r"(?<!\s[A-Z]\.)"  # George W. Bush
_STOP = re.compile(
    rf"[.!?:;]{_UNABBREVIATED}{_NO_INITIAL}[”\"’']*\s|\n\s*\n|(?<![^\n]{{50}})\n"
)  # a short line is a whole
_DEPENDENT = (
    LEXICON.possessives
    | LEXICON.prepositions
    | LEXICON.joining
    | LEXICON.joining_ahead
    | (LEXICON.relatives - LEXICON.complementizers)
    | {"and", "or"}
)
"""Words before a name that its sentence is not about."""

_SUBJECTS = LEXICON.personal | {"it"}
_OFFICE_OF = re.compile(
    rf"\b(?:{'|'.join(sorted(LEXICON.roles))})\s(?:{'|'.join(sorted(LEXICON.joining_ahead))})\s\Z", re.I
)
_ROLES = LEXICON.head_nouns
_INDEFINITE = re.compile(
    rf"""(?:(?<![\s\S])|(?<=\n)|(?<=[.!?]\s)|(?<=[.!?][”"]\s)|(?P<within>(?<=,\s))) (?P<opening>[^\W\d_]+,?\s)?
    (?:(?:{"|".join(sorted(LEXICON.indefinite_articles))})\s|(?P<owner>(?:[\w-]+\s){{0,3}}(?:[\w-]+['’]s|his|her|their)\s))
    (?P<words>(?:[\w’'-]+,?\s){{1,3}}) (?P<next>\w*)""",
    re.VERBOSE | re.IGNORECASE,
)
_APPOSED_BEHIND = re.compile(r"(?:in|from|of|at|near)\s[^.,;\n]{1,30},\s[A-Z][\w-]+\s[A-Z]")
SAYING = LEXICON.sure_verbs | {cue for cue in LEXICON.cues.keys() - LEXICON.plain_cues if cue.endswith("ed")}
_REPORTING = LEXICON.sure_verbs - LEXICON.telling | LEXICON.relaying
_CLOSING = re.compile(
    rf"""(?:,\s(?:{"|".join(sorted(_REPORTING))})|\baccording\sto(?:\sthe)?)\s
    (?:(?:[A-Z][\w’'.-]*|{"|".join(sorted(LEXICON.roles))})\s){{0,6}}\Z""",
    re.VERBOSE,
)
_ATTRIBUTED = re.compile(
    rf"\b(?:{'|'.join(sorted(LEXICON.articles | LEXICON.indefinite_articles))})\s(?:\w+\s){{0,2}}\Z", re.I
)
_QUOTED_FIRST = re.compile(r"(?:“[^”]*”|\"[^\"]*\")\s")
_TOPICAL = (["as", "for"], ["for"], ["but", "for"], ["and", "for"])
_DASHES = ("—", "–", "-")
_BETWEEN = LEXICON.adverbs | LEXICON.weekdays | LEXICON.joining | LEXICON.phrase_ends | LEXICON.times | {"on"}
_MOST_BETWEEN = 4  # words
_LONGEST_CREDIT = 60  # characters
_FARTHEST = 3000  # characters
_AROUND = 120  # characters before a name, and behind it, that tell what its bearer is


def is_subject(text: str, chars: Span, is_first: bool) -> bool:
    """Whether the sentence is about whom it names at `chars`; `is_first`: nobody is named before in it."""
    start = sentence_start(text, chars.start)
    quoted = _QUOTED_FIRST.match(text, start, chars.start)  # “…,” | she said when Bo Lane
    start = quoted.end() if quoted else start
    words = text[start : chars.start].lower().split()
    before = words[-1] if words else ""
    is_topic = words in _TOPICAL and text[chars.end : chars.end + 1] == ","  # As for Amy Lin, she left
    if is_topic or closes(text, chars, start) or (before in LEXICON.cues and len(words) == 1):  # “…,” said Amy Lin
        return True
    verb = next(iter(text[chars.end : chars.end + _AROUND].split(maxsplit=1)), "").lower().rstrip(".,;:")
    is_attribute = (
        verb.isalpha() and verb.islower() and not _is_verb(verb) and _ATTRIBUTED.search(text[start : chars.start])
    )
    owner = verb.rstrip("’'").removesuffix("s")  # backed up Lin officials’ claims
    is_named_after = bool(is_attribute) or (verb[-1:] in ("’", "'") and owner in LEXICON.head_nouns)
    is_signature = before[-1:] in _DASHES and verb not in LEXICON.cues
    is_free = before not in _DEPENDENT and not is_named_after and not is_signature  # a second Lin term
    is_linked = before in LEXICON.coordinating and not _is_named(
        text, Span(start, chars.start)
    )  # left and Bo Lane said
    is_dependent = before in LEXICON.conjunctions or not (is_free or before in LEXICON.subordinators)
    is_clause = is_linked or not is_dependent
    is_owner = text.endswith(LEXICON.possessive_endings, 0, chars.end)  # Bo Lane’s | comments
    if is_clause and verb in LEXICON.cues and verb not in LEXICON.plain_cues and not is_owner:
        return True
    if before.endswith(",") and _is_fronted(words[0]) and _is_finite_behind(text, chars.end):
        return True  # To stop Bo Lane, Amy Lin has; Meeting Bo Lane, Amy Lin on Monday left
    if words and _is_participle(words[0]) and not any(word[-1] == "," or _is_clause(word) for word in words[1:]):
        return False  # Asked about Amy Lin, he left
    clause = text[start : chars.start].lower().rpartition(", ")[2].split()
    is_about_another = _is_about_pronoun(words)  # He praised the chief, Bo
    return is_first and is_free and not is_about_another and _SUBJECTS.isdisjoint(clause)


def _is_named(text: str, before: Span) -> bool:
    """Whether "and" stands behind a name, so that two are the subject: before | Amy Lin and | Bo Lane said."""
    words = text[before.start : before.end].split()[:-1]
    return words != [] and words[-1][0].isupper() and words[-1][-1].isalpha()


def closes(text: str, chars: Span, start: int) -> bool:
    """Whether who is named at `chars` says what the sentence from `start` tells: Bo Lane was late, said | Amy Lin."""
    is_behind = _CLOSING.search(text[start : chars.start]) is not None
    return is_behind and text.startswith((",", ".", " of ", " from "), chars.end)


def _is_fronted(word: str) -> bool:
    """Whether a sentence that begins so is about who is named behind its first clause: In, After, Meeting."""
    return word in LEXICON.prepositions | LEXICON.conjunctions | LEXICON.subordinators or word.endswith("ing")


def _is_participle(word: str) -> bool:
    """Whether a word that begins a sentence leads a clause with no subject of its own: Meeting, Asked; not: King."""
    return word.endswith(LEXICON.past_endings) and len(word) > len("king")


def _is_finite_behind(text: str, end: int) -> bool:
    """Whether a verb follows a name, behind adverbs and days: Amy Lin | quickly left; Amy Lin | on Monday left."""
    for word in text[end : end + _AROUND].split()[:_MOST_BETWEEN]:
        bare = word.lower().rstrip(".,;:")
        if is_finite_word(bare):
            return True
        is_between = bare in _BETWEEN or bare.endswith(LEXICON.adverb_endings)
        if not is_between or word[-1] in ".;:":
            return False
    return False


def may_be_subject(text: str, before: Span) -> bool:
    """Whether a clause may be about who is named behind `before`, which begins its sentence; not: She told | Amy."""
    words = text[before.start : before.end].lower().split()
    is_object = words != [] and (words[-1] in _DEPENDENT or words[-1] in LEXICON.telling)
    return not (is_object and words[-2:] != ["according", "to"]) and not _is_about_pronoun(words)


def _is_about_pronoun(words: Sequence[str]) -> bool:
    """Whether the sentence that begins with `words` has a pronoun for its subject: Later, she left; In it, she left."""
    comma = next((place for place, word in enumerate(words) if word.endswith(",")), None)
    if comma is not None and _is_fronted(words[0]):
        words = words[comma + 1 :]
    return next((word for word in words if not _may_open(word)), "") in _SUBJECTS


def office_start(text: str, start: int) -> int:
    """Return where the office begins whose last words stand at `start`: *Secretary of* Defense Amy Lin."""
    office = _OFFICE_OF.search(text[max(0, start - _AROUND) : start])
    return start - len(office.group()) if office else start


def sentence_start(text: str, position: int) -> int:
    """Return where the sentence that reaches to `position` starts."""
    start = max(0, position - _SENTENCE_CHARS)
    part = text[start:position]
    return next((start + stop.end() for stop in reversed(list(_STOP.finditer(part)))), start)


def sentence_end(text: str, position: int) -> int:
    """Return where the sentence that goes on at `position` ends."""
    end = min(len(text), position + _SENTENCE_CHARS)
    stop = _STOP.search(text, position, end)
    return stop.start() if stop else end


def is_credit(text: str, chars: Span) -> bool:
    """Whether a name stands in the credit of a picture: a line such as Amy Lin/Bell News."""
    before = text[max(0, chars.start - _LONGEST_CREDIT) : chars.start].rpartition("\n")[2]
    behind = text[chars.end : chars.end + _LONGEST_CREDIT].partition("\n")[0]
    line = f"{before}{text[chars.start : chars.end]}{behind}".strip()
    words = line.lower().replace(":", "").split()
    if text[chars.start - 1 : chars.start] == "/":  # Reuters/Bo Lane
        return True
    is_told = "/" in line or "via" in words or not LEXICON.credit_words.isdisjoint(words)
    return len(line) <= _LONGEST_CREDIT and is_told and line[-1] not in ".!?"


def tells(text: str, between: Span) -> bool:
    """Whether the words between two names make the second one's deed what the first one's bearer tells: | said |."""
    words = text[between.start : between.end].lower().split()
    is_told = words != [] and words[0] in SAYING and words[0] not in LEXICON.labelled
    return is_told and not any(word in LEXICON.coordinating or word[-1] in ",;:" for word in words)


def just_before(text: str, position: int) -> Span:
    """Return the paragraph of `position` up to it, and the one before; of long ones what is near."""
    farthest = max(0, position - _FARTHEST)
    paragraph = text.rfind("\n\n", farthest, position)
    return Span(max(farthest, text.rfind("\n\n", farthest, max(farthest, paragraph))), position)


def described_subjects(text: str, span: Span) -> Iterator[int]:
    """Yield where somebody without a name is what a sentence is about: A neighbour; But a spokesman for the club."""
    for match in _INDEFINITE.finditer(text, span.start, span.end):
        opening = (match["opening"] or "").lower().rstrip(", ")
        words = [*match["words"].split(), match["next"]]
        is_role = [_is_role(word.lower().rstrip(",")) for word in words] + [False]
        ends = (place for place in range(len(words) - 1) if is_role[place] and not is_role[place + 1])  # press officer
        place = next(ends, None)
        is_led = match["owner"] is not None and opening in LEXICON.determiners  # the | mayor’s spokesman
        if place is None or (opening and not (is_led or _may_open(opening))):
            continue
        following = words[place + 1].lower()
        is_apposed = words[place].endswith(",") and words[place + 1][:1].isupper()  # a worker, Amy Lin
        is_apposed |= _APPOSED_BEHIND.match(text, match.start("next")) is not None  # a worker in Hull, Amy Lin
        is_aside = match["within"] is not None and words[place].endswith(",")  # Amy Lin, a worker, said
        if is_apposed or is_aside or following in LEXICON.called:  # a worker named Amy Lin
            continue
        is_free = match["within"] is None and match["owner"] is None
        if is_free or _is_past(following):  # in the square, a resident screamed; the mayor’s spokesman said
            yield match.start("words")


def _may_open(word: str) -> bool:
    """Whether a word may stand before what a sentence is about: Later, a man; Eventually, a man."""
    is_small = word in LEXICON.adverbs | LEXICON.coordinating | LEXICON.openers
    return is_small or word.endswith(LEXICON.adverb_endings)


def _is_role(word: str) -> bool:
    return word in _ROLES or word.endswith(LEXICON.role_endings)


def _is_verb(word: str) -> bool:
    return _is_past(word) or word in LEXICON.auxiliaries or word.endswith("s")


def is_finite_word(word: str) -> bool:
    """Whether a word alone is a verb that has a subject: left, was, said."""
    return _is_past(word) or word in LEXICON.auxiliaries


def _is_clause(word: str) -> bool:
    """Whether a verb has a subject of its own: Bringing in Bo Lane *is* what Amy Lin wants."""
    return is_finite_word(word) and not word.endswith("ing")


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in LEXICON.past_tenses or word in LEXICON.cues
