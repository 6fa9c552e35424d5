"""`pincite chat`: the web chat."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import IndexDir, StoreUrl, WriterModel

if TYPE_CHECKING:
    from rag.settings import Settings


def chat_command(
    index: IndexDir = None,
    host: Annotated[str, typer.Option(metavar="HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="Port; 0 takes a free one.")
    ] = 7860,
    users: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Those who may log in; needed where others can reach it."
        ),
    ] = None,
    add_user: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Ask for a password, add the person to --users, stop."),
    ] = None,
    known_as: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="Another name it is asked for by; repeatable."),
    ] = None,
    proxy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ADDRESS",
            help="Proxy whose X-Forwarded-Proto and -For are believed; repeatable.",
        ),
    ] = None,
    mcp: Annotated[bool, typer.Option("--mcp", help="Serve tools for programs, too.")] = False,
    writer: WriterModel = None,
    store: StoreUrl = None,
) -> None:
    """Ask in the browser, each quote beside its article.

    Builds the index of seeds/ first if there is none. Stop it with Ctrl-C.

    \b
    pincite chat
    pincite chat --index var/clippings --port 8000
    pincite chat --users users.txt --add-user ada
    pincite chat --users users.txt --host 0.0.0.0 --known-as desk.example.org
    pincite chat --users users.txt --known-as desk.example.org --proxy 127.0.0.1
    """
    from ui.configured import configured

    if add_user is not None:
        _add_user(users, add_user)
        return
    from ui.chat.access import Access
    from ui.chat.forwarded import checked_proxies
    from ui.chat.serve import serve

    proxies = checked_proxies(proxy or ())
    settings = configured(index, writer=writer, store=store)
    build_if_none(settings)
    serve(settings, host, port, Access(tuple(known_as or ()), users, mcp, proxies))


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


def _add_user(path: Path | None, name: str) -> None:
    """The password is typed twice at a terminal; elsewhere it is the first line given."""
    from index.errors import BadInputError
    from ui.chat.users import add_user

    if path is None:
        raise BadInputError(f"Name the file that {name!r} is added to: --users FILE.")
    if sys.stdin.isatty():
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    add_user(path, name, password)
    typer.echo(f"{name} can log in by {path}.", err=True)
