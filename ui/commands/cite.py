"""`pincite cite`: where does this quote stand?"""

from typing import Annotated

import typer

from ui.options import AsJson, IndexDir


def cite_command(
    text_or_id: Annotated[
        str,
        typer.Argument(
            metavar="TEXT_OR_ID", help="A quote or a citation's id; - reads standard input."
        ),
    ],
    index: IndexDir = None,
    as_json: AsJson = False,
) -> None:
    """Find the place where a quote stands, and what it changes.

    A quote that is not word for word the article's is never called verbatim: the article's own
    words are shown, with every difference. Words left out may be marked with an ellipsis.

    \b
    pincite cite "carried 99 soldiers, commanded by Major General"
    pincite cite "carried 100 soldiers, commanded by a general"
    pincite ask "How many soldiers?" --json | jq -r .citations[0].id | pincite cite -
    """
    from pydantic import TypeAdapter

    from index.opened import open_latest
    from rag.lookup import Lookup, look_up
    from ui.configured import configured
    from ui.given import given_text
    from ui.pretty_lookup import print_lookup
    from ui.terminal import out

    settings = configured(index)
    text = given_text(text_or_id)
    lookup = look_up(text, open_latest(settings).articles)
    if as_json:
        typer.echo(TypeAdapter(Lookup).dump_json(lookup, indent=2))
    else:
        print_lookup(out(), lookup)
