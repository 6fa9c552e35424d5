"""An article kept within bounds: its text, and what describes it."""

from dataclasses import replace

from index.schema import Article, Skipped

LONGEST = 1_000
"""Characters of a title, source, address, author or id. A title is read with each passage of its
article: one of 400,000 characters would be read as often as the article is long."""

LONGEST_TEXT = 10_000_000
"""Characters of one article, some ten novels. Cutting that into passages takes 15 CPU-s, embedding
them hours (docs/measurements.md); a news article has ten thousand."""


def described(each: Article | Skipped) -> Article | Skipped:
    """The article without whatever is too long to describe it.

    Passed over if its id is too long, or its text.
    """
    if isinstance(each, Skipped):
        return each
    if len(each.id) > LONGEST:
        return Skipped(
            each.id[:80] + "…", f"its id has {len(each.id):,} characters, more than {LONGEST:,}."
        )
    if len(each.text) > LONGEST_TEXT:
        return Skipped(
            each.id,
            f"it has {len(each.text):,} characters, more than the {LONGEST_TEXT:,} that one "
            "article may have; split it.",
        )
    return replace(
        each,
        title=_short(each.title),
        source=_short(each.source),
        url=_short(each.url),
        author=_short(each.author),
    )


def _short(value: str | None) -> str | None:
    return value if value is None or len(value) <= LONGEST else None
