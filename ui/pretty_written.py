"""What a language model wrote, on the terminal: above the quotes, never instead of them."""

from rich.console import Console
from rich.text import Text

from rag.schema import Written
from ui.counted import counted
from ui.printable import printable
from ui.terminal import block

_INDENT = "  "


def print_written(console: Console, written: Written, struck: bool = False) -> None:
    """Print the statements that the quotes support; with `struck` the others and their reasons."""
    for each in written.kept:
        numbers = "".join(f"[{n}]" for n in each.citations)
        block(console, Text(f"{printable(each.text)} {numbers}"))
    if struck:
        for each in written.statements:
            if each.struck:
                block(console, Text(printable(each.text), "strike dim"), "- ", _INDENT)
                block(console, Text(f"struck out: {printable(each.struck)}", "dim"), _INDENT)
    block(console, Text(said_of(written), "dim"))
    console.print()


def said_of(written: Written) -> str:
    """One sentence: who wrote, what was struck out, and that the quotes stand alone if so."""
    model, took = printable(written.model), f"{written.seconds:.2f} s"
    if written.failure:
        return f"{printable(written.failure)} The quotes stand alone."
    out = len(written.statements) - len(written.kept)
    dropped = f", {counted(out, 'statement', 'statements')} struck out" if out else ""
    if written.malformed:
        dropped += f", {counted(written.malformed, 'one', 'ones')} dropped for the form"
    if written.kept:
        return f"Written by {model} from the quotes below, each statement checked{dropped}; {took}"
    return f"Nothing that {model} wrote is supported{dropped}; the quotes stand alone. {took}"
