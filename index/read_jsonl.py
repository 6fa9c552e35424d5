"""A .jsonl file: one article a line, as benchmarks and news dumps are written."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

from index.dates import iso_date
from index.errors import BadInputError
from index.read_result import sha256_of
from index.schema import Article, Skipped

_IDS = ("doc_id", "_id", "id")
_DATES = ("published_at", "published")
_LONGEST_MB = 64
_LONGEST = _LONGEST_MB * 2**20
#: Runs of bad lines held back until the first article says that the file holds articles at all.
_HELD_BACK = 10_000


def read_jsonl(path: Path, name: str) -> Iterator[Article | Skipped]:
    """Each line as an article, one line in memory at a time; the text of a line is kept as it is.

    Lines in a row that fail for one reason are skipped as "name:first-last". A file without one
    article in it, such as a list of questions, is skipped as a whole.

    Raises:
        OSError: the file cannot be opened.
    """
    held: list[Skipped] = []
    holding = True
    for each in _pieces(path, name):
        if holding and isinstance(each, Skipped) and len(held) < _HELD_BACK:
            held.append(each)
            continue
        if holding:
            yield from held
            holding = False
        yield each
    if holding:
        why = f"no line of it is an article; {held[0].reason}" if held else "it is empty."
        yield Skipped(name, why)


def _pieces(path: Path, name: str) -> Iterator[Article | Skipped]:
    """Articles, and runs of bad lines with the reason that they share."""
    with path.open("rb") as file:
        for reason, run in groupby(_outcomes(file), key=lambda each: _reason(each[1])):
            if reason is None:
                yield from (each for _, each in run if isinstance(each, Article))
                continue
            numbers = (number for number, _ in run)
            first = next(numbers)
            last = max(numbers, default=first)
            lines = str(first) if first == last else f"{first}-{last}"
            yield Skipped(f"{name}:{lines}", f"{reason}.")


def _reason(outcome: Article | str) -> str | None:
    return outcome if isinstance(outcome, str) else None


def _outcomes(file: BinaryIO) -> Iterator[tuple[int, Article | str]]:
    """Number and article of each line that is not blank, or why there is none."""
    number = 0
    while line := file.readline(_LONGEST + 1):
        number += 1
        if len(line) > _LONGEST:
            while not line.endswith(b"\n") and (line := file.readline(_LONGEST)):
                pass
            yield number, f"it is a line of more than {_LONGEST_MB} MB"
        elif line.strip():
            try:
                yield number, _article(_record(line, number))
            except BadInputError as error:
                yield number, str(error)


def _record(line: bytes, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        raise BadInputError("it is not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise BadInputError(f"it is not JSON ({error})") from None
    if not isinstance(record, dict):
        raise BadInputError("it is JSON but not an object")
    if b"\\ud" in line.lower():
        _refuse_half_characters(record)
    return record


def _refuse_half_characters(record: dict[str, Any]) -> None:
    try:
        json.dumps(record, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise BadInputError("it holds half of a character (a lone surrogate)") from None


def _article(record: dict[str, Any]) -> Article:
    text = record.get("text")
    if not isinstance(text, str):
        asked = "question" in record or "qid" in record
        raise BadInputError("it is a question, not an article" if asked else 'it has no "text"')
    if not text.strip():
        raise BadInputError('its "text" is empty')
    dates = (_shown(record, key) for key in _DATES)
    return Article(
        id=_id(record),
        text=text,
        sha256=sha256_of(text),
        title=_shown(record, "title"),
        source=_shown(record, "source"),
        url=_shown(record, "url"),
        published=next((day for day in map(iso_date, filter(None, dates)) if day), None),
        author=_authors(record),
    )


def _id(record: dict[str, Any]) -> str:
    for key in _IDS:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    raise BadInputError(f"it has no id (one of {', '.join(_IDS)}, a text or a whole number)")


def _authors(record: dict[str, Any]) -> str | None:
    """`author` or `authors`, a name or a list of names."""
    stated = record.get("author") or record.get("authors")
    names = stated if isinstance(stated, list) else [stated]
    told = [name.strip() for name in names if isinstance(name, str)]
    return ", ".join(filter(None, told)) or None


def _shown(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value.strip() or None if isinstance(value, str) else None
