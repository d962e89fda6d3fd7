"""How are words kept? Column by column, times in whole milliseconds, compressed, with a checksum of what and where."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import accumulate, chain
from typing import Any

from align.records import Interval, Model, Recording, Segment, Span, Transcript, Turn, Voice, Word

_CHECKSUM = 4
"""Bytes before what is packed: the CRC-32 of it and of the number of its row."""

Details = Mapping[str, Any]
"""All of a transcript but its words, as JSON has it."""


def pack_words(words: Sequence[Word], row: int) -> bytes:
    """Return words for row number `row`; times are kept to the millisecond, probabilities to the thousandth."""
    times = [(round(1000 * word.start), round(1000 * word.end)) for word in words]
    ends = [0, *(end for _, end in times)]
    shares = [round(1000 * word.probability) for word in words]
    speakers = [word.speaker for word in words]
    columns = [
        [word.text for word in words],
        [start - before for (start, _), before in zip(times, ends, strict=False)],
        [end - start for start, end in times],
        shares if set(shares) != {1000} else [],
        speakers if any(speakers) else [],
    ]
    return _sealed(columns, row)


def unpack_words(packed: bytes, row: int) -> tuple[Word, ...]:
    """Return the words that were packed for this row; raises ValueError of what is anything else."""
    texts, gaps, lengths, shares, speakers = _opened(packed, row)
    edges = list(accumulate(chain.from_iterable(zip(gaps, lengths, strict=True))))
    return tuple(
        Word(text, start / 1000, end / 1000, share / 1000, speaker)
        for text, start, end, share, speaker in zip(
            texts, edges[::2], edges[1::2], shares or [1000] * len(texts), speakers or [None] * len(texts), strict=True
        )
    )


def pack_details(transcript: Transcript, model: Model, flags: Mapping[str, bool], row: int) -> bytes:
    """Return all of a transcript but its words, with who heard it."""
    heard = {name: getattr(transcript, name) for name in ("language", "warnings")}
    lists = {name: [asdict(one) for one in getattr(transcript, name)] for name in ("unheard", "voices", "turns")}
    segments = [
        [part.start, part.end, part.words.end, part.avg_logprob, part.no_speech_prob] for part in transcript.segments
    ]
    told = {"recording": asdict(transcript.recording), "model": asdict(model), "segments": segments, "flags": flags}
    return _sealed({**heard, **lists, **told}, row)


def unpack_details(packed: bytes, row: int) -> Details:
    """Return what was packed for this row; raises ValueError of what is anything else."""
    details: Details = _opened(packed, row)
    return details


def model_of(details: Details) -> Model:
    """Return who heard it."""
    return Model(**details["model"])


def recording_of(details: Details) -> Recording:
    """Return what was heard."""
    fields = details["recording"]
    return Recording(**{**fields, "warnings": tuple(fields["warnings"])})


def transcript_of(details: Details, words: tuple[Word, ...]) -> Transcript:
    """Return a transcript as it was before it was packed."""
    edges = [0, *(end for _, _, end, _, _ in details["segments"])]
    segments = (
        Segment(start, end, Span(first, last), *rest)
        for first, (start, end, last, *rest) in zip(edges, details["segments"], strict=False)
    )
    return Transcript(
        recording_of(details),
        details["language"],
        words,
        tuple(segments),
        tuple(Interval(**gap) for gap in details["unheard"]),
        tuple(details["warnings"]),
        tuple(Voice(**voice) for voice in details["voices"]),
        tuple(Turn(**turn) for turn in details["turns"]),
    )


def _sealed(content: object, row: int) -> bytes:
    packed = zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(errors="replace"))
    return _checksum(packed, row) + packed


def _opened(packed: bytes, row: int) -> Any:
    if not isinstance(packed, bytes) or packed[:_CHECKSUM] != _checksum(packed[_CHECKSUM:], row):
        raise ValueError(f"row {row} does not hold what was put there")
    return json.loads(zlib.decompress(packed[_CHECKSUM:]))


def _checksum(packed: bytes, row: int) -> bytes:
    return zlib.crc32(packed, row & 0xFFFFFFFF).to_bytes(_CHECKSUM, "big")
