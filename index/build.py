"""Articles to an index: only what changed is embedded, and the new index replaces the old at once.

A build writes a folder of its own beside the one in use and then replaces the manifest that names
it. A build that is killed leaves the old index whole, and a folder that the next build clears.
"""

import shutil
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from index import manifest as manifests
from index import store_draft, weights, word_tables
from index.embedder import Embedder, Vectors, open_embedder
from index.errors import BadInputError, IndexUnfitError
from index.lexical import LexicalIndex
from index.manifest import Manifest
from index.opened import Contents, open_contents
from index.ordinary import ordinary_words
from index.readers import read_articles
from index.schema import Article, Passage, Skipped
from index.segment import segment
from index.settings import IndexSettings
from index.vectors import VectorIndex

# Hears the stage ("read", "split", "embed", "write", or a line about a download), done and total.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What the index holds now and what changed against the one before."""

    articles: int
    passages: int
    added: int
    changed: int
    removed: int
    skipped: tuple[Skipped, ...]
    seconds: float


def build_index(
    paths: Sequence[Path],
    settings: IndexSettings,
    progress: Progress = lambda stage, done, total: None,
) -> BuildReport:
    """Make the index in `settings.index` hold exactly the articles under `paths`.

    Raises:
        BadInputError: a path does not exist, no article could be read, or the folder is in use.
        WeightsError: the embedder's weights are not to be had.
    """
    began = time.perf_counter()
    progress("read", 0, 0)
    articles, skipped = read_articles(paths)
    if not articles:
        raise BadInputError(_nothing(paths, skipped))
    _make_folder(settings.index)
    with _locked(settings.index):
        old = _old(settings)
        content = manifests.content_hash(articles, settings.embedder, settings.passage_tokens)
        if old is None or old.manifest.content != content:
            made = _make(articles, content, settings, old, progress)
            manifests.write(settings.index, made)
            _clear(settings.index, keep=made.generation)
        else:
            made = old.manifest
    added, changed, removed = _differences(old.articles if old else {}, articles)
    seconds = time.perf_counter() - began
    counts = (made.articles, made.passages, added, changed, removed)
    return BuildReport(*counts, tuple(skipped), round(seconds, 3))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInputError(
            f"The folder {folder} for the index cannot be made ({error.strerror}); "
            "name another with --index."
        ) from error


def embedded_text(article: Article, passage: Passage) -> str:
    """What is embedded for a passage: its article's title, where there is one, and its text."""
    return f"{article.title}\n{passage.text}" if article.title else passage.text


def _make(
    articles: Sequence[Article],
    content: str,
    settings: IndexSettings,
    old: Contents | None,
    progress: Progress,
) -> Manifest:
    passages: list[Passage] = []
    for done, article in enumerate(articles):
        progress("split", done, len(articles))
        passages += segment(article, settings.passage_tokens)
    if not passages:
        raise BadInputError("The articles hold no sentence that could be quoted.")
    by_id = {article.id: article for article in articles}
    texts = [embedded_text(by_id[p.article_id], p) for p in passages]
    embedder = open_embedder(settings, lambda line: progress(line, 0, 0))
    vectors = _embed(texts, embedder, _known(old), progress)
    progress("write", 0, 0)
    generation = f"g-{content[:12]}-{uuid.uuid4().hex[:6]}"
    home = settings.index / generation
    home.mkdir()
    store_draft.write(home / "articles.sqlite", articles, passages)
    VectorIndex.build(vectors).save(home / "vectors.faiss")
    titled = ((by_id[p.article_id].title or "", p.text) for p in passages)
    LexicalIndex.build(home / "lexical", titled)
    folder = weights.locate(weights.ORDINARY, settings.weights)
    shown = (text for each in articles for text in (each.text, each.title, each.source) if text)
    word_tables.change(home / "words.sqlite", word_tables.counted(shown), ordinary_words(folder))
    part = weights.PARTS.get(settings.embedder)
    return Manifest(
        manifests.FORMAT,
        generation,
        content,
        settings.embedder,
        part.files["model.onnx"][1] if part else None,
        settings.passage_tokens,
        len(articles),
        len(passages),
        sum(len(passage.sentences) for passage in passages),
    )


def _embed(
    texts: Sequence[str],
    embedder: Embedder,
    known: Mapping[str, Vectors],
    progress: Progress,
) -> Vectors:
    new = [text for text in dict.fromkeys(texts) if text not in known]
    progress("embed", 0, len(new))
    made = embedder.encode_passages(new, lambda done: progress("embed", done, len(new)))
    by_text = {**known, **dict(zip(new, made, strict=True))}
    return np.stack([by_text[text] for text in texts])


def _known(old: Contents | None) -> dict[str, Vectors]:
    # A quantised index no longer has the exact vectors, so nothing is taken from it.
    if old is None or not old.vectors.exact:
        return {}
    texts = (embedded_text(old.articles[p.article_id], p) for p in old.passages)
    return dict(zip(texts, old.vectors.of(list(old.passages.rows())), strict=True))


def _old(settings: IndexSettings) -> Contents | None:
    """The index as it stands, if it can be built upon."""
    try:
        found = manifests.read(settings.index)
        if found.embedder != settings.embedder:
            return None
        return open_contents(settings.index, found)
    except IndexUnfitError:
        return None


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout:
        raise BadInputError(
            f"Another build is writing {folder}; wait until it is done, or name another folder "
            "with --index."
        ) from None


def _clear(folder: Path, keep: str) -> None:
    for home in folder.glob("g-*-??????"):
        if home.name != keep:
            shutil.rmtree(home, ignore_errors=True)


def _differences(old: Mapping[str, Article], new: Iterable[Article]) -> tuple[int, int, int]:
    now = {article.id: article for article in new}
    changed = sum(1 for key in now.keys() & old.keys() if now[key] != old[key])
    return len(now.keys() - old.keys()), changed, len(old.keys() - now.keys())


def _nothing(paths: Sequence[Path], skipped: Sequence[Skipped]) -> str:
    where = ", ".join(str(path) for path in paths)
    if not skipped:
        return f"There is no article under {where}; give a folder with .txt, .md or .jsonl files."
    first = skipped[0]
    return (
        f"No article under {where} could be read: {len(skipped)} skipped, "
        f"first {first.path} ({first.reason})"
    )
