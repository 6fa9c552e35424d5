"""What goes wrong with the language model's server, as one sentence without its words or our key.

What a server says is not repeated: it may hold the key, or whatever the server was told to say.
"""

from index.errors import PinciteError


class WriterError(PinciteError):
    """The language model wrote nothing that can be used; the quotes are shown without it."""


class TryAgainError(WriterError):
    """The same, for a reason that may pass; `wait` is the seconds the server asks for, if any."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait
