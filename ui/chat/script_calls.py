"""What the page's scripts ask the server for. Whatever they send is doubted."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import gradio as gr

from index.errors import CitationError
from rag.cite import cut
from ui.chat.citing import cited_as
from ui.chat.context import ChatContext
from ui.chat.export import export
from ui.chat.frame import offered_html
from ui.chat.judging import Verdict, judge
from ui.chat.lookup_html import problem_html
from ui.chat.panel import panel_html
from ui.chat.place import Found, article_reference, resolve
from ui.chat.reader import reader_of
from ui.chat.suggested import Suggested
from ui.chat.words import words_for

MOST_OTHERS = 20
WORTH_WAITING = 60.0
"""Seconds after which nobody looks for suggestions any more."""


@dataclass(frozen=True, slots=True)
class ScriptCalls:
    """Plain functions, which is what Gradio's `server_functions` wants; the names are theirs."""

    article: Callable[..., str]
    copied: Callable[..., str]
    exported: Callable[..., dict[str, str] | None]
    judged: Callable[..., bool]
    suggestions: Callable[..., Awaitable[str]]


def script_calls(context: ChatContext, suggested: Suggested) -> ScriptCalls:
    """The functions, over one context."""

    def article(data: object, request: gr.Request) -> str:
        """The article that a reference points at, as HTML."""
        try:
            return _opened(context, data, request)
        except CitationError as error:
            return problem_html(str(error))

    def copied(data: object, request: gr.Request) -> str:
        """A quote with its citation, in the form asked for."""
        found = resolve(field(data, "of"), context, reader_of(request))
        quote = found.saved
        if isinstance(found, Found) and found.span:
            quote = cut(0, found.article, found.span)
        return (cited_as(field(data, "form"), quote) if quote else None) or ""

    def exported(data: object, request: gr.Request) -> dict[str, str] | None:
        """The reader's conversation as a file."""
        turns = context.talks.turns(reader_of(request), field(data, "talk"))
        file = export(field(data, "form"), turns) if turns else None
        return {"name": file.name, "type": file.type, "text": file.text} if file else None

    def judged(data: object, request: gr.Request) -> bool:
        """Keep a thumb with its note; whether there was such a quote."""
        turns = context.talks.turns(reader_of(request), field(data, "talk"))
        number = field(data, "n")
        asked = turns[: int(number)] if number.isascii() and number.isdecimal() else []
        verdict: Verdict = "up" if field(data, "verdict") == "up" else "down"
        return judge(context, asked, field(data, "of"), verdict, field(data, "note"))

    async def suggestions(data: object, request: gr.Request) -> str:
        """The suggested questions, as soon as they are known."""
        return offered_html(words_for(request), await suggested.soon(WORTH_WAITING))

    return ScriptCalls(article, copied, exported, judged, suggestions)


def _opened(context: ChatContext, data: object, request: gr.Request) -> str:
    reader = reader_of(request)
    found = resolve(field(data, "cite"), context, reader)
    # Only those of this article are marked; those of one that is gone are looked for in all.
    here = article_reference(found.article.id) if isinstance(found, Found) else None
    near = [other for other in _others(data) if here and other.startswith(here)]
    known = [resolve(other, context, reader) for other in near]
    also = [other for other in known if isinstance(other, Found) and other != found]
    return panel_html(words_for(request), found, also)


def field(data: object, name: str) -> str:
    """A text that a script sent, "" if there is none."""
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""


def _others(data: object) -> list[str]:
    others = data.get("others") if isinstance(data, dict) else None
    listed = others[:MOST_OTHERS] if isinstance(others, list) else []
    return [other for other in listed if isinstance(other, str)]
