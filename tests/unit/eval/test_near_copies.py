from eval.near_copies import near_copies, told_in
from index.read_result import sha256_of
from index.schema import Article


def article(name: str, text: str) -> Article:
    return Article(name, text, sha256_of(text))


def test_near_copies_are_found_in_other_articles_only() -> None:
    told = told_in(
        [
            article("a", "Two planes landed near the capital on Saturday with 99 men. " * 2),
            article("b", "Two planes landed near the capital on Saturday with 35 men."),
            article("c", "The bridge over the river was closed on Monday for repair work."),
            article("d", "Too short."),
        ]
    )
    assert len(told) == 4
    pairs = [(one.article, other.article) for one, other in near_copies(told)]
    assert pairs == [("a", "b"), ("a", "b")]
