"""Near copies of an article: read once for a question, and every one of them named at the quote."""

from collections.abc import Iterator, Sequence

from index.opened import Index
from index.schema import Article, Passage, Span
from index.selection import Selection
from rag.retrieve import Candidate
from rag.same_sentence import same_sentence
from rag.select import Choice

_MOST = 50
"""Near copies that are looked through for one quote, in the order in which they were indexed."""


def to_read(index: Index, pool: Sequence[Candidate], most: int) -> list[Candidate]:
    """The first `most` of the pool, without passages that say what a near copy's before them say.

    They would be read for nothing: the quotes of the first name all copies. A passage with a
    sentence of its own is kept.
    """
    kept: list[Candidate] = []
    told: dict[int, list[tuple[str, str]]] = {}
    for each in pool:
        if len(kept) == most:
            break
        passage = index.passages[each.row]
        family = index.families.of(passage.article_id)
        if family is not None:
            before = told.setdefault(family, [])
            if _adds_nothing(passage, before):
                continue
            before.extend((passage.article_id, text) for text in _sentences(passage))
        kept.append(each)
    return kept


def _adds_nothing(passage: Passage, told: Sequence[tuple[str, str]]) -> bool:
    others = [text for article, text in told if article != passage.article_id]
    return all(any(same_sentence(text, other) for other in others) for text in _sentences(passage))


def _sentences(passage: Passage) -> Iterator[str]:
    base = passage.start
    return (passage.text[start - base : end - base] for start, end in passage.sentences)


def copies(index: Index, choice: Choice, selection: Selection) -> list[tuple[Article, Span]]:
    """Where else the sentence stands: in what was read, and in near copies that were not.

    `selection` limits the latter, as it has limited the former.
    """
    home = choice.read.passage
    text = home.text[choice.span.start - home.start : choice.span.end - home.start]
    found = [(index.articles[read.passage.article_id], span) for read, span in choice.copies]
    named = {home.article_id, *(article.id for article, _ in found)}
    for id in index.families.others(home.article_id, selection, _MOST):
        if id not in named:
            found.extend(_same(index.articles[id], index.passages.of(id), text))
    return found


def _same(
    article: Article, passages: Sequence[Passage], text: str
) -> Iterator[tuple[Article, Span]]:
    """The first sentence of the article that is the same, if there is one."""
    spans = (span for passage in passages for span in passage.sentences)
    same = (span for span in spans if same_sentence(text, article.text[span.start : span.end]))
    yield from ((article, span) for span in [next(same, None)] if span)
