"""What was heard that is no speech, and speech that nobody could make out: `(laughs)`, `♪ … ♪`, `[inaudible]`.

A sound is left out. Where somebody spoke and nobody could tell what, a mark stays: a quote may hide there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.speech.transcripts.mending.spans import Unsaid, leave_out
from align.speech.transcripts.rough import RoughSegment


def _any_of(words: str) -> str:
    """Return a pattern for any of these words and phrases, `*` standing for the rest of a word."""
    return rf"\b(?:{words.strip().replace('*', '[a-z]*')})\b"


_SOUNDS = (
    "laugh*|giggl*|chuckl*|applau*|claps|clapping|cheers|cheering|boos|booing|music*|sings|singing|hums|humming|"
    "whistl*|sigh*|cough*|sneez*|sniff*|sob*|crying|cries|weep*|gasp*|groan*|grunt*|moan*|scream*|shouts|shouting|"
    "yells|yelling|whisper*|breath*|inhal*|exhal*|pants|panting|yawn*|snores|snoring|clear* throat|clear* his throat|"
    "clear* her throat|pause|pauses|silence|noise|noises|static|beep*|buzz*|rings|ringing|click*|knocks|knocking|"
    "slam*|siren*|barks|barking|thud*|bangs|crashes|footsteps|typing|jingle|blank_audio|no speech|sfx|video play*|"
    "recording play*|on tv|on radio|on phone|over radio|over phone|on recording|off-screen|voiceover|"
    "chatter*|murmur*|tut|tuts|tsk|lacht|gelächter|applaus|musik|rire|rires|musique|applaudissements|"
    "risas|música|aplausos|смех|музыка|аплодисменты|"
    "笑|拍手|掌声|音楽|音乐|웃음|박수|음악"
)
_UNHEARD_WORDS = (
    "inaud*|unintelligible|indistinct*|indiscernible|unclear|undecipherable|crosstalk|cross-talk|cross talk|overlap*|"
    "talking over|speak* over|garbled|muffled|mumbl*|illegible|audio gap|audio lost|audio cut*|audio skip*|"
    "audio issue*|no audio|foreign|redacted|bleep*|censored|expletive*|technical difficult*|technical issue*|"
    "unverständlich|неразборчиво|unk"
)
_SOUND = re.compile(_any_of(_SOUNDS), re.IGNORECASE)
_UNHEARD = re.compile(
    rf"(?i:{_any_of(_UNHEARD_WORDS)})|\b[Ss]peak(?:s|ing)? (?:in )?(?:[A-Z]\w+|foreign)|^[\s_?.…xX*-]+$"
)
_MOST_WORDS = 6
"""Of what brackets say about a sound; in round ones, inside a sentence, fewer: those are also for asides."""

_MOST_WORDS_ASIDE = 4
_LANGUAGE = re.compile(r"[Ii]n [A-Z]\w+")  # in which something is said: no sound, and not said either
_ACRONYM = 5  # letters of what may be one, and said: "[NATO]"
_SENTENCE = re.compile(r"[.?!,]\s*$|\b(?:i|i'm|i’m|you|he|she|we|they|it|it's|it’s)\b", re.IGNORECASE)
_BRACKETED = re.compile(
    r"\[([^\[\]]{0,80})\]|\(([^()]{1,80})\)|【([^】]{0,80})】|（([^）]{0,80})）|(?<!\w)\*([^*\n]{1,40})\*(?!\w)"
)
_LYRICS = re.compile(r"[♪♫🎵🎶]+(?:[^♪♫🎵🎶]*[♪♫🎵🎶]+)?|(?:^|(?<=\n))\s*#[^#]+#(?=\s*(?:\n|$))|[♪♫🎵🎶][^\n]*")
_NOTES = re.compile(r"[♪♫🎵🎶#\s]+")
_CAPITALS = re.compile(r"[^a-z]*[A-Z][^a-z]*")
_MOST_CAPITALS = 0.9  # of the letters: such text is all in capitals, and they mean nothing
_SHORT = 4  # words of a sound that is written without brackets, at most


def is_sound(text: str) -> bool:
    """Whether what stands in brackets is a sound, or speech that nobody could make out."""
    return bool(_SOUND.search(text) or _UNHEARD.search(text) or _LANGUAGE.fullmatch(text.strip()))


def is_in_capitals(segments: Sequence[RoughSegment]) -> bool:
    """Whether a whole transcript is written in capitals, as television's captions are."""
    letters = [char for segment in segments for char in segment.text if char.isalpha()]
    return sum(char.isupper() for char in letters) > _MOST_CAPITALS * len(letters)


def leave_out_sounds(segments: Sequence[RoughSegment]) -> tuple[list[RoughSegment], tuple[str, ...]]:
    """Return the segments without sounds; speech that nobody could make out is marked as unheard."""
    in_capitals = is_in_capitals(segments)
    return [replace(part, words=leave_out(part.words, [*_unsaid(part.text, in_capitals)])) for part in segments], ()


def _unsaid(text: str, in_capitals: bool) -> Iterator[Unsaid]:
    """Yield the spans of a segment's text that are sounds, in order."""
    found = [*_lyrics(text), *_bracketed(text, in_capitals), *_in_capitals(text, in_capitals)]
    end = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def _lyrics(text: str) -> Iterator[Unsaid]:
    """Yield what is sung; its words are unheard."""
    for match in _LYRICS.finditer(text):
        yield Unsaid(*match.span(), bool(_NOTES.sub("", match[0])) and not is_sound(match[0]))


def _bracketed(text: str, in_capitals: bool) -> Iterator[Unsaid]:
    for match in _BRACKETED.finditer(text):
        inside = next(group for group in match.groups() if group is not None)
        is_alone = not _around(text, *match.span()).strip(" -–.,!?:")
        is_aside = not is_alone and match[0].startswith(("(", "（"))
        is_known = _is_known(inside, is_aside)
        is_shouted = not in_capitals and len(inside) > _ACRONYM and bool(_CAPITALS.fullmatch(inside))
        if is_known or is_shouted or (is_alone and not match[0].startswith("*") and not _SENTENCE.search(inside)):
            yield Unsaid(*match.span(), bool(_UNHEARD.search(inside)) and not _SOUND.search(inside))


def _is_known(inside: str, is_aside: bool) -> bool:
    """Whether brackets hold a known sound, or nothing; an aside, which may be spoken, begins or ends with one then."""
    words = inside.split()
    if not words or len(words) > (_MOST_WORDS_ASIDE if is_aside else _MOST_WORDS):
        return not words
    edges = (words[0], words[-1], " ".join(words[:2]), inside.strip()) if is_aside else ()
    return any(is_sound(edge) for edge in edges) if is_aside else is_sound(inside)


def _around(text: str, start: int, end: int) -> str:
    """Return what else stands on the line, or the lines, of a span."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[first:start] + text[end : last if last >= 0 else len(text)]


def _in_capitals(text: str, in_capitals: bool) -> Iterator[Unsaid]:
    """Yield lines that are a sound in capitals, as British subtitles have them: APPLAUSE."""
    at = 0
    for line in text.split("\n") if not in_capitals else ():
        if _CAPITALS.fullmatch(line) and len(line.split()) <= _SHORT and _SOUND.match(line.strip()):
            yield Unsaid(at, at + len(line))
        at += len(line) + 1
