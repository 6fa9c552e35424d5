"""How fast files of each kind are read: `python -m ui.bench.reading FOLDER ...`.

Seconds are those of the processor, of this process and the one that takes articles out of files,
its start and imports included: on a shared machine they say more than a clock.
"""

import os
import sys
from collections import defaultdict
from pathlib import Path

from index.read_document import EXTRACTOR
from index.readers import READERS, read_file
from index.schema import Article
from index.walk import Found, walk


def main() -> None:
    """Print one line of a Markdown table for each kind of file under the folders."""
    by_kind: dict[str, list[Found]] = defaultdict(list)
    for found in walk([Path(path) for path in sys.argv[1:]]):
        if isinstance(found, Found) and found.file.suffix.lower() in READERS:
            by_kind[found.file.suffix.lower()].append(found)
    print("| kind | files | articles | MB | CPU-seconds | files/s | MB/s |")
    print("|---|---|---|---|---|---|---|")
    for kind, files in by_kind.items():
        print(_measured(kind, files), flush=True)


def _measured(kind: str, files: list[Found]) -> str:
    megabytes = sum(found.file.stat().st_size for found in files if found.file.is_file()) / 1e6
    before = _seconds()
    articles = sum(isinstance(each, Article) for found in files for each in read_file(found))
    EXTRACTOR.close()
    took = _seconds() - before
    return (
        f"| `{kind}` | {len(files):,} | {articles:,} | {megabytes:.1f} | {took:.1f} "
        f"| {len(files) / took:,.0f} | {megabytes / took:.1f} |"
    )


def _seconds() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


if __name__ == "__main__":
    main()
