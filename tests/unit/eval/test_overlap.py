import pytest

from eval.overlap import grade, holds, ink, overlaps
from eval.schema import Evidence, Place, Question
from index.schema import Article, Span

TEXT = "aaaa bbbb cccc dddd"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Span(0, 19), Span(5, 9), True),  # the gold lies inside the passage
        (Span(5, 9), Span(0, 19), True),  # the passage lies inside the gold
        (Span(0, 9), Span(7, 14), False),  # two of six: the passage touches the edge
        (Span(0, 9), Span(5, 14), True),  # four of eight: exactly half
        (Span(0, 5), Span(4, 9), False),  # only white space is shared
        (Span(0, 4), Span(4, 8), False),  # neighbours
        (Span(3, 3), Span(0, 19), False),  # nothing
        (Span(4, 5), Span(0, 19), False),  # white space alone holds nothing
    ],
)
def test_half_of_the_shorter_one_white_space_aside(a: Span, b: Span, expected: bool) -> None:
    assert overlaps(TEXT, a, b) is expected
    assert overlaps(TEXT, b, a) is expected


def test_ink_is_what_is_not_white_space() -> None:
    assert ink(" a\u00a0b\n\nc ") == 3


def test_another_article_never_holds_it(articles: dict[str, Article]) -> None:
    piece = Evidence("planes", (Span(0, 10),))
    assert not holds(Place("gold", 0, 10), piece, articles)


def test_any_alternative_will_do_and_no_span_means_the_article(
    articles: dict[str, Article],
) -> None:
    either = Evidence("planes", (Span(0, 29), Span(30, 55)))
    assert holds(Place("planes", 30, 55), either, articles)
    assert not holds(Place("planes", 56, 72), either, articles)
    assert holds(Place("planes", 56, 72), Evidence("planes"), articles)


def test_the_highest_grade_counts(articles: dict[str, Article]) -> None:
    pieces = (Evidence("planes", grade=1), Evidence("planes", (Span(0, 29),), grade=3))
    question = Question("q", "?", True, evidence=pieces)
    assert grade(Place("planes", 0, 29), question, articles) == 3
    assert grade(Place("planes", 30, 55), question, articles) == 1
    assert grade(Place("gold", 0, 5), question, articles) == 0
