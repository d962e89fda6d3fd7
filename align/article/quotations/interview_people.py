"""Who speaks in an interview: whom its labels name in full, and who is the guest that it is about?"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from align.article.entities.names import Name, names_in
from align.article.lexicons import LEXICON
from align.article.lexicons.first_names import FIRST_NAMES
from align.article.quotations.interview_lines import InterviewLine, SpeakerLabel
from align.records import Article, Role, Span

_BYLINE = re.compile(rf"(?:{'|'.join(sorted(LEXICON.byline))})\s", re.IGNORECASE)
_LONGEST_BYLINE = 80  # characters
_MET = LEXICON.meetings | {*LEXICON.cues}
_DEEDS = {*LEXICON.cues} | LEXICON.interviewing | LEXICON.personal_relatives


@cache
def _deed() -> re.Pattern[str]:
    """Return the pattern of what only people do behind their names (Amy Lin says; Amy Lin, 44), made when it is needed.

    Most articles are no interviews, and it takes longer to make than to read one.
    """
    return re.compile(rf"""[’']?s?,?\s(?:{"|".join(map(re.escape, sorted(_DEEDS)))})\b|,\s\d\d\b""")


_ADDRESS = re.compile(
    rf"(?P<title>(?:(?:{'|'.join(sorted(map(re.escape, LEXICON.titles)))})\.?\s)+)?(?P<name>[^\W\d_][\w’'-]+),\s",
    re.IGNORECASE,
)
_FIRST_QUESTIONS = 3  # in which the guest is called by name
_CAPITALISED = re.compile(r"\b[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){1,2}")
_LONGEST_WAY = 40  # characters between a verb and its object: meets the singer Lena Farrow


class InterviewPeople:
    """The people of an article, by surname, and the standfirst that tells who is the guest."""

    def __init__(self, article: Article, lines: Sequence[InterviewLine], start: int) -> None:
        """Learn who there is from the `lines`; those before `start` introduce the interview."""
        first = article.blocks[0].chars
        self._text = article.text
        self._title = f"{article.title}\n{article.text[first.start : first.end]}"
        self._byline = frozenset(_byline_names(article))
        self._intro = [line.chars for line in lines[:start] if line.label is None]
        self._introduced = _full_names(self._text, self._intro)
        shown = {
            _without_role(name)
            for span in self._intro
            for name in names_in(self._text, span)
            if _is_shown(self._text, name)
        }
        self._persons = [name for name in self._introduced if name in shown]
        labels = [line.label for line in lines if line.label]
        printed = {label.name for label in labels if len(_bare(label.name)) > 1 and label.name.split()[0][0].isupper()}
        told = _full_names(self._text, [line.chars for line in lines if line.chars])
        self._tiers = tuple(_by_words(names) for names in (printed, self._introduced, told))
        questions = (line.chars for line in lines if line.is_question and line.is_emphasised)
        self.addressed = next(filter(None, map(self._addressed, islice(questions, _FIRST_QUESTIONS))), None)

    def full_form(self, label: SpeakerLabel) -> str:
        """Return the fullest form that the article gives of whom a label names; as printed if there are several."""
        words = _bare(label.name)
        for known in self._tiers:
            fitting = {name for word in {words[0], words[-1]} for name in known.get(word, ()) if _fits(words, name)}
            if len(fitting) == 1:
                return self._recased(fitting.pop())
            if fitting:
                break
        return self._by_initials(label.name) or self._printed_elsewhere(label.name) or label.name

    def _by_initials(self, label: str) -> str | None:
        """Return the one person of the introduction whose initials a label is: LF."""
        fitting = [name for name in self._introduced if "".join(word[0] for word in name.split()) == label]
        return fitting[0] if len(fitting) == 1 else None

    def is_person(self, label: SpeakerLabel) -> bool:
        """Whether a label shows by itself that it is somebody who speaks, or by what the introduction says."""
        words = label.name.casefold().split()
        if label.is_letter or LEXICON.speaker_labels & {*words} or words[0].strip(".") in LEXICON.titles:
            return True
        is_person = len(words) > 1 and (label.name.split()[0].capitalize() in FIRST_NAMES or words[-1] in LEXICON.roles)
        bare = _bare(label.name)
        return (
            is_person
            or self._by_initials(label.name) is not None
            or any(_fits(bare, name) for name in self._tiers[1].get(bare[-1], ()) if name in self._persons)
        )

    def is_known(self, label: SpeakerLabel) -> bool:
        """Whether it is a person, or an office or a paper that the introduction names."""
        return self.is_person(label) or self._is_introduced(label.name)

    @property
    def titled(self) -> list[str]:
        """The people whom the title names, without who wrote the article."""
        title = self._title.casefold()
        return [name for name in self._persons if name not in self._byline and name.casefold() in title]

    @property
    def guest(self) -> str | None:
        """The one person who is interviewed by what title and standfirst say; None if that is not safe to say."""
        if self.addressed is not None:
            return self.addressed
        names = [name for name in self._persons if name not in self._byline]
        titled = self.titled
        for sure in (titled, names):
            if len(sure) == 1:
                return sure[0]
        if not names:
            return self._guest_of_title()
        met = {name for name in names if self._is_met(name)}
        return met.pop() if len(met) == 1 else None

    def _addressed(self, question: Span) -> str | None:
        """Return whom a question calls by name, as fully as the introduction does: Mr Hale, why now?"""
        found = _ADDRESS.match(self._text, question.start, question.end)
        if found is None or not found["name"][0].isupper() or not (found["title"] or found["name"] in FIRST_NAMES):
            return None
        full = [name for name in self._introduced if _fits([found["name"].casefold()], name)]
        return full[0] if len(full) == 1 else found["name"]

    def interviewer(self, guest: str | None) -> str | None:
        """Return who asks by the byline, or as the only other person beside the verb; None if nobody is named."""
        asking = {name for name in self._persons if name != guest and self._asks(name)}
        found = asking or self._byline - {guest}
        return next(iter(found)) if len(found) == 1 else None

    def _guest_of_title(self) -> str | None:
        """Return the person whom a title in capitals names, if a first name shows them."""
        found = {
            name
            for name in _CAPITALISED.findall(self._title)
            if name.split()[0] in FIRST_NAMES and name not in self._byline
        }
        return found.pop() if len(found) == 1 else None

    def _is_met(self, name: str) -> bool:
        """Whether a person is the object of a verb of interviewing: Bo Lane meets the singer Lena Farrow."""
        parts = [part for span in self._intro if name in (part := self._text[span.start : span.end])]
        before = "|".join(sorted(LEXICON.interviewing))
        if not any(verb in part.lower() for part in parts for verb in LEXICON.interviewing):
            return False
        pattern = re.compile(rf"\b(?:{before})\s[^.!?\n]{{0,{_LONGEST_WAY}}}{re.escape(name)}")
        return any(map(pattern.search, parts))

    def _asks(self, name: str) -> bool:
        """Whether a person is the subject of a verb of interviewing."""
        verbs = "|".join(sorted(LEXICON.interviewing))
        pattern = re.compile(rf"{re.escape(name)}\s(?:{verbs})\b")
        return any(pattern.search(self._text, span.start, span.end) for span in self._intro)

    def _is_introduced(self, name: str) -> bool:
        return any(self._find(name, self._text[span.start : span.end]) for span in self._intro) or bool(
            self._find(name, self._title)
        )

    def _printed_elsewhere(self, name: str) -> str | None:
        """Return a name in capitals as the introduction prints it otherwise: EVENING POST as Evening Post."""
        if not name.isupper():
            return None
        found = (self._find(name, self._text[span.start : span.end]) for span in self._intro)
        return next((words for words in found if words and not words.isupper() and not words.islower()), None)

    def _recased(self, name: str) -> str:
        """Return a name in capitals as the article prints it elsewhere."""
        known = (full for names in self._tiers for full in names.get(_bare(name)[-1], ()))
        recased = next((full for full in known if full.casefold() == name.casefold() and not full.isupper()), None)
        return recased or self._printed_elsewhere(name) or name

    @staticmethod
    def _find(name: str, words: str) -> str | None:
        found = re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE)
        return found.group() if found and found.group()[0].isupper() else None


