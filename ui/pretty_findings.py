"""What `pincite doctor` found, for people."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from index.finding import Finding
from ui.counted import counted
from ui.printable import printable
from ui.terminal import block


def print_findings(console: Console, findings: Sequence[Finding], folder: Path) -> None:
    """Each finding with its remedy, then whether all is sound."""
    for each in findings:
        block(console, Text(printable(each.what), "red" if each.kind == "damage" else ""))
        block(console, Text(printable(each.mend)), "  ", "  ")
    damaged = sum(each.kind == "damage" for each in findings)
    where = f"{folder} and what lies beside it"
    if damaged:
        block(console, Text(f"{counted(damaged, 'damage', 'damages')} in {where}.", "red"))
    else:
        block(console, Text(f"Sound: {where}.", "green"))
