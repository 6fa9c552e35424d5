import pytest

from index.errors import BadInputError
from ui.bench.process import ran


def test_memory_is_the_measured_process_own() -> None:
    small = ran(["-c", "pass"])
    large = ran(["-c", "x = bytearray(200_000_000)"])
    assert large.megabytes - small.megabytes == pytest.approx(200, rel=0.1)


def test_a_process_that_fails_is_an_error() -> None:
    with pytest.raises(BadInputError, match="ZeroDivisionError"):
        ran(["-c", "1 / 0"])
