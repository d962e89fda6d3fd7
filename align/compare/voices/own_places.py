"""Is a quote in the wrong voice said in the right one, too? Of equal places, the one in its name's voice is meant."""

from collections import Counter

from align.compare.alignment import QuoteAlignment
from align.compare.locate import Speech
from align.compare.placement import is_found, tied_alignments
from align.compare.voices.names import canonical_names
from align.records import QuoteCheck, Report
from align.word_voices import word_voices


def find_own_place(check: QuoteCheck, speech: Speech, report: Report) -> QuoteAlignment | None:
    """Return how a quote reads into a place that fits as well as where it was found, and is in its name's voice."""
    name = check.quote.speaker
    if not check.misattribution or name is None:
        return None
    places = (one for one in tied_alignments(check.quote, speech) if is_found(one))
    return next((one for one in places if _is_same(_speaker(one, speech, report), name)), None)


def _is_same(one: str | None, name: str) -> bool:
    return one is not None and len(set(canonical_names([one, name]).values())) == 1


def _speaker(aligned: QuoteAlignment, speech: Speech, report: Report) -> str | None:
    """Return whose voice the words are in that a quote repeats."""
    part = aligned.parts[0]
    heard = report.transcripts[part.recording]
    first, last = speech.tokens[part.spoken.start], speech.tokens[part.spoken.end - 1]
    said = Counter(word_voices(heard.words[first.start : last.end], heard))
    voice = max(said, key=lambda voice: said[voice], default=None)
    return None if voice is None else heard.voices[voice].name
