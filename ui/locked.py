"""python -m ui.locked FOLDER: what pip installed, held against the hashes of requirements.lock.

FOLDER is the environment; the Makefile lets pip leave a report there for each install, which names
the sha256 of every archive that was unpacked.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements.lock"
REPORTS = "installed*.json"
_ENTRY = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_OURS = {"pincite", "pip"}

Locked = dict[str, tuple[str, frozenset[str]]]
"""By normalised name: the version, and the sha256 of each of its files."""


def read_lock(text: str) -> Locked:
    """The entries of a requirements file with hashes."""
    found = list(_ENTRY.finditer(text))
    ends = [*(each.start() for each in found[1:]), len(text)]
    return {
        _normal(each[1]): (each[2], frozenset(_HASH.findall(text, each.end(), end)))
        for each, end in zip(found, ends, strict=True)
    }


def compared(folder: Path, lock: Locked) -> tuple[int, list[str], list[str]]:
    """How many archives are those of the lock, which are not, and of which nothing is known."""
    right, wrong, known = 0, [], set(_OURS)
    for name, version, sha256 in _installed(folder):
        known.add(name)
        locked, hashes = lock.get(name, ("", frozenset()))
        if sha256 in hashes:
            right += 1
        elif "+" in version and version.partition("+")[0] == locked:
            known.discard(name)  # built elsewhere than on the index, as PyTorch's for one processor
        else:
            wrong.append(f"{name} {version} (sha256 {sha256})")
    there = {_normal(each.metadata["Name"]) for each in distributions()}
    return right, sorted(wrong), sorted(there - known)


def _installed(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Name, version and sha256 of what each report says was unpacked; our own folder is none."""
    for report in sorted(folder.glob(REPORTS)):
        for each in json.loads(report.read_text(encoding="utf-8"))["install"]:
            archive = each["download_info"].get("archive_info")
            if archive is not None:
                stated = archive.get("hash", "").removeprefix("sha256=")
                sha256 = archive.get("hashes", {}).get("sha256", stated)
                yield _normal(each["metadata"]["name"]), each["metadata"]["version"], sha256


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main(folder: Path) -> int:
    """Exit code 1 where an archive was another than the lock names."""
    right, wrong, unknown = compared(folder, read_lock(LOCK.read_text(encoding="utf-8")))
    print(f"{right} packages were unpacked from archives that requirements.lock names.")
    if unknown:
        print(f"Nothing is known of {len(unknown)}: {', '.join(unknown)}.")
    for each in wrong:
        print(f"Not in requirements.lock: {each}.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
