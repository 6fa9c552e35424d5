"""Quoted sentences against gold sentences: precision, recall and F1."""

from collections.abc import Callable, Mapping, Sequence

from eval.overlap import overlaps
from eval.schema import Evidence, Question
from index.schema import Article, Span
from rag.schema import Reply

# A sentence is an article and the sentence's number in it.
Sentences = set[tuple[str, int]]
SentencesOf = Callable[[Article], Sequence[Span]]


def sentence_values(
    question: Question, reply: Reply, articles: Mapping[str, Article], sentences_of: SentencesOf
) -> dict[str, float]:
    """Values of a question whose gold is text; precision is left out where nothing was quoted.

    A sentence is quoted, or is gold, if it overlaps the quote or the gold span by the one rule.
    Of alternatives (spans of one piece, or pieces where any will do) the best quoted one counts.
    """
    if not question.evidence or question.gold_of != "text":
        return {}
    quoted: Sentences = set()
    for citation in reply.citations:
        article = articles[citation.article_id]
        quoted |= _covered(article, Span(citation.start, citation.end), sentences_of)
    pieces = [_alternatives(piece, articles, sentences_of) for piece in question.evidence]
    gold = set[tuple[str, int]]().union(*(s for piece in pieces for s in piece))
    recalls = [max((_share(s, quoted) for s in piece), default=0.0) for piece in pieces]
    recall = max(recalls) if question.mode == "any" else sum(recalls) / len(recalls)
    precision = _share(quoted, gold)
    both = precision + recall
    values = {
        "sentence recall": recall,
        "sentence F1": 2 * precision * recall / both if both else 0.0,
    }
    return values | ({"sentence precision": precision} if quoted else {})


def _alternatives(
    piece: Evidence, articles: Mapping[str, Article], sentences_of: SentencesOf
) -> list[Sentences]:
    article = articles[piece.article_id]
    return [_covered(article, span, sentences_of) for span in piece.spans]


def _covered(article: Article, span: Span, sentences_of: SentencesOf) -> Sentences:
    return {
        (article.id, n)
        for n, sentence in enumerate(sentences_of(article))
        if overlaps(article.text, sentence, span)
    }


def _share(part: Sentences, whole: Sentences) -> float:
    """How much of `part` lies in `whole`; 0 for nothing."""
    return len(part & whole) / len(part) if part else 0.0
