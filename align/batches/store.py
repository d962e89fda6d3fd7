"""What is in the folder of a batch: reports, a summary, a log; and in `.align`, what is known of each report.

A pair is done when its record is there, which is written last; whoever stops between finds old or new, never a part.
"""

import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from align.batches.pairs import PairResult
from align.errors import OutputError
from align.report.files import write_whole
from align.report.view.findings import Summary
from align.report.view.sanitize import printable

_OLD = 86_400.0
"""Seconds after which drafts belong to a run that was killed: no pair is written for a day."""


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of a batch."""

    folder: Path

    @property
    def heard(self) -> Path:
        """Where several machines remember together what was heard."""
        return self._own / "heard"

    @property
    def _own(self) -> Path:
        return self.folder / ".align"

    def prepare(self) -> None:
        """Make the folder, and forget the drafts of runs that were killed; raises OutputError."""
        try:
            self._records.mkdir(parents=True, exist_ok=True)
            self._drafts.mkdir(exist_ok=True)
        except OSError as error:
            raise OutputError(f"The folder {self.folder} cannot be made ({error.strerror}); choose another.") from error
        if not os.access(self.folder, os.W_OK | os.X_OK):
            raise OutputError(f"Nobody may write into the folder {self.folder}; choose another.")
        for draft in self._drafts.iterdir():
            with suppress(OSError):
                if time.time() - draft.stat().st_mtime > _OLD:
                    shutil.rmtree(draft)

    @property
    def _records(self) -> Path:
        return self._own / "pairs"

    @property
    def _drafts(self) -> Path:
        return self._own / "drafts"

    def find(self, name: str, fingerprint: str) -> PairResult | None:
        """Return what came of a pair if that was with the same inputs, and its reports are there."""
        try:
            told = json.loads(self._record(name).read_bytes())
            result = _result(told["result"])
            is_whole = told["fingerprint"] == fingerprint and all(
                (self.folder / file).is_file() for file in result.files
            )
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return result if is_whole else None

    @property
    def names(self) -> frozenset[str]:
        """The names of all pairs that were ever done."""
        return frozenset(record.stem for record in self._records.iterdir() if record.suffix == ".json")

    @contextmanager
    def draft(self, names: Sequence[str]) -> Iterator[tuple[Path, ...]]:
        """Yield where files of these names can be written, apart from others, until they are put in place."""
        folder = self._drafts / uuid.uuid4().hex
        try:
            folder.mkdir()
        except OSError as error:
            raise OutputError(f"{folder} cannot be made ({error.strerror}): make room or choose another.") from error
        try:
            yield tuple(folder / name for name in names)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def keep(self, drafts: Sequence[Path], fingerprint: str, result: PairResult) -> None:
        """Put the reports of a pair in place, and then its record; raises OutputError."""
        record = self._record(result.name)
        try:
            record.unlink(missing_ok=True)
            for draft in drafts:
                os.replace(draft, self.folder / draft.name)
        except OSError as error:
            raise OutputError(
                f"{self.folder / result.name} cannot be written ({error.strerror}): make room."
            ) from error
        told = {"fingerprint": fingerprint, "result": asdict(result)}
        write_whole(record, json.dumps(told, ensure_ascii=True) + "\n")

    def _record(self, name: str) -> Path:
        return self._records / f"{name}.json"

    def log(self, line: str) -> None:
        """Add a line to the log; if it cannot be, nothing is lost that is not said elsewhere."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        with suppress(OSError), (self.folder / "batch.log").open("a", encoding="utf-8", errors="replace") as file:
            file.write(f"{stamp} {printable(line)}\n")


def _result(told: dict[str, Any]) -> PairResult:
    lists = {name: tuple(map(str, told[name])) for name in ("recordings", "files", "warnings")}
    return PairResult(**{**told, **lists, "counts": Summary(**told["counts"])})
