"""Words in tantivy: BM25 over passage text and article title; by the rows of the store.

Words are lower-cased and stemmed, nothing else: accents, numbers and damaged words stay as they
stand. Spellings are folded in the question, never here.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import tantivy

from index.errors import IndexUnfitError
from index.rows import Rows
from index.words import LONGEST_WORD

ANALYZER = "words"


@dataclass(frozen=True, slots=True)
class Term:
    """A word to look for and how much it counts; analysed like the text was."""

    word: str
    weight: float = 1.0


def analyzer() -> tantivy.TextAnalyzer:
    """What makes words of a text, here and when it is written."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(LONGEST_WORD))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


def schema() -> tantivy.Schema:
    """The fields of a passage."""
    return (
        tantivy.SchemaBuilder()
        .add_unsigned_field("row", stored=True, indexed=True, fast=True)
        .add_text_field("title", tokenizer_name=ANALYZER)
        .add_text_field("body", tokenizer_name=ANALYZER)
        .build()
    )


@contextmanager
def _damage_said() -> Iterator[None]:
    """Over a damaged file tantivy panics, which Python sees as no `Exception`, or refuses.

    Raises:
        IndexUnfitError: a file is damaged.
    """
    try:
        yield
    except BaseException as error:
        if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
            raise
        raise IndexUnfitError(
            "The searched words of the index are damaged; "
            "build it anew with: pincite index PATH --anew"
        ) from error


class LexicalIndex:
    """An open tantivy index."""

    def __init__(self, index: tantivy.Index, schema: tantivy.Schema) -> None:
        self._schema = schema
        self._analyzer = analyzer()
        self._searcher = index.searcher()

    @classmethod
    def open(cls, folder: Path) -> "LexicalIndex":
        """From a folder of `LexicalWriter`; IndexUnfitError when it cannot be read."""
        fields = schema()
        with _damage_said():
            index = tantivy.Index.open(str(folder))
            index.register_tokenizer(ANALYZER, analyzer())
            return cls(index, fields)

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def rows(self) -> list[int]:
        """Every row, in no order."""
        if not len(self):
            return []
        with _damage_said():
            hits = self._searcher.search(tantivy.Query.all_query(), len(self), count=False).hits
            return [int(self._searcher.doc(at)["row"][0]) for _, at in hits]

    def stems(self, text: str) -> list[str]:
        """The text's words as they are indexed."""
        return list(self._analyzer.analyze(text))

    def frequency(self, word: str) -> int:
        """In how many passages' text the word stands (its stem)."""
        stems = self.stems(word)
        with _damage_said():
            return max((int(self._searcher.doc_freq("body", stem)) for stem in stems), default=0)

    def search(
        self, terms: Sequence[Term], count: int, title_weight: float, only: Rows | None
    ) -> list[tuple[int, float]]:
        """At most `count` (row, BM25) pairs, best first; ties by row. `only` limits the rows."""
        wanted = [clause for term in terms for clause in self._clauses(term, title_weight)]
        if not wanted or not len(self):
            return []
        query = tantivy.Query.boolean_query(wanted)
        if only is not None:
            rows = tantivy.Query.term_set_query(self._schema, "row", [int(row) for row in only])
            query = tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Must, query),
                    (tantivy.Occur.Must, tantivy.Query.const_score_query(rows, 0.0)),
                ]
            )
        with _damage_said():
            hits = self._searcher.search(query, count, count=False).hits
            found = [(int(self._searcher.doc(at)["row"][0]), float(score)) for score, at in hits]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def _clauses(
        self, term: Term, title_weight: float
    ) -> list[tuple[tantivy.Occur, tantivy.Query]]:
        fields = (("body", term.weight), ("title", term.weight * title_weight))
        return [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(
                    tantivy.Query.term_query(self._schema, field, stem), weight
                ),
            )
            for stem in self.stems(term.word)
            for field, weight in fields
            if weight > 0
        ]
