"""Which of Gradio's routes answer; every other is shut, also those that a new release brings."""

_PREFIX = "/gradio_api/"

# What the page, the files it offers and programs need. Not here: proxy= and file=<url> (the server
# would fetch), runs and run-history (others' questions), deep_link, vibe-code, process_recording,
# profiling, stream, dev, user, token.
_OPEN = frozenset(
    (
        "app_id",
        "call",
        "cancel",
        "component_server",
        "heartbeat",
        "info",
        "queue",
        "reset",
        "run",
        "startup-events",
        "theme.css",
        "upload",
        "upload_progress",
    )
)
_LONGEST = 255
"""Bytes of one part of a path: no file system has longer names, and Gradio looks for each."""
_SHUT = frozenset(("docs", "monitoring", "openapi.json", "pwa_icon", "redoc", "svelte", "token"))


def shut(path: str) -> bool:
    """Whether `path`, already percent-decoded, leads nowhere."""
    if any(len(part.encode("utf-8", "replace")) > _LONGEST for part in path.split("/")):
        return True
    if not path.startswith(_PREFIX):
        return path.split("/")[1:2] == ["gradio_api"] or not _SHUT.isdisjoint(path.split("/")[1:2])
    rest = path[len(_PREFIX) :]
    if rest.startswith("file="):
        return "://" in rest or rest[5:].lower().startswith(("http:", "https:"))
    return rest.split("/")[0] not in _OPEN
