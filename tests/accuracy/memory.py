"""What was already heard in an earlier run: transcripts and answers, on disk, keyed by sound, model and question."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from threading import Lock

from align.records import Answer, Interval, Likelihoods, Model, Question, Recording, Segment, Span, Transcript, Word

_TABLE = "CREATE TABLE IF NOT EXISTS heard (key TEXT PRIMARY KEY, value TEXT NOT NULL)"


class Memory:
    """A file of what was heard. `salt` names all that the answers depend on beside the question: model and code."""

    def __init__(self, path: Path, salt: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._turn = Lock()  # quotes are judged by several threads
        self._run(_TABLE)
        self._salt = salt

    def transcript(self, audio_sha256: str, hear: Callable[[], Transcript]) -> Transcript:
        """Return the transcript of some sound, from memory or else heard now."""
        value = self._recall(f"transcript {audio_sha256}", lambda: json.dumps(asdict(hear())))
        return _read_transcript(json.loads(value))

    def answer(self, audio_sha256: str, question: Question, ask: Callable[[Question], Answer | None]) -> Answer | None:
        """Return the answer to a question about some sound, from memory or else asked now."""
        asked = json.dumps((asdict(question.clip), question.heard, question.printed))
        value = json.loads(self._recall(f"{audio_sha256} {asked}", lambda: json.dumps(_written(ask(question)))))
        return Answer(*(_likelihoods(value[side]) for side in ("clip", "silence"))) if value else None

    def _recall(self, what: str, make: Callable[[], str]) -> str:
        key = sha256(f"{self._salt} {what}".encode()).hexdigest()
        for (known,) in self._run("SELECT value FROM heard WHERE key = ?", key):
            return str(known)
        value = make()
        self._run("INSERT OR REPLACE INTO heard VALUES (?, ?)", key, value)
        return value

    def _run(self, statement: str, *values: str) -> list[tuple[object]]:
        with self._turn:
            return self._database.execute(statement, values).fetchall()


def open_memory(folder: Path, model: Model, salt: str = "") -> Memory:
    """Return what a model heard and answered before; another `salt` forgets it."""
    return Memory(folder / "heard.sqlite", f"{model.sha256} {salt}")


def _written(answer: Answer | None) -> object:
    return asdict(answer) if answer else None


def _likelihoods(stored: dict[str, list[float]]) -> Likelihoods:
    return Likelihoods(tuple(stored["heard"]), tuple(stored["printed"]))


def _read_transcript(stored: dict[str, object]) -> Transcript:
    def rows(name: str) -> list[dict[str, float]]:
        return stored[name]  # type: ignore[return-value]

    return Transcript(
        Recording(**stored["recording"]),  # type: ignore[arg-type]
        str(stored["language"]),
        tuple(Word(**word) for word in rows("words")),  # type: ignore[arg-type]
        tuple(Segment(**{**segment, "words": Span(**segment["words"])}) for segment in rows("segments")),  # type: ignore[arg-type]
        tuple(Interval(**unheard) for unheard in rows("unheard")),
    )
