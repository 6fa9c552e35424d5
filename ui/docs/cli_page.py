"""`docs/cli.md`: the help of every command, as the command line prints it."""

import typer
from typer.main import get_command

from ui.cli import app

WIDTH = 88
HELP = ["-h", "--help"]

_INTRODUCTION = """\
# The command line

Made from the program by `make docs`; a test holds it to what `pincite --help` says.

Exit codes: 0 done ("not found" is a reply, and done), 1 a check failed (`verify`, `doctor`,
`eval`), 2 wrong
use or bad input, with one sentence on standard error.
"""


def cli_page() -> str:
    """The whole page as Markdown."""
    context = typer.Context(
        get_command(app), info_name="pincite", terminal_width=WIDTH, help_option_names=HELP
    )
    group = context.command
    parts = [_INTRODUCTION, _fenced(group.get_help(context))]
    for info in app.registered_commands:
        name = info.name or ""
        command = group.get_command(context, name)  # type: ignore[attr-defined]  # group is a Group
        inner = typer.Context(
            command, info_name=name, parent=context, terminal_width=WIDTH, help_option_names=HELP
        )
        parts += [f"## pincite {name}\n", _fenced(command.get_help(inner))]
    return "\n".join(parts)


def _fenced(help_text: str) -> str:
    lines = (line.rstrip() for line in help_text.strip().splitlines())
    return "```text\n" + "\n".join(lines) + "\n```\n"
