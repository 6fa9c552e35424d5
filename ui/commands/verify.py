"""`pincite verify`: are the quotes of saved replies still the articles' own words?"""

from pathlib import Path
from typing import Annotated

import typer

from ui.options import AsJson, IndexDir


def verify_command(
    replies: Annotated[Path, typer.Argument(metavar="REPLIES.json[l]", help="Saved replies.")],
    index: IndexDir = None,
    as_json: AsJson = False,
) -> None:
    """Check every citation of saved replies against the articles.

    Reads what `ask --json` and `batch` write: a reply, a list of replies, or one a line. Exit
    code 1 if any citation is not verified, if its article or a copy that it names shows another
    title, source or date, or if a statement is not made of words it cites. What a language model
    wrote is held against the quotes it names by the rules of docs/writer.md anew; what they do not
    bear out is a problem.

    \b
    pincite ask "What did Lavrov say?" --json > reply.json
    pincite verify reply.json
    pincite verify replies.jsonl --json | jq .problems
    """
    from pydantic import TypeAdapter

    from index.opened import open_latest
    from ui.audit import Audit, audit
    from ui.configured import configured
    from ui.pretty_audit import print_audit
    from ui.saved_replies import read_replies
    from ui.terminal import out

    settings = configured(index)
    saved = read_replies(replies)
    articles = open_latest(settings).articles
    found = audit(saved, articles)
    if as_json:
        typer.echo(TypeAdapter(Audit).dump_json(found, indent=2))
    else:
        print_audit(out(), found)
    if found.problems:
        raise typer.Exit(1)
