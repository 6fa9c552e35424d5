"""Who may use the page, and how."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Access:
    """`hosts` are names under which the page may be asked for, besides this machine's own.

    `users` is the file of those who may log in, None for anybody on this machine; with `mcp` the
    tools for language-model clients are served, too. `proxies` are the addresses of those whose
    word on a request's scheme and client is believed.
    """

    hosts: tuple[str, ...] = ()
    users: Path | None = None
    mcp: bool = False
    proxies: tuple[str, ...] = ()


ANYBODY_HERE = Access()
