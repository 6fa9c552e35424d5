"""The article beside the chat, with the exact words marked. Offsets are cut here, never in JS."""

import re
from collections.abc import Sequence

from index.schema import Article, Span
from rag.schema import Citation
from ui.chat.escape import attribute, escape, turns_direction
from ui.chat.place import Found, Gone
from ui.chat.quote_actions import copy_html
from ui.chat.source_line import date_html
from ui.chat.words import Words

_STRONG = 'id="quoted" tabindex="-1" aria-describedby="quoted-note"'
_DOT = '<span class="dot" aria-hidden="true"> · </span>'
_WEB = re.compile(r"https?://[^\s\x00-\x20]+")


def panel_html(words: Words, found: Found | Gone, others: Sequence[Found] = ()) -> str:
    """The whole article; `others` are quotes of the same answer, marked faintly."""
    if isinstance(found, Gone):
        return f'<div class="reading">{_bar(words, found)}{_gone(words, found)}</div>'
    faint = [other.span for other in others if other.span and other.article.id == found.article.id]
    return (
        f'<div class="reading">{_bar(words, found)}{_head(words, found.article)}'
        f'<div class="page" tabindex="0" role="region" '
        f'aria-label="{attribute(words("article_text"))}">{_status(words, found)}'
        f'<span id="quoted-note" hidden>{attribute(words("quoted"))}</span>'
        f'<div class="text lit" dir="auto">{marked(found.article, found.span, faint)}</div>'
        f"{_foot(words, found.article, found.span)}</div></div>"
    )


def marked(article: Article, span: Span | None, faint: Sequence[Span] = ()) -> str:
    """The article's text, escaped, `span` in one <mark>; faint marks give way where they meet."""
    pieces, at = [], 0
    for start, end, strong in _layers(span, faint):
        text = escape(article.text[start:end])
        opening = _STRONG if strong else 'class="faint"'
        pieces.append(escape(article.text[at:start]))
        pieces.append(f"<mark {opening}>{text}</mark>")
        at = end
    return "".join([*pieces, escape(article.text[at:])])


def _layers(span: Span | None, faint: Sequence[Span]) -> list[tuple[int, int, bool]]:
    """Spans in order that do not overlap; the strong one whole."""
    layers = [(span.start, span.end, True)] if span else []
    for other in sorted(set(faint)):
        if all(other.end <= start or end <= other.start for start, end, _ in layers):
            layers.append((other.start, other.end, False))
    return sorted(layers)


def _bar(words: Words, found: Found | Gone) -> str:
    copy = copy_html(words, found.reference, "panel") if _quoted(found) else ""
    return (
        '<div class="bar"><button type="button" data-go="-1" '
        f'aria-label="{attribute(words("previous"))}"><span aria-hidden="true">←</span></button>'
        '<span class="place" role="status"></span>'
        f'<button type="button" data-go="1" aria-label="{attribute(words("next"))}">'
        f'<span aria-hidden="true">→</span></button><span class="gap"></span>{copy}'
        f'<button type="button" data-close aria-label="{attribute(words("close"))}">'
        '<span aria-hidden="true">✕</span></button></div>'
    )


def _quoted(found: Found | Gone) -> bool:
    return isinstance(found, Gone) or found.span is not None


def _head(words: Words, article: Article) -> str:
    title = attribute(article.title) if article.title else attribute(words("untitled"))
    source = f'<bdi class="source">{attribute(article.source)}</bdi>' if article.source else ""
    parts = [source or attribute(words("no_source"))]
    if article.author and article.author != article.source:
        parts.append(f'<bdi class="author">{attribute(article.author)}</bdi>')
    parts.append(date_html(words, article.published))
    if article.url and _WEB.fullmatch(article.url):
        parts.append(
            f'<a href="{attribute(article.url)}" target="_blank" '
            f'rel="noopener noreferrer nofollow">{attribute(words("original"))}</a>'
        )
    kind = "" if article.title else ' class="untitled"'
    return (
        f'<div class="head"><h2{kind} dir="auto">{title}</h2>'
        f'<p class="meta">{_DOT.join(parts)}</p></div>'
    )


def _status(words: Words, found: Found) -> str:
    if found.status == "verbatim":
        warn = found.span and turns_direction(found.article.text[slice(*found.span)])
        return f'<p class="turning">{attribute(words("turning"))}</p>' if warn else ""
    text = attribute(words(f"status_{found.status}"))
    shown = _as_shown(found.saved) if found.saved and found.span is None else ""
    return f'<div class="changed" role="alert"><p>{text}</p>{shown}</div>'


def _foot(words: Words, article: Article, span: Span | None) -> str:
    place = words("characters", start=f"{span.start:,}", end=f"{span.end:,}") if span else ""
    return (
        f'<p class="proof">{attribute(place)} <bdi>{attribute(article.id)}</bdi> '
        f'<span class="sha">sha256 {attribute(article.sha256[:12])}…</span></p>'
    )


def _gone(words: Words, gone: Gone) -> str:
    if gone.saved is None:
        return f'<div class="empty" role="alert"><p>{attribute(words("not_here"))}</p></div>'
    return (
        f'<div class="page" tabindex="0"><div class="changed" role="alert">'
        f"<p>{attribute(words('status_not_found'))}</p>{_as_shown(gone.saved)}</div></div>"
    )


def _as_shown(saved: Citation) -> str:
    return f'<blockquote class="lit" dir="auto">{escape(saved.exact)}</blockquote>'
