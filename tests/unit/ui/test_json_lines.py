import json
import logging
import sys

from ui.json_lines import JsonLines


def test_a_record_is_one_line_of_json_with_what_was_given_beside_it() -> None:
    record = logging.makeLogRecord(
        {"name": "ui", "levelname": "INFO", "msg": "two\nlines %s", "args": ("é",), "status": 200}
    )
    line = JsonLines().format(record)
    assert "\n" not in line
    made = json.loads(line)
    assert (made["message"], made["level"], made["status"]) == ("two\nlines é", "info", 200)
    assert set(made) == {"time", "level", "logger", "message", "status"}


def test_what_was_raised_is_told() -> None:
    try:
        raise ZeroDivisionError("by nought")
    except ZeroDivisionError:
        record = logging.makeLogRecord({"msg": "failed", "exc_info": sys.exc_info()})
    assert "by nought" in json.loads(JsonLines().format(record))["error"]
