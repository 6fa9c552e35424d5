"""One hash over what answers, so that a stopped run never goes on with other code or tables."""

import hashlib
from functools import cache
from pathlib import Path

import index
import rag


@cache
def code_sha256() -> str:
    """Over the name and bytes of every file of `index` and `rag`, as first asked."""
    digest = hashlib.sha256()
    for package in (index, rag):
        home = Path(package.__path__[0])
        for file in sorted(f for f in home.rglob("*") if f.is_file() and f.suffix != ".pyc"):
            digest.update(file.relative_to(home.parent).as_posix().encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
