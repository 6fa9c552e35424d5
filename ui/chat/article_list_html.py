"""The list of articles as HTML; every title, source and text is somebody else's and escaped."""

from ui.chat.article_list import COLUMNS, Contents, Listed, Row, View
from ui.chat.escape import attribute, escape
from ui.chat.place import article_reference
from ui.chat.source_line import date_html
from ui.chat.timeline_html import timeline_html
from ui.chat.words import Words

AROUND = 70
_LONGEST = 160


def list_html(words: Words, contents: Contents, view: View) -> str:
    """The timeline, how many there are, the table, and the way to other pages.

    The view stands in `data-` attributes, from where the tab's script sends it back changed.
    """
    listed = contents.listed(view)
    if not len(contents):
        return f'<p class="none">{attribute(words("coll_empty"))}</p>'
    shown = words("coll_shown", articles=words.count("coll_articles", listed.matching))
    table = _table(words, listed, view)
    none = f'<p class="none">{attribute(words("coll_none"))}</p>'
    return (
        f'<div class="list" data-all="{len(contents)}" data-order="{view.order}" '
        f'data-down="{int(view.down)}" data-chosen="{attribute(view.when)}" '
        f'data-page="{view.page}">'
        f"{timeline_html(words, listed.dates, view.when)}"
        f'<p class="shown" role="status">{attribute(shown)}</p>'
        f"{table if listed.rows else none}{_pages(words, listed, view)}</div>"
    )


def _table(words: Words, listed: Listed, view: View) -> str:
    heads = "".join(_head(words, column, view) for column in COLUMNS)
    rows = "".join(_row(words, row) for row in listed.rows)
    return (
        f'<table><thead><tr>{heads}<th><span class="unseen">'
        f"{attribute(words('coll_remove_yes'))}</span></th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _head(words: Words, column: str, view: View) -> str:
    here = view.order == column
    direction = ("descending" if view.down else "ascending") if here else "none"
    arrow = ("↓" if view.down else "↑") if here else ""
    name = words(f"coll_{column}")
    label = attribute(words("coll_sort", column=name))
    return (
        f'<th scope="col" class="{column}" aria-sort="{direction}"><button type="button" '
        f'data-sort="{column}" title="{label}">{attribute(name)}'
        f'<span aria-hidden="true">{arrow}</span></button></th>'
    )


def _row(words: Words, row: Row) -> str:
    article = row.article
    title = (article.title or article.id)[:_LONGEST]
    reference = article_reference(article.id)
    file = f'<span class="file"><bdi>{attribute(article.id[:_LONGEST])}</bdi></span>'
    source = f"<bdi>{attribute(article.source[:_LONGEST])}</bdi>" if article.source else ""
    name = attribute(words("coll_open", title=title))
    return (
        f'<tr><th scope="row" class="title" dir="auto"><a class="cite whole" '
        f'href="?cite={reference}" data-cite="{reference}" aria-label="{name}">'
        f"<bdi>{attribute(title)}</bdi></a>{file if article.title else ''}{_hit(row)}</th>"
        f'<td class="source">{source}</td><td class="date">{date_html(words, article.published)}'
        f"</td>{_count(words, 'length', 'coll_words', row.words)}"
        f"{_count(words, 'passages', 'passages', row.passages)}"
        f'<td class="bin">{_bin(words, article.id, title)}</td></tr>'
    )


def _count(words: Words, column: str, key: str, n: int) -> str:
    """A number under its column's name, or by itself where a phone shows no columns."""
    alone = attribute(words.count(key, n))
    return f'<td class="{column}"><span class="wide">{n:,}</span><span>{alone}</span></td>'


def _hit(row: Row) -> str:
    """The words around the first one searched for."""
    if row.hit is None:
        return ""
    text, (start, end) = row.article.text, row.hit
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    before = ("…" if left else "") + text[left:start]
    after = text[end:right] + ("…" if right < len(text) else "")
    return (
        f'<span class="hit" dir="auto">{escape(before)}<mark>{escape(text[start:end])}</mark>'
        f"{escape(after)}</span>"
    )


def _bin(words: Words, article_id: str, title: str) -> str:
    label = attribute(words("coll_remove", title=title))
    return (
        f'<button type="button" class="ask" data-doubt aria-label="{label}">'
        f'<span aria-hidden="true">✕</span></button><span class="certain"><button type="button" '
        f'data-remove="{attribute(article_id)}" aria-label="{label}">'
        f"{attribute(words('coll_remove_yes'))}</button><button type="
        f'"button" data-spare>{attribute(words("coll_remove_no"))}</button></span>'
    )


def _pages(words: Words, listed: Listed, view: View) -> str:
    if listed.pages < 2:
        return ""
    page = min(max(1, view.page), listed.pages)
    ends = (page <= 1, page >= listed.pages)
    before, after = (" disabled" if end else "" for end in ends)
    return (
        f'<nav class="pages"><button type="button" class="quiet" data-to="{page - 1}"{before}>'
        f"{attribute(words('coll_earlier'))}</button><span>"
        f"{attribute(words('coll_page', n=page, all=listed.pages))}</span>"
        f'<button type="button" class="quiet" data-to="{page + 1}"{after}>'
        f"{attribute(words('coll_later'))}</button></nav>"
    )
