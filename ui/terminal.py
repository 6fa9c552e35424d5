"""Where output goes: consoles that colour only on a terminal and wrap to its width."""

import os

from rich.console import Console
from rich.text import Text

UNWRAPPED = 1_000_000
"""Columns of anything but a terminal: a quote piped into another program stays on one line."""

NARROWEST = 24
"""Columns below which indented text is no longer readable; narrower terminals get this."""


def out() -> Console:
    """Standard output."""
    return _console(stderr=False)


def err() -> Console:
    """Standard error: progress and what went wrong."""
    return _console(stderr=True)


def block(console: Console, text: Text, first: str = "", rest: str = "") -> None:
    """Print text wrapped, with `first` before its first line and `rest` before the others."""
    width = console.width - len(rest)
    for number, line in enumerate(text.wrap(console, width)):
        line.rstrip()
        lead = (rest, "") if number else (first, "cyan")
        console.print(Text.assemble(lead, line), soft_wrap=True)


def _console(stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = UNWRAPPED
    console.width = max(console.width, NARROWEST)
    return console
