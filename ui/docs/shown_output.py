"""Outputs that a document shows: each `$ pincite ...` of a console block, run and pasted.

Commands run in a folder that holds the five articles and their index, as after `make chat`.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import BadInputError
from ui.default_articles import default_articles

WIDTH = 88
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (pincite .*)$", re.MULTILINE)
# Seconds, and scores between 0 and 1: the last digits differ between processors, and so may the
# order of passages that are all far from answering.
_VARIES = re.compile(r"\b[0-9]+\.[0-9]+ s\b|\b[01]\.[0-9]{2}\b|<\.01")
_NEAREST = re.compile(r"^What came nearest .*?(?=^Searched )", re.MULTILINE | re.DOTALL)


def pasted(document: str) -> str:
    """The document with every shown output as it is now."""
    if not _COMMAND.search(document):
        return document
    with _workplace() as folder:
        return _BLOCK.sub(lambda block: _pasted_block(block, folder), document)


def timeless(document: str) -> str:
    """The document without what differs between runs and machines, to compare by."""
    return _VARIES.sub("0.00", _NEAREST.sub("", document))


def _pasted_block(block: re.Match[str], folder: Path) -> str:
    commands = _COMMAND.findall(block[1])
    if not commands:
        return block[0]
    shown = (f"$ {command}\n{_output(command, folder)}\n" for command in commands)
    return "```console\n" + "\n".join(shown) + "```"


def _output(command: str, folder: Path) -> str:
    arguments = [sys.executable, "-m", "ui.cli", *shlex.split(command)[1:]]
    environment = {**os.environ, "COLUMNS": str(WIDTH), "PINCITE_INDEX": "var/index"}
    done = subprocess.run(
        arguments,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if "Traceback" in done.stdout:
        raise BadInputError(f"{command} fails: {done.stdout.splitlines()[-1]}")
    return done.stdout.strip()


@contextmanager
def _workplace() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(default_articles(), folder / "seeds")
        _output("pincite index", folder)
        yield folder
