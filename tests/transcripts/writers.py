"""The same words as every tool would write them, in the shapes that its documentation or its source has.

A writer takes words with times, in seconds and to the millisecond, and who says each. What a reader is named after in
`READERS` has a writer here; `as_*` of a tool that has several shapes come one by one.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias

from docx import Document

from align.records import Word


@dataclass(frozen=True)
class Written:
    """A file's content, and what of the words it holds: the time of each word, those of each cue, or no times."""

    content: bytes
    holds: str  # words | cues | text
    has_speakers: bool = False


Writer: TypeAlias = Callable[[Sequence[Word]], Written]

_CUE = 5  # words


def _json(value: object, holds: str = "words", has_speakers: bool = False) -> Written:
    return Written(json.dumps(value, ensure_ascii=False).encode(), holds, has_speakers)


def cues(words: Sequence[Word]) -> list[Sequence[Word]]:
    """The words in cues of a few, each of one speaker."""
    made: list[list[Word]] = []
    for word in words:
        if not made or len(made[-1]) == _CUE or made[-1][-1].speaker != word.speaker:
            made.append([])
        made[-1].append(word)
    return list(made)


def said(words: Sequence[Word]) -> str:
    return " ".join(word.text.strip() for word in words)


def clock(seconds: float, mark: str = ".") -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{milliseconds // 1000:02}{mark}{milliseconds % 1000:03}"


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _ticks(seconds: float) -> int:
    return round(seconds * 1e7)


def whisper(words: Sequence[Word]) -> Written:
    segments = [
        {
            "id": number, "seek": 0, "start": cue[0].start, "end": cue[-1].end, "text": f" {said(cue)}", "tokens": [],
            "words": [{"word": word.text, "start": word.start, "end": word.end, "probability": 0.9} for word in cue],
        }
        for number, cue in enumerate(cues(words))
    ]  # fmt: skip
    return _json({"text": said(words), "segments": segments, "language": "en"})


def whisperx(words: Sequence[Word]) -> Written:
    segments = [
        {
            "start": cue[0].start, "end": cue[-1].end, "text": f" {said(cue)}", "speaker": cue[0].speaker,
            "words": [
                {"word": w.text.strip(), "start": w.start, "end": w.end, "score": 0.9, "speaker": w.speaker}
                for w in cue
            ],
        }
        for cue in cues(words)
    ]  # fmt: skip
    return _json({"segments": segments, "word_segments": []}, has_speakers=True)


def openai(words: Sequence[Word]) -> Written:
    parts = [{"id": 0, "start": cue[0].start, "end": cue[-1].end, "text": f" {said(cue)}"} for cue in cues(words)]
    plain = [{"word": word.text.strip(" .,!?"), "start": word.start, "end": word.end} for word in words]
    return _json({"task": "transcribe", "language": "english", "text": said(words), "segments": parts, "words": plain})


def premiere(words: Sequence[Word]) -> Written:
    ids = {name: f"id-{number}" for number, name in enumerate(dict.fromkeys(word.speaker for word in words))}
    segments = [
        {
            "start": cue[0].start, "duration": cue[-1].end - cue[0].start, "speaker": ids[cue[0].speaker],
            "words": [
                {"text": w.text.strip(), "start": w.start, "duration": w.end - w.start, "confidence": 1, "type": "word"}
                for w in cue
            ],
        }
        for cue in cues(words)
    ]  # fmt: skip
    speakers = [{"id": key, "name": name} for name, key in ids.items()]
    return _json({"language": "en-us", "segments": segments, "speakers": speakers}, has_speakers=True)


def whisper_cpp(words: Sequence[Word]) -> Written:
    def offsets(start: float, end: float) -> dict[str, object]:
        return {
            "timestamps": {"from": clock(start, ","), "to": clock(end, ",")},
            "offsets": {"from": _milliseconds(start), "to": _milliseconds(end)},
        }

    segments = []
    for cue in cues(words):
        tokens = [{"text": "[_BEG_]", **offsets(cue[0].start, cue[0].start), "id": 50363, "p": 0.9}]
        for word in cue:
            text, half = word.text, len(word.text) // 2 + 1  # tokens are pieces of words
            tokens += [{"text": part, **offsets(word.start, word.end), "p": 0.9} for part in (text[:half], text[half:])]
        segments.append({**offsets(cue[0].start, cue[-1].end), "text": f" {said(cue)}", "tokens": tokens})
    return _json({"params": {"language": "en"}, "result": {"language": "en"}, "transcription": segments})


def hugging_face(words: Sequence[Word]) -> Written:
    chunks = [{"text": word.text, "timestamp": [word.start, word.end]} for word in words]
    return _json({"text": said(words), "chunks": chunks})


def hugging_face_phrases(words: Sequence[Word]) -> Written:
    chunks = [{"text": f" {said(cue)}", "timestamp": [cue[0].start, cue[-1].end]} for cue in cues(words)]
    return _json({"text": said(words), "chunks": chunks}, "cues")


def faster_whisper(words: Sequence[Word]) -> Written:
    segments = [
        [
            number, 0, cue[0].start, cue[-1].end, f" {said(cue)}", [50364], -0.2, 1.1, 0.01,
            [[word.start, word.end, word.text, 0.9] for word in cue], 0.0,
        ]
        for number, cue in enumerate(cues(words), 1)
    ]  # fmt: skip
    return _json([segment[:9] + segment[10:] + [segment[9]] for segment in segments])


def json_lines(words: Sequence[Word]) -> Written:
    lines = [
        {"start": cue[0].start, "end": cue[-1].end, "text": said(cue), "speaker": cue[0].speaker} for cue in cues(words)
    ]
    return Written("\n".join(map(json.dumps, lines)).encode(), "cues", True)


def elevenlabs(words: Sequence[Word]) -> Written:
    entries = []
    for word in words:
        entries += [
            {
                "text": word.text.strip(),
                "start": word.start,
                "end": word.end,
                "type": "word",
                "speaker_id": word.speaker,
            },
            {"text": " ", "start": word.end, "end": word.end, "type": "spacing", "speaker_id": word.speaker},
        ]
    entries.append({"text": "(laughter)", "start": words[-1].end, "end": words[-1].end + 1, "type": "audio_event"})
    return _json(
        {"language_code": "eng", "language_probability": 1, "text": said(words), "words": entries}, "words", True
    )


def assemblyai(words: Sequence[Word]) -> Written:
    entries = [
        {"text": word.text.strip(), "start": _milliseconds(word.start), "end": _milliseconds(word.end),
         "confidence": 0.9, "speaker": word.speaker}
        for word in words
    ]  # fmt: skip
    document = {"id": "x", "status": "completed", "audio_url": "x", "language_code": "en_us", "text": said(words)}
    return _json({**document, "words": entries, "utterances": None}, "words", True)


def digital_paper_edit(words: Sequence[Word]) -> Written:
    entries = [{"id": n, "start": w.start, "end": w.end, "text": w.text.strip()} for n, w in enumerate(words)]
    turns = [
        {"id": n, "start": c[0].start, "end": c[-1].end, "speaker": c[0].speaker} for n, c in enumerate(cues(words))
    ]
    return _json({"words": entries, "paragraphs": turns}, "words", True)


def gentle(words: Sequence[Word]) -> Written:
    entries, at = [], 0
    for word in words:
        text = word.text.strip()
        entries.append({
            "word": text.strip(".,!?"), "alignedWord": text.lower(), "case": "success", "start": word.start,
            "end": word.end, "startOffset": at, "endOffset": at + len(text), "phones": [],
        })  # fmt: skip
        at += len(text) + 1
    return _json({"transcript": said(words), "words": entries})


def deepgram(words: Sequence[Word]) -> Written:
    entries = [
        {"word": w.text.strip(" .,!?").lower(), "punctuated_word": w.text.strip(), "start": w.start, "end": w.end,
         "confidence": 0.9, "speaker": w.speaker}
        for w in words
    ]  # fmt: skip
    alternative = {"transcript": said(words), "confidence": 0.99, "words": entries}
    return _json({"metadata": {}, "results": {"channels": [{"alternatives": [alternative]}]}}, "words", True)


def amazon(words: Sequence[Word]) -> Written:
    items = []
    for word in words:
        text = word.text.strip()
        spoken = text.rstrip(".,!?")
        items.append({
            "start_time": str(word.start), "end_time": str(word.end), "type": "pronunciation",
            "speaker_label": word.speaker, "alternatives": [{"confidence": "0.9", "content": spoken}],
        })  # fmt: skip
        if text != spoken:
            mark = {"confidence": "0.0", "content": text[len(spoken) :]}
            items.append({"type": "punctuation", "alternatives": [mark], "speaker_label": word.speaker})
    results = {"transcripts": [{"transcript": said(words)}], "items": items}
    return _json({"jobName": "x", "status": "COMPLETED", "results": results}, "words", True)


def speechmatics(words: Sequence[Word]) -> Written:
    results = []
    for word in words:
        text = word.text.strip()
        spoken, end = text.rstrip(".,!?"), word.end
        best = {"content": spoken, "confidence": 1.0, "language": "en", "speaker": word.speaker}
        results.append({"type": "word", "start_time": word.start, "end_time": end, "alternatives": [best]})
        if text != spoken:
            mark = {"content": text[len(spoken) :], "confidence": 1.0, "speaker": word.speaker}
            results.append({"type": "punctuation", "start_time": end, "end_time": end, "alternatives": [mark]})
    return _json({"format": "2.9", "metadata": {}, "results": results}, "words", True)


def watson(words: Sequence[Word]) -> Written:
    results = [
        {"final": True, "alternatives": [{"transcript": said(cue), "confidence": 0.9, "timestamps": [
            [word.text.strip(), word.start, word.end] for word in cue
        ]}]}
        for cue in cues(words)
    ]  # fmt: skip
    return _json({"result_index": 0, "results": results})


def google(words: Sequence[Word]) -> Written:
    """As v1 does it with diarization: everything once by phrases, and once more with speakers."""

    def entries(part: Sequence[Word], tagged: bool) -> list[dict[str, object]]:
        times = [{"startTime": f"{w.start:.3f}s", "endTime": f"{w.end:.3f}s", "word": w.text.strip()} for w in part]
        return [{**each, "speakerTag": 1} for each in times] if tagged else times

    results = [
        {
            "alternatives": [{"transcript": said(cue), "confidence": 0.9, "words": entries(cue, False)}],
            "languageCode": "en-us",
        }
        for cue in cues(words)
    ]
    return _json({"results": [*results, {"alternatives": [{"words": entries(words, True)}]}]})


def google_v2(words: Sequence[Word]) -> Written:
    def entries(part: Sequence[Word]) -> list[dict[str, object]]:
        return [
            {"startOffset": f"{w.start}s", "endOffset": f"{w.end}s", "word": w.text.strip(), "speakerLabel": w.speaker}
            for w in part
        ]

    results = [{"alternatives": [{"transcript": said(cue), "words": entries(cue)}]} for cue in cues(words)]
    return _json({"results": results, "metadata": {}}, "words", True)


def rev(words: Sequence[Word]) -> Written:
    names = list(dict.fromkeys(word.speaker for word in words))
    monologues = []
    for cue in cues(words):
        elements = []
        for word in cue:
            text = word.text.strip()
            spoken = text.rstrip(".,!?")
            elements += [
                {"type": "text", "value": spoken, "ts": word.start, "end_ts": word.end, "confidence": 0.9},
                {"type": "punct", "value": text[len(spoken) :] + " "},
            ]
        monologues.append({"speaker": names.index(cue[0].speaker), "elements": elements})
    speakers = [{"id": number, "name": name} for number, name in enumerate(names)]
    return _json({"speakers": speakers, "monologues": monologues}, "words", True)


def trint(words: Sequence[Word]) -> Written:
    paragraphs = [
        {"speaker": cue[0].speaker, "words": [
            {"value": w.text.strip(), "time": _milliseconds(w.start), "duration": _milliseconds(w.end - w.start)}
            for w in cue
        ]}
        for cue in cues(words)
    ]  # fmt: skip
    return _json({"transcript": {"paragraphs": paragraphs}}, "words", True)


def vosk(words: Sequence[Word]) -> Written:
    utterances = [
        {
            "result": [{"conf": 1.0, "start": w.start, "end": w.end, "word": w.text.strip()} for w in cue],
            "text": said(cue),
        }
        for cue in cues(words)
    ]
    return Written("\n".join(json.dumps(one, indent=2) for one in utterances).encode(), "words")


def azure(words: Sequence[Word]) -> Written:
    phrases = []
    for cue in cues(words):
        entries = [
            {
                "displayText": w.text.strip(),
                "offsetInTicks": _ticks(w.start),
                "durationInTicks": _ticks(w.end - w.start),
            }
            for w in cue
        ]
        best = {"confidence": 0.9, "lexical": said(cue).lower(), "display": said(cue), "displayWords": entries}
        phrases.append({
            "recognitionStatus": "Success", "channel": 0, "speaker": cue[0].speaker,
            "offsetInTicks": _ticks(cue[0].start), "durationInTicks": _ticks(cue[-1].end - cue[0].start),
            "nBest": [best],
        })  # fmt: skip
    return _json({"source": "x", "recognizedPhrases": phrases}, "words", True)


def azure_fast(words: Sequence[Word]) -> Written:
    def times(start: float, end: float) -> dict[str, int]:
        return {"offsetMilliseconds": _milliseconds(start), "durationMilliseconds": _milliseconds(end - start)}

    phrases = [
        {**times(cue[0].start, cue[-1].end), "text": said(cue), "locale": "en-US", "words": [
            {"text": word.text.strip(), **times(word.start, word.end)} for word in cue
        ]}
        for cue in cues(words)
    ]  # fmt: skip
    return _json({"durationMilliseconds": 1, "combinedPhrases": [{"text": said(words)}], "phrases": phrases})


def youtube(words: Sequence[Word]) -> Written:
    events = []
    for cue in cues(words):
        start, length = _milliseconds(cue[0].start), _milliseconds(cue[-1].end - cue[0].start)
        pieces = [
            {"utf8": w.text if n else w.text.strip(), "tOffsetMs": _milliseconds(w.start) - start}
            for n, w in enumerate(cue)
        ]
        events += [
            {"tStartMs": start, "dDurationMs": length, "segs": pieces},
            {"tStartMs": start, "aAppend": 1, "segs": [{"utf8": "\n"}]},
        ]
    return _json({"wireMagic": "pb3", "events": [{"tStartMs": 0, "id": 1}, *events]}, "starts")


def other_json(words: Sequence[Word]) -> Written:
    """A shape that nobody has: turns that hold tokens."""

    def token(w: Word) -> dict[str, object]:
        return {"content": w.text.strip(), "start_ms": _milliseconds(w.start), "end_ms": _milliseconds(w.end)}

    turns = [{"kind": "turn", "tokens": [token(word) for word in cue]} for cue in cues(words)]
    return _json({"meta": {"title": "x"}, "turns": turns})


def otranscribe(words: Sequence[Word]) -> Written:
    page = "<br />".join(
        f'<span class="timestamp" data-timestamp="{cue[0].start}">{clock(cue[0].start)[3:8]}</span>{said(cue)}'
        for cue in cues(words)
    )
    return _json({"text": f"<p>{page}</p>", "media": "x.mp3", "media-time": 1.5}, "starts of cues")


def word_document(words: Sequence[Word]) -> Written:
    """As Word's own dictation does it."""
    document = Document()
    for line in ("Audio file", "talk.mp3", "Transcript"):
        document.add_paragraph(line)
    for cue in cues(words):
        document.add_paragraph(f"{clock(cue[0].start)[:8]} {cue[0].speaker}\n{said(cue)}")
    packed = BytesIO()
    document.save(packed)
    return Written(packed.getvalue(), "text", True)


def ttml(words: Sequence[Word]) -> Written:
    lines = "".join(f'<p begin="{clock(c[0].start)}" end="{clock(c[-1].end)}">{said(c)}</p>' for c in cues(words))
    return Written(
        f'<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>{lines}</div></body></tt>'.encode(),
        "cues",
    )


def substation(words: Sequence[Word]) -> Written:
    def line(cue: Sequence[Word]) -> str:
        times = f"{clock(cue[0].start)[1:11]},{clock(cue[-1].end)[1:11]}"
        return f"Dialogue: 0,{times},Default,{cue[0].speaker},0,0,0,,{{\\i1}}{said(cue)}"

    columns = "Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text"
    head = f"[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: {columns}"
    return Written("\n".join([head, *map(line, cues(words))]).encode(), "cues to 10 ms", True)


def subrip(words: Sequence[Word]) -> Written:
    blocks = [
        f"{n}\n{clock(c[0].start, ',')} --> {clock(c[-1].end, ',')}\n{said(c)}\n" for n, c in enumerate(cues(words), 1)
    ]
    return Written("\n".join(blocks).encode(), "cues")


def subrip_with_names(words: Sequence[Word]) -> Written:
    blocks = [
        f"{n}\n{clock(c[0].start, ',')} --> {clock(c[-1].end, ',')}\n[{c[0].speaker}]: {said(c)}\n"
        for n, c in enumerate(cues(words), 1)
    ]
    return Written("\n".join(blocks).encode(), "cues", True)


def webvtt(words: Sequence[Word]) -> Written:
    blocks = [f"{clock(c[0].start)} --> {clock(c[-1].end)}\n<v {c[0].speaker}>{said(c)}</v>\n" for c in cues(words)]
    return Written("\n".join(["WEBVTT\n", *blocks]).encode(), "cues", True)


def highlighted(words: Sequence[Word]) -> Written:
    """As stable-ts and Whisper's `--highlight_words` do it: a cue for every word, which is underlined in its line."""
    blocks = []
    for cue in cues(words):
        for at, word in enumerate(cue):
            line = " ".join(f"<u>{w.text.strip()}</u>" if n == at else w.text.strip() for n, w in enumerate(cue))
            end = cue[at + 1].start if at + 1 < len(cue) else word.end
            blocks.append(f"{len(blocks) + 1}\n{clock(word.start, ',')} --> {clock(end, ',')}\n{line}\n")
    return Written("\n".join(blocks).encode(), "starts")


def rolling(words: Sequence[Word]) -> Written:
    """As YouTube does it: two lines, of which the upper one was said before, and a moment with that one alone."""
    blocks, above = ["WEBVTT\nKind: captions\nLanguage: en\n"], " "
    for cue in cues(words):
        first, *others = cue
        line = first.text.strip() + "".join(f"<{clock(w.start)}><c>{w.text}</c>" for w in others)
        end = cue[-1].end
        blocks.append(f"{clock(first.start)} --> {clock(end)} align:start position:0%\n{above}\n{line}\n")
        above = said(cue)
        blocks.append(f"{clock(end)} --> {clock(end + 0.01)} align:start position:0%\n{above}\n \n")
    return Written("\n".join(blocks).encode(), "starts")


def rolling_subrip(words: Sequence[Word]) -> Written:
    """As yt-dlp makes subtitles of those."""
    blocks, above = [], ""
    for cue in cues(words):
        shown = [f"{above}\n{said(cue)}".strip(), said(cue)]
        times = [(cue[0].start, cue[-1].end), (cue[-1].end, cue[-1].end + 0.01)]
        for (start, end), text in zip(times, shown, strict=True):
            blocks.append(f"{len(blocks) + 1}\n{clock(start, ',')} --> {clock(end, ',')}\n{text}\n")
        above = said(cue)
    return Written("\n".join(blocks).encode(), "cues")


def sbv(words: Sequence[Word]) -> Written:
    blocks = [f"{clock(c[0].start)[1:]},{clock(c[-1].end)[1:]}\n{said(c)}\n" for c in cues(words)]
    return Written("\n".join(blocks).encode(), "cues")


def tsv(words: Sequence[Word]) -> Written:
    rows = [f"{_milliseconds(c[0].start)}\t{_milliseconds(c[-1].end)}\t{said(c)}" for c in cues(words)]
    return Written("\n".join(["start\tend\ttext", *rows]).encode(), "cues")


def csv(words: Sequence[Word]) -> Written:
    rows = [f'{c[0].speaker},{clock(c[0].start)},{clock(c[-1].end)},"{said(c)}"' for c in cues(words)]
    return Written("\r\n".join(["Speaker,Start Time,End Time,Text", *rows]).encode(), "cues", True)


def ctm(words: Sequence[Word]) -> Written:
    rows = [f"talk 1 {w.start:.3f} {w.end - w.start:.3f} {w.text.strip()} 0.98" for w in words]
    return Written("\n".join(rows).encode(), "words")


def hyperaudio(words: Sequence[Word]) -> Written:
    spans = "".join(
        f'<span data-m="{_milliseconds(w.start)}" data-d="{_milliseconds(w.end - w.start)}">{w.text.strip()} </span>'
        for w in words
    )
    return Written(f"<article><section><p>{spans}</p></section></article>".encode(), "words")


def text_with_times(words: Sequence[Word]) -> Written:
    lines = [f"[{clock(c[0].start)}] {c[0].speaker}: {said(c)}\n" for c in cues(words)]
    return Written("\n".join(lines).encode(), "starts of cues", True)


def otter(words: Sequence[Word]) -> Written:
    lines = [f"{c[0].speaker}  {clock(c[0].start)[3:8]}  \n{said(c)}\n" for c in cues(words)]
    return Written("\n".join(lines).encode(), "text", True)


def lyrics(words: Sequence[Word]) -> Written:
    lines = [f"[{clock(c[0].start)[3:]}]{said(c)}" for c in cues(words)]
    return Written("\n".join(["[ti:Talk]", *lines]).encode(), "starts of cues")


def plain(words: Sequence[Word]) -> Written:
    return Written("\n\n".join(said(cue) for cue in cues(words)).encode(), "text")


WRITERS: dict[str, tuple[Writer, ...]] = {
    "oTranscribe": (otranscribe,),
    "Whisper": (whisper, whisperx, openai, premiere),
    "whisper.cpp": (whisper_cpp,),
    "Hugging Face": (hugging_face, hugging_face_phrases),
    "ElevenLabs": (elevenlabs,),
    "AssemblyAI": (assemblyai,),
    "Digital Paper Edit": (digital_paper_edit,),
    "Gentle": (gentle,),
    "Deepgram": (deepgram,),
    "Amazon Transcribe": (amazon,),
    "Speechmatics": (speechmatics,),
    "IBM Watson": (watson,),
    "Google": (google, google_v2),
    "Rev": (rev,),
    "Trint": (trint,),
    "Vosk": (vosk,),
    "Azure": (azure, azure_fast),
    "YouTube": (youtube,),
    "faster-whisper": (faster_whisper, json_lines),
    "other JSON": (other_json,),
    "Word": (word_document,),
    "TTML": (ttml,),
    "SubStation": (substation,),
    "SubRip and WebVTT": (subrip, subrip_with_names, webvtt, highlighted, rolling, rolling_subrip, sbv),
    "tables": (tsv, csv, ctm),
    "web pages": (hyperaudio,),
    "plain text": (text_with_times, otter, lyrics, plain),
}
"""By the name of the reader that has to read it."""
