"""A stream of server-sent events, as the OpenAI protocol sends a reply, put together."""

import json
from collections.abc import AsyncIterable
from typing import Any

from rag.writer.errors import TryAgainError, WriterError

LARGEST = 256 * 1024
"""Characters of a whole stream; statements about a handful of quotes need a hundredth."""


async def content_of(lines: AsyncIterable[str]) -> str:
    """What the model wrote, from the lines of a stream.

    Raises:
        WriterError: it refused, was cut off, or wrote without end.
        TryAgainError: the stream broke off, or is not of the protocol.
    """
    parts: list[str] = []
    size, ended = 0, ""
    async for line in lines:
        size += len(line)
        if size > LARGEST:
            raise WriterError("The language model wrote without end and was stopped.")
        if not line.startswith("data:"):
            continue
        data = line.removeprefix("data:").strip()
        if data == "[DONE]":
            ended = ended or "stop"
            break
        written, why = _delta(data)
        parts.append(written)
        ended = why or ended
    return _whole("".join(parts), ended)


def _whole(content: str, ended: str) -> str:
    if not ended:
        raise TryAgainError("The language model's server broke off in the middle of its reply.")
    if ended == "content_filter":
        raise WriterError("The language model refused to answer.")
    if ended == "length":
        raise WriterError("The language model did not come to an end of its reply.")
    return content


def _delta(data: str) -> tuple[str, str]:
    """What one event adds, and why the reply ends with it ("" if it does not)."""
    try:
        event: Any = json.loads(data)
        choices = event["choices"]
        if not choices:  # some servers end with a count of tokens
            return "", ""
        delta, ended = choices[0].get("delta") or {}, choices[0].get("finish_reason") or ""
        if delta.get("refusal"):
            raise WriterError("The language model refused to answer.")
        content = delta.get("content") or ""
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        raise TryAgainError(
            "The language model's server sent something that is not of the OpenAI protocol."
        ) from None
    return str(content), str(ended)
