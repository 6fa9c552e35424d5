"""Gold facts contained whole in passages, white space removed: MultiHop-RAG's published scoring.

Tang and Yang 2024 (arXiv:2401.15391): a passage is a hit if it contains a gold fact as a substring
once white space is removed, whichever article it comes from. Stricter than overlap for a fact
that two passages share, looser for a fact that stands in several articles.
"""

from collections.abc import Mapping, Sequence

from eval.schema import Place, Question
from index.schema import Article

HITS = (1, 4, 10)


def fact_values(
    question: Question, ranked: Sequence[Place], articles: Mapping[str, Article]
) -> dict[str, float]:
    """Fact Hits@{1,4,10}, fact recall@10 and all facts@10; empty where no gold fact is text."""
    facts = [squeezed(piece.fact) for piece in question.evidence if piece.fact is not None]
    if not facts:
        return {}
    texts = [squeezed(articles[p.article_id].text[p.start : p.end]) for p in ranked[: max(HITS)]]
    ranks = [_rank(fact, texts) for fact in facts]
    best = min(ranks)
    values = {f"fact Hits@{depth}": float(best <= depth) for depth in HITS}
    values["fact recall@10"] = sum(rank <= 10 for rank in ranks) / len(ranks)
    values["all facts@10"] = float(max(ranks) <= 10)
    return values


def squeezed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def _rank(fact: str, texts: Sequence[str]) -> int:
    """The first rank whose text contains the fact; one past the last where none does."""
    ranks = (n for n, text in enumerate(texts, start=1) if fact in text)
    return next(ranks, max(HITS) + 1)
