"""Who calls: which way they came, and by what their leaving is known."""

from dataclasses import dataclass
from typing import Literal

Via = Literal["page", "api", "mcp"]


@dataclass(frozen=True, slots=True)
class Caller:
    """`request` is the id of the web request, `session` the name in `listeners.Listeners`."""

    via: Via
    request: str = ""
    session: str = ""
