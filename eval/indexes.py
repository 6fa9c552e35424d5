"""Indexes of datasets, built once and kept under `var/` by the texts that they hold."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from eval.datasets import corpus_sha256
from eval.schema import Dataset
from index.article_line import article_line
from index.build import build_index
from index.errors import IndexUnfitError
from index.held_passages import Passages
from index.manifest import read as read_manifest
from index.opened import open_contents
from index.progress import Progress
from index.schema import Article, Passage
from index.segment import segment
from rag.settings import Settings

HOME = Path("var/eval/indexes")


def own_settings(dataset: Dataset, settings: Settings) -> Settings:
    """The settings with the folder in which this dataset's own index lies or would lie."""
    corpus = corpus_sha256(dataset.articles.values())
    shape = f"{corpus} {settings.embedder} {settings.passage_tokens}"
    key = hashlib.sha256(shape.encode()).hexdigest()[:12]
    return settings.model_copy(update={"index": HOME / f"{dataset.name}-{key}"})


def fitting_settings(
    dataset: Dataset, settings: Settings, progress: Progress = lambda stage, done, total: None
) -> Settings:
    """The settings with the index of this dataset, built or synced now if it does not fit."""
    fitting = own_settings(dataset, settings)
    home = fitting.index
    if not _fits(dataset, home):
        home.parent.mkdir(parents=True, exist_ok=True)
        paths = dataset.paths or (_corpus(dataset, home.parent / f"{home.name}.jsonl"),)
        build_index(paths, fitting, progress)
    return fitting


def _fits(dataset: Dataset, home: Path) -> bool:
    """Whether the index there shows every article as the dataset does; titles are searched, too."""
    try:
        there = open_contents(home, read_manifest(home)).articles
    except IndexUnfitError:
        return False
    held = (there.get(key) for key in dataset.articles)
    pairs = zip(dataset.articles.values(), held, strict=True)
    return all(found and _shown(found) == _shown(article) for article, found in pairs)


def _shown(article: Article) -> tuple[str | None, ...]:
    return (article.sha256, article.title, article.source, article.published)


def cut_anew(dataset: Dataset, settings: Settings) -> list[Passage]:
    """The passages that an index of the dataset by these settings holds."""
    articles = dataset.articles.values()
    return [p for article in articles for p in segment(article, settings.passage_tokens)]


def passages_in(dataset: Dataset, settings: Settings) -> Passages:
    """The passages of the settings' index.

    Raises:
        IndexUnfitError: there is none, or it does not hold the dataset's articles.
    """
    contents = open_contents(settings.index, read_manifest(settings.index))
    demand_fit(dataset, contents.articles, settings.index)
    return contents.passages


def demand_fit(dataset: Dataset, articles: Mapping[str, Article], folder: Path) -> None:
    """See that an index holds the dataset's articles as they are.

    Raises:
        IndexUnfitError: it lacks one, or holds it with another text.
    """
    for key, article in dataset.articles.items():
        there = articles.get(key)
        if there is None or there.sha256 != article.sha256:
            how = "lacks" if there is None else "holds another text of"
            raise IndexUnfitError(
                f"The index in {folder} {how} article {key!r} of dataset {dataset.name}; leave "
                "--index away and one that fits is built"
            )


def _corpus(dataset: Dataset, path: Path) -> Path:
    """The articles in a file that gives them back as they are."""
    path.write_text("".join(map(article_line, dataset.articles.values())), encoding="utf-8")
    return path
