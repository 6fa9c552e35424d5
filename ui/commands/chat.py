"""`pincite chat`: the web chat."""

from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import IndexDir

if TYPE_CHECKING:
    from rag.settings import Settings


def chat_command(
    index: IndexDir = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="Port; 0 takes a free one.")
    ] = 7860,
) -> None:
    """Ask in the browser, each quote beside its article.

    Builds the index of seeds/ first if there is none. Stop it with Ctrl-C.

    \b
    pincite chat
    pincite chat --index var/clippings --port 8000
    """
    from ui.chat.serve import serve
    from ui.configured import configured

    settings = configured(index)
    build_if_none(settings)
    serve(settings, host, port)


def build_if_none(settings: "Settings") -> None:
    """Index the default articles unless the folder holds an index, be it damaged."""
    if (settings.index / "manifest.json").exists():
        return
    from index.build import build_index
    from ui.commands.index import print_report
    from ui.default_articles import default_articles
    from ui.progress import progress_shown
    from ui.terminal import err

    with progress_shown() as told:
        report = build_index([default_articles()], settings, told)
    print_report(err(), report, settings.index)
