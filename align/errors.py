"""What can go wrong because of input, not because of a bug.

AlignError
├── ArticleError        an article that cannot be read, or holds no quotation
├── RecordingError      a recording that cannot be decoded, or holds no speech
├── TranscriptError     a saved transcript that cannot be understood
├── ModelError          a speech model or engine that is unknown or cannot be had
├── OptionError         an option whose value makes no sense
├── ArchiveError        an index of transcripts that cannot be read or written
└── OutputError         a file that cannot be written, or whose extension nobody writes

Every message is one sentence that says what, where and what to do. A bug keeps its traceback, which the
command line shows with `--debug`.
"""


class AlignError(Exception):
    """The job cannot be done; `str(error)` is a sentence for the user."""


class ArticleError(AlignError):
    """The article cannot be read, or holds no quotation."""


class RecordingError(AlignError):
    """The recording cannot be decoded, or holds no speech."""


class TranscriptError(AlignError):
    """A saved transcript cannot be understood."""


class ModelError(AlignError):
    """The speech model or engine is unknown or cannot be had."""


class OptionError(AlignError):
    """An option's value makes no sense."""


class ArchiveError(AlignError):
    """The index of transcripts cannot be read or written."""


class OutputError(AlignError):
    """A file cannot be written, or nobody writes its extension."""
