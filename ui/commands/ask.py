"""`pincite ask`: one question, one reply."""

from typing import Annotated

import typer

from ui.options import (
    AsJson,
    HistoryFile,
    IndexDir,
    Since,
    Sources,
    StoreUrl,
    Until,
    WriterModel,
)


def ask_command(
    question: Annotated[
        str,
        typer.Argument(metavar="QUESTION", help="The question; - reads it from standard input."),
    ],
    index: IndexDir = None,
    as_json: AsJson = False,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    history: HistoryFile = None,
    writer: WriterModel = None,
    struck: Annotated[
        bool, typer.Option("--struck", help="Show what the writer wrote and was struck out, too.")
    ] = False,
    store: StoreUrl = None,
    trace: Annotated[
        bool, typer.Option("--trace", help="Show the way to it: stages, times, scores.")
    ] = False,
) -> None:
    """Ask one question; every word of the answer is a quote.

    "Not found" is a reply as well (exit code 0): it names what came nearest.

    \b
    pincite ask "How many soldiers did the two Russian planes carry?"
    pincite ask "Who recognized Guaido?" --source Reuters --since 2019-06
    pincite ask "And how much equipment did they bring?" --history earlier.txt
    pincite ask "What did Lavrov say?" --json | jq -r .citations[].exact
    pincite ask "Who sent the planes?" --writer openai:http://127.0.0.1:11434/v1#qwen2.5
    pincite ask "What did Lavrov say?" --trace
    """
    from dataclasses import replace

    from pydantic import TypeAdapter

    from rag.engine import open_engine
    from rag.reply_json import dump
    from rag.schema import Trace
    from ui.configured import configured
    from ui.filters import filters_from
    from ui.finishing import finishing
    from ui.given import given_text
    from ui.history import read_history
    from ui.pretty_reply import print_reply
    from ui.pretty_trace import print_trace
    from ui.progress import said
    from ui.terminal import out

    filters = filters_from(source, since, until)
    earlier = read_history(history)
    text = given_text(question)
    settings = configured(index, writer=writer, store=store)
    finished = finishing(settings)
    found = open_engine(settings, said).trace(text, earlier, filters)
    found = replace(found, reply=finished(found.reply))
    if as_json:
        typer.echo(TypeAdapter(Trace).dump_json(found, indent=2) if trace else dump(found.reply, 2))
        return
    print_reply(out(), found.reply, struck=struck)
    if trace:
        print_trace(out(), found)
