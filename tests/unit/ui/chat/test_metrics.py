import re

from rag.schema import Lap
from ui.chat.metrics import Metrics
from ui.chat.process_gauges import resident_bytes

_LABELS = r'\{[a-z]+="[^"]+"(,[a-z]+="[^"]+")*\}'
_LINE = re.compile(rf"[a-z_]+({_LABELS})? [0-9.e+]+")


def test_the_page_is_in_prometheus_s_format() -> None:
    metrics = Metrics()
    metrics.call("ask", "page", "answered", 0.2)
    metrics.call("ask", "mcp", "busy", 90.0)
    metrics.call("cite", "api", "answered", 0.01)
    metrics.stages([Lap("search", 0.1), Lap("read", 0.2)])
    metrics.request(200)
    metrics.gauge("pincite_questions_waiting", "Questions in line.", lambda: 3)
    lines = metrics.page().splitlines()
    for line in lines:
        assert line.startswith(("# HELP ", "# TYPE ")) or _LINE.fullmatch(line), line
    assert 'pincite_questions_total{outcome="answered"} 1' in lines
    assert 'pincite_question_seconds_bucket{le="0.1"} 0' in lines
    assert 'pincite_question_seconds_bucket{le="0.25"} 1' in lines
    assert 'pincite_question_seconds_bucket{le="60"} 1' in lines
    assert 'pincite_question_seconds_bucket{le="+Inf"} 2' in lines
    assert "pincite_question_seconds_sum 90.200000" in lines
    assert 'pincite_calls_total{call="ask",via="mcp",outcome="busy"} 1' in lines
    assert 'pincite_calls_total{call="cite",via="api",outcome="answered"} 1' in lines
    assert 'pincite_call_seconds_sum{call="cite"} 0.010000' in lines
    assert 'pincite_stage_seconds_sum{stage="read"} 0.200000' in lines
    assert 'pincite_stage_seconds_count{stage="read"} 1' in lines
    assert 'pincite_http_requests_total{status="200"} 1' in lines
    assert "pincite_questions_waiting 3" in lines


def test_memory_is_that_of_a_python() -> None:
    assert 2e6 < resident_bytes() < 1e12
