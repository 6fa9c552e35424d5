"""Records kept while a run is made, so that one that was stopped can go on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.schema import Record
from rag.schema import Seconds


@dataclass(frozen=True, slots=True)
class Kept:
    """A record and the times of its reply."""

    record: Record
    seconds: Seconds


_KEPT = TypeAdapter(Kept)


class KeptRecords:
    """A file of records; the first line says of which run they are."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        self.path = path
        self._head = json.dumps({"run": fingerprint})

    def start(self, *, resume: bool) -> dict[str, Kept]:
        """What is there of this very run, by question; without `resume` nothing, and it is gone.

        A last line that was only half written is dropped.
        """
        found = {kept.record.qid: kept for kept in self._read()} if resume else {}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        lines = [self._head, *(_KEPT.dump_json(kept).decode() for kept in found.values())]
        self.path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return found

    def add(self, kept: Kept) -> None:
        """Put one more on disk."""
        with self.path.open("ab") as file:
            file.write(_KEPT.dump_json(kept) + b"\n")

    def _read(self) -> Iterator[Kept]:
        if not self.path.is_file():
            return
        with self.path.open(encoding="utf-8") as lines:
            if next(lines, "").rstrip("\n") != self._head:
                return
            for line in lines:
                try:
                    yield _KEPT.validate_json(line)
                except ValidationError:
                    return
