"""Arguments of every call that are right, and what may stand in the place of one of them."""

from collections.abc import Callable
from itertools import cycle
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.e2e.hostile.answered import some
from tests.property.hostile.broken import texts, values

ARGUMENTS: dict[str, dict[str, Any]] = {
    "ask": {
        "question": "How many soldiers came?",
        "history": ["Who came?"],
        "sources": [],
        "since": "2019",
        "until": "2019-06-25",
        "write": False,
    },
    "search": {"question": "planes", "k": 3, "sources": None, "since": None, "until": "2020"},
    "cite": {"text_or_id": "They carried 99 soldiers."},
    "article": {"article_id": "001_58b7a87a07912adc.txt"},
}
HUGE = ("x" * 900_000, ["x"] * 50_000, {"a": ["x" * 900_000]}, 10**4_000, [[[[[[]]]]]] * 9_000)
RAW = (b"", b"\xff", b"[" * 100_000, b"9" * 5_000, b'{"a": 1e999}', b'{"a": NaN}', b'"\\ud800"')


def with_anything(arguments: dict[str, Any], send: Callable[[dict[str, Any]], object]) -> None:
    """Send the arguments again and again, each time with one of them of any type and size."""

    @some
    @given(st.sampled_from(sorted(arguments)), st.one_of(values, texts, st.lists(texts)))
    def each(key: str, value: Any) -> None:
        send({**arguments, key: value})

    each()
    for key, value in zip(arguments, cycle(HUGE), strict=False):
        send({**arguments, key: value})
