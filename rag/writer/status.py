"""What an HTTP status of the language model's server means for the question."""

from rag.writer.errors import TryAgainError, WriterError

_MEANING = {
    400: "did not understand the request; it may not know replies by a JSON schema",
    401: "did not accept the key in PINCITE_WRITER_KEY",
    403: "did not accept the key in PINCITE_WRITER_KEY",
    404: "knows no such model or address",
    413: "found the quotes too long",
    422: "did not understand the request; it may not know replies by a JSON schema",
}
_PASSES = frozenset((408, 409, 425, 429, 500, 502, 503, 504, 529))


def refuse(status: int, retry_after: str | None = None) -> None:
    """Let a good status through.

    Raises:
        TryAgainError: the failure may pass (too many requests, a server that is down).
        WriterError: trying again would not help.
    """
    if status == 200:
        return
    if status in _PASSES:
        said = "has too much to do" if status == 429 else "failed"
        message = f"The language model's server {said} (HTTP {status})."
        raise TryAgainError(message, _seconds(retry_after))
    meaning = _MEANING.get(status, "gave no answer")
    raise WriterError(f"The language model's server {meaning} (HTTP {status}).")


def _seconds(retry_after: str | None) -> float | None:
    """Whole seconds; a date is ignored, for clocks differ."""
    text = (retry_after or "").strip()
    return float(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
