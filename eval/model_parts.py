"""A question taken apart by a language model, read strictly: at most four parts, or none."""

import json
from collections.abc import Callable
from typing import Any

from index.errors import BadInputError
from rag.question import checked
from rag.writer.errors import WriterError

MOST = 4
RULES = (
    "Take a question apart into the things that it asks, two to four of them, each of which one "
    "article can answer. Keep names, dates and publications as they are written, and put names in "
    "place of pronouns. If it asks one thing, repeat it as it is. Do not answer it. For example, "
    '"Does the Herald say that the bridge is safe, while the Lark reports that it was closed?" '
    'gives {"parts": ["Does the Herald say that the bridge is safe?", '
    '"Does the Lark report that the bridge was closed?"]} '
    'Reply with JSON only: {"parts": ["..."]}'
)
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "parts": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": MOST}
    },
    "required": ["parts"],
    "additionalProperties": False,
}

# Asks the model; raises WriterError where it gives nothing.
Completed = Callable[[list[dict[str, str]]], str]


def model_parts(question: str, complete: Completed) -> tuple[str, ...] | None:
    """What the model makes of the question, in order; None where it is of no use."""
    asked = [{"role": "system", "content": RULES}, {"role": "user", "content": question}]
    try:
        return _parts(json.loads(complete(asked)))
    except (WriterError, BadInputError, ValueError, RecursionError):
        return None


def _parts(read: Any) -> tuple[str, ...] | None:
    match read:
        case {"parts": [*parts], **rest} if not rest and 1 <= len(parts) <= MOST:
            texts = [part for part in parts if isinstance(part, str)]
            return tuple(map(checked, texts)) if len(texts) == len(parts) else None
    return None
