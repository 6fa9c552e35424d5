"""A language model asked from a measuring command, one question after the other."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from rag.writer.client import complete
from rag.writer.write import Writer


def asking(writer: Writer, schema: Mapping[str, Any]) -> Callable[[list[dict[str, str]]], str]:
    """What sends messages to the writer's model and gives back JSON of the schema.

    It raises WriterError where the model gives nothing.
    """

    def ask(messages: list[dict[str, str]]) -> str:
        return asyncio.run(complete(writer.spec, messages, writer.patience, schema=schema))

    return ask
