"""`pincite batch`: many questions in one process, one reply a line."""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from ui.options import (
    HistoryFile,
    IndexDir,
    QuestionsFile,
    Since,
    Sources,
    StoreUrl,
    Until,
    WriterModel,
)

if TYPE_CHECKING:
    from rag.schema import Reply
    from ui.progress import Told
    from ui.questions import Question

Ask = Callable[[str, Sequence[str]], "Reply"]


def batch_command(
    questions: QuestionsFile,
    out: Annotated[
        Path, typer.Option(metavar="REPLIES.jsonl", help="Where replies are written, one a line.")
    ],
    index: IndexDir = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    history: HistoryFile = None,
    writer: WriterModel = None,
    store: StoreUrl = None,
) -> None:
    """Ask many questions in one process.

    Writes one {"qid", "reply", "seconds"} a line, in the questions' order. Started again it goes
    on where it stopped: questions that have their reply are passed over, a half-written line is
    repaired. The first question that cannot be asked stops it; what is written stays.

    \b
    pincite batch questions.jsonl --out replies.jsonl
    pincite batch questions.jsonl --out replies.jsonl --source Reuters
    """
    from rag.engine import open_engine
    from ui.configured import configured
    from ui.counted import counted
    from ui.filters import filters_from
    from ui.finishing import finishing
    from ui.history import read_history
    from ui.progress import progress_shown, said
    from ui.questions import read_questions
    from ui.resume import replied
    from ui.written import appended, refuse_overwriting

    refuse_overwriting(questions, out)
    filters = filters_from(source, since, until)
    earlier = read_history(history)
    asked = read_questions(questions)
    done = replied(out, asked)
    left = [question for question in asked if question.qid not in done]
    others = 0
    settings = configured(index, writer=writer, store=store)
    finished = finishing(settings)
    with appended(out) as file, progress_shown() as told:
        engine = open_engine(settings, said) if left else None
        if engine:
            others = sum(
                done[each.qid] != engine.reply_id(each.question, [*earlier, *each.history], filters)
                for each in asked
                if each.qid in done
            )
            write_replies(
                left,
                lambda question, turns: finished(engine.ask(question, [*earlier, *turns], filters)),
                file,
                told,
                str(questions),
            )
    before = f", {len(done):,} there before" if done else ""
    if others:
        before += f", {others:,} of them over another index or with other filters or settings"
    typer.echo(f"{out}: {counted(len(left), 'reply', 'replies')} written{before}.", err=True)


def write_replies(
    questions: "Sequence[Question]", ask: Ask, file: TextIO, told: "Told", name: str
) -> None:
    """Ask one after the other; each reply is on disk before the next question is asked.

    Raises:
        BadInputError: a question cannot be asked; names the line in the file called `name`.
    """
    from rag.reply_json import dump
    from ui.questions import line_named

    for number, question in enumerate(questions):
        told("ask", number, len(questions))
        began = time.perf_counter()
        with line_named(question, name):
            reply = ask(question.question, question.history)
        seconds = time.perf_counter() - began
        line = f'{{"qid":{json.dumps(question.qid)},"reply":{dump(reply)},"seconds":{seconds:.4f}}}'
        file.write(line + "\n")
        file.flush()
