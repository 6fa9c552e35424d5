"""What evaluation reads and keeps: questions with gold spans, and records of what a system did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from index.schema import Article, Span
from rag.schema import Citation, Reply


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of gold evidence.

    `spans` are alternatives: places in the article any of which is this piece. Empty means that
    only the article is known. `grade` is its relevance, 1 or more. `fact` is the gold text as the
    dataset wrote it, where it wrote one.
    """

    article_id: str
    spans: tuple[Span, ...] = ()
    grade: int = 1
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its gold.

    `mode` "all": every piece of evidence is needed; "any": each alone answers. `gold_of` says
    where the spans come from: a text or offsets in the dataset ("text"), occurrences of a gold
    answer ("answers"), or nowhere ("articles"). `wrong_answers` are those that sources give; None
    where the dataset does not look for them.
    """

    qid: str
    question: str
    answerable: bool
    answers: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    mode: Literal["any", "all"] = "all"
    gold_of: Literal["text", "answers", "articles"] = "text"
    types: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    wrong_answers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """Questions over articles.

    `sha256` covers questions and articles. `complete` says that every article was read for every
    question, so that what is not gold is judged not relevant. `sentences` are the dataset's own
    sentence boundaries, where it has them. `paths` are the files that an index is built from,
    empty where the form of the articles is not one that the index reads.
    """

    name: str
    articles: Mapping[str, Article]
    questions: tuple[Question, ...]
    sha256: str
    complete: bool = False
    sentences: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    paths: tuple[Path, ...] = ()


class Place(NamedTuple):
    """`text[start:end]` of an article; as a passage its id is `article:start-end`."""

    article_id: str
    start: int
    end: int

    @property
    def id(self) -> str:
        """The id of the passage that stands here."""
        return f"{self.article_id}:{self.start}-{self.end}"

    @property
    def span(self) -> Span:
        """Start and end without the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Record:
    """What a system did with one question, from the engine or from saved files.

    `ranked` is the final order of passages, best first; `pool` the order before re-ranking, empty
    where not known. `candidates` are the quotes that would be shown whatever the threshold, best
    first. `reply` is None where only retrieval was run. Times are kept elsewhere, so that two
    runs give the same records.
    """

    qid: str
    reply: Reply | None
    ranked: tuple[Place, ...] = ()
    pool: tuple[Place, ...] = ()
    candidates: tuple[Citation, ...] = ()
