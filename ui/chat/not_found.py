"""How "the articles do not answer this" is shown: with its proof, and nothing like an error."""

from rag.citation_id import citation_id
from rag.schema import Filters, Near, NotFound
from ui.chat.dates import long_date
from ui.chat.escape import attribute, escape
from ui.chat.source_line import named, source_line
from ui.chat.words import Words


def not_found_html(words: Words, reply: NotFound) -> str:
    """The reason, what was searched, the names that stand nowhere, and what came nearest."""
    looked = [_searched(words, reply), *(_missing(words, reply.missing))]
    nearest = "".join(_near(words, near) for near in reply.nearest)
    near = f'<h4>{attribute(words("nearest"))}</h4><ol class="near">{nearest}</ol>'
    return (
        f'<div class="not-found"><h3>{attribute(words("not_found"))}</h3>'
        f'<p class="reason" dir="auto">{attribute(_reason(words, reply))}</p>'
        f'<ul class="looked">{"".join(f"<li>{line}</li>" for line in looked)}</ul>'
        f"{near if nearest else ''}"
        f'<p class="advice">{attribute(words("not_found_advice"))}</p></div>'
    )


def _reason(words: Words, reply: NotFound) -> str:
    return reply.reason if words.language == "en" else words("too_weak")


def _searched(words: Words, reply: NotFound) -> str:
    searched = reply.searched
    text = words(
        "searched",
        passages=words.count("passages", searched.passages),
        articles=words.count("of_articles", searched.articles),
    )
    return attribute(text) + _filtered(words, searched.filters)


def _filtered(words: Words, filters: Filters) -> str:
    parts = [f"<bdi>{attribute(source)}</bdi>" for source in filters.sources]
    for key, day in (("since", filters.since), ("until", filters.until)):
        if day:
            parts.append(f"{attribute(words(key))} {attribute(long_date(day, words.language))}")
    return f' <span class="filtered">({", ".join(parts)})</span>' if parts else ""


def _missing(words: Words, missing: tuple[str, ...]) -> list[str]:
    if not missing:
        return []
    names = ", ".join(f'<b dir="auto">{attribute(name)}</b>' for name in missing)
    return [f"{attribute(words('missing'))} {names}"]


def _near(words: Words, near: Near) -> str:
    reference = citation_id(near.article_id, near.start, near.end, near.text)
    name = attribute(words("open_near", source=named(near)))
    score = f"{near.score:.0%}" if near.score >= 0.01 else "< 1%"
    least = f"{near.threshold:.0%}"
    said = attribute(words("score", score=score, least=least))
    return (
        f'<li><p class="lit" dir="auto">{escape(near.text)}</p><p class="where">'
        f'<a class="cite" href="?cite={reference}" data-cite="{reference}" aria-label="{name}">'
        f"{attribute(words('open'))}</a> {source_line(words, near)}</p>"
        f'<p class="score"><meter min="0" max="1" value="{near.score:.3f}" '
        f'aria-hidden="true"></meter> {said}</p></li>'
    )
