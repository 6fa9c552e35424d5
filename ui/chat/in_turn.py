"""The line, and then the engine, for as long as somebody listens."""

import asyncio
import logging
from collections.abc import Callable
from typing import TypeVar

from rag.stopwatch import StoppedError
from ui.chat.caller import Caller
from ui.chat.context import ChatContext
from ui.chat.counted_call import Counting, counted_call
from ui.chat.line import Ticket
from ui.chat.metrics import Call
from ui.chat.programs import JsonObject

T = TypeVar("T")
_log = logging.getLogger(__name__)


async def in_turn(
    context: ChatContext, call: Call, caller: Caller, work: Callable[[Counting], JsonObject]
) -> JsonObject:
    """What `work` gives a program, run in a thread as soon as the line lets it.

    Raises:
        BusyError: too many wait already.
        StoppedError: the program no longer listens.
    """
    gone = asyncio.Event()
    with (
        counted_call(context.metrics, call, caller, gone) as counting,
        context.listeners.question(caller.session, gone),
    ):
        made = await worked(context.line.enter(), gone, counting, lambda: work(counting))
        if made is None:
            raise StoppedError("The program left before it was answered; ask again.")
        return made


async def worked(
    ticket: Ticket, gone: asyncio.Event, counting: Counting, work: Callable[[], T]
) -> T | None:
    """What `work` gives when it is the ticket's turn; None as soon as `gone` is set."""
    asked = asyncio.create_task(_in_turn(ticket, counting, work))
    left = asyncio.ensure_future(gone.wait())
    try:
        await asyncio.wait((asked, left), return_when=asyncio.FIRST_COMPLETED)
        return asked.result() if asked.done() else None
    finally:
        left.cancel()
        if not asked.done():
            asked.add_done_callback(_forgotten)
            if not ticket.turn.done():
                asked.cancel()  # what has begun ends its stage, and keeps its turn until then


async def _in_turn(ticket: Ticket, counting: Counting, work: Callable[[], T]) -> T:
    with ticket:
        await ticket.mine()
        counting.turn()
        return await asyncio.to_thread(work)


def _forgotten(asked: "asyncio.Task[T]") -> None:
    """Read the outcome of work that nobody waited for, so that nothing complains."""
    if asked.cancelled() or isinstance(error := asked.exception(), StoppedError):
        return
    if error:
        _log.info("A stopped question failed: %s", type(error).__name__)
