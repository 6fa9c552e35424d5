from pathlib import Path

from index.passages import passages
from index.read_result import sha256_of
from index.readers import read_articles
from index.schema import Article, Passage, Span
from index.segment import segment
from index.sentences import sentences
from index.tokens import count_tokens

SEEDS = Path(__file__).parents[3] / "seeds"


def article(text: str) -> Article:
    return Article(id="a.txt", text=text, sha256=sha256_of(text))


def packed(text: str, budget: int) -> list[Passage]:
    return passages(article(text), sentences(text, ()), budget)


def test_a_short_article_is_one_passage_with_its_title() -> None:
    text = "Two planes land\n\nThey came on Monday.\n\nMaduro pleased\n\nHe said so. He left.\n"
    (passage,) = segment(article(text), 100)
    assert passage.text == text.strip()
    assert passage.id == f"a.txt:0-{len(text) - 1}"
    assert [text[start:end] for start, end in passage.sentences] == [
        "They came on Monday.",
        "He said so.",
        "He left.",
    ]


def test_passages_end_with_paragraphs_where_they_can() -> None:
    first = "They came on Monday with two planes. They carried goods."
    second = "He said that it was over. Nobody believed him on that day."
    assert [each.text for each in packed(f"{first}\n\n{second}", 20)] == [first, second]


def test_no_tiny_tail_is_left() -> None:
    text = " ".join(f"He said number {number} again." for number in range(10, 21))
    sizes = [len(passage.sentences) for passage in packed(text, 62)]
    assert sizes == [6, 5]


def test_a_sentence_over_the_budget_stands_alone() -> None:
    long = "He " + "really " * 40 + "came."
    text = f"It began. {long} It ended."
    assert [each.text for each in packed(text, 20)] == ["It began.", long, "It ended."]


def test_boilerplate_parts_passages() -> None:
    text = "Planes came.\n\nSubscribe free to our daily newsletter\n\nOne heading\n\nThey left."
    parts = segment(article(text), 100)
    assert [each.text for each in parts] == ["Planes came.", "One heading\n\nThey left."]


def test_no_sentences_no_passages() -> None:
    assert passages(article("...\n"), [], 10) == []


def test_a_span_given_is_a_span_kept() -> None:
    text = "One two. Three four."
    (passage,) = passages(article(text), [Span(0, 8), Span(9, 20)], 50)
    assert passage.sentences == (Span(0, 8), Span(9, 20))


def test_the_five_articles_hold_to_the_budget() -> None:
    for each in read_articles([SEEDS])[0]:
        for passage in segment(each, 160):
            assert passage.text == each.text[passage.start : passage.end]
            assert count_tokens(passage.text) <= 160
            assert len(passage.text) > 150
