import pytest

from index.errors import BadInputError
from ui.chat.strict_json import DEEPEST, objects, strict_json


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "not JSON"),
        (b'{"a": 1', "not JSON"),
        (b"\xff", "not UTF-8"),
        (b'"\xed\xbf\xbf"', "not UTF-8"),
        (b'"\\udfff"', "half of a character"),
        (b'{"\\ud800": 1}', "half of a character"),
        (b"NaN", "number"),
        (b"[-Infinity]", "number"),
        (b"1e400", "number"),
        (b"9" * 5_000, "number"),
        (b"[" * 100_000, "nested"),
        (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), "nested"),
    ],
)
def test_what_breaks_others_is_refused(body: bytes, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        strict_json(body)


def test_the_rest_is_read() -> None:
    assert strict_json('{"a": ["é", 1e-320, null, "\\ud83d\\ude00"]}'.encode()) == {
        "a": ["é", 1e-320, None, "😀"]
    }
    assert strict_json(b"[" * DEEPEST + b"]" * DEEPEST)


def test_every_object_is_found() -> None:
    assert sorted(map(len, objects([{"a": {"b": [{}]}}, 1]))) == [0, 1, 1]
