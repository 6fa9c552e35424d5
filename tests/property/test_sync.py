"""Whatever happens to the files, a synced index holds what one built from nothing would hold."""

import json
import shutil
import sqlite3
import tempfile
from pathlib import Path

import numpy as np
from hypothesis import settings as profile
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from index import generations, manifest
from index.build import BuildReport, build_index
from index.lexical import Term
from index.opened import Contents, open_contents
from index.selection import Selection
from index.settings import IndexSettings
from ui.bench.stand_in import StandIn, stand_in

WORDS = (
    "harbour",
    "Guaidó",
    "minister",
    "govemment",
    "bridge",
    "thirty",
    "Oslo",
    "negotiationscan",
)
NAMES = ("a.txt", "b.md", "sub/a.txt", "sub/deep/c.txt", "skip.xyz", "d.jsonl", "sub/d.jsonl")
texts = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=5), min_size=1, max_size=4)
names = st.sampled_from(NAMES)


def prose(sentences: list[list[str]]) -> str:
    return " ".join(f"The {' '.join(words)} stood there." for words in sentences)


def body(name: str, sentences: list[list[str]]) -> str:
    """A text, or for a .jsonl one article a sentence, under ids that others may state as well."""
    if not name.endswith(".jsonl"):
        return prose(sentences)
    lines = [
        {"id": words[0], "text": prose([words]), "title": words[-1], "source": words[1]}
        for words in sentences
    ]
    return "\n".join(json.dumps(line) for line in lines)


def words_of(home: Path) -> list[list[tuple]]:  # type: ignore[type-arg]  # columns differ
    base = sqlite3.connect(home / generations.WORDS)
    tables = ("surfaces", "words", "sounds", "damaged", "originals")
    return [sorted(base.execute(f"SELECT * FROM {table}").fetchall()) for table in tables]


def families_of(contents: Contents) -> set[frozenset[str]]:
    everything = Selection()
    return {
        frozenset([id, *contents.families.others(id, everything, 100)])
        for id in contents.articles
        if contents.families.of(id) is not None
    }


def opened(settings: IndexSettings) -> Contents:
    return open_contents(settings.index, manifest.read(settings.index))


def found(contents: Contents, word: str) -> tuple[set[str], list[str]]:
    """Ids of the passages that hold the word, and of those nearest to it."""
    hits = contents.lexical.search([Term(word)], 100, 0.3, None)
    near = contents.vectors.search(StandIn().encode_question(word), 100)
    ids = contents.passages.ids([row for row, _ in [*hits, *near]])
    ranked = sorted((-round(score, 5), ids[row]) for row, score in near)
    return {ids[row] for row, _ in hits}, [id for _, id in ranked]


class Syncs(RuleBasedStateMachine):
    @initialize(text=texts)
    def begin(self, text: list[list[str]]) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.files = self.root / "files"
        self.settings = IndexSettings(index=self.root / "index")
        self.changed = True
        self.write("always.txt", [["always", "here"]])
        self.write("a.txt", text)

    def teardown(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)

    @rule(name=names, text=texts)
    def write(self, name: str, text: list[list[str]]) -> None:
        path = self.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body(name, text), encoding="utf-8")
        self.changed = True

    @rule(name=names)
    def delete(self, name: str) -> None:
        (self.files / name).unlink(missing_ok=True)
        self.changed = True

    @rule(name=names, other=names)
    def rename(self, name: str, other: str) -> None:
        path = self.files / other
        if (self.files / name).exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            (self.files / name).replace(path)
            self.changed = True

    @precondition(lambda self: self.changed)
    @rule()
    def sync(self) -> None:
        synced = self.built(self.settings)
        anew = IndexSettings(index=self.root / "anew")
        shutil.rmtree(anew.index, ignore_errors=True)
        scratch = self.built(anew)
        assert (synced.articles, synced.passages) == (scratch.articles, scratch.passages)
        assert sorted(map(str, synced.skipped)) == sorted(map(str, scratch.skipped))
        self.same(opened(self.settings), opened(anew))
        assert self.built(self.settings).added == 0
        self.changed = False

    def built(self, settings: IndexSettings) -> BuildReport:
        return build_index([self.files], settings, opener=stand_in)

    def same(self, ours: Contents, theirs: Contents) -> None:
        assert ours.manifest.content == theirs.manifest.content
        assert ours.manifest.sentences == theirs.manifest.sentences
        assert dict(ours.articles) == dict(theirs.articles)
        assert families_of(ours) == families_of(theirs)
        rows = {ours.passages[row].id: row for row in ours.passages.rows()}
        others = {theirs.passages[row].id: row for row in theirs.passages.rows()}
        assert rows.keys() == others.keys()
        for id, row in rows.items():
            assert ours.passages[row] == theirs.passages[others[id]]
            mine, other = ours.vectors.of([row]), theirs.vectors.of([others[id]])
            assert np.array_equal(mine, other)
        for word in (*WORDS, "always", "stood"):
            assert found(ours, word) == found(theirs, word)
        homes = [
            s.index / c.manifest.generation
            for s, c in (
                (self.settings, ours),
                (IndexSettings(index=self.root / "anew"), theirs),
            )
        ]
        assert words_of(homes[0]) == words_of(homes[1])


TestSyncs = Syncs.TestCase
TestSyncs.settings = profile(max_examples=6, stateful_step_count=14, deadline=None)
