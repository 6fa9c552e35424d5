import re

from ui.chat.metrics import Metrics, resident_bytes

_LINE = re.compile(r'[a-z_]+(\{[a-z]+="[^"]+"\})? [0-9.e+]+')


def test_the_page_is_in_prometheus_s_format() -> None:
    metrics = Metrics()
    metrics.question("answered", 0.2)
    metrics.question("busy", 90.0)
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
    assert 'pincite_http_requests_total{status="200"} 1' in lines
    assert "pincite_questions_waiting 3" in lines


def test_memory_is_that_of_a_python() -> None:
    assert 2e6 < resident_bytes() < 1e12
