"""Which questions of a run a reader asked to see."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`stage` "" is any, `page` counts from 1."""

    run: str
    query: str = ""
    stage: str = ""
    page: int = 1
