"""What happens on the page, one method per event. Whatever comes from the browser is doubted."""

from collections.abc import AsyncIterator
from typing import Any

import gradio as gr

from index.any_articles import sources
from index.errors import BadInputError, PinciteError
from rag.schema import Filters
from ui.chat.ask import Asking, Question, stream
from ui.chat.context import ChatContext
from ui.chat.conversations import Turn
from ui.chat.frame import (
    first_page_html,
    head_html,
    notice_html,
    said_html,
    talks_html,
)
from ui.chat.judging import history as questions_before
from ui.chat.limits import allowed
from ui.chat.reader import person_of, reader_of
from ui.chat.render import thread_html
from ui.chat.script_calls import field
from ui.chat.seen import request_id
from ui.chat.suggested import Suggested
from ui.chat.words import Words, label, words_for
from ui.filters import filters_from

Update = Any
MOST_TABS = 10_000
"""Of which it is known what they show."""

_FILTERS = label("filters")


class Handlers:
    """Bound to the page's events by `ui.chat.page`."""

    def __init__(self, context: ChatContext, suggested: Suggested) -> None:
        self.context = context
        self.suggested = suggested
        self.asking = Asking()
        self._viewing: dict[str, str] = {}

    def opened(self, event: gr.EventData, request: gr.Request) -> list[Update]:
        """Show a conversation, or the first page: head, list, thread, running turn, which, sources.

        A conversation that is not the reader's looks like none.
        """
        reader, tab, words = self._reader(request), _tab(request), words_for(request)
        talk = _text(event, "talk")
        talk = talk if self.context.talks.owns(reader, talk) else ""
        self._view(tab, talk)
        self.asking.stop(tab)
        named = sources(self.context.engine.articles)
        drawn = [
            head_html(words, person_of(request)),
            self._list(words, reader, talk),
            self._thread(words, reader, talk),
        ]
        return [*drawn, "", talk, gr.update(choices=named), _box(busy=False)]

    async def ask(
        self,
        question: str,
        sources: list[str] | None,
        since: str | None,
        until: str | None,
        talk: str | None,
        request: gr.Request,
    ) -> AsyncIterator[list[Update]]:
        """One question, shown as it is answered: list, thread, running turn, said, which, box."""
        reader, tab, words = self._reader(request), _tab(request), words_for(request)
        text = (question or "").strip()
        if not text or self.asking.busy(tab):
            yield [gr.skip()] * 6
            return
        try:
            allowed(self.context, request)
            filters = _filters(words, sources, since, until)
            talk, turns = self._gone_on(reader, talk, text)
        except PinciteError as error:
            yield [*[gr.skip()] * 3, notice_html(str(error)), *[gr.skip()] * 2]
            return
        self._view(tab, talk)
        history = questions_before(turns)
        asked = Question(text, filters, talk, len(turns) + 1, history, tab, request_id(request))
        before = thread_html(words, turns)
        shown: list[Update] = [self._list(words, reader, talk), before]
        box = _box(busy=True, value="")
        async for step in stream(self.asking, self.context, words, asked):
            if self._viewing.get(tab) != talk:
                yield [gr.skip()] * 6  # when it ends, Gradio draws the last step once more
                continue
            said = said_html(step.said) if step.said else gr.skip()
            if step.over:
                yield [
                    self._list(words, reader, talk),
                    before + step.html,
                    "",
                    said,
                    talk,
                    _box(busy=False),
                ]
            else:
                yield [*shown, step.html, said, talk, box]
                shown, box = [gr.skip(), gr.skip()], gr.skip()

    def filtered(
        self, sources: list[str] | None, since: str | None, until: str | None, request: gr.Request
    ) -> Update:
        """Name the chosen filters where they are folded away."""
        words = words_for(request)
        days = ((words("since"), since), (words("until"), until))
        chosen = [
            *(sources or []),
            *(f"{word} {day.strip()}" for word, day in days if day and day.strip()),
        ]
        return gr.update(label=words("filtered", chosen=", ".join(chosen)) if chosen else _FILTERS)

    def stop(self, request: gr.Request) -> None:
        """End the answer that this tab waits for."""
        self.asking.stop(_tab(request))

    def picked(self, event: gr.EventData) -> str:
        """A suggested question, or one to try again, goes into the box."""
        return _text(event, "question")

    def deleted(self, event: gr.EventData, talk: str | None, request: gr.Request) -> list[Update]:
        """Delete a conversation: list, thread, which."""
        reader, words, gone = self._reader(request), words_for(request), _text(event, "talk")
        self.context.talks.delete(reader, gone)
        if gone != talk:
            return [self._list(words, reader, talk or ""), gr.skip(), gr.skip()]
        self.asking.stop(_tab(request))
        self._view(_tab(request), "")
        return [self._list(words, reader, ""), self._thread(words, reader, ""), ""]

    def left(self, request: gr.Request) -> None:
        """The tab was closed."""
        self.asking.stop(_tab(request))
        self._viewing.pop(_tab(request), None)

    def _view(self, tab: str, talk: str) -> None:
        """The last looked at come last; a tab that never says that it was closed is forgotten."""
        self._viewing.pop(tab, None)
        self._viewing[tab] = talk
        while len(self._viewing) > MOST_TABS:
            del self._viewing[next(iter(self._viewing))]

    def _reader(self, request: gr.Request) -> str:
        return reader_of(request) or f"tab:{_tab(request)}"

    def _gone_on(self, reader: str, talk: str | None, text: str) -> tuple[str, list[Turn]]:
        """The reader's conversation and its turns; a new one where it is nobody's of theirs."""
        talks = self.context.talks
        if not talk or not talks.owns(reader, talk):
            talk = talks.start(reader, text)
        return talk, talks.turns(reader, talk)

    def _list(self, words: Words, reader: str, talk: str) -> str:
        return talks_html(words, self.context.talks.talks(reader), talk)

    def _thread(self, words: Words, reader: str, talk: str) -> str:
        if talk:
            return thread_html(words, self.context.talks.turns(reader, talk))
        return first_page_html(words, len(self.context.engine.articles), self.suggested.ready())


def _tab(request: gr.Request) -> str:
    return request.session_hash or ""


def _text(event: gr.EventData, name: str) -> str:
    return field(event._data, name)


def _box(busy: bool, **changed: str) -> Update:
    return gr.update(submit_btn=not busy, stop_btn=busy, **changed)  # type: ignore[arg-type]


def _filters(
    words: Words, sources: list[str] | None, since: str | None, until: str | None
) -> Filters:
    entered = [(day or "").strip() or None for day in (since, until)]
    try:
        return filters_from(sources, *entered)
    except BadInputError as error:
        raise BadInputError(words("bad_dates")) from error
