"""Who may log in: a small text file, one `name:hash` a line, passwords kept as scrypt hashes."""

import base64
import hashlib
import hmac
import re
import secrets
import unicodedata
from pathlib import Path

from filelock import FileLock

from index.errors import BadInputError, UnwrittenError
from index.replaced import replace_file
from ui.readable import readable

SHORTEST_PASSWORD = 10
_PATIENCE = 30.0
_NEVER = (0, 0, 0, 0)
# OWASP Password Storage Cheat Sheet (2024), scrypt: N=2^15, r=8, p=3; 32 MiB, about 0.2 s here.
_N, _R, _P = 2**15, 8, 3
_MOST_MEMORY = 64 * 1024 * 1024
_LINE = re.compile(r"scrypt\$(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\$\S*")


class Users:
    """The users file, read anew whenever it has changed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp = _NEVER
        self._lines: dict[str, str] = {}
        if not self.line_of_anyone():
            raise BadInputError(
                f"Nobody can log in by {path}; add a person with: "
                f"pincite chat --users {path} --add-user NAME"
            )

    def line_of_anyone(self) -> bool:
        """Whether the file names anybody."""
        return bool(self._current())

    def line(self, name: str) -> str | None:
        """The person's hash as it stands now; a login ends when it changes."""
        return self._current().get(_normal(name))

    def right(self, name: str, password: str) -> bool:
        """Whether the password is the person's; as slow for a name that is not there."""
        line = self.line(name)
        return _matches(password, line or _NOBODY) and line is not None

    def _current(self) -> dict[str, str]:
        try:
            found = self._path.stat()
            # A file that was replaced has another inode, whatever its clock says.
            stamp = (found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size)
            if stamp != self._stamp:
                self._lines, self._stamp = _read(self._path), stamp
        except FileNotFoundError:
            self._lines, self._stamp = {}, _NEVER
        return self._lines


def add_user(path: Path, name: str, password: str) -> None:
    """Write or replace one person; the file is readable by its owner alone.

    Raises:
        BadInputError: the name or the password will not do.
        UnwrittenError: the disk did not take it; the file is as it was.
    """
    name = _normal(name)
    # A line that begins with # is a comment.
    if not 0 < len(name) <= 64 or not name.isprintable() or ":" in name or name[0] == "#":
        raise BadInputError(
            f"{name[:64]!r} cannot be a login name; take 1 to 64 printable characters without ':' "
            "and without '#' in front."
        )
    if len(password) < SHORTEST_PASSWORD:
        raise BadInputError(
            f"The password has {len(password)} characters; take at least {SHORTEST_PASSWORD}."
        )
    line = _hash(password, secrets.token_bytes(16))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=_PATIENCE, mode=0o600):
            lines = {**(_read(path) if path.exists() else {}), name: line}
            text = "".join(f"{who}:{line}\n" for who, line in lines.items())
            replace_file(path, text.encode(), 0o600)
    except OSError as error:
        raise UnwrittenError(path, error) from error


def _read(path: Path) -> dict[str, str]:
    lines: dict[str, str] = {}
    for n, text in enumerate(readable(path).splitlines(), 1):
        name, colon, line = text.partition(":")
        if not text.strip() or text.startswith("#"):
            continue
        if not colon or not _LINE.fullmatch(line):
            raise BadInputError(
                f"Line {n} of {path} is not `name:scrypt$salt$hash`; write it with: "
                f"pincite chat --users {path} --add-user NAME"
            )
        lines[_normal(name)] = line
    return lines


def _normal(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip()


def _hash(password: str, salt: bytes) -> str:
    key = hashlib.scrypt(
        unicodedata.normalize("NFC", password).encode(),
        salt=salt,
        n=_N,
        r=_R,
        p=_P,
        maxmem=_MOST_MEMORY,
        dklen=32,
    )
    return "$".join(("scrypt", *(base64.b64encode(part).decode() for part in (salt, key))))


def _matches(password: str, line: str) -> bool:
    salt = base64.b64decode(line.split("$")[1])
    return hmac.compare_digest(_hash(password, salt), line)


_NOBODY = "$".join(("scrypt", base64.b64encode(bytes(16)).decode(), ""))
