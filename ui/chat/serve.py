"""Start the web chat: open the engine, serve, say where."""

import os
import socket
from collections.abc import Callable
from dataclasses import replace

from index.errors import BadInputError
from rag.settings import Settings
from ui.chat.access import ANYBODY_HERE, Access
from ui.chat.heap import few_heaps
from ui.chat.login import users_for

GRACE = 3
"""Seconds that open answers have to end when the server stops."""


def _say(line: str) -> None:
    print(line, flush=True)  # at once, also into a pipe


def serve(
    settings: Settings,
    host: str = "127.0.0.1",
    port: int = 7860,
    access: Access = ANYBODY_HERE,
    tell: Callable[[str], None] = _say,
) -> None:
    """Serve until interrupted. Port 0 takes a free one.

    Raises:
        BadInputError: the address cannot be listened on, or others could reach it without login.
        IndexUnfitError: there is no index that fits the settings.
        WeightsError: the models are not to be had.
    """
    users_for(host, access.users)
    listening = _listen(host, port)
    few_heaps()
    from rag.engine import open_engine
    from rag.writer.write import writer_of

    writer_of(settings)  # what is wrong with it is said before the models are opened
    engine = open_engine(settings, tell)
    from ui.chat.context import EngineHolder
    from ui.chat.following import Follower, following
    from ui.chat.quiet import quieten

    quieten()
    import uvicorn

    from ui.chat.app import build_app

    holder = EngineHolder(engine)
    app = build_app(holder, settings, replace(access, hosts=(host, *access.hosts)))
    # Without a configuration of its own its lines go where ours go, in our form.
    config = uvicorn.Config(
        app,
        log_level="warning",
        log_config=None,
        access_log=False,
        proxy_headers=False,  # `ui.chat.forwarded` sees to them
        timeout_graceful_shutdown=GRACE,
    )
    tell(f"Pincite is at http://{_shown(host)}:{listening.getsockname()[1]} (Ctrl-C stops it)")
    opened = engine.index.manifest.generation
    with following(Follower(holder, engine, settings.index, opened)):
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        said = error.strerror or str(error)
        if error.errno and not isinstance(error, socket.gaierror):
            said = os.strerror(error.errno)  # without the address, which Python repeats
        raise BadInputError(
            f"Cannot listen on {host} port {port} ({said}); "
            "choose another with --port, or --port 0 for any free one."
        ) from error


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
