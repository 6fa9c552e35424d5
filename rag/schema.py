"""The reply: an `Answer` made of verified citations, or a `NotFound` that shows how it looked.

Field names are the JSON of the public interface; `rag.reply_json` writes and reads it.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

CitationStatus = Literal["verified", "moved", "source_changed", "not_found"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles may answer: any of `sources`, published from `since` to `until` inclusive.

    Dates are ISO 8601 prefixes (2019, 2019-06, 2019-06-25). An article that shows no date is left
    out as soon as a date is asked for.
    """

    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """Why a passage was found: its ranks (from 1; None where that search missed it) and score.

    `matched` are words of the question that stand in the passage; `folded` are pairs
    (as asked, as it stands in the article) that were treated as the same name or word.
    """

    dense_rank: int | None
    lexical_rank: int | None
    rerank_score: float
    matched: tuple[str, ...] = ()
    folded: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article in which the same quote stands (a syndicated or near-duplicate copy).

    `exact` are its own words there, `text[start:end]`: in a near copy they may differ from the
    quote by a spelling or by a word or two that state nothing.
    """

    article_id: str
    title: str | None
    source: str | None
    published: str | None
    start: int
    end: int
    exact: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and the exact place where it stands: `exact == article.text[start:end]`, always."""

    n: int
    id: str
    article_id: str
    title: str | None
    source: str | None
    url: str | None
    published: str | None
    sha256: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    status: CitationStatus
    why: Why | None = None
    copies: tuple[Copy, ...] = ()
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Verbatim words shown as (part of) the answer, and the numbers of their citations."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What one source says in a disagreement: its value as it stands, and the citation's number."""

    value: str
    citation: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Articles that give different values (figure, date, name) for the same thing; no verdict."""

    about: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that came closest to answering, its score (0 to 1) and the threshold it missed."""

    article_id: str
    title: str | None
    source: str | None
    published: str | None
    start: int
    end: int
    text: str
    score: float
    threshold: float
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """How much was searched: counts after the filters, and the filters themselves."""

    articles: int
    passages: int
    filters: Filters = Filters()


@dataclass(frozen=True, slots=True)
class Seconds:
    """Time spent finding passages and choosing quotes."""

    search: float
    select: float


@dataclass(frozen=True, slots=True)
class WrittenStatement:
    """What a language model wrote, and the numbers of the citations that it names.

    `struck` says why the statement is not supported by them; None where every check was passed.
    """

    text: str
    citations: tuple[int, ...]
    struck: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What a language model made of the quotes; those stand in the reply as without it.

    `malformed` counts statements that were dropped for their form. `failure` says in one sentence
    why nothing was written.
    """

    statements: tuple[WrittenStatement, ...]
    model: str
    seconds: float
    malformed: int = 0
    failure: str | None = None

    @property
    def kept(self) -> tuple[WrittenStatement, ...]:
        """The statements that the quotes support; none means that the quotes stand alone."""
        return tuple(each for each in self.statements if each.struck is None)


def _is_none(value: object) -> bool:
    return value is None


@dataclass(frozen=True, slots=True)
class Answer:
    """Statements, best first, and the citations they name. `confidence` is calibrated, 0 to 1.

    `written` is there only where a language model was asked for; its JSON is left out otherwise.
    """

    id: str
    question: str
    searched_as: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    disagreements: tuple[Disagreement, ...]
    confidence: float
    seconds: Seconds
    status: Literal["answered"] = "answered"
    written: Annotated[Written | None, Field(exclude_if=_is_none)] = None


@dataclass(frozen=True, slots=True)
class NotFound:
    """The articles do not answer. Carries its proof: what was searched and what came nearest.

    `missing` are names and numbers of the question that stand in no article under any spelling.
    """

    id: str
    question: str
    searched_as: str
    reason: str
    nearest: tuple[Near, ...]
    missing: tuple[str, ...]
    searched: Searched
    confidence: float
    seconds: Seconds
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    status: Literal["not_found"] = "not_found"


Reply = Answer | NotFound


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage of a ranking: rank from 1, scores strictly falling, `text` the exact slice."""

    rank: int
    score: float
    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against the best choice; logits are the reader's.

    `coverage` is the share of the question's content words, weighted by rarity, that stand in the
    passage or its title (0 to 1). `absent` is the share of its names and numbers that do not,
    `unread` the share that stands in no passage that was read; `missing` counts those that stand
    in no article. `off_type` is 1 when the sentence holds no word of the kind
    asked for (a number for "how many"). `several` is 1 when the question asks of several
    publications or in several parts, so that no one sentence can answer all of it.
    """

    sentence: float
    answerable: float
    relevance: float
    margin: float
    coverage: float
    absent: float
    unread: float
    missing: float
    off_type: float
    several: float


@dataclass(frozen=True, slots=True)
class Lap:
    """How many seconds one stage of a question took."""

    stage: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Trace:
    """A reply with the way to it, for evaluation: the fused pool and the order after reading it.

    `candidates` are the quotes chosen before the threshold was asked: best first, also when the
    reply is `NotFound`. `signals` are None when no sentence was scored. `laps` are the stages in
    order: understand, search, read, choose, cite.
    """

    pool: tuple[Hit, ...]
    ranked: tuple[Hit, ...]
    reply: Reply
    candidates: tuple[Citation, ...] = ()
    signals: Signals | None = None
    laps: tuple[Lap, ...] = ()
