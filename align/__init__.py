"""Checks the quotations of an article against the recording they come from.

For programs: `check` returns a report, `transcribe` what is said, `find_quotes` what is quoted; `batch` checks many
articles. What they return is described in `align.records`, what they raise in `align.errors`. Importing this loads no
model, and nothing else heavy.
"""

from align._version import __version__
from align.api import check, find_quotes, read_article, transcribe
from align.batches import BatchResult, PairResult, batch
from align.errors import (
    AlignError,
    ArticleError,
    ModelError,
    OptionError,
    OutputError,
    RecordingError,
    TranscriptError,
)
from align.models import Models
from align.outputs import CheckedReport
from align.progress import Progress
from align.records import (
    Article,
    Block,
    Category,
    Certainty,
    Choice,
    Chunk,
    Decision,
    Edit,
    Interval,
    Kind,
    Model,
    Op,
    Passage,
    Quote,
    QuoteCheck,
    Recording,
    Report,
    ReportSettings,
    Role,
    Segment,
    Severity,
    Span,
    Transcript,
    Verdict,
    Word,
)

__all__ = [
    "AlignError",
    "Article",
    "ArticleError",
    "BatchResult",
    "Block",
    "Category",
    "Certainty",
    "CheckedReport",
    "Choice",
    "Chunk",
    "Decision",
    "Edit",
    "Interval",
    "Kind",
    "Model",
    "ModelError",
    "Models",
    "Op",
    "OptionError",
    "OutputError",
    "PairResult",
    "Passage",
    "Progress",
    "Quote",
    "QuoteCheck",
    "Recording",
    "RecordingError",
    "Report",
    "ReportSettings",
    "Role",
    "Segment",
    "Severity",
    "Span",
    "Transcript",
    "TranscriptError",
    "Verdict",
    "Word",
    "__version__",
    "batch",
    "check",
    "find_quotes",
    "read_article",
    "transcribe",
]
