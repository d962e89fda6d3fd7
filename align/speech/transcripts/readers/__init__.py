"""Which transcripts can be read? A table of readers, one for each shape that tools write; no file's extension matters.

To add one, write a module here with `sniff` and `read`, and name it in a line of `READERS`. The README names them all.
"""

from collections.abc import Callable
from dataclasses import dataclass

from align.speech.transcripts.readers import (
    assemblyai,
    aws,
    azure,
    deepgram,
    digital_paper_edit,
    elevenlabs,
    google,
    hugging_face,
    hypertext,
    other_json,
    otranscribe,
    plain_text,
    rev,
    segment_lists,
    speechmatics,
    substation,
    subtitles,
    tables,
    timed_text,
    trint,
    vosk,
    watson,
    whisper,
    whisper_cpp,
    word_document,
    word_lists,
    youtube,
)
from align.speech.transcripts.rough import Content, RoughTranscript


@dataclass(frozen=True, slots=True)
class TranscriptReader:
    """What reads one shape of transcript: `name` says whose it is, `sniff` tells it by the content."""

    name: str
    sniff: Callable[[Content], bool]
    read: Callable[[Content], RoughTranscript]


READERS = (
    TranscriptReader("oTranscribe", otranscribe.sniff, otranscribe.read),
    TranscriptReader("Whisper", whisper.sniff, whisper.read),
    TranscriptReader("whisper.cpp", whisper_cpp.sniff, whisper_cpp.read),
    TranscriptReader("Hugging Face", hugging_face.sniff, hugging_face.read),
    TranscriptReader("ElevenLabs", elevenlabs.sniff, elevenlabs.read),
    TranscriptReader("AssemblyAI", assemblyai.sniff, assemblyai.read),
    TranscriptReader("Digital Paper Edit", digital_paper_edit.sniff, digital_paper_edit.read),
    TranscriptReader("Gentle", word_lists.sniff, word_lists.read),
    TranscriptReader("Deepgram", deepgram.sniff, deepgram.read),
    TranscriptReader("Amazon Transcribe", aws.sniff, aws.read),
    TranscriptReader("Speechmatics", speechmatics.sniff, speechmatics.read),
    TranscriptReader("IBM Watson", watson.sniff, watson.read),
    TranscriptReader("Google", google.sniff, google.read),
    TranscriptReader("Rev", rev.sniff, rev.read),
    TranscriptReader("Trint", trint.sniff, trint.read),
    TranscriptReader("Vosk", vosk.sniff, vosk.read),
    TranscriptReader("Azure", azure.sniff, azure.read),
    TranscriptReader("YouTube", youtube.sniff, youtube.read),
    TranscriptReader("faster-whisper", segment_lists.sniff, segment_lists.read),
    TranscriptReader("other JSON", other_json.sniff, other_json.read),
    TranscriptReader("Word", word_document.sniff, word_document.read),
    TranscriptReader("TTML", timed_text.sniff, timed_text.read),
    TranscriptReader("SubStation", substation.sniff, substation.read),
    TranscriptReader("SubRip and WebVTT", subtitles.sniff, subtitles.read),
    TranscriptReader("tables", tables.sniff, tables.read),
    TranscriptReader("web pages", hypertext.sniff, hypertext.read),
    TranscriptReader("plain text", plain_text.sniff, plain_text.read),
)
"""The shapes that are read; the first that a content fits is its reader, so the more particular stand first."""
