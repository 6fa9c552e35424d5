"""What stands around the conversation: the head, the list of conversations, the first page."""

import json
from collections.abc import Sequence

from ui.chat.conversations import Talk
from ui.chat.escape import attribute
from ui.chat.export import TYPES
from ui.chat.words import LANGUAGES, Words

_FOR_SCRIPTS = (
    "place_of",
    "no_server",
    "copied",
    "copy_by_hand",
    "deleted",
    "judged",
    "ask",
    "stop",
)


def head_html(words: Words, person: str | None = None) -> str:
    """Name, language, the way out for whoever logged in, and the words that scripts say."""
    options = "".join(
        f'<option value="{code}"{" selected" if code == words.language else ""}>{name}</option>'
        for code, name in LANGUAGES.items()
    )
    texts = json.dumps({key: words(key) for key in _FOR_SCRIPTS}, ensure_ascii=False)
    return (
        f'<header id="top" lang="{words.language}">'
        '<button type="button" id="side-toggle" data-side aria-expanded="false" '
        f'aria-controls="side" aria-label="{attribute(words("conversations"))}">'
        '<span aria-hidden="true">☰</span></button>'
        f'<h1>Pincite</h1><p class="tagline">{attribute(words("tagline"))}</p>'
        f'<label for="language" class="unseen">{attribute(words("language"))}</label>'
        f'<select id="language">{options}</select>{_way_out(words, person)}</header>'
        f'<div id="page-words" hidden>{attribute(texts)}</div>'
        '<div id="toast" role="status"></div>'
    )


def _way_out(words: Words, person: str | None) -> str:
    if person is None:
        return ""
    name = attribute(words("log_out", name=person))
    return (
        f'<form method="post" action="/logout"><button aria-label="{name}" title="{name}">'
        f"{attribute(words('log_out_short'))}</button></form>"
    )


def talks_html(words: Words, talks: Sequence[Talk], current: str) -> str:
    """The reader's conversations; `data-current` tells the page's script which one is open."""
    items = "".join(_talk(words, talk, talk.id == current) for talk in talks)
    empty = f'<p class="none">{attribute(words("no_conversations"))}</p>'
    name = attribute(words("conversations"))
    return (
        f'<nav aria-label="{name}" data-current="{attribute(current)}">'
        f'<button type="button" class="fresh" data-fresh>{attribute(words("new_conversation"))}'
        f"</button>{f'<ul>{items}</ul>' if items else empty}"
        f"{_export(words) if current else ''}</nav>"
    )


def _talk(words: Words, talk: Talk, current: bool) -> str:
    mark = ' aria-current="true"' if current else ""
    delete = attribute(words("delete", name=talk.name))
    return (
        f'<li><button type="button" class="talk" data-open="{attribute(talk.id)}"{mark}>'
        f'<bdi>{attribute(talk.name)}</bdi></button><button type="button" class="bin" data-sure '
        f'aria-label="{delete}"><span aria-hidden="true">✕</span></button>'
        f'<span class="sure"><button type="button" data-delete="{attribute(talk.id)}" '
        f'aria-label="{delete}">{attribute(words("delete_yes"))}</button><button type="button" '
        f"data-keep>{attribute(words('delete_no'))}</button></span></li>"
    )


def _export(words: Words) -> str:
    buttons = "".join(
        f'<button type="button" data-export="{form}">{attribute(words(f"export_{form}"))}</button>'
        for form in TYPES
    )
    return (
        f'<details class="menu up" id="export"><summary>{attribute(words("export"))}</summary>'
        f"<div>{buttons}</div></details>"
    )


def first_page_html(words: Words, articles: int, suggestions: Sequence[str]) -> str:
    """What a new conversation shows: what this is, and questions that the articles do answer."""
    size = words.count("collection_size", articles) if articles else words("collection_empty")
    return (
        f'<div class="first"><h2>{attribute(words("hero"))}</h2>'
        f'<p>{attribute(words("hero_how"))}</p><p class="size">{attribute(size)}</p>'
        f'<div id="suggestions">{offered_html(words, suggestions)}</div></div>'
    )


def offered_html(words: Words, suggestions: Sequence[str]) -> str:
    """Suggested questions, each asked with one press."""
    buttons = "".join(
        f'<li><button type="button" data-ask="{attribute(question)}" dir="auto">'
        f"{attribute(question)}</button></li>"
        for question in suggestions
    )
    offered = f'<h3>{attribute(words("suggestions"))}</h3><ul class="offered">{buttons}</ul>'
    return offered if suggestions else ""


def said_html(text: str) -> str:
    """For screen readers alone."""
    return f'<p role="status" class="unseen">{attribute(text)}</p>'


def notice_html(text: str) -> str:
    """A sentence about what the reader entered, above the box."""
    return f'<p role="alert" class="notice" dir="auto">{attribute(text)}</p>'
