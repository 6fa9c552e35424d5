"""`pincite search`: retrieval alone, as JSON and as a TREC run."""

import re
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import HistoryFile, IndexDir, QuestionsFile, Since, Sources, StoreUrl, Until

if TYPE_CHECKING:
    from rag.schema import Hit

_UNSAFE = re.compile(r"[\s%]")


def search_command(
    questions: QuestionsFile,
    out: Annotated[
        Path, typer.Option(metavar="RUN.jsonl", help="Where rankings are written, one a line.")
    ],
    index: IndexDir = None,
    k: Annotated[
        int, typer.Option(metavar="N", min=1, max=1000, help="Passages for each question.")
    ] = 10,
    trec: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a TREC run file as well.")
    ] = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    history: HistoryFile = None,
    store: StoreUrl = None,
) -> None:
    """Rank passages for many questions, without choosing quotes.

    Writes one {"qid", "hits": [{"rank", "score", "article_id", "start", "end", "text"}]} a line.
    The TREC run names a passage article:start-end; white space and % in names are written %20, %25.

    \b
    pincite search questions.jsonl --out run.jsonl --k 100
    pincite search questions.jsonl --out run.jsonl --trec run.trec
    """
    from pydantic import TypeAdapter

    from rag.engine import open_engine
    from rag.schema import Hit
    from ui.configured import configured
    from ui.counted import counted
    from ui.filters import filters_from
    from ui.history import read_history
    from ui.progress import progress_shown, said
    from ui.questions import line_named, read_questions
    from ui.written import refuse_overwriting, replaced

    refuse_overwriting(questions, out, trec)
    filters = filters_from(source, since, until)
    earlier = read_history(history)
    asked = read_questions(questions)
    rows = TypeAdapter(dict[str, str | list[Hit]])
    with ExitStack() as files, progress_shown() as told:
        run = files.enter_context(replaced(out))
        trec_run = files.enter_context(replaced(trec)) if trec else None
        engine = open_engine(configured(index, store=store), said)
        for number, question in enumerate(asked):
            told("search", number, len(asked))
            turns = [*earlier, *question.history]
            with line_named(question, str(questions)):
                hits = engine.search(question.question, k, turns, filters)
            run.write(rows.dump_json({"qid": question.qid, "hits": hits}).decode() + "\n")
            if trec_run:
                trec_run.writelines(trec_lines(question.qid, hits))
    typer.echo(f"{out}: {counted(len(asked), 'ranking', 'rankings')} written.", err=True)


def trec_lines(qid: str, hits: "list[Hit]") -> list[str]:
    """`qid Q0 passage rank score pincite`, the format of trec_eval; scores keep every digit."""
    return [
        f"{_name(qid)} Q0 {_name(f'{hit.article_id}:{hit.start}-{hit.end}')} "
        f"{hit.rank} {hit.score!r} pincite\n"
        for hit in hits
    ]


def _name(text: str) -> str:
    """Percent-encodes what would break a line, and % itself, so that no two names become one."""
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)
