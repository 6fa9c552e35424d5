"""What stands at the head or foot of page after page: running titles and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from index.pdf_lines import Line

#: Lines at each edge of a page that are looked at.
_EDGE = 2
#: Left and right pages often have heads of their own, and a first page none.
_SHARE = 0.4
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Pages without lines that recur, numbers aside, at the same edge of two fifths of them.

    Numbers alone on a line recur by that rule on every numbered page. One page has no furniture.
    """
    seen = Counter(key for page in pages for key in {key for key, _ in _edges(page)})
    least = max(2, _SHARE * len(pages))
    kept = []
    for page in pages:
        gone = {at for key, at in _edges(page) if seen[key] >= least}
        kept.append([line for at, line in enumerate(page) if at not in gone])
    return kept


def _edges(page: Sequence[Line]) -> Iterator[tuple[tuple[str, str], int]]:
    """The outermost lines by where they stand: edge, words without numbers, and place in order."""
    by_height = sorted(range(len(page)), key=lambda at: -page[at].top)
    for edge, outer in (("head", by_height[:_EDGE]), ("foot", by_height[-_EDGE:])):
        for at in outer:
            yield (edge, _DIGITS.sub("#", page[at].text.casefold())), at
