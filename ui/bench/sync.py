"""`pincite bench --sync N`: how long it takes to see that nothing changed, and to take in a change.

N articles are made of the sentences of the five that come with pincite. A stand-in embedder takes
the place of the model, because what is measured is everything beside it. Each step is a process of
its own, so that its memory is.
"""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from index.readers import read_articles
from index.segment import segment
from ui.bench.sync_step import Step
from ui.default_articles import default_articles
from ui.progress import Told

SENTENCES = 12
"""Of an article, which then is about two passages."""

_PER_FOLDER = 100
_CHANGED = 10


@dataclass(frozen=True, slots=True)
class Synced:
    """One step over one form of the collection."""

    form: str
    what: str
    step: Step


def measure_sync(count: int, told: Told) -> Iterator[Synced]:
    """Files in folders, then lines of one file; each built, seen unchanged, changed, seen again."""
    for form, write, change in (
        ("files in folders", _write_files, _change_files),
        ("lines of one .jsonl", _write_lines, _change_lines),
    ):
        with TemporaryDirectory() as scratch:
            path, index = Path(scratch) / "articles", Path(scratch) / "index"
            told(f"write {form}", 0, 0)
            write(path, count)
            for what in ("build", "nothing changed", f"{_CHANGED} changed", "nothing changed"):
                told(f"{what}, {form}", 0, 0)
                if what.startswith(str(_CHANGED)):
                    change(path, count)
                yield Synced(form, what, _in_process(path, index))


def _in_process(path: Path, index: Path) -> Step:
    command = [sys.executable, "-m", "ui.bench.sync_step", str(path), str(index)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Step(**json.loads(done.stdout))


def _texts(count: int, seed: int) -> Iterator[str]:
    articles, _ = read_articles([default_articles()])
    sentences = [
        article.text[span.start : span.end]
        for article in articles
        for passage in segment(article, 200)
        for span in passage.sentences
    ]
    draw = random.Random(seed)
    for number in range(count):
        chosen = draw.sample(sentences, SENTENCES)
        head = f"Report {seed}-{number} was filed on day {number % 365}."
        yield "\n\n".join([head, " ".join(chosen[:6]), " ".join(chosen[6:])])


def _place(path: Path, number: int) -> Path:
    return path / f"{number // _PER_FOLDER:05}" / f"{number:07}.txt"


def _write_files(path: Path, count: int) -> None:
    for number, text in enumerate(_texts(count, 1)):
        place = _place(path, number)
        if number % _PER_FOLDER == 0:
            place.parent.mkdir(parents=True)
        place.write_text(text, encoding="utf-8")


def _change_files(path: Path, count: int) -> None:
    """Six other texts, two deleted, one renamed, one new, spread over the folders."""
    places = [_place(path, n * count // _CHANGED) for n in range(_CHANGED)]
    for place, text in zip(places[:6], _texts(6, 2), strict=True):
        place.write_text(text, encoding="utf-8")
    places[6].unlink()
    places[7].unlink()
    places[8].rename(places[8].with_name("renamed.txt"))
    places[9].with_name("new.txt").write_text(next(_texts(1, 3)), encoding="utf-8")


def _write_lines(path: Path, count: int, changed: frozenset[int] = frozenset()) -> None:
    path.mkdir(exist_ok=True)
    other = _texts(len(changed), 2)
    with (path / "articles.jsonl").open("w", encoding="utf-8") as file:
        for number, text in enumerate(_texts(count, 1)):
            shown = next(other) if number in changed else text
            file.write(json.dumps({"id": f"a{number}", "text": shown}) + "\n")


def _change_lines(path: Path, count: int) -> None:
    _write_lines(path, count, frozenset(n * count // _CHANGED for n in range(_CHANGED)))
