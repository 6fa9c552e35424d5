"""Who may ask the engine now, and who is n-th in line.

A question takes both cores while it is read, so more than a few at once only make each other slow.
The rest wait in the order in which they came and are told their place; beyond `longest` nobody is
let in, which is said at once instead of after a time-out.
"""

import asyncio
from collections import OrderedDict
from concurrent.futures import Future
from threading import Lock
from types import TracebackType

from index.errors import PinciteError

AT_ONCE = 4
"""Questions that are under way together: enough that one waits for the disk while one computes."""

LONGEST = 1_000
"""Questions that wait."""


class BusyError(PinciteError):
    """So many wait that one more would not be answered in any useful time."""


class Ticket:
    """A place in a line; used in a `with`, which gives it back however it ends."""

    def __init__(self, line: "Line") -> None:
        self._line = line
        self.turn: Future[None] = Future()

    @property
    def place(self) -> int:
        """0 when it is this one's turn, 1 for the next, and so on."""
        return self._line.place(self)

    async def mine(self) -> None:
        """Wait for the turn without holding a thread."""
        await asyncio.shield(asyncio.wrap_future(self.turn))

    def __enter__(self) -> "Ticket":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._line.leave(self)


class Line:
    """One for the whole server; safe to use from any thread and any loop."""

    def __init__(self, at_once: int = AT_ONCE, longest: int = LONGEST) -> None:
        self._at_once, self._longest = at_once, longest
        self._lock = Lock()
        self._asking: set[Ticket] = set()
        self._waiting: OrderedDict[Ticket, None] = OrderedDict()

    def enter(self) -> Ticket:
        """A ticket; its turn may be at once.

        Raises:
            BusyError: too many wait already.
        """
        ticket = Ticket(self)
        with self._lock:
            if len(self._waiting) >= self._longest:
                raise BusyError(
                    f"{len(self._waiting):,} questions wait already; ask again in a minute."
                )
            self._waiting[ticket] = None
            self._next()
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """Whether it was answered or gave up waiting: the next one may."""
        with self._lock:
            self._asking.discard(ticket)
            self._waiting.pop(ticket, None)
            self._next()

    def place(self, ticket: Ticket) -> int:
        """How many turns away."""
        with self._lock:
            return next((n for n, each in enumerate(self._waiting, 1) if each is ticket), 0)

    @property
    def asking(self) -> int:
        """Questions under way."""
        return len(self._asking)

    @property
    def waiting(self) -> int:
        """Questions in line."""
        return len(self._waiting)

    def _next(self) -> None:
        while self._waiting and len(self._asking) < self._at_once:
            ticket, _ = self._waiting.popitem(last=False)
            self._asking.add(ticket)
            ticket.turn.set_result(None)
