"""One request to a server that speaks the OpenAI protocol: streamed, timed, tried again.

It runs as a coroutine: cancelling it (Stop in the chat, Ctrl-C on the terminal) closes the
connection at once, at which servers stop writing.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rag.writer.errors import TryAgainError, WriterError
from rag.writer.events import LARGEST, content_of
from rag.writer.key import authorization
from rag.writer.prompt import SCHEMA
from rag.writer.spec import WriterSpec
from rag.writer.status import refuse

if TYPE_CHECKING:
    import httpx

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited: seconds for the whole reply and to connect, tries, seconds between.

    `pause` doubles from try to try; a server that asks for longer is given it, up to `longest`.
    """

    whole: float = 60.0
    connect: float = 5.0
    tries: int = 3
    pause: float = 0.5
    longest: float = 10.0


async def complete(
    spec: WriterSpec,
    messages: Sequence[dict[str, str]],
    patience: Patience,
    tokens: int = 600,
    schema: Mapping[str, Any] = SCHEMA,
) -> str:
    """What the model writes after the messages, as JSON of the schema.

    Raises:
        WriterError: it wrote nothing that can be used, or not in time.
    """
    import httpx  # noqa: F401  # read before the clock runs: a cold disk is no fault of the model
    import stamina

    def again(error: Exception) -> bool | float:
        if not isinstance(error, TryAgainError):
            return False
        return True if error.wait is None else min(error.wait, patience.longest)

    body = {"model": spec.model, "messages": messages, "stream": True, "temperature": 0}
    form = {"name": "reply", "strict": True, "schema": schema}
    body |= {"max_tokens": tokens, "response_format": {"type": "json_schema", "json_schema": form}}
    try:
        async with asyncio.timeout(patience.whole):
            async for attempt in stamina.retry_context(
                on=again,
                attempts=patience.tries,
                timeout=None,
                wait_initial=patience.pause,
                wait_jitter=patience.pause,
                wait_max=patience.longest,
            ):
                with attempt:
                    return await _once(spec, body, patience)
    except TimeoutError:
        pass
    raise WriterError(f"The language model did not answer within {patience.whole:g} seconds.")


async def _once(spec: WriterSpec, body: dict[str, Any], patience: Patience) -> str:
    import httpx

    waits = httpx.Timeout(patience.whole, connect=patience.connect)
    try:
        # Redirects are not followed: the key goes to the address that the operator named.
        async with (
            httpx.AsyncClient(
                timeout=waits, trust_env=not spec.is_local, headers=authorization()
            ) as client,
            client.stream("POST", f"{spec.base_url}/chat/completions", json=body) as answer,
        ):
            refuse(answer.status_code, answer.headers.get("retry-after"))
            return await content_of(_lines(answer))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        _log.info("The language model's server failed: %s", type(error).__name__)
        raise TryAgainError(
            "The language model's server cannot be reached, or broke the connection off."
        ) from None


async def _lines(answer: "httpx.Response") -> AsyncIterator[str]:
    """The lines of a reply; one that does not end is given up before it fills the memory."""
    held = ""
    async for text in answer.aiter_text():
        *lines, held = (held + text).split("\n")
        for line in lines:
            yield line.rstrip("\r")
        if len(held) > LARGEST:
            break
    if held:
        yield held
