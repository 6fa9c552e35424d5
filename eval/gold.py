"""Gold evidence located in the articles, once, when a dataset is read."""

from collections.abc import Sequence

from eval.answer_text import occurrences
from eval.schema import Evidence
from index.schema import Article, Span


def by_offsets(article: Article, start: int, end: int, fact: str | None) -> Evidence:
    """Evidence at `text[start:end]`.

    Raises:
        ValueError: the span is empty or outside the text, or does not hold `fact`.
    """
    if not 0 <= start < end <= len(article.text):
        raise ValueError(
            f"span {start}-{end} lies outside article {article.id!r} of {len(article.text)} "
            "characters"
        )
    there = article.text[start:end]
    if fact is not None and there != fact:
        raise ValueError(
            f"span {start}-{end} of article {article.id!r} reads {there!r}, not {fact!r}"
        )
    return Evidence(article.id, (trimmed(article.text, Span(start, end)),), fact=there)


def by_text(article: Article, fact: str) -> Evidence:
    """Evidence wherever `fact` stands in the article, verbatim.

    Raises:
        ValueError: it stands nowhere.
    """
    wanted = fact.strip()
    spans: list[Span] = []
    found = article.text.find(wanted) if wanted else -1
    while found >= 0:
        spans.append(Span(found, found + len(wanted)))
        found = article.text.find(wanted, found + len(wanted))
    if not spans:
        raise ValueError(f"article {article.id!r} does not hold the evidence {fact!r}")
    return Evidence(article.id, tuple(spans), fact=fact)


def by_answers(article: Article, answers: Sequence[str]) -> Evidence:
    """Evidence wherever a gold answer stands in the article; no spans where none does."""
    spans = {span for answer in answers for span in occurrences(answer, article.text)}
    return Evidence(article.id, tuple(sorted(spans)))


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    part = text[span.start : span.end]
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, start + len(part.strip())) if part.strip() else span
