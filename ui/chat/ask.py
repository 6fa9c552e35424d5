"""One question from the box to the page: searched in a thread, shown passage by passage.

A stream holds no thread while it waits, and ends at once when its reader presses Stop, opens
another conversation or leaves.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

from index.errors import PinciteError
from rag.schema import Answer, Filters, Reply
from ui.chat.context import Asks, ChatContext
from ui.chat.conversations import Turn
from ui.chat.render import partial_html, reply_html, turn_html, waiting_html, writing_html
from ui.chat.words import Words
from ui.chat.writing import written

PAUSE = 0.12
"""Seconds between two passages: long enough to press Stop, short enough not to wait for."""

LONGEST = 4_000
"""Characters of a question."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Asking:
    """The questions now being answered: one event per browser tab, set to stop it."""

    running: dict[str, asyncio.Event] = field(default_factory=dict)

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
    """What was asked, in which conversation (turn number `n`), by which tab."""

    text: str
    filters: Filters
    talk: str
    n: int
    history: tuple[str, ...]
    tab: str


async def stream(
    asking: Asking, context: ChatContext, words: Words, question: Question
) -> AsyncIterator[Shown]:
    """Ask, keep the turn, and show it; the last step is `over`."""
    stop = asking.running[question.tab] = asyncio.Event()
    try:
        said = words.count("searching", len(context.engine.articles))
        yield Shown(_frame(words, question, waiting_html(said)), said)
        turn = await _answered(context.engine.current, question, stop, words)
        writing = context.writer is not None and isinstance(turn.reply, Answer)
        if context.writer is not None and isinstance(turn.reply, Answer):
            found = writing_html(words, turn.reply, question.n)
            yield Shown(_frame(words, question, found), words("writing"))
            turn = replace(turn, reply=await written(context.writer, turn.reply, stop))
        n = await asyncio.to_thread(context.talks.add, question.talk, turn)
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
    finally:
        if asking.running.get(question.tab) is stop:
            del asking.running[question.tab]


async def _answered(engine: Asks, question: Question, stop: asyncio.Event, words: Words) -> Turn:
    """The turn with its reply, or with the sentence that says why there is none."""
    call = asyncio.to_thread(engine.ask, question.text, question.history, question.filters)
    asked, stopped = asyncio.ensure_future(call), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((asked, stopped), return_when=asyncio.FIRST_COMPLETED)
        if not asked.done():
            asked.add_done_callback(_forget)
            return Turn(question.text, shown=0)
        return Turn(question.text, reply=asked.result())
    except PinciteError as error:
        return Turn(question.text, failure=str(error))
    except Exception:
        _log.exception("A question failed.")
        return Turn(question.text, failure=words("failed_inside"))
    finally:
        stopped.cancel()


def _forget(asked: asyncio.Future[Reply]) -> None:
    """Read the outcome of a question whose reader did not wait, so that nothing complains."""
    if not asked.cancelled() and (error := asked.exception()):
        _log.info("A stopped question failed: %s", error)


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
