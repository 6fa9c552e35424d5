from index.schema import Passage, Span
from rag.reader import Reading
from rag.retrieve import Candidate
from rag.select import Read, choices, quoted

INF = float("-inf")


def read(article: str, text: str, spans: list[tuple[int, int]], scores: list[float]) -> Read:
    passage = Passage(article, 0, len(text), text, tuple(Span(*span) for span in spans))
    return Read(Candidate(0, 1.0, 1, 1), passage, Reading(0.0, 0.0, tuple(scores)))


def test_sentences_are_ranked_over_all_passages() -> None:
    one = read("a", "Aa. Bb.", [(0, 3), (4, 7)], [1.0, 3.0])
    two = read("b", "Cc.", [(0, 3)], [2.0])
    assert [(c.read.passage.article_id, c.score) for c in choices([one, two])] == [
        ("a", 3.0),
        ("b", 2.0),
        ("a", 1.0),
    ]


def test_a_sentence_that_was_not_scored_is_not_chosen() -> None:
    assert choices([read("a", "Aa.", [(0, 3)], [INF])]) == []


def test_the_same_words_in_another_article_are_folded_with_the_source_kept() -> None:
    one = read("a", "Two planes, 64 people.", [(0, 22)], [2.0])
    two = read("b", "two planes – 64 people", [(0, 22)], [1.0])
    (only,) = choices([one, two])
    assert only.read is one
    assert [copy.passage.article_id for copy, _ in only.copies] == ["b"]


def test_a_copy_with_another_number_or_a_negation_stands_for_itself() -> None:
    reads = [
        read("a", "There were 64 people.", [(0, 21)], [2.0]),
        read("b", "There were 54 people.", [(0, 21)], [1.0]),
        read("c", "There were not 64 people.", [(0, 25)], [0.5]),
    ]
    assert len(choices(reads)) == 3


def test_equal_scores_are_ordered_by_passage() -> None:
    reads = [read("b", "Bb.", [(0, 3)], [1.0]), read("a", "Aa.", [(0, 3)], [1.0])]
    assert [c.read.passage.article_id for c in choices(reads)] == ["a", "b"]


def test_only_what_nearly_equals_the_best_is_quoted_beside_it() -> None:
    ranked = choices(
        [read("a", "Aa. Bb. Cc.", [(0, 3), (4, 7), (8, 11)], [9.0, 8.9, -9.0])],
    )
    assert [c.score for c in quoted(ranked, 3)] == [9.0, 8.9]
    assert [c.score for c in quoted(ranked, 1)] == [9.0]
    assert quoted([], 3) == []
