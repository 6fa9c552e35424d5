"""What is counted and written down of a call."""

import asyncio
import json
import logging

import pytest

from index.errors import BadInputError
from tests.e2e.chat.fake_engine import FakeEngine
from ui.chat.caller import Caller
from ui.chat.counted_call import counted_call
from ui.chat.line import BusyError
from ui.chat.metrics import Metrics
from ui.json_lines import JsonLines

CALLER = Caller("mcp", "0f3a")


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.mark.parametrize(
    ("error", "outcome"),
    [(BusyError("wait"), "busy"), (BadInputError("no"), "refused"), (KeyError("x"), "failed")],
)
def test_what_went_wrong_is_counted_by_its_kind(
    metrics: Metrics, error: Exception, outcome: str
) -> None:
    with pytest.raises(type(error)), counted_call(metrics, "cite", CALLER):
        raise error
    assert f'pincite_calls_total{{call="cite",via="mcp",outcome="{outcome}"}} 1' in metrics.page()


def test_a_lookup_that_gave_something_is_answered(metrics: Metrics) -> None:
    with counted_call(metrics, "cite", CALLER):
        pass
    assert 'pincite_calls_total{call="cite",via="mcp",outcome="answered"} 1' in metrics.page()
    assert "pincite_questions_total{" not in metrics.page()


def test_what_nobody_waited_for_was_stopped(metrics: Metrics) -> None:
    gone = asyncio.Event()
    with counted_call(metrics, "search", CALLER, gone) as counting:
        assert counting.wanted()
        gone.set()
        assert not counting.wanted()
    assert 'pincite_calls_total{call="search",via="mcp",outcome="stopped"} 1' in metrics.page()


def test_the_way_of_a_question_is_one_line_without_its_words(
    metrics: Metrics, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.INFO, "ui.chat.counted_call"),
        counted_call(metrics, "ask", CALLER) as counting,
    ):
        counting.turn()
        counting.replied(FakeEngine().trace("ferry pump?"))
    line = JsonLines().format(caplog.records[-1])
    made = json.loads(line)
    assert (made["request"], made["via"], made["call"]) == ("0f3a", "mcp", "ask")
    assert (made["outcome"], made["cited"], made["confidence"]) == ("answered", 3, 0.9)
    assert list(made["stages_ms"]) == ["search", "cite"]
    assert made["found"] == [1.0, 0.5]
    assert made["quotes"] == [7.3, 7.3, 7.3]
    assert "pump" not in line
    assert 'pincite_stage_seconds_count{stage="search"} 1' in metrics.page()
