"""Who is logged in, by what they show: a cookie's token, or the header that a program sends."""

import hashlib
import time
from dataclasses import dataclass

from ui.chat.users import Users

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class _Session:
    name: str
    line: str
    ends: float


class Sessions:
    """Kept in memory: a restart of the server logs everybody out."""

    def __init__(self, users: Users) -> None:
        self._users = users
        self._open: dict[str, _Session] = {}

    def open(self, shown: str, name: str, seconds: float) -> None:
        """Let whoever shows `shown` be `name` for so many seconds."""
        now = time.monotonic()
        self._open = {key: kept for key, kept in self._open.items() if kept.ends > now}
        while len(self._open) >= _MOST:
            del self._open[next(iter(self._open))]
        self._open[_key(shown)] = _Session(name, self._users.line(name) or "", now + seconds)

    def name(self, shown: str) -> str | None:
        """Who shows `shown`; nobody once the password has changed or the person is removed."""
        kept = self._open.get(_key(shown))
        if kept is None or kept.ends <= time.monotonic():
            return None
        return kept.name if self._users.line(kept.name) == kept.line else None

    def close(self, shown: str) -> None:
        """Log out."""
        self._open.pop(_key(shown), None)


def _key(shown: str) -> str:
    """Kept hashed, so that reading the memory of the server gives no login away."""
    return hashlib.sha256(shown.encode()).hexdigest()
