"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

IndexDir = Annotated[
    Path | None,
    typer.Option("--index", metavar="DIR", help="Folder of the index (default var/index)."),
]
StoreUrl = Annotated[
    str | None,
    typer.Option(
        "--store", metavar="URL", help="Search in Milvus: its URL, or a local path ending in .db."
    ),
]
WorkersUrl = Annotated[
    str | None,
    typer.Option(
        "--workers", metavar="URL", help="Embed in Ray: local, local:N, or a cluster's address."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text for people.")]
Sources = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help="Only articles of this source; repeatable."),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="Only articles from this date on: 2019, 2019-06, 2019-06-25."
    ),
]
Until = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only articles up to the end of this date."),
]
HistoryFile = Annotated[
    Path | None,
    typer.Option(
        "--history",
        metavar="FILE",
        help="Earlier questions: one a line, a JSON list, or JSON turns one a line.",
    ),
]
QuestionsFile = Annotated[
    Path,
    typer.Argument(metavar="QUESTIONS.jsonl", help='One {"qid", "question", "history"?} a line.'),
]
WriterModel = Annotated[
    str | None,
    typer.Option(
        "--writer",
        metavar="openai:URL#MODEL",
        help="Let a language model write from the quotes; what they do not support is struck out.",
    ),
]
