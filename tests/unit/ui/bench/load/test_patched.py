import pytest
from gradio.utils import diff

from ui.bench.load.patched import patched

STEPS = (
    ["<p>1</p>", {"__type__": "update"}, ""],
    ["<p>1</p><p>2</p>", {"__type__": "update", "value": "a"}, {"value": "b"}],
    [{"value": [1, 2, 3]}, {"value": "a"}, {"value": "b", "more": [1]}],
    ["", {}, {"value": "b"}, "longer"],
    ["", {}],
)


@pytest.mark.parametrize(("before", "after"), [(a, b) for a in STEPS for b in STEPS])
def test_what_gradio_takes_apart_is_put_together(before: object, after: object) -> None:
    assert patched(before, diff(before, after)) == after


def test_a_change_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="'move'"):
        patched(["a"], [("move", [0], "b")])
