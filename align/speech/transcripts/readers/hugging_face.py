"""JSON as the speech pipeline of Hugging Face's transformers returns it: chunks with a pair of times each."""

from dataclasses import replace

from align.languages.codes import language_code
from align.speech.transcripts.clock import read_seconds
from align.speech.transcripts.readers.fields import Fields, cut_words, objects, read_speaker, read_text, what_is_lost
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, split_words


def sniff(content: Content) -> bool:
    """Whether this is JSON with chunks that have a `timestamp`."""
    return any("timestamp" in chunk for chunk in objects(content.fields.get("chunks")))


def read(content: Content) -> RoughTranscript:
    """Return what the file says; a chunk is a word or a phrase. The last one may have no end."""
    chunks = content.fields["chunks"]
    segments = [_segment(chunk) for chunk in objects(chunks)]
    if all(len(segment.words) == 1 for segment in segments):  # return_timestamps="word"
        segments = [*cut_words([word for segment in segments for word in segment.words])]
    language = language_code(content.fields.get("language"))
    return RoughTranscript(segments, language, warnings=what_is_lost(chunks, "chunk"))


def _segment(chunk: Fields) -> RoughSegment:
    pair = chunk.get("timestamp")
    times = [read_seconds(time) for time in pair[:2]] if isinstance(pair, list) else []
    start, end = [*times, None, None][:2]
    words = split_words(read_text(chunk), read_speaker(chunk))
    if len(words) == 1:
        return RoughSegment((replace(words[0], start=start, end=end),), start, end)
    return RoughSegment(words, start, end)
