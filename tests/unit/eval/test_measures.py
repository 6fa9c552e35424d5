from collections.abc import Callable

import pytest

from eval.measures.evidence import complete_rank, evidence_values, first_ranks
from eval.measures.facts import fact_values
from eval.measures.quotes import candidate_values, outcome_values, quote_values, right
from eval.measures.sentences import sentence_values
from eval.measures.verified import unverified
from eval.measures.wrong_answers import wrong_answer_values
from eval.schema import Evidence, Place, Question
from index.schema import Article, Span
from rag.schema import Citation, Reply

Cite = Callable[..., Citation]
MakeReply = Callable[..., Reply]
Articles = dict[str, Article]
SOLDIERS, TONS, OTHER = Span(30, 55), Span(20, 53), Span(0, 29)


def test_evidence_recall_counts_pieces_and_all_needs_every_one(
    articles: Articles, questions: tuple[Question, ...]
) -> None:
    ranked = [Place("planes", *OTHER), Place("planes", *SOLDIERS), Place("gold", *TONS)]
    values = evidence_values(questions[2], ranked, articles)
    assert [values[f"evidence recall@{k}"] for k in (1, 3)] == [0, 1]
    assert [values[f"all evidence@{k}"] for k in (1, 3)] == [0, 1]
    half = evidence_values(questions[2], ranked[:2], articles)
    assert (half["evidence recall@10"], half["all evidence@10"]) == (0.5, 0)
    assert half["distinct sources@10"] == 1


def test_any_piece_completes_evidence_where_any_will_do(
    articles: Articles, questions: tuple[Question, ...]
) -> None:
    ranked = [Place("gold", *TONS), Place("copy", 0, 40)]
    assert first_ranks(questions[0], ranked, articles) == (None, 2)
    assert complete_rank(questions[0], (None, 2)) == 2
    assert complete_rank(questions[2], (None, 2)) is None
    assert evidence_values(questions[0], ranked, articles)["evidence recall@3"] == 1


def test_facts_are_contained_whole_whatever_the_white_space(
    articles: Articles, questions: tuple[Question, ...]
) -> None:
    whole = fact_values(questions[1], [Place("gold", *TONS)], articles)
    assert (whole["fact Hits@1"], whole["all facts@10"]) == (1, 1)
    cut = fact_values(questions[1], [Place("gold", 20, 50)], articles)
    assert (cut["fact Hits@10"], cut["fact recall@10"]) == (0, 0)
    assert fact_values(questions[0], [], articles) == {}


def test_a_quote_is_right_by_overlap_where_the_words_are_known(
    articles: Articles, questions: tuple[Question, ...], cite: Cite
) -> None:
    assert right(cite("copy", Span(15, 40)), questions[0], articles)
    assert not right(cite("planes", OTHER), questions[0], articles)


def test_a_quote_is_right_by_its_answer_where_only_answers_are_known(
    articles: Articles, cite: Cite
) -> None:
    question = Question("q", "?", True, ("99",), (Evidence("gold", ()),), gold_of="answers")
    assert right(cite("planes", SOLDIERS), question, articles)
    assert not right(cite("gold", TONS), question, articles)


def test_a_quote_is_right_by_its_article_where_nothing_else_is_known(
    articles: Articles, cite: Cite
) -> None:
    question = Question("q", "?", True, (), (Evidence("gold", ()),), gold_of="articles")
    assert right(cite("gold", OTHER), question, articles)
    assert not right(cite("planes", OTHER), question, articles)


def test_quotes_in_order_and_citations_by_statement(
    articles: Articles, questions: tuple[Question, ...], cite: Cite, reply: MakeReply
) -> None:
    second = reply(cite("planes", OTHER), cite("planes", SOLDIERS, 2))
    values = quote_values(questions[0], second, articles)
    assert (values["right quote first"], values["right quote in 3"]) == (0, 1)
    assert (values["citation precision"], values["citation recall"]) == (0.5, 0.5)
    assert values["answer in a quote"] == 1
    silent = quote_values(questions[0], reply(), articles)
    assert (silent["right quote first"], silent["citation recall"]) == (0, 0)
    assert "citation precision" not in silent
    assert quote_values(questions[3], second, articles) == {}


