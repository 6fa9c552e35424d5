"""A .jsonl file: one article a line, as benchmarks and news dumps are written."""

import json
from pathlib import Path
from typing import Any

from index.dates import iso_date
from index.errors import BadInputError
from index.read_result import Read, sha256_of
from index.schema import Article, Skipped

_IDS = ("doc_id", "_id", "id")
_DATES = ("published_at", "published")


def read_jsonl(path: Path, name: str) -> Read:
    """Each line as an article; its text is kept as it is, a bad line is skipped as "name:line".

    A file without one article in it, such as a list of questions, is skipped as a whole.

    Raises:
        OSError: the file cannot be opened.
    """
    articles: list[Article] = []
    skipped: list[Skipped] = []
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                articles.append(_article(_record(line, number)))
            except BadInputError as error:
                skipped.append(Skipped(f"{name}:{number}", f"{error}."))
    if articles:
        return Read(tuple(articles), tuple(skipped))
    first = f"no line of it is an article; {skipped[0].reason}" if skipped else "it is empty."
    return Read(skipped=(Skipped(name, first),))


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
    )


def _id(record: dict[str, Any]) -> str:
    for key in _IDS:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    raise BadInputError(f"it has no id (one of {', '.join(_IDS)}, a text or a whole number)")


def _shown(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value.strip() or None if isinstance(value, str) else None
