"""The report as JSON, to the letter of `docs/contract.md`; and the JSON of `align quotes` and `align transcribe`.

Keys keep the contract's order, times are rounded to the millisecond, probabilities to four places and evidence to
two: the same report gives the same bytes.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TypeAlias

from align._version import __version__
from align.records import (
    Article,
    Decision,
    Edit,
    Interval,
    Misattribution,
    Model,
    Quote,
    QuoteCheck,
    Report,
    Searched,
    Span,
    Transcript,
    Word,
)
from align.report.view.dismissed import Dismissed, dismissed
from align.report.view.findings import summarize
from align.report.view.sanitize import is_seen
from align.report.view.times import rounded
from align.report.view.voices import Utterance, utterances, voice_ids

_SCHEMA_VERSION = 1

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | float | None"


def render_report(report: Report) -> str:
    """Return the contract's JSON."""
    return dump(
        {
            "schema_version": _SCHEMA_VERSION,
            "tool": {"name": "align", "version": __version__},
            "model": _model(report.model),
            "settings": {
                "style": report.settings.style,
                "language": report.settings.language,
                "fail_on": report.settings.fail_on,
            },
            "article": _article(report.article),
            **({"archive": searched_json(report.searched)} if report.searched else {}),
            "is_heard": report.is_heard,
            "recordings": [_heard(transcript) for transcript in report.transcripts],
            "quotes": [_check(report, check) for check in report.checks],
            "summary": asdict(summarize(report.checks)),
        }
    )


def render_quotes(article: Article, quotes: Sequence[Quote]) -> str:
    """Return the JSON of `align quotes`."""
    return dump(
        {
            "schema_version": _SCHEMA_VERSION,
            "article": _article(article),
            "text": article.text,
            "quotes": [_quote(quote) | _reading(quote) for quote in quotes],
        }
    )


def render_transcript(transcript: Transcript, model: Model) -> str:
    """Return the JSON of `align transcribe`, in Whisper's own shape; with voices, in whisperX's."""
    said = utterances(transcript, voice_ids(transcript.voices))
    return dump(
        {
            "schema_version": _SCHEMA_VERSION,
            "recording": _recording(transcript) | _warnings(transcript.all_warnings),
            "model": _model(model),
            "language": transcript.language,
            "text": transcript.said(Span(0, len(transcript.words))),
            "segments": [_segment(transcript, number, part) for number, part in enumerate(said)],
            "unheard": _intervals(transcript.unheard),
            **_voices(transcript),
        }
    )


