"""Whoever logs does not wait for whoever writes."""

import logging
from threading import Event

from ui.log_aside import WrittenAside


class Stuck(logging.Handler):
    """Writes nothing until it may."""

    def __init__(self) -> None:
        super().__init__()
        self.may, self.written = Event(), list[logging.LogRecord]()

    def emit(self, record: logging.LogRecord) -> None:
        self.may.wait()
        self.written.append(record)

    @property
    def said(self) -> list[str]:
        return [record.getMessage() for record in self.written]


def record(text: str) -> logging.LogRecord:
    return logging.makeLogRecord({"msg": text})


def test_a_log_that_cannot_be_written_stops_nobody() -> None:
    stuck = Stuck()
    aside = WrittenAside(stuck)
    for number in range(3):
        aside.handle(record(f"{number}"))
    assert stuck.written == []
    stuck.may.set()
    aside.close()
    aside.close()
    assert stuck.said == ["0", "1", "2"]


def test_what_does_not_fit_is_counted_and_told_at_the_end() -> None:
    stuck = Stuck()
    aside = WrittenAside(stuck, longest=2)
    for number in range(9):
        aside.handle(record(f"{number}"))
    stuck.may.set()
    aside.close()
    assert aside.dropped >= 6  # the writer may have taken one already
    assert stuck.said[:2] == ["0", "1"]
    assert stuck.said[-1].startswith(f"{aside.dropped} lines were dropped")


def test_what_was_raised_reaches_the_writer_as_it_was() -> None:
    stuck = Stuck()
    stuck.may.set()
    aside = WrittenAside(stuck)
    raised = (ZeroDivisionError, ZeroDivisionError("by nought"), None)
    aside.handle(logging.makeLogRecord({"msg": "failed", "exc_info": raised}))
    aside.close()
    assert stuck.written[0].exc_info == raised
