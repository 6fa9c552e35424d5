"""Where sources disagree: every gold answer quoted, no wrong answer alone (RAMDocs).

After Wang et al. 2025 (arXiv:2504.13079), with quotes in place of a written answer. A wrong answer
stands alone when it is quoted and no gold answer is.
"""

from eval.answer_text import stands_in
from eval.schema import Question
from rag.schema import Reply


def wrong_answer_values(question: Question, reply: Reply) -> dict[str, float]:
    """Values of a question of a set that names wrong answers; empty for others."""
    if question.wrong_answers is None or not question.answers:
        return {}
    quotes = [citation.exact for citation in reply.citations]
    gold = [any(stands_in(answer, q) for q in quotes) for answer in question.answers]
    wrong = any(stands_in(answer, q) for answer in question.wrong_answers for q in quotes)
    return {
        "gold answers quoted": sum(gold) / len(gold),
        "every gold answer quoted": float(all(gold)),
        "no wrong answer alone": float(any(gold) or not wrong),
        "every gold answer, no wrong one": float(all(gold) and not wrong),
    }
