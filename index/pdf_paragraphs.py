"""Lines of a PDF put together into the paragraphs that they were broken from."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from index.pdf_lines import Line

_ENDS = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_LIST_MARK = re.compile(r"(?:[-*•·▪‣–]|\(?\d{1,3}[.)]|\[\d{1,3}\]|\(?[a-z][.)])\s")
_HOLDS_ON = re.compile(r"\S[-–—/]$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_MARKER = re.compile(r"\d{1,3}|[*†‡]")


def paragraphs(pages: Iterable[Sequence[Line]], joins: Callable[[str, str], str]) -> list[str]:
    """Each paragraph on one line; `joins(before, after)` gives a word that a line break parted.

    A paragraph ends where the distance, the height of the letters or an indentation say so, where
    the next word would have fitted on the line, and before a list's mark. Over the end of a column
    or a page it goes on if its sentence does. Raised numbers of footnotes are left out.
    """
    found: list[list[Line]] = []
    for page in pages:
        lines = [line for line in page if not _is_marker(line, page)]
        pitch = _pitch(lines)
        for line in lines:
            if found and not _begins(found[-1], line, pitch):
                found[-1].append(line)
            else:
                found.append([line])
    return [_joined(lines, joins) for lines in found]


def _pitch(lines: Sequence[Line]) -> float:
    """The distance from line to line that most of the page has."""
    steps = (above.bottom - below.bottom for above, below in pairwise(lines))
    near = [step for step, line in zip(steps, lines, strict=False) if 0 < step < 3 * line.height]
    return median(near) if near else 0.0


def _begins(before: Sequence[Line], line: Line, pitch: float) -> bool:
    last = before[-1]
    if last.hyphen:
        return False
    if abs(line.height - last.height) > 0.15 * last.height or _LIST_MARK.match(line.text):
        return True
    step = last.bottom - line.bottom
    if line.text[0].islower() and not _ENDS.search(last.text) and step < 2 * pitch:
        return False
    if line.page != last.page or step < -0.5 * line.height:
        return _ENDS.search(last.text) is not None or not _reads_on(before, line)
    if step > 1.35 * pitch:
        return True
    indent = line.left - last.left
    if 0.7 * line.height < indent < 5 * line.height and _ENDS.search(last.text):
        return True
    return not _reads_on(before, line)


def _reads_on(before: Sequence[Line], line: Line) -> bool:
    """Whether the line before was full: the next word would not have fitted."""
    last = before[-1]
    # Over a column's end only widths can be compared.
    room = max(*(each.right - each.left for each in before), line.right - line.left)
    first = line.text.split(maxsplit=1)[0]
    word = (line.right - line.left) * (len(first) + 1) / max(len(line.text), 1)
    return last.right - last.left + word > room - 0.5 * line.height


def _is_marker(line: Line, page: Sequence[Line]) -> bool:
    """A small number alone that stands within the height of another line."""
    return _MARKER.fullmatch(line.text) is not None and any(
        line.height < 0.85 * other.height
        and other.bottom < (line.bottom + line.top) / 2 < other.top + 0.3 * other.height
        for other in page
        if other is not line
    )


def _joined(lines: Sequence[Line], joins: Callable[[str, str], str]) -> str:
    text = lines[0].text
    for before, line in pairwise(lines):
        parted = _parted(text, line.text) if before.hyphen else None
        if parted:
            text = text[: -len(parted[0])] + joins(*parted) + line.text[len(parted[1]) :]
        else:
            text += "-" * before.hyphen + " " * (not _holds_on(before)) + line.text
    return text


def _holds_on(line: Line) -> bool:
    """Whether no space belongs after the line: it ends in a hyphen, a dash or a slash."""
    return line.hyphen or _HOLDS_ON.search(line.text) is not None


def _parted(text: str, line: str) -> tuple[str, str] | None:
    before, after = _LAST_WORD.search(text), _FIRST_WORD.match(line)
    return (before[0], after[0]) if before and after else None


def words_in(pages: Iterable[Sequence[Line]]) -> Iterator[str]:
    """Words, compounds whole, in lower case, of what no hyphen parts: to know words by."""
    for page in pages:
        for line in page:
            yield from re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text.casefold())
