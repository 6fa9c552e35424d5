"""The kinds of questions that are looked at apart."""

from collections.abc import Mapping

from eval.schema import Question
from index.schema import Article


def slices_of(question: Question, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The question's own types and what can be seen of it, sorted, each once."""
    kinds = set(question.types)
    kinds.add("answerable" if question.answerable else "unanswerable")
    if question.history:
        kinds.add("followup")
    if len({piece.article_id for piece in question.evidence}) > 1:
        kinds.add("several articles")
    if len({articles[piece.article_id].source for piece in question.evidence} - {None}) > 1:
        kinds.add("several sources")
    return tuple(sorted(kinds))
