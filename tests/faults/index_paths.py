"""The write path of an index: built from nothing, and brought from one state to the next."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from index import manifest, tokens
from index.build import build_index
from index.errors import IndexUnfitError
from index.lexical import Term
from index.opened import open_contents
from index.settings import IndexSettings
from rag.intact import intact
from ui.bench.stand_in import StandIn, stand_in

ASKED = ("planes", "harbour", "bridge", "minister")


def built(root: Path) -> None:
    """Make the index of `root/articles`."""
    build_index([root / "articles"], IndexSettings(index=root / "index"), opener=stand_in)


def whole(root: Path) -> str:
    """Everything an index holds and finds, after each of its parts was held against the others."""
    folder = root / "index"
    try:
        contents = open_contents(folder, manifest.read(folder))
    except IndexUnfitError as error:
        if str(error).startswith("There is no index"):
            return "nothing"
        raise
    articles = {key: intact(article) for key, article in contents.articles.items()}
    rows = list(contents.passages.rows())
    ids = contents.passages.ids(rows)
    passages = []
    for row in rows:
        passage = contents.passages[row]
        text = articles[passage.article_id].text
        assert passage.text == text[passage.start : passage.end]
        assert all(passage.start <= s.start < s.end <= passage.end for s in passage.sentences)
        passages.append((ids[row], passage.sentences))
    found = {}
    for word in ASKED:
        near = contents.vectors.search(StandIn().encode_question(word), len(rows))
        assert {row for row, _ in near} == set(rows)
        named = contents.lexical.search([Term(word)], len(rows), 0.3, None)
        assert {row for row, _ in named} <= set(rows)
        found[word] = sorted(ids[row] for row, _ in named)
    known = sorted(each.word for each in contents.words.words(("planes", "harbour", "zebra")))
    shown = sorted(repr(article) for article in articles.values())
    return json.dumps([shown, sorted(map(repr, passages)), found, known])


def write(root: Path, files: dict[str, str]) -> None:
    """Files below `root/articles`."""
    for name, text in files.items():
        place = root / "articles" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Build:
    """An index where there was none."""

    def before(self, root: Path) -> None:
        """Articles, and no index."""
        write(root, {"one.txt": "The planes landed in Oslo.", "b/two.md": "# Harbour\n\nA bridge."})

    def work(self, root: Path) -> None:
        """Build."""
        built(root)

    def state(self, root: Path) -> str:
        """What the index holds."""
        return whole(root)


@dataclass(frozen=True, slots=True)
class Sync:
    """Files added, changed, renamed and deleted."""

    def before(self, root: Path) -> None:
        """An index, and files that differ from what it holds."""
        write(root, {name: f"The minister spoke of {name}. Planes came." for name in "abcd"})
        for name in "abcd":
            os.rename(root / "articles" / name, root / "articles" / f"{name}.txt")
        built(root)
        # A third state, so that there is a generation to be cleared at the end.
        write(root, {"d.txt": "The minister spoke of tons."})
        built(root)
        write(root, {"a.txt": "The bridge fell. Nobody was hurt.", "new/e.txt": "A zebra spoke."})
        (root / "articles" / "b.txt").unlink()
        (root / "articles" / "c.txt").rename(root / "articles" / "moved.txt")

    def work(self, root: Path) -> None:
        """Sync."""
        built(root)

    def state(self, root: Path) -> str:
        """What the index holds."""
        return whole(root)


@dataclass(frozen=True, slots=True)
class SyncLines:
    """One .jsonl file, of which lines change their words, their titles, or go."""

    def before(self, root: Path) -> None:
        """An index of a file that was then written anew."""
        self._lines(
            root, [("x", "Planes came.", "One"), ("y", "A harbour.", None), ("z", "No.", None)]
        )
        built(root)
        self._lines(root, [("x", "Planes came.", "Other"), ("y", "A bridge fell.", None)])

    def work(self, root: Path) -> None:
        """Sync."""
        built(root)

    def state(self, root: Path) -> str:
        """What the index holds."""
        return whole(root)

    @staticmethod
    def _lines(root: Path, articles: list[tuple[str, str, str | None]]) -> None:
        lines = (
            json.dumps({"doc_id": id, "text": text, "title": title, "published_at": "2019-06-25"})
            for id, text, title in articles
        )
        write(root, {"all.jsonl": "\n".join(lines) + "\n"})


def warm() -> None:
    """Load what every run needs, once, before any of them is forked."""
    tokens.count_tokens("once")
