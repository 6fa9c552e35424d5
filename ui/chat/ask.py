"""One question from the box to the page: searched in a thread, shown passage by passage.

A stream holds no thread while it waits, and ends at once when its reader presses Stop, opens
another conversation or leaves.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from index.errors import PinciteError
from rag.schema import Answer, Filters
from ui.chat.answering import Answering
from ui.chat.caller import Caller
from ui.chat.context import ChatContext
from ui.chat.conversations import Turn
from ui.chat.render import partial_html, reply_html, turn_html, waiting_html, writing_html
from ui.chat.words import Words
from ui.chat.writing import written

PAUSE = 0.12
"""Seconds between two passages: long enough to press Stop, short enough not to wait for."""

LOOK_AGAIN = 0.5
"""Seconds after which somebody at the front of the line is told a new place."""

A_SECOND = 20
"""Places whose change is told within another second: each telling costs some milliseconds, and two
hundred who are told twice a second would keep the server from answering."""

LONGEST = 4_000
"""Characters of a question."""


@dataclass(slots=True)
class Asking:
    """The questions now being answered: one event per browser tab, set to stop it."""

    running: dict[str, asyncio.Event] = field(default_factory=dict)

    @contextmanager
    def asked(self, tab: str) -> Iterator[asyncio.Event]:
        """The tab waits meanwhile; the event is set when it no longer does."""
        stop = self.running[tab] = asyncio.Event()
        try:
            yield stop
        finally:
            stop.set()
            if self.running.get(tab) is stop:
                del self.running[tab]

    def busy(self, tab: str) -> bool:
        """Whether the tab waits for an answer."""
        return tab in self.running

    def stop(self, tab: str) -> None:
        """End the tab's stream at its next step."""
        if event := self.running.get(tab):
            event.set()


@dataclass(frozen=True, slots=True)
class Shown:
    """One step: the HTML of the running turn, what is said aloud, and whether it is over."""

    html: str
    said: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, in which conversation (turn number `n`), by which tab, in which request."""

    text: str
    filters: Filters
    talk: str
    n: int
    history: tuple[str, ...]
    tab: str
    request: str = ""


async def stream(
    asking: Asking, context: ChatContext, words: Words, question: Question
) -> AsyncIterator[Shown]:
    """Ask, keep the turn, and show it; the last step is `over`."""
    with asking.asked(question.tab) as stop, context.listeners.question(question.tab, stop):
        asked = (question.text, question.history, question.filters)
        caller = Caller("page", question.request, question.tab)
        answering = Answering(context, words, asked, stop, caller)
        await asyncio.sleep(0)  # it enters the line
        async for said in _in_line(answering, words, len(context.engine.articles)):
            yield Shown(_frame(words, question, waiting_html(said)), said)
        turn = answering.task.result()
        writing = context.writer is not None and isinstance(turn.reply, Answer)
        if context.writer is not None and isinstance(turn.reply, Answer):
            found = writing_html(words, turn.reply, question.n)
            yield Shown(_frame(words, question, found), words("writing"))
            turn = replace(turn, reply=await written(context.writer, turn.reply, stop))
        turn, n = await asyncio.to_thread(_kept, context, question, turn)
        if isinstance(turn.reply, Answer) and not writing:
            reply, shown = turn.reply, 0
            for shown in range(1, len(reply.statements)):
                yield Shown(_frame(words, question, partial_html(words, reply, shown, n)), "")
                await _pause(stop)
                if stop.is_set():
                    turn = replace(turn, shown=shown)
                    await asyncio.to_thread(context.talks.stop_at, question.talk, n, shown)
                    break
        html = _frame(words, question, reply_html(words, turn, question.n))
        yield Shown(html, _spoken(words, turn), over=True)


def _kept(context: ChatContext, question: Question, turn: Turn) -> tuple[Turn, int]:
    """The turn and its number; what cannot be kept is said, lest it be gone at the next look."""
    try:
        return turn, context.talks.add(question.talk, turn)
    except PinciteError as error:
        return Turn(question.text, failure=str(error)), question.n


async def _in_line(answering: Answering, words: Words, articles: int) -> AsyncIterator[str]:
    """What to say while it is being answered: its place in the line, whenever that changes."""
    said = ""
    while True:
        place = answering.place
        now = words("in_line", n=place) if place else words.count("searching", articles)
        if now != said:
            yield (said := now)
        await asyncio.wait((answering.task,), timeout=max(LOOK_AGAIN, place / A_SECOND))
        if answering.task.done():
            return


async def _pause(stop: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stop.wait(), PAUSE)
    except TimeoutError:
        return


def _frame(words: Words, question: Question, inner: str) -> str:
    return turn_html(words, Turn(question.text), question.n, inner=inner)


def _spoken(words: Words, turn: Turn) -> str:
    match turn.reply:
        case Answer():
            return words.count("quotes_found", len(turn.reply.statements[: turn.shown]))
        case None:
            return turn.failure or words("stopped")
        case _:
            return words("not_found")
