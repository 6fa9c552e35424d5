"""One question on its way through the line and the engine, whoever still reads along.

A task of its own: a reader who vanishes leaves no place in the line and no slot of the engine
behind, even if nobody ever asks the stream for its next step.
"""

import asyncio
import logging

from index.errors import PinciteError
from rag.schema import Filters, Reply
from ui.chat.context import ChatContext
from ui.chat.conversations import Turn
from ui.chat.counted_question import Counting, counted_question
from ui.chat.line import BusyError, Ticket
from ui.chat.words import Words

_log = logging.getLogger(__name__)


class Answering:
    """Begins at once; `task` gives the turn with its reply, or with why there is none."""

    def __init__(
        self,
        context: ChatContext,
        words: Words,
        asked: tuple[str, tuple[str, ...], Filters],
        stop: asyncio.Event,
        request: str = "",
    ) -> None:
        self._context, self._words, self._asked = context, words, asked
        self._stop, self._request = stop, request
        self._ticket: Ticket | None = None
        self.task = asyncio.create_task(self._run())

    @property
    def place(self) -> int:
        """In the line; 0 when it is being answered."""
        return self._ticket.place if self._ticket else 0

    async def _run(self) -> Turn:
        question, words = self._asked[0], self._words
        try:
            with counted_question(self._context.metrics, self._request) as counting:
                reply = await self._answered(counting)
            return Turn(question, reply=reply) if reply else Turn(question, shown=0)
        except BusyError:
            return Turn(question, failure=words("line_full"))
        except PinciteError as error:
            return Turn(question, failure=str(error))
        except Exception:
            _log.exception("A question failed.")
            return Turn(question, failure=words("failed_inside"))

    async def _answered(self, counting: Counting) -> Reply | None:
        """The reply; None if the reader did not wait for it."""
        ticket = self._ticket = self._context.line.enter()
        asked = asyncio.create_task(self._in_turn(ticket))
        stopped = asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait((asked, stopped), return_when=asyncio.FIRST_COMPLETED)
            if asked.done():
                counting.replied(asked.result())
                return asked.result()
            asked.add_done_callback(_forget)
            if not ticket.turn.done():
                asked.cancel()  # what the engine has begun it ends, and keeps its turn until then
            return None
        finally:
            stopped.cancel()

    async def _in_turn(self, ticket: Ticket) -> Reply:
        with ticket:
            await ticket.mine()
            return await asyncio.to_thread(self._context.engine.current.ask, *self._asked)


def _forget(asked: asyncio.Future[Reply]) -> None:
    """Read the outcome of a question whose reader did not wait, so that nothing complains."""
    if not asked.cancelled() and (error := asked.exception()):
        _log.info("A stopped question failed: %s", type(error).__name__)
