from io import StringIO

import pytest
from rich.console import Console

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


@pytest.fixture
def console() -> Console:
    return Console(file=StringIO(), width=60, highlight=False, markup=False, emoji=False)


@pytest.fixture
def citation() -> Citation:
    return Citation(
        n=1,
        id="0123456789.10-33.0123456789ab",
        article_id="planes.txt",
        title="Two planes",
        source="AP",
        url="https://example.org/planes",
        published="2019-03-25",
        sha256="ab" * 32,
        start=10,
        end=33,
        exact="They carried 99 soldiers.",
        prefix="On Saturday.",
        suffix="They left.",
        status="verified",
        why=Why(1, 2, 7.5, ("soldiers",), (("Guaydo", "Guaidó"),)),
        copies=(Copy("copy.txt", "Planes", "Reuters", None, 4, 27),),
    )


@pytest.fixture
def answer(citation: Citation) -> Answer:
    return Answer(
        id="cd" * 32,
        question="And how many soldiers?",
        searched_as="How many soldiers did the planes carry?",
        statements=(Statement("They carried 99 soldiers.", (1,)),),
        citations=(citation,),
        disagreements=(
            Disagreement("the soldiers", (Position("99", 1), Position("about 100", 2))),
        ),
        confidence=0.934,
        seconds=Seconds(0.02, 0.15),
    )


@pytest.fixture
def not_found() -> NotFound:
    near = Near("planes.txt", None, None, None, 0, 300, "word " * 60, 0.31, 0.5)
    return NotFound(
        id="ef" * 32,
        question="What is the inflation rate?",
        searched_as="What is the inflation rate?",
        reason="No article says anything about inflation.",
        nearest=(near,) * 5,
        missing=("inflation",),
        searched=Searched(1, 37, Filters(("AP", "Reuters"), "2019", "2019-06")),
        confidence=0.04,
        seconds=Seconds(0.02, 0.15),
    )
