"""How is a difference put to the audio: which clip, and which wordings of it?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from align.compare.tokens import printed_tokens
from align.languages import Language
from align.records import Interval, Question, Span, Word

_CONTEXT = 5  # words at least on either side: enough for the model to know what it is hearing
_LONGEST_CONTEXT = 12  # words at most; between the two it ends where the speaker pauses
_PAUSE = 0.2  # s between two words
PADDING = 0.25  # s of sound beside the first and last word, if no other word is there
_EDGE_PADDING = 2.0  # s before the first word of a recording and behind its last: a word may have been missed there
_LONGEST_CLIP = 26.0  # s without padding; Whisper hears 30


@dataclass(frozen=True, slots=True)
class WordEdit:
    """A difference in words instead of tokens: these transcribed words, and what print has for them."""

    words: Span
    printed: str


def ask_about(
    change: WordEdit, others: Sequence[WordEdit], words: Sequence[Word], recording: int, language: Language
) -> Question:
    """Return the question whether `words` were said as transcribed or as `change` has them in print.

    `others` are changes in order of their words, `change` itself among them or not. Those nearby may be mishearings
    too: each reading of this one is offered with them as heard and with them as printed.
    """
    context = _context(change.words, words)
    first = bisect_left(others, context.start, key=_first_word)
    behind = bisect_right(others, context.end, key=_first_word)
    near = [one for one in others[first:behind] if one.words.end <= context.end and one.words != change.words]
    heard = [_wording(words, context, ())]
    said = _join(words, change.words.start, change.words.end)
    written = dict.fromkeys([*spellings(change.printed, language), *divisions(change.printed, said)])
    printed = [_wording(words, context, (WordEdit(change.words, text),)) for text in written]
    if near:
        heard.append(_wording(words, context, near))
        printed.append(_wording(words, context, (*near, change)))
    return Question(recording, _clip(context, words), tuple(heard), tuple(printed))


def _first_word(change: WordEdit) -> int:
    return change.words.start


def _context(changed: Span, words: Sequence[Word]) -> Span:
    """Return the words around a change: up to a pause, a few at least, never more than a clip holds."""
    start, end = changed.start, changed.end
    while start > 0 and changed.start - start < _LONGEST_CONTEXT and _may_go_on(changed.start - start, words, start):
        start -= 1
    while end < len(words) and end - changed.end < _LONGEST_CONTEXT and _may_go_on(end - changed.end, words, end):
        end += 1
    while end - start > 1 and words[end - 1].end - words[start].start > _LONGEST_CLIP:
        start, end = (start + 1, end) if changed.start - start > end - changed.end else (start, end - 1)
    return Span(start, end)


def _may_go_on(taken: int, words: Sequence[Word], border: int) -> bool:
    return taken < _CONTEXT or words[border].start - words[border - 1].end < _PAUSE


def _clip(context: Span, words: Sequence[Word]) -> Interval:
    """Return the time of the context with a little room, none of it another word's."""
    first, last = words[context.start], words[context.end - 1]
    if context.start:
        start = max(first.start - PADDING, min(words[context.start - 1].end, first.start), 0.0)
    else:
        start = max(first.start - _EDGE_PADDING, 0.0)
    if context.end < len(words):
        end = min(last.end + PADDING, max(words[context.end].start, last.end))
    else:
        end = last.end + _EDGE_PADDING
    return Interval(start, max(start, end))


def _wording(words: Sequence[Word], context: Span, changes: Sequence[WordEdit]) -> str:
    """Return the words of the context as Whisper writes them, with `changes` made."""
    text, position = "", context.start
    for change in sorted(changes, key=lambda item: item.words):
        text += _join(words, position, change.words.start)
        text = _append(text, change.printed, _join(words, change.words.start, change.words.end))
        position = change.words.end
    return " ".join((text + _join(words, position, context.end)).split())


def _append(text: str, printed: str, heard: str) -> str:
    """Return `text` with `printed` appended, ending as `heard` ends, so that only words differ."""
    ending = re.search(r"[,.?!;:]*$", heard.strip())
    stop = ending.group() if ending else ""
    if not printed:
        return text if not stop or text.rstrip().endswith(tuple(",.?!;:")) else text.rstrip() + stop
    return f"{text} {printed}{stop}"


def _join(words: Sequence[Word], start: int, end: int) -> str:
    return "".join(word.text for word in words[start:end])


def spellings(printed: str, language: Language) -> tuple[str, ...]:
    """Return ways to write the printed words: the question is what was said, not how it is written.

    With numbers in words and in figures, if the language can spell them, and as spelled in the one way that stands for
    all ("colour", "color").
    """
    plain = printed.translate({0x2019: "'", 0x2018: "'"})
    plain = " ".join(re.sub(r"[“”\"«»„\[\]*_]|</?[a-zA-Z][^<>]*>", " ", plain).split())
    plain = plain.strip(" ,.?!;:–—-…")
    respelled = _WORD.sub(lambda match: _respelled(match.group(), language), plain)
    apart = re.sub(r"(?<=\w)-(?=\w)", " ", plain)
    ways = [plain, apart, _in_words(plain, language), _in_figures(plain, language), respelled]
    return tuple(dict.fromkeys(ways))


def _respelled(word: str, language: Language) -> str:
    spelling = language.spell(word.lower())
    return word if spelling == word.lower() else spelling


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def divisions(printed: str, heard: str) -> tuple[str, ...]:
    """Return the ways to write printed words joined or apart that are nearer to how those heard are divided.

    A compound is divided where what was heard has one of its halves ("playback", heard as "play that"), and two words
    are joined where one was heard ("play back", heard as "playbook").
    """
    shown, said = (_WORD.findall(text.lower()) for text in (printed, heard))
    if not "".join(shown).isalpha():  # digits written otherwise are another number
        return ()
    if len(shown) == 2 and len(said) == 1:
        return ("".join(shown),)
    if len(shown) != 1 or len(said) < 2:
        return ()
    word = shown[0]
    starts = {len(half) for half in said if word.startswith(half)}
    ends = {len(word) - len(half) for half in said if word.endswith(half)}
    return tuple(f"{word[:at]} {word[at:]}" for at in sorted(starts | ends) if 0 < at < len(word))


_WHOLE_NUMBER = re.compile(r"(?<![\d.,:/])\b(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,6})\b(?![.,:/]\d)")


def _in_words(text: str, language: Language) -> str:
    """Return `text` with its whole numbers written in words."""
    spell = language.spell_number
    return _WHOLE_NUMBER.sub(lambda match: spell(int(match.group().replace(",", ""))), text) if spell else text


_LEAST_FIGURE, _LEAST_GROUPED = 10, 10_000
_LONGEST_FIGURE = 16  # digits


def _in_figures(text: str, language: Language) -> str:
    """Return `text` with its number words in figures ("forty thousand", "40,000"), as Whisper writes all but a few."""
    for token in reversed(printed_tokens(text, 0, language)):
        written = text[token.start : token.end]
        if (
            token.key.isdecimal()
            and len(token.key) <= _LONGEST_FIGURE
            and written.replace("-", "").replace(" ", "").isalpha()
        ):
            value = int(token.key)
            figure = f"{value:,}" if value >= _LEAST_GROUPED or value % 1000 == 0 else str(value)
            if value >= _LEAST_FIGURE:
                text = text[: token.start] + figure + text[token.end :]
    return text
