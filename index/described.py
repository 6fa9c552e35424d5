"""What describes an article, as far as it is a description: nothing is longer than a thousand."""

from dataclasses import replace

from index.schema import Article, Skipped

LONGEST = 1_000
"""Characters of a title, source, address or id. A title is read with each passage of its article:
one of 400,000 characters would be read as often as the article is long."""


def described(each: Article | Skipped) -> Article | Skipped:
    """The article without whatever is too long to describe it; passed over if that is its id."""
    if isinstance(each, Skipped):
        return each
    if len(each.id) > LONGEST:
        return Skipped(
            each.id[:80] + "…", f"its id has {len(each.id):,} characters, more than {LONGEST:,}."
        )
    return replace(each, title=_short(each.title), source=_short(each.source), url=_short(each.url))


def _short(value: str | None) -> str | None:
    return value if value is None or len(value) <= LONGEST else None
