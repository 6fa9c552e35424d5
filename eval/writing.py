"""A language model that writes from the quotes, scored against the quotes alone.

Each answered question gives three replies: the quotes as they are ("extractive"), all that the
model wrote ("unchecked"), and what the check left of it, or the quotes where it left nothing
("checked"). All three are scored by the same measures.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from eval.answer_text import stands_in
from eval.measures.quotes import quote_values, right
from eval.schema import Question
from eval.significance.paired import PairedTest, paired
from index.schema import Article
from rag.schema import Answer, Reply, Statement, WrittenStatement
from rag.writer.check.statement import Kind, fault

Way = Literal["extractive", "unchecked", "checked"]
WAYS: tuple[Way, ...] = ("extractive", "unchecked", "checked")
PAIRS: tuple[tuple[Way, Way], ...] = (
    ("extractive", "unchecked"),
    ("extractive", "checked"),
    ("unchecked", "checked"),
)
MEASURES = (
    "citation precision",
    "citation recall",
    "answer token F1",
    "answer in a quote",
)


@dataclass(frozen=True, slots=True)
class WrittenReply:
    """A question's id and its reply with what was written."""

    qid: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class WritingScore:
    """Counts of questions and statements, mean seconds a question, and the tests of two ways.

    `alone` are answers of which the check left nothing. `struck` counts by rule. `copied` are
    statements that stand word for word in a quote they name, `golden` those that hold a gold answer
    and name a right quote: both are right whatever the check says (but for what a golden one says
    besides), so that one struck out is a mistake. `seconds` are the model's, `search_seconds` the
    quotes'. `means` holds each measure per way; `tests` holds each two ways against each other.
    """

    questions: int
    answered: int
    failures: int
    statements: int
    malformed: int
    struck: dict[Kind, int]
    alone: int
    copied: int
    copied_struck: int
    golden: int
    golden_struck: int
    seconds: float
    search_seconds: float
    means: dict[str, dict[Way, float]]
    tests: dict[str, tuple[PairedTest, ...]]


def written_replies(
    questions: Sequence[Question], ask: Callable[[Question], Reply]
) -> Iterable[WrittenReply]:
    """Ask the answerable questions one after the other."""
    for question in questions:
        if question.answerable:
            yield WrittenReply(question.qid, ask(question))


def score_writing(
    questions: Sequence[Question],
    replies: Sequence[WrittenReply],
    articles: Mapping[str, Article],
) -> WritingScore:
    """Score replies of answerable questions; a "not found" asked no model and counts as asked."""
    by_qid = {question.qid: question for question in questions}
    found = [
        (by_qid[each.qid], each.reply)
        for each in replies
        if isinstance(each.reply, Answer) and each.reply.written
    ]
    values = [
        {way: quote_values(question, as_shown(reply, way), articles) for way in WAYS}
        for question, reply in found
    ]
    written = [reply.written for _, reply in found if reply.written]
    struck: dict[Kind, int] = {}
    for _, reply in found:
        for kind in kinds_struck(reply):
            struck[kind] = struck.get(kind, 0) + 1
    return WritingScore(
        len(replies),
        len(found),
        sum(each.failure is not None for each in written),
        sum(len(each.statements) for each in written),
        sum(each.malformed for each in written),
        struck,
        sum(not each.kept for each in written),
        *_right_for_sure(found, articles),
        _mean([each.seconds for each in written]),
        _mean([reply.seconds.search + reply.seconds.select for _, reply in found]),
        {
            name: _means(values, name)
            for name in MEASURES
            if any(name in v["checked"] for v in values)
        },
        {
            f"{new} against {old}": paired([(each[old], each[new]) for each in values], MEASURES)
            for old, new in PAIRS
        },
    )


def as_shown(reply: Answer, way: Way) -> Answer:
    """The reply as this way would show it: statements, and only the citations that they name."""
    if way == "extractive" or reply.written is None:
        return reply
    written = reply.written.kept if way == "checked" else reply.written.statements
    if not written:
        return reply
    there = {citation.n for citation in reply.citations}
    statements = tuple(
        Statement(each.text, tuple(n for n in each.citations if n in there)) for each in written
    )
    cited = {n for each in statements for n in each.citations}
    return replace(
        reply,
        statements=statements,
        citations=tuple(each for each in reply.citations if each.n in cited),
    )


def kinds_struck(reply: Answer) -> list[Kind]:
    """The rule that each struck statement broke, by the check as it is now."""
    statements: tuple[WrittenStatement, ...] = reply.written.statements if reply.written else ()
    found = (fault(each.text, each.citations, reply.citations) for each in statements)
    return [each.kind for each in found if each]


def _right_for_sure(
    found: Sequence[tuple[Question, Answer]], articles: Mapping[str, Article]
) -> tuple[int, int, int, int]:
    """Statements that are copied and how many of them are struck out; the same of golden ones."""
    copied: list[bool] = []
    golden: list[bool] = []
    for question, reply in found:
        for each in reply.written.statements if reply.written else ():
            named = [c for c in reply.citations if c.n in each.citations]
            if any(each.text.rstrip(".") in " ".join(c.exact.split()) for c in named):
                copied.append(each.struck is not None)
            holds = any(stands_in(answer, each.text) for answer in question.answers)
            if holds and any(right(c, question, articles) for c in named):
                golden.append(each.struck is not None)
    return len(copied), sum(copied), len(golden), sum(golden)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _means(values: Sequence[Mapping[Way, Mapping[str, float]]], name: str) -> dict[Way, float]:
    means: dict[Way, float] = {}
    for way in WAYS:
        there = [each[way][name] for each in values if name in each[way]]
        means[way] = _mean(there)
    return means
