"""Replies as JSON and back, by the field names of `rag.schema`."""

from pydantic import TypeAdapter

from rag.schema import Reply

_REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)


def dump(reply: Reply, indent: int | None = None) -> str:
    """The reply as one JSON object; `indent=None` keeps it on one line."""
    return _REPLY.dump_json(reply, indent=indent).decode()


def load(text: str | bytes) -> Reply:
    """A reply from its JSON.

    Raises:
        pydantic.ValidationError: the text is not a reply.
    """
    return _REPLY.validate_json(text)
