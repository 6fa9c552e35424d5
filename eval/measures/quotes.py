"""Were the right words quoted, and does every citation point at gold?

Citation precision and recall follow ALCE (Gao et al. 2023, doi:10.18653/v1/2023.emnlp-main.398)
with gold spans in place of a model as judge.
"""

from collections.abc import Mapping, Sequence

from eval.answer_text import exact_match, stands_in, token_f1
from eval.overlap import holds
from eval.schema import Place, Question
from index.schema import Article
from rag.schema import Citation, Reply


def right(citation: Citation, question: Question, articles: Mapping[str, Article]) -> bool:
    """Whether the quote is one that answers.

    Where the dataset gives the evidence's words, the quote must overlap them; where it gives only
    answers, one of them must stand in the quote, whichever article it is from; where it gives
    neither, the quote must come from a gold article.
    """
    if question.gold_of != "text" and question.answers:
        return any(stands_in(answer, citation.exact) for answer in question.answers)
    place = Place(citation.article_id, citation.start, citation.end)
    return any(holds(place, piece, articles) for piece in question.evidence)


def quote_values(
    question: Question, reply: Reply, articles: Mapping[str, Article]
) -> dict[str, float]:
    """Values of an answerable question; an abstention quotes nothing right.

    Citation precision is left out where nothing was cited.
    """
    if not question.answerable:
        return {}
    verdicts = {c.n: right(c, question, articles) for c in reply.citations}
    ordered = [verdicts[c.n] for c in sorted(reply.citations, key=lambda c: c.n)]
    supported = [any(verdicts[n] for n in s.citations) for s in reply.statements]
    values = {
        "right quote first": float(any(ordered[:1])),
        "right quote in 3": float(any(ordered[:3])),
        "citation recall": sum(supported) / len(supported) if supported else 0.0,
    }
    if ordered:
        values["citation precision"] = sum(ordered) / len(ordered)
    return values | _answer_values(question, reply)


def outcome_values(
    question: Question, reply: Reply, articles: Mapping[str, Article]
) -> dict[str, float]:
    """Of every question: was silence kept where it should be, and was the whole reply right?

    The outcome is right if the first quote is right, or nothing is quoted where nothing answers.
    """
    first = min(reply.citations, key=lambda c: c.n, default=None)
    kind = (first is not None) == question.answerable
    fine = kind and (first is None or right(first, question, articles))
    return {"right kind of reply": float(kind), "right outcome": float(fine)}


def candidate_values(
    question: Question, candidates: Sequence[Citation], articles: Mapping[str, Article]
) -> dict[str, float]:
    """What would be right if every question were answered, whatever the confidence."""
    if not question.answerable:
        return {}
    verdicts = [right(citation, question, articles) for citation in candidates[:3]]
    return {
        "right candidate first": float(any(verdicts[:1])),
        "right candidate in 3": float(any(verdicts)),
    }


def _answer_values(question: Question, reply: Reply) -> dict[str, float]:
    if not question.answers:
        return {}
    shown = reply.statements[0].text if reply.statements else ""
    quoted = [citation.exact for citation in reply.citations]
    return {
        "answer in a quote": float(any(stands_in(a, q) for a in question.answers for q in quoted)),
        "answer exact match": max(exact_match(shown, answer) for answer in question.answers),
        "answer token F1": max(token_f1(shown, answer) for answer in question.answers),
    }
