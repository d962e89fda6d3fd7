"""Is it an interview or transcript? What tells labels that speak from those of facts, and questions from crossheads."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from align.article.lexicons import LEXICON
from align.article.quotations.interview_lines import InterviewLine
from align.article.quotations.interview_people import InterviewPeople
from align.records import Article, Role

_FEWEST_TURNS = 3
_FEWEST_QUESTIONS = 2
_SURE_QUESTIONS = 3  # set apart, where nobody says who is asked
_NOTE = 2  # words of a note on the interview: edited for length
_LONG_EXCHANGE = 6  # turns of a transcript in which nobody need ask
_MOST = 0.5
_NEARLY_ALL = 0.75  # of answers below crossheads, which explain things as a rule
_SPOKEN = 0.6  # of turns that end like a sentence
_TO_GUEST = 0.4  # of questions that say "you"
_SENTENCE_END = tuple(".!?…—–-。！？")
_CLOSERS = " \n\u00a0*_”’\"'»“)]"
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


def recurring_labels(lines: Sequence[InterviewLine]) -> frozenset[str]:
    """Return the keys of the labels that come more than once; in capitals, beside one of them, those of offices too."""
    labels = [line.label for line in lines if line.label]
    count = Counter(label.key for label in labels)
    recurring = {label.key for label in labels if count[label.key] > 1}
    if any(label.is_upper and label.key in recurring for label in labels):
        recurring |= {label.key for label in labels if label.is_upper and label.has_colon and label.is_office}
    return frozenset(recurring)


def speaking_labels(
    lines: Sequence[InterviewLine], recurring: frozenset[str], people: InterviewPeople
) -> frozenset[str]:
    """Return those of the `recurring` labels that may be speakers: known ones, and those set like most others."""
    labels = [line.label for line in lines if line.label and line.label.key in recurring]
    styles = Counter((label.is_emphasised, label.is_upper) for label in labels)
    style = max(styles, key=styles.__getitem__, default=(False, False))
    return frozenset(
        label.key
        for label in labels
        if people.is_known(label) or (any(style) and style == (label.is_emphasised, label.is_upper))
    )


def is_transcript(
    article: Article, lines: Sequence[InterviewLine], keys: frozenset[str], people: InterviewPeople
) -> bool:
    """Whether the lines with the labels `keys` are turns of an exchange, questions set apart between them or not."""
    turns = [line for line in lines if line.label and line.label.key in keys]
    if len(keys) < 2 or len(turns) < _FEWEST_TURNS or not _alternates(turns):
        return False
    if all(line.label and line.label.is_letter for line in turns):
        answers = [line for line in turns if line.label and not line.label.asks]
        return len(answers) < len(turns) and (people.guest is not None or _is_personal(article, answers))
    spoken = [_bare_end(article.text, line).endswith(_SENTENCE_END) for line in turns if len(line.chars)]
    if sum(spoken) < _SPOKEN * len(spoken):
        return False
    persons = {line.label.key for line in turns if line.label and people.is_person(line.label)}
    known = {line.label.key for line in turns if line.label and people.is_known(line.label)}
    asked = sum(not line.label and is_set_apart_question(article, line) for line in lines)
    questions = sum(line.is_question for line in turns) + asked
    is_shown = len(known) >= _MOST * len(keys) or len(turns) > _FEWEST_TURNS
    is_asked = questions >= _FEWEST_QUESTIONS and is_shown
    return is_asked or (len(turns) >= _LONG_EXCHANGE and len(persons) > _MOST * len(keys))


def is_questioned(
    article: Article, lines: Sequence[InterviewLine], asked: Sequence[int], people: InterviewPeople
) -> bool:
    """Whether the questions set apart at the places `asked` are put to somebody, and answered by them."""
    pairs = [place for place in asked if place + 1 < len(lines) and not lines[place + 1].is_emphasised]
    needed = _FEWEST_QUESTIONS if people.guest is not None else _SURE_QUESTIONS
    if len(pairs) < needed:
        return False
    if people.addressed is not None:
        return True
    to_guest = sum(bool(_words(article, lines[place]) & LEXICON.guest_words) for place in pairs)
    is_by_crossheads = all(lines[place].role is Role.HEADING for place in pairs)
    own = _NEARLY_ALL if is_by_crossheads and people.guest not in people.titled else _MOST
    return to_guest >= _TO_GUEST * len(pairs) and _is_personal(article, [lines[place + 1] for place in pairs], own)


def is_set_apart_question(article: Article, line: InterviewLine) -> bool:
    """Whether a line is a question in bold, in italics or as a crosshead."""
    if not (line.is_emphasised and line.is_question):
        return False
    return line.role is not Role.HEADING or article.text[line.chars.start : line.chars.end] != article.title


def is_prompt(article: Article, lines: Sequence[InterviewLine], place: int) -> bool:
    """Whether a line set apart asks without a question mark, and is answered: Tell us about the record."""
    line, below = lines[place], lines[place + 1 : place + 2]
    is_apart = line.is_emphasised and line.role is Role.BODY and line.label is None
    if not is_apart or any(answer.is_emphasised for answer in below) or not below:
        return False
    words, answered = _words(article, line), _words(article, below[0])
    is_said = bool(words & (LEXICON.guest_words | LEXICON.self_words)) and len(words & LEXICON.interview_notes) < _NOTE
    return is_said and bool(answered & LEXICON.self_words)


def words_outside_quotes(text: str) -> Iterator[str]:
    """Yield the words of a paragraph in lower case, without what it quotes."""
    for word in _WORD.finditer(_QUOTED.sub(" ", text)):
        yield word.group().lower().replace("’", "'")


def _is_personal(article: Article, answers: Sequence[InterviewLine], share: float = _MOST) -> bool:
    """Whether those who answer speak of themselves in a `share` of the answers."""
    own = sum(bool(_words(article, line) & LEXICON.self_words) for line in answers)
    return own >= share * len(answers)


def _alternates(turns: Sequence[InterviewLine]) -> bool:
    """Whether one speaker mostly follows another."""
    changes = sum(
        first.label.key != second.label.key for first, second in pairwise(turns) if first.label and second.label
    )
    return changes >= _MOST * (len(turns) - 1)


def _words(article: Article, line: InterviewLine) -> set[str]:
    return set(words_outside_quotes(article.text[line.chars.start : line.chars.end]))


def _bare_end(text: str, line: InterviewLine) -> str:
    return text[line.chars.start : line.chars.end].rstrip(_CLOSERS)
