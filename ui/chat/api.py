"""The interface for programs over HTTP: `/ask`, `/search`, `/cite`, `/article`."""

import asyncio
import functools
from collections.abc import Awaitable, Callable
from typing import Any, ParamSpec

import gradio as gr
from gradio.events import api

from index.errors import PinciteError
from ui.chat.caller import Caller
from ui.chat.context import ChatContext
from ui.chat.counted_call import counted_call
from ui.chat.in_turn import in_turn
from ui.chat.limits import allowed
from ui.chat.program_asks import ask_and_write
from ui.chat.programs import JsonObject, Programs
from ui.chat.seen import request_id

_P = ParamSpec("_P")
AT_ONCE = 64
"""Calls of each kind under way together; none holds a thread while it waits."""


def build(context: ChatContext) -> None:
    """Declare the four calls; called inside the page's Blocks, where all else is private."""
    programs = Programs(context)

    # Gradio reads names, types and help from these signatures, and fills in the request.
    async def ask(
        question: str,
        history: list[str] | None = None,
        sources: list[str] | None = None,
        since: str | None = None,
        until: str | None = None,
        write: bool = False,
        request: gr.Request | None = None,
    ) -> dict[str, Any]:
        """Answer a question with verbatim quotes, or with "not_found" and its proof.

        history: earlier questions of the conversation, oldest first. sources, since, until:
        which articles may answer; dates as 2019, 2019-06 or 2019-06-25. write: let the language
        model that this chat was started with write from the quotes; its words are under "written".
        """
        allowed(context, request)
        return await ask_and_write(
            context,
            _caller(request),
            lambda counting: programs.ask(question, history, sources, since, until, counting),
            write,
        )

    async def search(
        question: str,
        k: int = 10,
        sources: list[str] | None = None,
        since: str | None = None,
        until: str | None = None,
        request: gr.Request | None = None,
    ) -> dict[str, Any]:
        """The k best passages for a question, with their places in the articles."""
        allowed(context, request)
        return await in_turn(
            context,
            "search",
            _caller(request),
            lambda _: programs.search(question, k, sources, since, until),
        )

    async def cite(text_or_id: str, request: gr.Request | None = None) -> dict[str, Any]:
        """Where a quote stands: verbatim, moved, altered (with every difference) or nowhere.

        text_or_id: the quote as it was found elsewhere, or a citation's id or permalink.
        """
        allowed(context, request)
        with counted_call(context.metrics, "cite", _caller(request)):
            return await asyncio.to_thread(programs.cite, text_or_id)

    async def article(article_id: str, request: gr.Request | None = None) -> dict[str, Any]:
        """One article, whole: citations and hits are cut from its text by code points."""
        with counted_call(context.metrics, "article", _caller(request)):
            return await asyncio.to_thread(programs.article, article_id)

    for call in (ask, search, cite, article):
        api(_told(call), api_name=call.__name__, concurrency_limit=AT_ONCE)


def _caller(request: gr.Request | None) -> Caller:
    session = request.session_hash if request else None
    return Caller("api", request_id(request), session or "")


def _told(call: Callable[_P, Awaitable[JsonObject]]) -> Callable[_P, Awaitable[JsonObject]]:
    """Errors that a person can mend reach the program as their sentence, others as nothing."""

    @functools.wraps(call)
    async def telling(*args: _P.args, **kwargs: _P.kwargs) -> JsonObject:
        try:
            return await call(*args, **kwargs)
        except PinciteError as error:
            raise gr.Error(str(error), print_exception=False) from error

    return telling