def _byline_names(article: Article) -> Iterable[str]:
    for block in article.blocks:
        words = article.text[block.chars.start : min(block.chars.end, block.chars.start + _LONGEST_BYLINE)]
        by = _BYLINE.search(words) if len(block.chars) < _LONGEST_BYLINE else None
        if by and (
            block.role is Role.BOILERPLATE or by.start() == 0 or words.split()[0].casefold() in LEXICON.interview_notes
        ):
            span = Span(block.chars.start + by.end(), block.chars.end)
            yield from (name.full for name in names_in(article.text, span) if _is_full(name))


def _is_shown(text: str, name: Name) -> bool:
    """Whether a first name, a role, a verb or who is met shows that capitals are a person."""
    if name.words[0] in FIRST_NAMES or name.title or name.roles:
        return True
    before = text[max(0, name.chars.start - _LONGEST_WAY) : name.chars.start]
    *way, last = [word.strip(",.:").lower() for word in before.split()] or [""]
    is_met = last in LEXICON.meeting and not _MET.isdisjoint(way)
    return is_met or last in LEXICON.interviewing or _deed().match(text, name.chars.end) is not None


def _is_full(name: Name) -> bool:
    acronyms = sum(len(word) > 1 and word.isupper() for word in name.words)
    return name.may_be_person and len(name.words) > 1 and not acronyms


def _full_names(text: str, spans: Iterable[Span]) -> list[str]:
    """Return the people in `spans` by first name and surname, each once, in order of appearance."""
    names = (_without_role(name) for span in spans for name in names_in(text, span) if _is_full(name))
    return list(dict.fromkeys(names))


def _without_role(name: Name) -> str:
    """Return a name from its first name on, where a word before it can only be a role: Konfliktexperte Bo Lane."""
    is_led = len(name.words) > 2 and name.words[0] not in FIRST_NAMES and name.words[1] in FIRST_NAMES
    return " ".join(name.words[1:]) if is_led else name.full


def _by_words(names: Iterable[str]) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for name in names:
        for word in {_bare(name)[0], _bare(name)[-1]}:
            known.setdefault(word, []).append(name)
    return known


def _bare(name: str) -> list[str]:
    """Return the words of a name in lower case without titles."""
    words = [word.strip(".").casefold() for word in name.split()]
    return [word for word in words if word not in LEXICON.titles] or words


def _fits(words: Sequence[str], full: str) -> bool:
    """Whether a name may be short for the full one: its surname or first name, or all of it."""
    whole = _bare(full)
    return (len(words) == 1 and words[0] in (whole[0], whole[-1])) or (words[0], words[-1]) == (whole[0], whole[-1])
