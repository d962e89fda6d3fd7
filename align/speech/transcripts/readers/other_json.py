"""JSON of a shape that no other reader knows by name: the list in it whose entries hold the most text."""

from collections.abc import Iterator, Mapping

from align.languages.codes import language_code
from align.speech.transcripts.readers.fields import Fields, first, objects, read_entries, read_text, what_is_lost
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, split_words

_TEXTS = ("text", "transcript", "transcription", "display", "pred_text")


def sniff(content: Content) -> bool:
    """Whether this is JSON that holds a list of texts, or one text under a name that says so."""
    return any(True for _ in _lists(content.document)) or bool(_whole(content.document))


def read(content: Content) -> RoughTranscript:
    """Return what the file says; a text without a list has no times."""
    found: dict[str, list[list[Fields]]] = {}
    for path, entries in _lists(content.document):
        found.setdefault(path, []).append(entries)
    language = language_code(first(content.fields, "language", "language_code", "lang"))
    if not found:
        return RoughTranscript([RoughSegment(split_words(_whole(content.document)))], language, is_timed=False)
    path = max(found, key=lambda path: sum(map(_letters, found[path])))
    guess = (
        f"It is JSON of a shape that nobody here knows: “{path.strip('.') or 'its list'}” is taken for what was said."
    )
    lost = [warning for entries in found[path] for warning in what_is_lost(entries, "part")]
    return RoughTranscript([s for e in found[path] for s in read_entries(e)], language, warnings=(guess, *lost))


def _lists(document: object) -> Iterator[tuple[str, list[Fields]]]:
    """Yield every list of objects with texts in a JSON value, in order, each after the names that lead to it."""
    waiting: list[tuple[str, object]] = [("", document)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Mapping):
            waiting.extend((f"{path}.{name}", inner) for name, inner in reversed([*value.items()]))
        elif isinstance(value, list):
            waiting.extend((path, inner) for inner in reversed(value))
            if any(read_text(entry) or "words" in entry for entry in objects(value)):
                yield path, value


def _letters(entries: list[Fields]) -> int:
    return sum(len(read_text(entry)) for entry in objects(entries))


def _whole(document: object) -> str:
    """Return the text that a document, or each of several, has under a name that says so."""
    parts = objects(document) or ((document,) if isinstance(document, Mapping) else ())
    return "\n".join(filter(None, (read_text(part, *_TEXTS) for part in parts)))
