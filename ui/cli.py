"""The command line: `pincite COMMAND`. Every error of ours ends here, as one sentence."""

import io
import logging
import sys
from contextlib import suppress
from typing import Annotated, NoReturn

import typer

from index.errors import PinciteError
from ui.commands.ask import ask_command
from ui.commands.batch import batch_command
from ui.commands.bench import bench_command
from ui.commands.chat import chat_command
from ui.commands.cite import cite_command
from ui.commands.doctor import doctor_command
from ui.commands.eval import eval_command
from ui.commands.index import index_command
from ui.commands.search import search_command
from ui.commands.verify import verify_command

WRONG_USE = 2

app = typer.Typer(
    name="pincite",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (
    index_command,
    ask_command,
    batch_command,
    search_command,
    cite_command,
    verify_command,
    doctor_command,
    chat_command,
    eval_command,
    bench_command,
):
    app.command(_command.__name__.removesuffix("_command"))(_command)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"pincite {version('pincite')}")
        raise typer.Exit


@app.callback()
def pincite(
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say what is being done.")
    ] = False,
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Log what is done as JSON, one object a line.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Ask a folder of articles; every word of an answer is a quote, with its exact place.

    \b
    pincite index ~/clippings            read the articles once
    pincite ask "Who sent the planes?"   one question, on the terminal
    pincite chat                         the same in the browser
    pincite cite "a quote you were sent" where does it stand, and is it true to the letter?

    Settings may also stand in pincite.toml or in PINCITE_* variables; flags come first.
    """
    level = logging.INFO if verbose or log_json else logging.ERROR
    logging.basicConfig(level=level, format="%(name)s: %(message)s", stream=sys.stderr)
    if log_json:
        from ui.json_lines import JsonLines
        from ui.log_aside import WrittenAside

        root = logging.getLogger()
        for handler in list(root.handlers):
            handler.setFormatter(JsonLines())
            root.removeHandler(handler)
            root.addHandler(WrittenAside(handler))


def main() -> None:
    """Run the command line; exit code 0 done, 1 a check failed, 2 wrong use or bad input.

    What the system refuses, such as a full disk behind standard output, is bad input, too.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except PinciteError as error:
        _refused(str(error))
    except OSError as error:
        with suppress(OSError):
            sys.stdout.close()  # lest what it still holds be tried again at the end
        where = f"{error.filename}: " if error.filename else ""
        _refused(f"The system refused to go on ({where}{error.strerror or error}).")


def _refused(sentence: str) -> NoReturn:
    from ui.printable import printable

    typer.echo(f"pincite: {printable(sentence)}", err=True)
    sys.exit(WRONG_USE)


if __name__ == "__main__":
    main()
