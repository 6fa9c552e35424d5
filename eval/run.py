"""A scored run: what was scored, by what, and what came of it."""

import hashlib
import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.code_hash import code_sha256
from eval.outcome import Outcome
from eval.schema import Dataset
from eval.summary import Group, summarised
from index.manifest import Manifest
from index.weights import PARTS
from rag.settings import Settings


@dataclass(frozen=True, slots=True)
class Provenance:
    """Enough to know whether two runs can be compared, and to repeat one.

    `commit` is None outside a checkout; `dirty` says that files differed from it. `system` names
    the engine or the files that were scored; `code_sha256` is over the code of the engine,
    `models` gives the sha256 of every packaged model.
    """

    system: str
    dataset: str
    dataset_sha256: str
    questions: int
    commit: str | None
    dirty: bool
    code_sha256: str | None = None
    index_sha256: str | None = None
    embedder: str | None = None
    weights_sha256: str | None = None
    models: dict[str, str] = field(default_factory=dict)
    settings: dict[str, str | int | float | bool | None] = field(default_factory=dict)
    settings_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A run; nothing in it depends on the clock."""

    provenance: Provenance
    groups: tuple[Group, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def faults(self) -> list[str]:
        """Every unverified word shown, with its question."""
        return [f"{o.qid}: {fault}" for o in self.outcomes for fault in o.faults]


def scored_run(
    dataset: Dataset, outcomes: Sequence[Outcome], provenance: Provenance, *, halves: bool
) -> Run:
    """A run with its numbers."""
    return Run(provenance, summarised(outcomes, halves), tuple(outcomes))


def provenance_of(
    dataset: Dataset,
    settings: Settings | None,
    manifest: Manifest | None,
    system: str = "pincite",
) -> Provenance:
    """Where a run comes from; settings and index only where the engine was run."""
    commit, dirty = _commit()
    base = (system, dataset.name, dataset.sha256, len(dataset.questions), commit, dirty)
    if settings is None or manifest is None:
        return Provenance(*base)
    shown = settings.shaping()
    digest = hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()
    made = (manifest.content, manifest.embedder, manifest.weights_sha256, _models())
    return Provenance(*base, code_sha256(), *made, shown, digest)


def _models() -> dict[str, str]:
    found = {name: part.files.get("model.onnx") for name, part in PARTS.items()}
    return {name: file[1] for name, file in sorted(found.items()) if file}


def _commit() -> tuple[str | None, bool]:
    here = Path(__file__).parent
    asked = [
        "git",
        "-C",
        str(here),
        "describe",
        "--always",
        "--abbrev=40",
        "--dirty",
        "--exclude=*",
    ]
    try:
        told = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return None, False
    name = told.stdout.strip()
    return name.removesuffix("-dirty") or None, name.endswith("-dirty")
