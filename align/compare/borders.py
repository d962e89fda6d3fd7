"""What may have been said before a recording begins, or after it ends? Who cuts one cuts through sentences.

There is then not time enough between what was heard last and the end for what print has more.
"""

from collections.abc import Sequence

from align.compare.diff import is_same
from align.compare.hypotheses import WordEdit
from align.compare.locate import Speech
from align.compare.token import Token
from align.records import Transcript

SECONDS_A_WORD = 0.25
"""The fastest speech that newsreaders reach is four words a second."""

_SHORTEST = 4
"""Letters of a word that alone tells of a quote with which a recording begins or ends: no "the", and no "so"."""

_NEAR = 1.0
"""Seconds between those words and the border."""


def may_be_outside(edit: WordEdit, transcript: Transcript, is_joined: tuple[bool, bool]) -> bool:
    """Whether what print has may have been said before the recording began or after it ended.

    Nothing was heard there of it, or a piece of a word: another word is another word. `is_joined`: whether another
    recording goes before it without a gap, and whether it goes on in another.
    """
    words, needed = transcript.words, SECONDS_A_WORD * len(edit.printed.split())
    heard, printed = map(_letters, (transcript.said_plainly(edit.words), edit.printed))
    goes_before, goes_on = is_joined
    if not needed:
        return False
    ends_last = words[edit.words.start - 1].end if edit.words.start else 0.0
    starts_next = words[edit.words.end].start if edit.words.end < len(words) else transcript.recording.duration
    is_first = not edit.words.start and not goes_before and printed.endswith(heard)
    is_last = edit.words.end == len(words) and not goes_on and printed.startswith(heard)
    return (is_first and starts_next < needed) or (is_last and transcript.recording.duration - ends_last < needed)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def is_cut_through(printed: Sequence[Token], transcripts: Sequence[Transcript], speech: Speech) -> bool:
    """Whether a recording ends with the first words of a quote or begins with the last ones: two, or one that tells."""
    for number, (home, heard) in enumerate(zip(speech.recordings, transcripts, strict=True)):
        said, (goes_before, goes_on) = speech.tokens[home.start : home.end], speech.continuity.around(number)
        is_at_end = heard.words and heard.recording.duration - heard.words[-1].end < _NEAR
        is_at_start = heard.words and heard.words[0].start < _NEAR
        for count in range(1, min(len(said), len(printed))):
            if is_at_end and not goes_on and _meet(said[-count:], printed[:count], speech):
                return True
            if is_at_start and not goes_before and _meet(said[:count], printed[-count:], speech):
                return True
    return False


def _meet(said: Sequence[Token], printed: Sequence[Token], speech: Speech) -> bool:
    """Whether the edge of a recording and that of a quote are the same words, and not by chance."""
    return _agree(said, printed) and (len(said) > 1 or _tells(said[0], speech))


def _tells(word: Token, speech: Speech) -> bool:
    """Whether a word stands at the edge of a recording and of a quote for a reason, for others stand anywhere."""
    words = speech.language.words
    light = (words.function_words, words.modals, words.persons, words.negations)
    return len(word.key) >= _SHORTEST and not any(word.key in group for group in light)


def _agree(said: Sequence[Token], printed: Sequence[Token]) -> bool:
    return all(is_same(one, other) for one, other in zip(printed, said, strict=True))
