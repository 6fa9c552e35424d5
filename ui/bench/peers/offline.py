"""No system reaches beyond this machine: what is tried is refused, and told."""

import sys

QUIET = {
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "ORT_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_OFFLINE": "1",
    # txtai: a function that is named in a saved index is only called where this allows it.
    "ALLOW_RESOLVE_TRANSFORM": "1",
}
"""Environment in which the systems run: what their documentation says turns reporting off."""

_LOCAL = ("127.", "::1", "localhost", "0.0.0.0")


def guarded() -> set[str]:
    """Refuse every connection of Python's sockets that leaves this machine.

    Returns the hosts that were tried, filled as they are.
    """
    tried: set[str] = set()

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        host = _host(event, arguments)
        if host and not host.startswith(_LOCAL):
            tried.add(host)
            raise ConnectionRefusedError(f"{host} is not on this machine")

    sys.addaudithook(refuse)
    return tried


def _host(event: str, arguments: tuple[object, ...]) -> str | None:
    match event, arguments:
        case "socket.getaddrinfo", (str(host), *_):
            return host
        case "socket.connect" | "socket.sendto", (_, (str(host), *_)):
            return host
    return None
