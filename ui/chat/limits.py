"""How often one person may ask, where people log in."""

import math

from index.errors import PinciteError
from ui.chat.context import ChatContext
from ui.chat.reader import HasCookies, reader_of


class TooOftenError(PinciteError):
    """Somebody asked more often than one person can read."""


def allowed(context: ChatContext, request: HasCookies | None) -> None:
    """Count one question of whoever sent the request.

    Raises:
        TooOftenError: there have been too many in the last minute.
    """
    if context.asking is None:
        return
    wait = context.asking.take(reader_of(request) if request else "")
    if wait:
        raise TooOftenError(f"You have asked too often; ask again in {math.ceil(wait)} seconds.")
