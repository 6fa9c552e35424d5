"""Records scored against gold: the same for the engine and for saved files."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from eval import loss
from eval.measures.evidence import evidence_values
from eval.measures.facts import fact_values
from eval.measures.qrels import article_qrels, passage_qrels, ranked_qrels
from eval.measures.quotes import candidate_values, outcome_values, quote_values, right
from eval.measures.retrieval import article_rankings, passage_rankings, score_rankings
from eval.measures.sentences import SentencesOf, sentence_values
from eval.measures.verified import unverified
from eval.measures.wrong_answers import wrong_answer_values
from eval.outcome import Outcome, Quoted, Ranked
from eval.overlap import grade
from eval.readers.corpus import sentences_of
from eval.schema import Dataset, Place, Question, Record
from eval.slices import slices_of
from index.schema import Article, Passage, Span
from rag.schema import Citation, Reply

SHOWN = 10


def score(
    dataset: Dataset, records: Sequence[Record], passages: Collection[Passage], read: int
) -> list[Outcome]:
    """An outcome for every record, in order; `read` passages of a ranking are read for quotes."""
    by_id = {question.qid: question for question in dataset.questions}
    by_article: dict[str, list[Place]] = defaultdict(list)
    for passage in passages:
        by_article[passage.article_id].append(Place(passage.article_id, passage.start, passage.end))
    ranking_values = _ranking_values(dataset, records, passages)
    split = cache(lambda key: sentences_of(dataset.articles[key], dataset))
    one = _One(dataset.articles, by_article, lambda article: split(article.id), read)
    return [one.outcome(by_id[r.qid], r, ranking_values.get(r.qid, {})) for r in records]


def _ranking_values(
    dataset: Dataset, records: Iterable[Record], passages: Collection[Passage]
) -> dict[str, dict[str, float]]:
    """Retrieval measures by question: plain names for passages, "article ..." for articles."""
    ranked = [record for record in records if record.ranked]
    if not ranked:
        return {}
    asked = {record.qid for record in ranked}
    known = {passage.id for passage in passages}
    ours = all(place.id in known for record in ranked for place in record.ranked)
    grades = passage_qrels(dataset, passages) if ours else ranked_qrels(dataset, ranked)
    values: dict[str, dict[str, float]] = defaultdict(dict)
    levels = (
        ("", grades, passage_rankings(ranked)),
        ("article ", article_qrels(dataset), article_rankings(ranked)),
    )
    for prefix, qrels, rankings in levels:
        wanted = {qid: grades for qid, grades in qrels.items() if qid in asked}
        for qid, row in score_rankings(wanted, rankings).items():
            values[qid].update({prefix + name: value for name, value in row.items()})
    return values


class _One:
    """Scores one question at a time over what all share."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        by_article: Mapping[str, Sequence[Place]],
        split: SentencesOf,
        read: int,
    ) -> None:
        self.articles = articles
        self.by_article = by_article
        self.split = split
        self.read = read

    def outcome(self, question: Question, record: Record, ranking: dict[str, float]) -> Outcome:
        reply = record.reply
        quotes = sorted(reply.citations, key=lambda c: c.n) if reply else []
        values = dict(ranking)
        if record.ranked:
            values |= evidence_values(question, record.ranked, self.articles)
            values |= fact_values(question, record.ranked, self.articles)
        if reply:
            values |= self._reply_values(question, reply)
        if record.candidates:
            values |= candidate_values(question, record.candidates, self.articles)
        return Outcome(
            question.qid,
            question.question,
            reply.searched_as if reply else question.question,
            question.history,
            question.answerable,
            bool(quotes) if reply else None,
            reply.confidence if reply else None,
            slices_of(question, self.articles),
            values,
            self._stage(question, record),
            question.answers,
            self._gold(question),
            self._cited(question, quotes),
            self._cited(question, record.candidates),
            tuple(self._ranked(question, place) for place in record.ranked[:SHOWN]),
            loss.first_right(question, record.ranked, self.articles),
            loss.first_right(question, record.pool, self.articles),
            loss.beaten_by(question, record.ranked, self.articles) if question.evidence else (),
            tuple(unverified(reply, self.articles)) if reply else (),
        )

    def _reply_values(self, question: Question, reply: Reply) -> dict[str, float]:
        values = outcome_values(question, reply, self.articles)
        values |= quote_values(question, reply, self.articles)
        values |= sentence_values(question, reply, self.articles, self.split)
        return values | wrong_answer_values(question, reply)

    def _stage(self, question: Question, record: Record) -> loss.Stage | None:
        if record.reply is None:
            return None
        there = loss.reachable(question, self.by_article, self.articles)
        return loss.stage(question, record, self.articles, there, self.read)

    def _gold(self, question: Question) -> tuple[Quoted, ...]:
        return tuple(
            Quoted(Place(piece.article_id, *span), self._slice(piece.article_id, span), True)
            for piece in question.evidence
            for span in piece.spans or (Span(0, 0),)
        )

    def _cited(self, question: Question, quotes: Iterable[Citation]) -> tuple[Quoted, ...]:
        return tuple(
            Quoted(
                Place(quote.article_id, quote.start, quote.end),
                quote.exact,
                question.answerable and right(quote, question, self.articles),
            )
            for quote in quotes
        )

    def _ranked(self, question: Question, place: Place) -> Ranked:
        return Ranked(place, grade(place, question, self.articles) > 0)

    def _slice(self, article_id: str, span: Span) -> str:
        return self.articles[article_id].text[span.start : span.end]
