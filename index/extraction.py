"""The process that takes articles out of files whose readers may hang, crash or swell.

Run by `index.extractor` as `python -m index.extraction`. A request is a line of JSON, `[path,
kind]`, its reply one line, an `Extracted` or a `Refused`. It ends with its input or when idle.
"""

import json
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import BadInputError
from index.extracted import Extracted

_MOST_MEMORY = 3 * 2**30
_IDLE_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no article; completes "... was skipped: "."""

    reason: str


def extract(path: Path, kind: str) -> Extracted | Refused:
    """The article of one file of a kind that `_reader` knows, or why there is none."""
    try:
        return _reader(kind)(path.read_bytes())
    except BadInputError as error:
        return Refused(str(error))
    except MemoryError:
        return Refused("reading it takes too much memory")
    except RecursionError:
        return Refused("its parts are nested too deep")
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        return Refused(f"it cannot be opened ({why})")
    except Exception as error:
        return Refused(f"it is damaged in a way that its reader does not expect ({error!r:.200})")


def _reader(kind: str) -> Callable[[bytes], Extracted]:
    # Each reader's library is imported when the first file of its kind arrives.
    if kind == "html":
        from index.read_html import read_html

        return read_html
    if kind == "pdf":
        from index.read_pdf import read_pdf

        return read_pdf
    if kind == "docx":
        from index.read_docx import read_docx

        return read_docx
    from index.read_eml import read_eml

    return read_eml


def serve() -> None:
    """Answer requests from standard input until it ends."""
    # Whatever a library prints must not come between the replies.
    replies = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    _limit_memory()
    while True:
        idle = threading.Timer(_IDLE_SECONDS, os._exit, (0,))
        idle.daemon = True
        idle.start()
        line = sys.stdin.readline()
        idle.cancel()
        if not line:
            return
        path, kind = json.loads(line)
        replies.write(json.dumps(asdict(extract(Path(path), kind))) + "\n")
        replies.flush()


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    serve()
