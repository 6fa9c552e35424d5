"""The one rule that says when a passage or a quote holds a piece of gold evidence.

Both are spans of the same article. They match when they share at least half of the shorter one,
white space not counted. It follows that, however an article is cut into passages, at least one
passage matches every gold span that the passages cover: of two that share a gold span one holds
half of it, and of three or more the inner ones lie within it. A passage that only touches a gold
span by its edge does not match.
"""

from collections.abc import Mapping

from eval.schema import Evidence, Place, Question
from index.schema import Article, Span


def ink(text: str) -> int:
    """Characters of the text that are not white space."""
    return sum(map(len, text.split()))


def overlaps(text: str, a: Span, b: Span) -> bool:
    """Whether two spans of one text share at least half of the shorter one."""
    if min(a.end, b.end) <= max(a.start, b.start):
        return False
    shared = ink(text[max(a.start, b.start) : min(a.end, b.end)])
    shorter = min(ink(text[a.start : a.end]), ink(text[b.start : b.end]))
    return shorter > 0 and 2 * shared >= shorter


def holds(place: Place, piece: Evidence, articles: Mapping[str, Article]) -> bool:
    """Whether a place holds the piece: any of its spans, or the article where it names none."""
    if place.article_id != piece.article_id:
        return False
    if not piece.spans:
        return True
    text = articles[place.article_id].text
    return any(overlaps(text, place.span, span) for span in piece.spans)


def grade(place: Place, question: Question, articles: Mapping[str, Article]) -> int:
    """The highest grade of the pieces of evidence that the place holds; 0 for none."""
    grades = (e.grade for e in question.evidence if holds(place, e, articles))
    return max(grades, default=0)
