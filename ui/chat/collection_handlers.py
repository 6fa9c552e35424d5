"""What happens in the collection's tab, one method per event."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import Future
from typing import Any

import gradio as gr

from index.errors import PinciteError
from index.readers import READERS
from ui.chat.article_list import Contents
from ui.chat.article_list_html import list_html
from ui.chat.change_html import change_html, failed_html, step_html
from ui.chat.collection import MOST_FILES, Change, Collection
from ui.chat.collection_requests import uploads_in, view_in
from ui.chat.context import ChatContext
from ui.chat.drop_html import drop_html
from ui.chat.script_calls import field
from ui.chat.words import words_for

_LOOK = 0.25
"""Seconds between two looks at how far a change is."""

Shown = AsyncIterator[tuple[Any, Any]]


class CollectionHandlers:
    """Bound to the tab's events by `ui.chat.collection_tab`."""

    def __init__(self, context: ChatContext) -> None:
        self._engine = context.engine
        self._collection = Collection(context)
        self._counted: tuple[int, Contents] | None = None

    def opened(self, request: gr.Request) -> tuple[str, str]:
        """The place to drop files, and the list as at first."""
        drop = drop_html(words_for(request), sorted(READERS), MOST_FILES)
        return drop, self._list(request, "", None)

    def searched(self, query: str, request: gr.Request) -> str:
        """The list for other words."""
        return self._list(request, query, None)

    def listed(self, query: str, event: gr.EventData, request: gr.Request) -> str:
        """The list in another order, of other dates, or another page of it."""
        return self._list(request, query, event._data)

    async def added(self, query: str, event: gr.EventData, request: gr.Request) -> Shown:
        """Add what was uploaded: how far it is and what came of it, then the list."""
        change = self._collection.add(uploads_in(event._data))
        async for shown in self._followed(change, request):
            yield shown, gr.skip()
        yield gr.skip(), await asyncio.to_thread(self._list, request, query, None)

    async def removed(self, query: str, event: gr.EventData, request: gr.Request) -> Shown:
        """Remove an article, in the same way."""
        change = self._collection.remove({field(event._data, "article")})
        async for shown in self._followed(change, request):
            yield shown, gr.skip()
        view = event._data.get("view") if isinstance(event._data, dict) else None
        yield gr.skip(), await asyncio.to_thread(self._list, request, query, view)

    async def _followed(self, change: Future[Change], request: gr.Request) -> AsyncIterator[str]:
        """Steps until the change is made; it goes on if nobody looks any more."""
        words = words_for(request)
        while not change.done():
            yield step_html(words, self._collection.step)
            await asyncio.sleep(_LOOK)
        try:
            made = change.result()
        except PinciteError as error:
            yield failed_html(words("coll_failed"), str(error))
        else:
            yield change_html(words, made, len(self._engine.articles))

    def _list(self, request: gr.Request, query: str, view: object) -> str:
        return list_html(words_for(request), self._contents(), view_in(query, view))

    def _contents(self) -> Contents:
        """Of the engine that answers now, counted once an edition."""
        edition, counted = self._engine.edition, self._counted
        if counted is None or counted[0] != edition:
            self._counted = counted = (edition, Contents(self._engine.current.index))
        return counted[1]
