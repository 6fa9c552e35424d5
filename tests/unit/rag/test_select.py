from index.schema import Passage, Span
from rag.asked import Asked
from rag.constraints import Constraints
from rag.expand import Expansion
from rag.read import Read
from rag.reader import Reading
from rag.retrieve import Candidate
from rag.select import Choice, best_first, quoted, scored

INF = float("-inf")


def question(text: str) -> Asked:
    return Asked(text, text, Expansion(text, (), ()), (), (), (), (), Constraints())


WHY = question("Why was it so?")


def read(article: str, text: str, spans: list[tuple[int, int]], scores: list[float]) -> Read:
    passage = Passage(article, 0, len(text), text, tuple(Span(*span) for span in spans))
    return Read(Candidate(0, 1.0, 1, 1), passage, Reading(0.0, 0.0, tuple(scores)))


def choices(asked: Asked, reads: list[Read]) -> list[Choice]:
    return best_first(scored(asked, reads))


def test_sentences_are_ranked_over_all_passages() -> None:
    one = read("a", "Aa. Bb.", [(0, 3), (4, 7)], [1.0, 3.0])
    two = read("b", "Cc.", [(0, 3)], [2.0])
    ranked = choices(WHY, [one, two])
    assert [(c.read.passage.article_id, c.span.start) for c in ranked] == [
        ("a", 4),
        ("b", 0),
        ("a", 0),
    ]
    assert ranked[0].score > ranked[1].score > ranked[2].score


def test_a_sentence_without_a_number_loses_where_one_is_asked_for() -> None:
    text = "Planes came. Nine planes came."
    passage = read("a", text, [(0, 12), (13, 30)], [1.0, 1.0])
    ranked = choices(question("How many planes came?"), [passage])
    assert ranked[0].span == (13, 30)


def test_a_sentence_that_was_not_scored_is_not_chosen() -> None:
    assert choices(WHY, [read("a", "Aa.", [(0, 3)], [INF])]) == []


def test_the_same_words_in_another_article_are_folded_with_the_source_kept() -> None:
    one = read("a", "Two planes, 64 people.", [(0, 22)], [2.0])
    two = read("b", "two planes – 64 people", [(0, 22)], [1.0])
    (only,) = choices(WHY, [one, two])
    assert only.read is one
    assert [copy.passage.article_id for copy, _ in only.copies] == ["b"]


def test_a_copy_with_another_number_or_a_negation_stands_for_itself() -> None:
    reads = [
        read("a", "There were 64 people.", [(0, 21)], [2.0]),
        read("b", "There were 54 people.", [(0, 21)], [1.0]),
        read("c", "There were not 64 people.", [(0, 25)], [0.5]),
    ]
    assert len(choices(WHY, reads)) == 3


def test_equal_scores_are_ordered_by_passage() -> None:
    reads = [read("b", "Bb.", [(0, 3)], [1.0]), read("a", "Aa.", [(0, 3)], [1.0])]
    assert [c.read.passage.article_id for c in choices(WHY, reads)] == ["a", "b"]


def test_only_what_nearly_equals_the_best_is_quoted_beside_it() -> None:
    passage = read("a", "Aa. Bb. Cc.", [(0, 3), (4, 7), (8, 11)], [9.0, 8.9, -9.0])
    ranked = choices(WHY, [passage])
    assert [c.span.start for c in quoted(WHY, ranked, 3)] == [0, 4]
    assert [c.span.start for c in quoted(WHY, ranked, 1)] == [0]
    assert quoted(WHY, [], 3) == []


def test_an_explanation_may_take_more_sentences_of_its_article_than_a_figure() -> None:
    passage = read("a", "In 3. In 4.", [(0, 5), (6, 11)], [9.0, 6.3])
    why, many = WHY, question("How many?")
    assert len(quoted(why, choices(why, [passage]), 3)) == 2
    assert len(quoted(many, choices(many, [passage]), 3)) == 1
