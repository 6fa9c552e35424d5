"""Every citation of saved replies, checked; every statement held against what it cites."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from index.schema import Article
from rag.cite import check
from rag.schema import Answer, Citation, CitationStatus, Copy, Reply
from ui.audit_written import shown, unsupported
from ui.saved_replies import Saved

Status = CitationStatus | Literal["described_otherwise"]
ProblemStatus = Status | Literal["not_its_citation", "not_supported"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A citation that is not verified, or a statement that is not borne out by what it cites.

    `reason` is there for what a language model wrote.
    """

    where: str
    question: str
    status: ProblemStatus
    text: str
    article_id: str | None = None
    start: int | None = None
    end: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """How many replies and citations were checked, and all that is wrong with them.

    `written` counts what a language model wrote and the reply shows as supported; that it passes
    the rules is no proof.
    """

    replies: int
    citations: int
    verified: int
    problems: tuple[Problem, ...]
    written: int = 0


def audit(saved: Sequence[Saved], articles: Mapping[str, Article]) -> Audit:
    """Check all replies; what a saved reply says of its own status is not believed."""
    count: Counter[Status] = Counter()
    problems: list[Problem] = []
    written = 0
    for each in saved:
        verified: set[int] = set()
        for citation in each.reply.citations:
            status = _status(citation, articles)
            count[status] += 1
            if status == "verified":
                verified.add(citation.n)
            else:
                place = (citation.article_id, citation.start, citation.end)
                problems.append(
                    Problem(each.where, each.reply.question, status, citation.exact, *place)
                )
        problems += _not_cited(each.where, each.reply)
        if isinstance(each.reply, Answer):
            written += len(shown(each.reply))
            problems += [
                Problem(each.where, each.reply.question, "not_supported", text, reason=reason)
                for text, reason in unsupported(each.reply, verified)
            ]
    return Audit(len(saved), count.total(), count["verified"], tuple(problems), written)


def _status(citation: Citation, articles: Mapping[str, Article]) -> Status:
    """Faithful words under another name or date, or in other surroundings, are no citation.

    Nor are those that name a copy which is none.
    """
    status = check(citation, articles)
    if status != "verified":
        return status
    article = articles[citation.article_id]
    before, after = article.text[: citation.start], article.text[citation.end :]
    faithful = (
        (citation.title, citation.source, citation.url, citation.published)
        == (article.title, article.source, article.url, article.published)
        # Replies saved before authors were known name none.
        and citation.author in (None, article.author)
        and before.endswith(citation.prefix)
        and after.startswith(citation.suffix)
        and all(_stands(copy, articles) for copy in citation.copies)
    )
    return "verified" if faithful else "described_otherwise"


def _stands(copy: Copy, articles: Mapping[str, Article]) -> bool:
    """Whether an article said to have the quote, too, is there so and has those words there."""
    article = articles.get(copy.article_id)
    if article is None or not 0 <= copy.start < copy.end <= len(article.text):
        return False
    # Replies saved before copies might differ by a word have no words of theirs.
    there = copy.exact in (None, article.text[copy.start : copy.end])
    said, shown = (
        (each.title, each.source, each.published, each.author) for each in (copy, article)
    )
    return there and said == shown


def _not_cited(where: str, reply: Reply) -> Iterator[Problem]:
    if isinstance(reply, Answer):
        exact = {citation.n: citation.exact for citation in reply.citations}
        for statement in reply.statements:
            cited = [exact.get(n, "") for n in statement.citations]
            if not any(statement.text in words for words in cited):
                yield Problem(where, reply.question, "not_its_citation", statement.text)
