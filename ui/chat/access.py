"""Who may use the page, and how."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Access:
    """`hosts` are names under which the page may be asked for, besides this machine's own.

    `users` is the file of those who may log in, None for anybody on this machine; with `mcp` the
    tools for language-model clients are served, too.
    """

    hosts: tuple[str, ...] = ()
    users: Path | None = None
    mcp: bool = False


ANYBODY_HERE = Access()
