"""Put style and language into the page's own <head>.

Gradio adds its `head` only once its script runs, which is after it chose a language.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class HeadStart:
    """Adds `head` to the page, and to nothing else."""

    def __init__(self, app: ASGIApp, head: str) -> None:
        self.app = app
        self._head = head.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the page back until it is whole, then send it with the addition."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            return await self.app(scope, receive, send)
        start: Message = {}
        body = b""

        async def gather(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                whole = body.replace(b"<head>", b"<head>" + self._head, 1)
                MutableHeaders(scope=start)["content-length"] = str(len(whole))
                await send(start)
                await send({"type": "http.response.body", "body": whole})

        # Uncompressed, or there would be no <head> to find.
        kept = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        return await self.app({**scope, "headers": kept}, receive, gather)
