"""What oTranscribe saves (`.otr`): JSON with a page of HTML, in which times are marked."""

from align.speech.transcripts.readers.hypertext import read_page
from align.speech.transcripts.rough import Content, RoughTranscript


def sniff(content: Content) -> bool:
    """Whether this is JSON with a text of HTML."""
    text = content.fields.get("text")
    return isinstance(text, str) and ("media-time" in content.fields or 'class="timestamp"' in text)


def read(content: Content) -> RoughTranscript:
    """Return what the file says."""
    return read_page(content.fields["text"])
