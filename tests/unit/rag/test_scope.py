import pytest

from index.errors import BadInputError
from index.schema import Article
from rag.schema import Filters
from rag.scope import known_sources, passes


def article(source: str | None, published: str | None) -> Article:
    return Article("a", "Text.", "0" * 64, source=source, published=published)


@pytest.mark.parametrize(
    ("published", "since", "until", "passing"),
    [
        ("2019-06-25", "2019", None, True),
        ("2019-06-25", "2019-06", "2019-06", True),
        ("2019-06-25", "2019-06-25", "2019-06-25", True),
        ("2019-06-25", "2019-06-26", None, False),
        ("2019-06-25", None, "2019-05", False),
        ("2019-06", "2019-06-20", None, True),
        ("2019-06", None, "2019-06-20", True),
        ("2019-07", None, "2019-06-20", False),
        (None, "2019", None, False),
        (None, None, "2019", False),
    ],
)
def test_dates_are_compared_as_far_as_both_go(
    published: str | None, since: str | None, until: str | None, passing: bool
) -> None:
    assert passes(article(None, published), Filters((), since, until)) is passing


def test_any_of_the_sources_will_do() -> None:
    assert passes(article("A", None), Filters(("A", "B")))
    assert not passes(article("C", None), Filters(("A", "B")))
    assert not passes(article(None, None), Filters(("A",)))


def test_a_source_that_no_article_has_is_named() -> None:
    with pytest.raises(BadInputError, match=r"'The Sun'.*The Verge"):
        known_sources({"a": article("The Verge", None)}, ("The Sun",))
