"""What an examination finds, said in one sentence, and how it is mended in another."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["damage", "left_over", "unchecked"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Damage; something that a stopped process left and that does no harm; or what nobody can tell.

    `mend` is empty where nothing need be done.
    """

    kind: Kind
    what: str
    mend: str = ""
