"""What is done to a reply before it is shown: nothing, unless a language model may write."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.schema import Reply
    from rag.settings import Settings

Finished = Callable[["Reply"], "Reply"]


def finishing(settings: "Settings") -> Finished:
    """The step that the settings ask for; called before an index is opened, to fail early.

    Raises:
        BadInputError: the writer is named wrongly, or what it needs is not installed.
    """
    if settings.writer is None:
        return _as_it_is
    from rag.writer.write import writer_of

    writer = writer_of(settings)
    return lambda reply: asyncio.run(writer.write(reply)) if writer else reply


def _as_it_is(reply: "Reply") -> "Reply":
    return reply
