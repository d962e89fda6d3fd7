"""The findings as Markdown for a ticket: a box to tick for each, the words as changed, where to listen."""

import re

from align.records import Passage, QuoteCheck, Report
from align.report.formats.text import summary
from align.report.view.alignment import Mark, WordPair, pair_words
from align.report.view.describe import attributed_to, describe
from align.report.view.findings import findings
from align.report.view.levels import title_of
from align.report.view.sanitize import printable
from align.report.view.suggestion import caveat, suggest
from align.report.view.times import clock_of
from align.report.view.voices import describe_misattribution, remarks_on, voice_of

_MARKUP = re.compile(
    r"[\\`*_\[\]<>~|&$@]"  # anywhere
    r"|^[#+=-]|^(?P<number>\d+)(?=[.)])"  # where a line begins
    r"|(?<=\w)\.(?=[^\W\d])|(?<!\d)[:/](?=\S)"  # within an address
)


def render_markdown(report: Report) -> str:
    """Return the findings, worst first, and a line that sums up."""
    head = f"# {_escaped(report.article.title or report.article.path)}\n\n{_escaped(summary(report).plain)}\n"
    return head + "".join(_finding(report, check) for check in findings(report))


def _finding(report: Report, check: QuoteCheck) -> str:
    quote, wrong = check.quote, check.misattribution
    place = f", line {quote.line}" if quote.line else ""
    times = "".join(f", {_place(report, part)}" for part in check.passages)
    if voice := voice_of(report, check):
        times += f", voice: {_escaped(voice)}"
    wording = suggest(report, check)
    lines = [
        f"\n- [ ] **{quote.id} {title_of(check)}**: {_escaped(attributed_to(quote))}{place}{times}\n",
        f"  > {_words(report, check)}\n",
        *(
            f"  - {edit.category.replace('_', ' ')}, {clock_of(report, edit)}: {_escaped(describe(edit))}"
            for edit in check.edits
        ),
        *([f"  - wrong speaker, {_escaped(describe_misattribution(wrong))}"] if wrong else []),
        *(f"  - {_escaped(remark)}" for remark in remarks_on(check)),
        *([f"  - as spoken: {_escaped(wording)}"] if wording else []),
        *([f"  - {_escaped(doubted)}"] if (doubted := caveat(report, check)) else []),
    ]
    return "\n".join(lines) + "\n"


def _place(report: Report, part: Passage) -> str:
    return f"{clock_of(report, part)} in {_escaped(report.transcripts[part.recording].recording.name)}"


def _words(report: Report, check: QuoteCheck) -> str:
    return " ".join(filter(None, map(_pair, pair_words(report, check))))


def _pair(pair: WordPair) -> str:
    """Return the printed words, struck out if they are a finding, and then the spoken ones in bold."""
    printed, spoken = _escaped(pair.printed), _escaped(pair.spoken)
    if pair.mark in (None, Mark.TIDY):
        return printed
    return " ".join(filter(None, (printed and f"~~{printed}~~", spoken and f"**{spoken}**")))


def _escaped(text: str) -> str:
    """Return text in which nothing is markup or a link."""
    return _MARKUP.sub(lambda found: f"{found[0]}\\" if found["number"] else f"\\{found[0]}", printable(text))
