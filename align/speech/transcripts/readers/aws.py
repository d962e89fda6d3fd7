"""JSON as Amazon Transcribe writes it: items, which are words and marks, and who speaks when."""

from collections.abc import Iterator

from align.languages.codes import language_code
from align.speech.transcripts.clock import read_number
from align.speech.transcripts.readers.fields import (
    Fields,
    best_of,
    child,
    cut_words,
    in_order,
    objects,
    read_speaker,
    read_text,
    read_times,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, RoughWord, split_words


def sniff(content: Content) -> bool:
    """Whether this is JSON with the results of a job: items, or transcripts alone."""
    results = content.fields.get("results")
    return bool(objects(child(results, "items")) or objects(child(results, "transcripts")))


def read(content: Content) -> RoughTranscript:
    """Return what the file says; several channels are several speakers."""
    results = content.fields["results"]
    channels = objects(child(results, "channel_labels", "channels"))
    labelled = [(channel.get("items"), read_text(channel, "channel_label") or None) for channel in channels]
    speakers = dict(_speakers(results))
    segments = [
        segment
        for items, label in labelled or [(results.get("items"), None)]
        for segment in cut_words([*_words(items, speakers, label)])
    ]
    text = child(results, "transcripts", 0, "transcript")
    if not segments and isinstance(text, str):
        segments = [RoughSegment(split_words(text))]
    lost = what_is_lost([best_of(item) or None for item in objects(results.get("items"))], "item")
    return RoughTranscript(in_order(segments), language_code(child(results, "language_code")), warnings=lost)


def _speakers(results: Fields) -> Iterator[tuple[float, str]]:
    """Yield when each word starts and who says it, where the items themselves do not say."""
    for segment in objects(child(results, "speaker_labels", "segments")):
        for item in objects(segment.get("items")):
            start, speaker = read_times(item)[0], read_speaker(item)
            if start is not None and speaker:
                yield start, speaker


def _words(items: object, speakers: dict[float, str], label: str | None) -> Iterator[RoughWord]:
    for item in objects(items):
        best = best_of(item)
        text = read_text(best, "content")
        start, end = read_times(item)
        likely = read_number(best.get("confidence"))
        speaker = read_speaker(item) or (speakers.get(start) if start is not None else None) or label
        if text.strip():
            probability = likely if likely is not None and item.get("type") != "punctuation" else 1.0
            yield RoughWord(text.strip(), start, end, min(max(probability, 0.0), 1.0), speaker)
