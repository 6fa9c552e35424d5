"""A small index made without a model, and what two ways of searching it find."""

from pathlib import Path

import pytest

from index import manifest
from index.build import build_index
from index.engines import Engines
from index.lexical import Term
from index.opened import Contents, open_contents
from index.settings import IndexSettings
from ui.bench.stand_in import StandIn, stand_in

WORDS = ("planes", "Guaidó", "minister", "tons", "Oslo", "bridge", "harbour", "35", "equipment")
QUESTIONS = (
    "Planes and planes in Oslo",
    "the minister",
    "35 tons of equipment",
    "zebra",
    "bridges",
)


def write_articles(folder: Path, count: int) -> None:
    """Articles of very different lengths, some without a title, some the same but for a word."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        said = [
            f"The {WORDS[(number * 3 + at) % 9]} {WORDS[(at * at + number) % 9]} stood there."
            for at in range(1 + (number * 7) % 40)
        ]
        title = f"# {WORDS[number % 9]} of {WORDS[(number + 4) % 9]}\n\n" if number % 3 else ""
        (folder / f"{number}.md").write_text(title + " ".join(said))


def synced(folder: Path, settings: IndexSettings) -> Contents:
    """The index of a folder, as it is now."""
    build_index([folder], settings, opener=stand_in)
    return open_contents(settings.index, manifest.read(settings.index))


def assert_same(contents: Contents, engines: Engines) -> None:
    """Every question gives the same rows in both, and scores that differ by rounding alone."""
    rows = list(contents.passages.rows())
    found = 0
    for only in (None, rows[::3], []):
        for question in QUESTIONS:
            vector = StandIn().encode_question(question)
            terms = [Term(word, 0.7 if at else 1.0) for at, word in enumerate(question.split())]
            for embedded, stored in (
                (
                    contents.vectors.search(vector, 10, only),
                    engines.vectors.search(vector, 10, only),
                ),
                (
                    contents.lexical.search(terms, 10, 0.3, only),
                    engines.lexical.search(terms, 10, 0.3, only),
                ),
            ):
                assert [score for _, score in stored] == pytest.approx(
                    [score for _, score in embedded], rel=1e-5, abs=1e-6
                )
                _same_but_for_ties(embedded, stored)
                found += len(stored)
    assert found
    for word in WORDS:
        assert engines.lexical.frequency(word) == contents.lexical.frequency(word)
        assert engines.lexical.stems(word) == contents.lexical.stems(word)


def _same_but_for_ties(one: list[tuple[int, float]], other: list[tuple[int, float]]) -> None:
    """A row that stands in one alone has the score of the last place."""
    last = one[-1][1] if one else 0.0
    for row, score in {*one} ^ {*other}:
        if (row in dict(one)) != (row in dict(other)):
            assert score == pytest.approx(last, rel=1e-5)
