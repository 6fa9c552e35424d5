"""The language model's turn in an answer: asked on the server, given up when the reader stops."""

import asyncio
import logging
from typing import Protocol

from rag.schema import Answer, Reply

_log = logging.getLogger(__name__)


class Writes(Protocol):
    """The part of `rag.writer.write.Writer` that the page calls."""

    async def write(self, reply: Reply) -> Reply:
        """The reply with what a model wrote from its quotes, checked."""


async def written(writer: Writes, reply: Answer, stop: asyncio.Event) -> Reply:
    """The reply with what was written; as it is when the reader stops or the writing fails."""
    writing = asyncio.ensure_future(writer.write(reply))
    stopped = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((writing, stopped), return_when=asyncio.FIRST_COMPLETED)
        return writing.result() if writing.done() else reply
    except Exception:
        _log.exception("Writing from the quotes failed.")
        return reply
    finally:
        writing.cancel()
        stopped.cancel()
