"""Small replies to render."""

from hashlib import sha256
from itertools import pairwise

from index.schema import Article, Span
from rag.cite import cut
from rag.schema import (
    Answer,
    Citation,
    Copy,
    Disagreement,
    Filters,
    Near,
    NotFound,
    Position,
    Searched,
    Seconds,
    Statement,
    Why,
)

TEXT = "The <b>dam</b> broke. Nobody & nothing ${was} warned.\nIt held “41” tons."
ARTICLE = Article(
    "dam.txt",
    TEXT,
    sha256(TEXT.encode()).hexdigest(),
    title="The dam <1>",
    source="Daily & Co",
    url="https://example.org/dam",
    published="2024-03-05",
)
CUTS = [0, TEXT.index("Nobody"), TEXT.index("It held"), len(TEXT)]
SPANS = [Span(start, start + len(TEXT[start:end].rstrip())) for start, end in pairwise(CUTS)]
WHY = Why(1, None, 4.25, ("dam",), (("Guaydo", "Guaidó"),))


def citation(n: int, article: Article = ARTICLE, why: Why | None = WHY) -> Citation:
    copies = (Copy("copy.txt", None, "The Other", "2024-03", 0, 5),) if n == 1 else ()
    return cut(n, article, SPANS[n - 1], why, copies)


def answer(statements: int = 3, **changes: object) -> Answer:
    cited = tuple(citation(n) for n in range(1, statements + 1))
    fields: dict[str, object] = {
        "id": "a" * 64,
        "question": "What broke?",
        "searched_as": "What broke?",
        "statements": tuple(Statement(each.exact, (each.n,)) for each in cited),
        "citations": cited,
        "disagreements": (),
        "confidence": 0.9,
        "seconds": Seconds(0.1, 0.2),
    }
    return Answer(**{**fields, **changes})  # type: ignore[arg-type]


def differing() -> Answer:
    positions = (Position("<i>41</i>", 1), Position("42", 2))
    return answer(disagreements=(Disagreement("tons & tons", positions),))


def not_found(filters: Filters = Filters()) -> NotFound:
    near = Near("dam.txt", "The dam <1>", None, None, 0, 5, TEXT[:5], 0.004, 0.5)
    return NotFound(
        id="b" * 64,
        question="Where is <Atlantis>?",
        searched_as="Where is <Atlantis>, then?",
        reason="Nothing says <where>.",
        nearest=(near,),
        missing=("<Atlantis>",),
        searched=Searched(1, 3, filters),
        confidence=0.1,
        seconds=Seconds(0.1, 0.2),
    )
