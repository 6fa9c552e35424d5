"""Collections of several sizes made, measured and taken away again."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import TypeAdapter

from index.build import build_index
from index.errors import BadInputError
from index.opened import embedded_vectors
from rag.engine import open_engine
from rag.settings import Settings
from ui.bench.process import Ran, ran
from ui.bench.scale.made_articles import Template, article_lines, templates
from ui.bench.scale.mixed import mixing
from ui.bench.scale.worker import ADAPTER, Measures
from ui.progress import Told

_BASE_VECTORS = 20_000
# What the sentences of an article make at 200 tokens a passage; the real count is reported.
_PASSAGES_AN_ARTICLE = 8


@dataclass(frozen=True, slots=True)
class Sized:
    """A collection of one size: seconds and peak memory of its making, its megabytes, its costs.

    `writing` is all of indexing but the encoder. `cold` is `pincite ask` from the shell.
    """

    asked_for: int
    writing: Ran
    megabytes: dict[str, float]
    measures: Measures
    cold: Ran


ADAPTER_OF_ALL = TypeAdapter(tuple[Sized, ...])


def run_sizes(
    settings: Settings, sizes: Sequence[int], rounds: int, told: Told
) -> tuple[Sized, ...]:
    """Every size in turn, made of the articles and vectors in the settings' index.

    Raises:
        BadInputError: a measured process failed.
    """
    made = []
    for size in sizes:
        told(f"{size:,} passages", 0, 0)
        with TemporaryDirectory() as home:
            made.append(_sized(settings, size, rounds, Path(home)))
    return tuple(made)


def _sized(settings: Settings, size: int, rounds: int, home: Path) -> Sized:
    index = home / "index"
    writing = ran(["-m", "ui.bench.scale.run", str(settings.index), str(size), str(home)])
    command = [sys.executable, "-m", "ui.bench.scale.worker", str(index), str(rounds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise BadInputError(f"The measured process failed: {last}")
    cold = ran(["-m", "ui.cli", "ask", "Who met whom?", "--json", "--index", str(index)])
    measures = ADAPTER.validate_json(done.stdout)
    return Sized(size, writing, _megabytes(index), measures, cold)


def _megabytes(index: Path) -> dict[str, float]:
    """Of each part of the index, by its name."""
    sizes: dict[str, float] = {}
    for file in index.rglob("*"):
        if file.is_file() and len(file.relative_to(index).parts) > 1:
            part = file.relative_to(index).parts[1].split(".")[0]
            sizes[part] = sizes.get(part, 0.0) + file.stat().st_size / 1e6
    return {part: round(size, 1) for part, size in sorted(sizes.items())}


def make(settings: Settings, size: int, home: Path) -> None:
    """Write a collection of about `size` passages and index it in `home`."""
    engine = open_engine(settings)
    sentences: list[Template] = templates(engine.index, engine.understanding.vocabulary)
    rows = list(islice(engine.index.passages.rows(), _BASE_VECTORS))
    base = embedded_vectors(settings.index, engine.index.manifest.generation).of(rows)
    written = home / "articles.jsonl"
    with written.open("w", encoding="utf-8") as file:
        for line in article_lines(sentences, max(1, size // _PASSAGES_AN_ARTICLE)):
            file.write(line + "\n")
    del engine, sentences
    build_index(
        [written], settings.model_copy(update={"index": home / "index"}), opener=mixing(base)
    )


if __name__ == "__main__":
    make(Settings(index=Path(sys.argv[1])), int(sys.argv[2]), Path(sys.argv[3]))