def dump(document: Mapping[str, Json]) -> str:
    """Return JSON with every character escaped that is not seen, so that the file commands no terminal."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    return text.translate({ord(c): json.dumps(c)[1:-1] for c in {*text} - {"\n"} if not is_seen(c)})


def searched_json(searched: Searched) -> dict[str, Json]:
    """Return what was looked through."""
    return {"path": searched.path, "recordings": searched.recordings, "seconds": rounded(searched.seconds)}


def place_json(report: Report, check: QuoteCheck) -> dict[str, Json]:
    """Return the keys of a check that are not of its article or its voices, and the recordings that it speaks of."""
    about = _quote(check.quote).keys() | {"decision", "voice", "wrong_speaker"}
    found = {key: value for key, value in _check(report, check).items() if key not in about}
    return {"recordings": [_recording(transcript) for transcript in report.transcripts], **found}


def _model(model: Model) -> dict[str, Json]:
    told: dict[str, Json] = {
        "engine": model.engine, "name": model.name, "sha256": model.sha256, "verifier": model.verifier
    }  # fmt: skip
    others = {"first_pass": model.first_pass, "second_opinion": model.second_opinion}
    return told | {key: name for key, name in others.items() if name}


def _article(article: Article) -> dict[str, Json]:
    written: dict[str, Json] = {"path": article.path, "sha256": article.sha256, "title": article.title}
    return written | _warnings(article.warnings)


def _heard(transcript: Transcript) -> dict[str, Json]:
    told: dict[str, Json] = {"language": transcript.language, "unheard": _intervals(transcript.unheard)}
    heard: dict[str, Json] = {"second_pass": _intervals(transcript.second_pass)} if transcript.second_pass else {}
    return _recording(transcript) | told | heard | _voices(transcript) | _warnings(transcript.all_warnings)


def _recording(transcript: Transcript) -> dict[str, Json]:
    recording = transcript.recording
    track: dict[str, Json] = {"track": recording.track} if recording.track else {}
    file: dict[str, Json] = {"sha256": recording.sha256, "duration": rounded(recording.duration)}
    return {"path": recording.path} | track | file


def _voices(transcript: Transcript) -> dict[str, Json]:
    """Return the voices, which have the labels that words have, and their turns; nothing of both where nobody asked."""
    labels = voice_ids(transcript.voices)
    return {
        "voices": [
            {"label": label, "name": voice.name, "is_presenter": voice.is_presenter}
            for label, voice in zip(labels, transcript.voices, strict=True)
        ],
        "turns": [
            {"start": rounded(turn.start), "end": rounded(turn.end), "voice": turn.voice} for turn in transcript.turns
        ],
    }


def _warnings(warnings: Sequence[str]) -> dict[str, Json]:
    """Return the key that is there if anything was odd."""
    return {"warnings": [*warnings]} if warnings else {}


def _check(report: Report, check: QuoteCheck) -> dict[str, Json]:
    return _quote(check.quote) | {
        "verdict": check.verdict,
        "severity": check.severity,
        "certainty": check.certainty,
        "probability": round(check.probability, 4),
        "spans": [
            {"recording": part.recording, "start": rounded(part.start), "end": rounded(part.end)}
            for part in check.passages
        ],
        "spoken": report.spoken(check),
        "edits": [_edit(edit) for edit in check.edits],
        "voice": check.voice,
        "wrong_speaker": _wrong_speaker(check.misattribution),
        "causes": check.causes,
        "heard_otherwise": [_dismissed(one) for one in dismissed(report, check)],
        "decision": _decision(check.decision),
    }


def _dismissed(one: Dismissed) -> dict[str, Json]:
    return {
        "printed": one.printed,
        "spoken": one.spoken,
        "chars": _span(one.chars),
        "recording": one.recording,
        "start": rounded(one.start),
        "end": rounded(one.end),
    }


def _decision(decision: Decision | None) -> dict[str, Json] | None:
    return None if decision is None else {"choice": decision.choice, "note": decision.note}


def _quote(quote: Quote) -> dict[str, Json]:
    return {
        "id": quote.id,
        "text": quote.text,
        "chars": _span(quote.chars),
        "continues": quote.continues,
        "inside": quote.inside,
        "line": quote.line,
        "column": quote.column,
        "speaker": quote.speaker,
        "mention": quote.mention,
        "cue": quote.cue,
        "kind": quote.kind,
    }


def _reading(quote: Quote) -> dict[str, Json]:
    return {
        "speaker_confidence": quote.speaker_confidence,
        "confidence": round(quote.confidence, 4),
        "warnings": quote.warnings,
    }


def _edit(edit: Edit) -> dict[str, Json]:
    return {
        "op": edit.op,
        "category": edit.category,
        "severity": edit.severity,
        "certainty": edit.certainty,
        "probability": round(edit.probability, 4),
        "printed": edit.printed,
        "spoken": edit.spoken,
        "chars": _span(edit.chars),
        "recording": edit.recording,
        "start": rounded(edit.start),
        "end": rounded(edit.end),
        "evidence": None if edit.evidence is None else round(edit.evidence, 2),
    }


def _wrong_speaker(found: Misattribution | None) -> dict[str, Json] | None:
    if found is None:
        return None
    return {
        "category": "speaker",
        "severity": found.severity,
        "certainty": found.certainty,
        "probability": round(found.probability, 4),
        "printed": found.printed,
        "heard": found.heard,
        "voice": found.voice,
        "doubt": found.doubt,
    }


def _segment(transcript: Transcript, number: int, said: Utterance) -> dict[str, Json]:
    segment, speaker = said.segment, _speaker(said.speaker)
    words = transcript.words[segment.words.start : segment.words.end]
    written: dict[str, Json] = {
        "id": number,
        "start": rounded(segment.start),
        "end": rounded(segment.end),
        "text": "".join(word.text for word in words),
        "avg_logprob": round(segment.avg_logprob, 4),
        "no_speech_prob": round(segment.no_speech_prob, 4),
        "words": [_word(word) | speaker for word in words],
    }
    return written | speaker


def _word(word: Word) -> dict[str, Json]:
    written: dict[str, Json] = {
        "word": word.text,
        "start": rounded(word.start),
        "end": rounded(word.end),
        "probability": round(word.probability, 4),
    }
    return written | _speaker(word.speaker or "")


def _speaker(label: str) -> dict[str, Json]:
    """Return the key that is there if it is known who speaks."""
    return {"speaker": label} if label else {}


def _span(span: Span) -> list[Json]:
    return [span.start, span.end]


def _intervals(intervals: Iterable[Interval]) -> list[Json]:
    return [{"start": rounded(part.start), "end": rounded(part.end)} for part in intervals]
