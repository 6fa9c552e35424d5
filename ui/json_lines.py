"""Log records as JSON, one a line, for machines that collect them.

Configured by the command line and nowhere else. What is logged is chosen where it is logged: no
question, no answer, no password, no cookie.
"""

import json
import logging
from datetime import UTC, datetime

# What every record has; the rest was given as `extra`.
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """`{"time", "level", "logger", "message", ...}`, and `error` where something was raised."""

    def format(self, record: logging.LogRecord) -> str:
        """One line; whatever a message holds, it does not begin another."""
        made: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        made |= {key: value for key, value in vars(record).items() if key not in _OWN}
        if record.exc_info:
            made["error"] = self.formatException(record.exc_info)
        return json.dumps(made, ensure_ascii=True, default=str)
