"""The articles of a dataset, read as the index reads them, so that offsets agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from eval.errors import DatasetError
from eval.readers.lines import read_lines
from eval.schema import Dataset
from index.readers import read_articles
from index.schema import Article, Span
from index.sentences import sentences


@dataclass(frozen=True, slots=True)
class SentencesLine:
    """The two fields of a corpus line that give the dataset's own sentences."""

    doc_id: str = ""
    sentences: tuple[str, ...] = ()


_LINE = TypeAdapter(SentencesLine)


def read_corpus(path: Path) -> dict[str, Article]:
    """Articles by id, of one file or of a folder.

    Raises:
        DatasetError: one could not be read; a dataset is whole or refused.
    """
    articles, skipped = read_articles([path])
    if skipped and not path.is_dir():
        raise DatasetError(path, None, f"{skipped[0].path}: {skipped[0].reason}")
    if not articles:
        raise DatasetError(path, None, "it holds no article")
    return {article.id: article for article in articles}


def read_sentences(path: Path, articles: Mapping[str, Article]) -> dict[str, tuple[Span, ...]]:
    """The sentences that a corpus gives for its articles, where it gives them.

    Raises:
        DatasetError: a sentence does not stand in its article after the one before it.
    """
    found: dict[str, tuple[Span, ...]] = {}
    for number, line in read_lines(path, _LINE):
        if not line.sentences:
            continue
        if line.doc_id not in articles:
            raise DatasetError(
                path, number, f"its sentences need an article's doc_id, not {line.doc_id!r}"
            )
        spans: list[Span] = []
        for sentence in (s.strip() for s in line.sentences):
            text = articles[line.doc_id].text
            start = text.find(sentence, spans[-1].end if spans else 0)
            if start < 0:
                raise DatasetError(path, number, f"its text does not hold sentence {sentence!r}")
            spans.append(Span(start, start + len(sentence)))
        if spans:
            found[line.doc_id] = tuple(spans)
    return found


def sentences_of(article: Article, dataset: Dataset) -> tuple[Span, ...]:
    """The dataset's own sentences of the article, else those of `index.sentences`."""
    own = dataset.sentences.get(article.id)
    return own if own is not None else tuple(sentences(article.text, ()))
