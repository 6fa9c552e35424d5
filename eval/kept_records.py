"""Records kept while a run is made, so that one that was stopped can go on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from eval.schema import Record
from eval.written import replace_text
from index.errors import UnwrittenError
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
        found = {record.qid: Kept(record, times[record.qid]) for record in records}
        # Replaced and not written over: what took hours is there whatever ends this process.
        replace_text(self._times, "".join(map(_times_line, found.values())))
        lines = (_RECORD.dump_json(record).decode() + "\n" for record in records)
        replace_text(self._records, "".join((f"{self._head}\n", *lines)))
        return found

    def add(self, kept: Kept) -> None:
        """Put one more on disk.

        Raises:
            UnwrittenError: the disk did not take it.
        """
        _append(self._times, _times_line(kept))
        _append(self._records, _RECORD.dump_json(kept.record).decode() + "\n")

    def _read_records(self) -> Iterator[Record]:
        lines = _lines(self._records)
        if next(lines, None) == self._head:
            yield from _whole(lines, _RECORD)


def read_times(folder: Path) -> dict[str, Seconds]:
    """The times of a run by question; empty where none were kept."""
    return dict(_whole(_lines(folder / "times.jsonl"), _TIMES))


def _times_line(kept: Kept) -> str:
    return _TIMES.dump_json((kept.record.qid, kept.seconds)).decode() + "\n"


def _append(path: Path, line: str) -> None:
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(line)
    except OSError as error:
        raise UnwrittenError(path, error) from error


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
