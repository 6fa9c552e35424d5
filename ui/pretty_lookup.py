"""A citation lookup on the terminal: what became of the quote, and the article's own words."""

from rich.console import Console
from rich.text import Text

from rag.differences import Difference
from rag.lookup import Lookup, LookupStatus, Place
from ui.printable import printable
from ui.terminal import block
from ui.where import described, located

INDENT = "    "
_SAYS: dict[LookupStatus, tuple[str, str]] = {
    "verbatim": ("Verbatim.", "green"),
    "moved": ("Moved: the quote stands elsewhere than its citation says.", "yellow"),
    "altered": ("Altered: this is not what the article says.", "red"),
    "source_changed": ("Source changed: the article no longer holds these words.", "red"),
    "not_found": ("Not found: no article holds this, or anything like it.", "red"),
}


def print_lookup(console: Console, lookup: Lookup) -> None:
    """Print the status, then every place that is listed with its words in their surroundings."""
    says, colour = _SAYS[lookup.status]
    listed = len(lookup.places)
    said = f"{says} {listed + lookup.more:,} places" if listed > 1 else says.removesuffix(".")
    said += f", of which the first {listed:,} follow." if lookup.more else "."
    block(console, Text(said, f"bold {colour}"))
    for number, place in enumerate(lookup.places, start=1):
        console.print()
        _print_place(console, f"[{number}]".ljust(len(INDENT)), place)


def _print_place(console: Console, number: str, place: Place) -> None:
    block(console, Text(printable(place.exact), "bold"), number, INDENT)
    for difference in place.differences:
        block(console, _changed(difference), INDENT, INDENT)
    block(console, Text(described(place), "dim"), INDENT, INDENT)
    block(console, Text(f"{located(place)}, id {place.id}", "dim"), INDENT, INDENT)
    if place.url:
        block(console, Text(printable(place.url), "dim"), INDENT, INDENT)
    around = f"… {printable(place.prefix)} [the quote] {printable(place.suffix)} …"
    block(console, Text(around, "dim italic"), INDENT, INDENT)


def _changed(difference: Difference) -> Text:
    asked, stands = printable(difference.asked), printable(difference.stands)
    if difference.op == "insert":
        said = f"left out: “{stands}”"
    elif difference.op == "delete":
        said = f"not in the article: “{asked}”"
    else:
        said = f"“{asked}” stands as “{stands}”"
    grave = difference.kind in ("number", "name", "negation")
    return Text(f"{difference.kind}: {said}", "red" if grave else "yellow")
