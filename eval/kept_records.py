"""Records kept while a run is made, so that one that was stopped can go on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from eval.schema import Record
from rag.schema import Seconds

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """A record and the times of its reply."""

    record: Record
    seconds: Seconds


_RECORD = TypeAdapter(Record)
_TIMES = TypeAdapter(tuple[str, Seconds])


class KeptRecords:
    """Two files of a run, records and times; the first line of the records says of which run."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._records = folder / "records.jsonl"
        self._times = folder / "times.jsonl"
        self._head = json.dumps({"run": fingerprint})

    def start(self, *, resume: bool) -> dict[str, Kept]:
        """What is there of this very run, by question; without `resume` nothing, and it is gone.

        A last line that was only half written is dropped.
        """
        times = read_times(self._times.parent) if resume else {}
        records = [r for r in self._read_records() if r.qid in times] if resume else []
        self._records.parent.mkdir(parents=True, exist_ok=True)
        self._records.write_text(f"{self._head}\n", encoding="utf-8")
        self._times.write_text("", encoding="utf-8")
        found = {record.qid: Kept(record, times[record.qid]) for record in records}
        for kept in found.values():
            self.add(kept)
        return found

    def add(self, kept: Kept) -> None:
        """Put one more on disk."""
        _append(self._times, _TIMES.dump_json((kept.record.qid, kept.seconds)))
        _append(self._records, _RECORD.dump_json(kept.record))

    def _read_records(self) -> Iterator[Record]:
        lines = _lines(self._records)
        if next(lines, None) == self._head:
            yield from _whole(lines, _RECORD)


def read_times(folder: Path) -> dict[str, Seconds]:
    """The times of a run by question; empty where none were kept."""
    return dict(_whole(_lines(folder / "times.jsonl"), _TIMES))


def _append(path: Path, line: bytes) -> None:
    with path.open("ab") as file:
        file.write(line + b"\n")


def _lines(path: Path) -> Iterator[str]:
    if path.is_file():
        with path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                yield line.rstrip("\n")


def _whole(lines: Iterator[str], schema: TypeAdapter[T]) -> Iterator[T]:
    """Values up to the first line that is not whole."""
    for line in lines:
        try:
            yield schema.validate_json(line)
        except ValidationError:
            return
