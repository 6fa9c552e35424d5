"""python -m tests.faults.damaged FOLDER: an index with one file torn or one bit turned, many times.

Each time a process of its own opens it, reads and searches all of it, and another examines it.
PINCITE_STEPS in the environment is how many places of each file are damaged in each way.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from index import manifest
from index.errors import PinciteError
from index.examine import examine
from index.lexical import Term
from index.opened import open_contents
from rag.intact import intact
from tests.faults.held import run_free
from tests.faults.index_paths import ASKED, Sync
from ui.bench.stand_in import StandIn


def looked(root: Path, truth: dict[str, str]) -> str:
    """How a reader fares: every word it gets of an article must be that article's."""
    folder = root / "index"
    refused = 0
    try:
        contents = open_contents(folder, manifest.read(folder))
        articles = list(contents.articles)
        list(contents.words.words(ASKED))
        found = [row for row, _ in contents.vectors.search(StandIn().encode_question("bridge"), 9)]
        found += [row for row, _ in contents.lexical.search([*map(Term, ASKED)], 9, 0.3, None)]
    except PinciteError:
        return "refused"
    for id in articles:
        try:
            assert intact(contents.articles[id]).text in truth.values(), f"not a word of {id}"
        except PinciteError:
            refused += 1
    for row in found:
        try:
            passage = contents.passages[row]
            text = intact(contents.articles[passage.article_id]).text
            assert passage.text == text[passage.start : passage.end]
        except (PinciteError, KeyError):
            refused += 1
    return "refused in part" if refused else "read"


def examined(root: Path) -> str:
    """Whether the examination finds damage."""
    try:
        return str(any(each.kind == "damage" for each in examine(root / "index")))
    except PinciteError:
        return "True"


def damages(data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    """The file torn, and with one bit turned, at places spread evenly."""
    for at in range(most):
        length = len(data) * at // most
        yield f"torn at {length}", data[:length]
        place = (2 * at + 1) * len(data) // (2 * most)
        if place < len(data):
            turned = bytes([data[place] ^ (1 << at % 8)])
            yield f"bit turned at {place}", data[:place] + turned + data[place + 1 :]


def main(root: Path, most: int) -> dict[str, object]:
    """What came of each damage, counted, and what was wrong."""
    root.mkdir(parents=True)
    run_free(lambda: str(Sync().before(root)))
    saved = root.with_name("saved")
    shutil.copytree(root / "index", saved)
    folder = root / "index"
    truth = {file.name: file.read_text() for file in (root / "articles").rglob("*.txt")}
    truth |= {name: text for name, text in _texts(root).items()}
    home = manifest.read(folder).generation
    names = [manifest.path(folder).relative_to(folder).as_posix()]
    names += [
        file.relative_to(folder).as_posix()
        for file in sorted((folder / home).rglob("*"))
        if file.is_file() and file.suffix != ".lock"
    ]
    told: dict[str, int] = {}
    wrong: list[str] = []
    tried = 0
    for name in names:
        data = (folder / name).read_bytes()
        for how, broken in damages(data, most):
            (folder / name).write_bytes(broken)
            tried += 1
            code, said = run_free(partial(looked, root, truth))
            told[said if not code else "broke down"] = (
                told.get(said if not code else "broke down", 0) + 1
            )
            if code:
                wrong.append(f"{name} {how}: a reader ended with {code}: {said[-600:]}")
            code, found = run_free(partial(examined, root))
            if code or found != "True":
                wrong.append(f"{name} {how}: the examination: {code} {found[-600:]}")
        (folder / name).write_bytes(data)
    assert run_free(partial(examined, root))[1] == "False"
    return {"files": len(names), "tried": tried, "left": told, "wrong": wrong}


def _texts(root: Path) -> dict[str, str]:
    code, said = run_free(partial(_told_texts, root))
    assert not code, said
    found: dict[str, str] = json.loads(said)
    return found


def _told_texts(root: Path) -> str:
    folder = root / "index"
    contents = open_contents(folder, manifest.read(folder))
    return json.dumps({id: article.text for id, article in contents.articles.items()})


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(os.environ.get("PINCITE_STEPS", "8")))))
