"""Which model writes, and where: `openai:<base URL>#<model>`, from the operator only."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from index.errors import BadInputError

_HOW = "write it as openai:http://127.0.0.1:11434/v1#model-name"
_LOCAL = re.compile(r"localhost|127(?:\.[0-9]{1,3}){3}|::1")


@dataclass(frozen=True, slots=True)
class WriterSpec:
    """A server that speaks the OpenAI protocol, and one of its models."""

    base_url: str
    model: str

    @property
    def is_local(self) -> bool:
        """Whether the server runs on this machine, so that no proxy stands between."""
        return bool(_LOCAL.fullmatch(urlsplit(self.base_url).hostname or ""))


def writer_spec(text: str) -> WriterSpec:
    """The server and model that a setting names.

    Raises:
        BadInputError: it is not of that form, or holds a password, which does not belong there.
    """
    kind, _, rest = text.strip().partition(":")
    base, _, model = rest.partition("#")
    if kind != "openai" or not base or not model.strip():
        raise BadInputError(f"The writer cannot be used as given; {_HOW}.")
    try:
        url = urlsplit(base)
        _ = url.port
    except ValueError:
        raise BadInputError(f"The writer's address is no URL; {_HOW}.") from None
    if url.username is not None or url.password is not None or url.query:
        raise BadInputError(
            "The writer's address must hold no password and no query; "
            "put the key into PINCITE_WRITER_KEY."
        )
    if url.scheme not in ("http", "https") or not url.hostname or not base.isascii():
        raise BadInputError(f"The writer's address is no http or https URL; {_HOW}.")
    return WriterSpec(base.rstrip("/"), model.strip())
