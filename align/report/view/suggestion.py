"""Which wording the recording bears out: print with every finding undone and tidying kept, ready to paste."""

import re

from align.records import Op, QuoteCheck, Report, Span
from align.report.view.wording import STOPS, Run, differs, edit_spoken, one_line, passage_runs

_PAUSES = ",;:"
_JUMP = " … "
_FIRST_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?][\s\"'”’)\]]*$")


def suggest(report: Report, check: QuoteCheck) -> str:
    """Return the wording on one line.

    Parts that lie apart are put in the order in which they were spoken, with an ellipsis between them. A word that
    had a capital only because a sentence began with it loses it where none begins, and the other way round.
    """
    text = ""
    for runs in sorted(passage_runs(check), key=lambda runs: (runs[0].recording, runs[0].words.start)):
        text = text.rstrip(f" {_PAUSES}") + _JUMP if text else ""
        for run in runs:
            text = _joined(text, _recased(report, check, run, text))
    end = check.quote.text[-1] if check.quote.text[-1] in STOPS else ""
    return one_line(text).rstrip(STOPS) + end


def _joined(text: str, words: str) -> str:
    """Return `text` and `words`, without the pause that a word between them has left behind."""
    if not words or words[0] not in STOPS:
        return text + words
    return text.rstrip(f" {_PAUSES}") + words if text else words.lstrip(f" {STOPS}")


def _recased(report: Report, check: QuoteCheck, run: Run, text: str) -> str:
    """Return the words of a run as they may be printed after `text`."""
    words = _restored(report, run)
    first = _FIRST_WORD.search(words)
    if not first:
        return words
    lead, rest = words[: first.start()], words[first.start() :]
    did_begin = bool(_SENTENCE_END.search(lead)) or _begins_sentence(report, check, run)
    if _opens(check, text + lead, did_begin):
        is_right = did_begin and not differs(run.edit)
        return words if is_right else lead + rest[0].upper() + rest[1:]
    return lead + rest[0].lower() + rest[1:] if did_begin and not _is_name(report, first[0]) else words


def _restored(report: Report, run: Run) -> str:
    """Return the words of a run with its finding undone, spaced from their neighbours."""
    if not differs(run.edit):
        return report.printed(run.chars)
    spoken = edit_spoken(report, run.edit)
    return f" {spoken} " if run.edit.op is Op.DELETE else spoken


def _begins_sentence(report: Report, check: QuoteCheck, run: Run) -> bool:
    """Whether a sentence begins with a run where its words come from: in print, or in speech."""
    if not differs(run.edit):
        before = report.printed(Span(check.quote.chars.start, run.chars.start))
        return _opens(check, before, False)
    heard, start = report.transcripts[run.recording], run.words.start
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
