"""One question on its way through the line and the engine, whoever still reads along.

A task of its own: a reader who vanishes leaves no place in the line and no slot of the engine
behind, even if nobody ever asks the stream for its next step.
"""

import asyncio
import logging

from index.errors import PinciteError
from rag.schema import Filters, Reply
from rag.stopwatch import StoppedError
from ui.chat.caller import Caller
from ui.chat.context import ChatContext
from ui.chat.conversations import Turn
from ui.chat.counted_call import Counting, counted_call
from ui.chat.in_turn import worked
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
        caller: Caller,
    ) -> None:
        self._context, self._words, self._asked = context, words, asked
        self._stop, self._caller = stop, caller
        self._ticket: Ticket | None = None
        self.task = asyncio.create_task(self._run())

    @property
    def place(self) -> int:
        """In the line; 0 when it is being answered."""
        return self._ticket.place if self._ticket else 0

    async def _run(self) -> Turn:
        question, words, metrics = self._asked[0], self._words, self._context.metrics
        try:
            with counted_call(metrics, "ask", self._caller, self._stop) as counting:
                reply = await self._answered(counting)
            return Turn(question, reply=reply) if reply else Turn(question, shown=0)
        except StoppedError:
            return Turn(question, shown=0)
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
        ask, asked = self._context.engine.current.trace, self._asked
        trace = await worked(ticket, self._stop, counting, lambda: ask(*asked, counting.wanted))
        if trace is None:
            return None
        counting.replied(trace)
        return trace.reply
