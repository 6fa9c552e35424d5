"""Forget a tab that was closed, and a program's call that is over.

Gradio keeps some 160 kB of each, and what was last shown in it, until 1,000 others have come after
it. Nothing of this page lives there: conversations are kept in a file, and a tab that comes back
says which one it shows.
"""

import asyncio
from collections.abc import Callable

import gradio as gr

LATER = 10.0
"""Seconds: what is still under way for the tab would make Gradio remember it anew."""

MOST = 4_000
"""Sessions of which Gradio remembers what they asked. It keeps the answers of the last 2,000, and
would keep the questions of a program that never comes for them until the server stops."""


class Forgets:
    """Forgets sessions of a page some seconds after nobody listens; used on the server's loop."""

    def __init__(self, page: gr.Blocks, listening: Callable[[str], bool]) -> None:
        self._page, self._listening = page, listening

    def soon(self, session: str) -> None:
        """Unless somebody listens again by then."""
        asyncio.get_running_loop().call_later(LATER, self.now, session)

    def now(self, session: str) -> None:
        """Or later, while something is under way for it."""
        holder, queue = self._page.state_holder, self._page._queue
        self._unanswerable()
        if self._listening(session):
            return
        if any(event.session_hash == session for event in queue.event_ids_to_events.values()):
            self.soon(session)
            return
        with holder.lock:
            holder.session_data.pop(session, None)
            holder.time_last_used.pop(session, None)
        queue.pending_event_ids_session.pop(session, None)
        if session in queue.pending_messages_per_session:
            del queue.pending_messages_per_session[session]

    def _unanswerable(self) -> None:
        queue = self._page._queue
        asked, answered = queue.pending_event_ids_session, queue.pending_messages_per_session
        if len(asked) > MOST:
            for session in [each for each in asked if each not in answered]:
                del asked[session]
