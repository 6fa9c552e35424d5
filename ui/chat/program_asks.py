"""A program's question, and what a language model writes from the reply's quotes if it is wanted.

The reply keeps its quotes as without a model; what was written is under `written` alone, every
statement with the numbers of the quotes it names, and with the reason where it was struck out.
"""

from collections.abc import Callable

from pydantic import TypeAdapter

from index.errors import BadInputError
from rag.schema import Reply
from ui.chat.caller import Caller
from ui.chat.context import ChatContext
from ui.chat.counted_call import Counting
from ui.chat.in_turn import in_turn
from ui.chat.programs import JsonObject

_REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)


async def ask_and_write(
    context: ChatContext, caller: Caller, work: Callable[[Counting], JsonObject], write: object
) -> JsonObject:
    """What `work` gives in its turn, with `written` only where `write` is true.

    The model is asked after the turn has passed to the next in line.

    Raises:
        BadInputError: `write` is no truth value, or nobody named a language model.
        BusyError: too many wait already.
        StoppedError: the program no longer listens.
    """
    if not isinstance(write, bool):
        raise BadInputError(f"write must be true or false, not {type(write).__name__}.")
    if write and context.writer is None:
        raise BadInputError(
            "No language model writes here; leave write away, or start the chat with --writer."
        )
    made = await in_turn(context, "ask", caller, work)
    if not write or context.writer is None:
        return made
    reply = await context.writer.write(_REPLY.validate_python(made))
    written: JsonObject = _REPLY.dump_python(reply, mode="json")
    return written
