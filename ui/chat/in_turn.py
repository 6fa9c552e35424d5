"""A program's question: counted, and asked when it is its turn."""

import asyncio
from collections.abc import Callable

from ui.chat.context import ChatContext
from ui.chat.counted_question import counted_question
from ui.chat.programs import JsonObject


async def in_turn(
    context: ChatContext, call: Callable[[], JsonObject], request: str = ""
) -> JsonObject:
    """What `call` gives, run in a thread as soon as the line lets it.

    Raises:
        BusyError: too many wait already.
    """
    with counted_question(context.metrics, request) as counting:
        with context.line.enter() as ticket:
            await ticket.mine()
            made = await asyncio.to_thread(call)
        counting.outcome = "not_found" if made.get("status") == "not_found" else "answered"
        return made