def test_the_outcome_is_of_every_question(
    articles: Articles, questions: tuple[Question, ...], cite: Cite, reply: MakeReply
) -> None:
    def outcome(question: Question, *citations: Citation) -> tuple[float, float]:
        values = outcome_values(question, reply(*citations), articles)
        return values["right kind of reply"], values["right outcome"]

    assert outcome(questions[0], cite("planes", SOLDIERS)) == (1, 1)
    assert outcome(questions[0], cite("planes", OTHER)) == (1, 0)
    assert outcome(questions[0]) == (0, 0)
    assert outcome(questions[3]) == (1, 1)
    assert outcome(questions[3], cite("planes", OTHER)) == (0, 0)


def test_candidates_count_whatever_was_shown(
    articles: Articles, questions: tuple[Question, ...], cite: Cite
) -> None:
    given = [cite("planes", OTHER), cite("planes", SOLDIERS, 2)]
    assert candidate_values(questions[0], given, articles) == {
        "right candidate first": 0,
        "right candidate in 3": 1,
    }


def sentences(article: Article) -> list[Span]:
    parts, start = [], 0
    for part in article.text.split(". "):
        parts.append(Span(start, start + len(part) + 1))
        start += len(part) + 2
    return parts


def test_sentence_precision_recall_and_f1(
    articles: Articles, questions: tuple[Question, ...], cite: Cite, reply: MakeReply
) -> None:
    one = reply(cite("planes", SOLDIERS), cite("planes", OTHER, 2))
    values = sentence_values(questions[2], one, articles, sentences)
    assert values == {
        "sentence recall": 0.5,
        "sentence precision": 0.5,
        "sentence F1": 0.5,
    }
    either = sentence_values(questions[0], one, articles, sentences)
    assert either["sentence recall"] == 1
    silent = sentence_values(questions[0], reply(), articles, sentences)
    assert silent == {"sentence recall": 0, "sentence F1": 0}


@pytest.mark.parametrize(
    ("quoted", "every", "alone_not", "strict"),
    [
        (("planes", "gold"), 1, 1, 1),
        (("planes",), 0, 1, 0),
        (("copy",), 0, 0, 0),
        (("planes", "gold", "copy"), 1, 1, 0),
        ((), 0, 1, 0),
    ],
)
def test_wrong_answers(
    cite: Cite, reply: MakeReply, quoted: tuple[str, ...], every: float, alone_not: float,
    strict: float,
) -> None:  # fmt: skip
    question = Question("q", "?", True, ("Nobody", "Eight tons"), wrong_answers=("a Saturday",))
    whole = [cite(key, Span(0, 200), n) for n, key in enumerate(quoted, start=1)]
    values = wrong_answer_values(question, reply(*whole))
    assert values["every gold answer quoted"] == every
    assert values["no wrong answer alone"] == alone_not
    assert values["every gold answer, no wrong one"] == strict


def test_a_set_that_names_no_wrong_answers_has_no_such_values(cite: Cite, reply: MakeReply) -> None:
    quote = reply(cite("planes", SOLDIERS))
    assert wrong_answer_values(Question("q", "?", True, ("99",)), quote) == {}
    named = wrong_answer_values(Question("q", "?", True, ("99",), wrong_answers=()), quote)
    assert named["every gold answer, no wrong one"] == 1


def test_every_kind_of_unverified_quote_is_named(
    articles: Articles, cite: Cite, reply: MakeReply
) -> None:
    from dataclasses import replace

    from rag.schema import Statement

    good = cite("planes", SOLDIERS)
    assert unverified(reply(good), articles) == []
    bad = [
        replace(good, exact="They carried 98 soldiers."),
        replace(good, start=29),
        replace(good, sha256="0" * 64),
        replace(good, article_id="gone"),
        replace(good, status="moved"),
        replace(good, exact="", end=30),
    ]
    for citation in bad:
        assert any(
            "not the article's own words" in f for f in unverified(reply(citation), articles)
        )
    invented = replace(reply(good), statements=(Statement("They carried 98.", (1,)),))
    assert unverified(invented, articles) == [
        "statement 'They carried 98.' stands in no quote that it cites"
    ]
    part = replace(reply(good), statements=(Statement("99 soldiers", (1,)),))
    assert unverified(part, articles) == []
