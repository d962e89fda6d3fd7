"""Which wording the recording bears out: print with every confirmed finding undone and tidying kept, ready to paste."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from align.records import Certainty, Edit, Passage, QuoteCheck, Report, Span, Transcript, Verdict
from align.report.view.describe import describe, differs
from align.report.view.sanitize import one_line

_STOPS = ".,;:!?"
_PAUSES = ",;:"
_JUMP = " … "
_UNSURE = 0.5
"""Of a word, as probable as the model holds it: of those below, 46 % are what was said (base, 18 recordings, 119 words;
between 0.5 and 0.7 it is 81 %, above 0.9 98 %)."""

_FIRST_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?][\s\"'”’)\]]*$")


def suggest(report: Report, check: QuoteCheck) -> str:
    """Return the wording on one line, an empty one where nothing that differs is confirmed.

    What only the ear can tell stands as printed, and where it is sure that something else was said than is printed, but
    not what, there is no wording: no word is offered that the audio may not hold. Parts that lie apart
    are put in the order in which they were spoken, with an ellipsis between them. A word that had a capital only
    because a sentence began with it loses it where none begins, and the other way round.
    """
    if not _can_be_mended(check) or any(_unsurely_heard(report, check)):
        return ""
    text = ""
    for passage in sorted(check.passages, key=lambda part: (part.recording, part.chunks[0].words.start)):
        text = text.rstrip(f" {_PAUSES}") + _JUMP if text else ""
        for run in _runs(report, passage):
            text = _joined(text, _recased(report, check, run, text))
    end = check.quote.text[-1] if check.quote.text[-1] in _STOPS else ""
    return one_line(text).rstrip(_STOPS) + end


def caveat(report: Report, check: QuoteCheck) -> str:
    """Return a sentence on why there is no wording, or what stands as printed in it, for only the ear can tell."""
    if not _can_be_mended(check):
        return ""
    if unsure := [*_unsurely_heard(report, check)]:
        words = "; ".join(f"“{one_line(edit.spoken)}”" for edit in unsure)
        return f"No wording is suggested, for what is said there is not heard surely, check by ear: {words}."
    unsettled = [describe(edit) for edit in check.edits if differs(edit) and not _is_settled(edit)]
    return f"Left as printed, check by ear: {'; '.join(unsettled)}." if unsettled else ""


def _unsurely_heard(report: Report, check: QuoteCheck) -> Iterator[Edit]:
    """Yield the confirmed findings that have a word in the place of print of which the model is not sure."""
    for edit in filter(_is_settled, check.edits):
        heard = report.transcripts[edit.recording].words[edit.words.start : edit.words.end]
        if any(word.probability < _UNSURE for word in heard):
            yield edit


def _can_be_mended(check: QuoteCheck) -> bool:
    """Whether a quote was found, and something of it that is confirmed can be put right."""
    is_spliced = check.verdict is Verdict.SPLICED and check.certainty is Certainty.CONFIRMED
    return is_spliced or any(map(_is_settled, check.edits))


def _is_settled(edit: Edit | None) -> bool:
    """Whether an edit is a finding that is confirmed."""
    return differs(edit) and edit.certainty is Certainty.CONFIRMED


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of a quote that stands as printed, or the words of one confirmed finding, which are put right."""

    transcript: Transcript
    chars: Span
    words: Span
    edit: Edit | None


def _runs(report: Report, passage: Passage) -> Iterator[_Run]:
    """Yield the chunks of a passage, those that may stand as printed together."""
    transcript = report.transcripts[passage.recording]
    for finding, group in groupby(passage.chunks, key=lambda chunk: chunk.edit if _is_settled(chunk.edit) else None):
        chunks = [*group]
        chars, words = (
            Span(spans[0].start, spans[-1].end) for spans in zip(*((c.chars, c.words) for c in chunks), strict=True)
        )
        yield _Run(transcript, chars, words, finding)


def _joined(text: str, words: str) -> str:
    """Return `text` and `words`, without the pause that a word between them has left behind."""
    if not words or words[0] not in _STOPS:
        return text + words
    return text.rstrip(f" {_PAUSES}") + words if text else words.lstrip(f" {_STOPS}")


def _recased(report: Report, check: QuoteCheck, run: _Run, text: str) -> str:
    """Return the words of a run as they may be printed after `text`."""
    words = _restored(report, run)
    first = _FIRST_WORD.search(words)
    if not first:
        return words
    lead, rest = words[: first.start()], words[first.start() :]
    did_begin = bool(_SENTENCE_END.search(lead)) or _begins_sentence(report, check, run)
    if _opens(check, text + lead, did_begin):
        is_right = did_begin and not run.edit
        return words if is_right else lead + rest[0].upper() + rest[1:]
    return lead + rest[0].lower() + rest[1:] if did_begin and not _is_name(report, first[0]) else words


def _restored(report: Report, run: _Run) -> str:
    """Return the words of a run with its finding undone, spaced from their neighbours."""
    if not run.edit:
        return report.printed(run.chars)
    return run.edit.spoken if run.edit.chars else f" {run.edit.spoken} "


def _begins_sentence(report: Report, check: QuoteCheck, run: _Run) -> bool:
    """Whether a sentence begins with a run where its words come from: in print, or in speech."""
    if not run.edit:
        before = report.printed(Span(check.quote.chars.start, run.chars.start))
        return _opens(check, before, False)
    heard, start = run.transcript, run.words.start
    is_first = any(segment.words.start == start for segment in heard.segments)
    return is_first or bool(_SENTENCE_END.search(heard.words[start - 1].text))


def _opens(check: QuoteCheck, before: str, otherwise: bool) -> bool:
    """Whether a sentence begins after `before`, words of the quote; `otherwise` where that cannot be told."""
    if before.endswith(_JUMP):
        return otherwise
    return bool(_SENTENCE_END.search(before)) if before.strip(f" {_PAUSES}") else check.quote.text[0].isupper()


def _is_name(report: Report, word: str) -> bool:
    """Whether a word keeps its capital inside the sentences of print and speech, or never occurs there."""
    inside = re.compile(rf"(?<=[\w,;]\s){re.escape(word)}\b", re.IGNORECASE)
    texts = (report.article.text, *(heard.said(Span(0, len(heard.words))) for heard in report.transcripts))
    is_capital = [found[0].isupper() for text in texts for found in inside.findall(text)]
    return sum(is_capital) > len(is_capital) / 2 or not is_capital
