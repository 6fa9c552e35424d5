import json

from eval.followups import Turn
from eval.model_rewriting import measure_model
from rag.writer.errors import WriterError
from tests.unit.eval.test_followups import FakeSearch

TURNS = [Turn("1", "b", "a b", ("a",)), Turn("2", "d", "c d", ("c",)), Turn("3", "f", "e f", ())]


def test_the_models_rewrites_are_held_against_the_rules() -> None:
    asked: list[list[dict[str, str]]] = []

    def complete(messages: list[dict[str, str]]) -> str:
        asked.append(messages)
        return json.dumps({"question": "a b c"})

    found = measure_model(FakeSearch(), TURNS[:1], complete)
    assert asked[0][1]["content"] == "a\nLast question: b"
    assert (found.rules, found.model, found.failed) == (1.0, 1.0, 0)
    assert found.rewrites == {"1": "a b c"}


def test_where_the_model_gives_nothing_the_turn_is_searched_as_it_stands() -> None:
    given = iter(['{"question": " "}', "no JSON"])

    def complete(messages: list[dict[str, str]]) -> str:
        try:
            return next(given)
        except StopIteration:
            raise WriterError("It is down.") from None

    found = measure_model(FakeSearch(), TURNS, complete)
    assert found.failed == 3
    assert found.rewrites == {"1": "b", "2": "d", "3": "f"}
    assert (found.rules, found.model) == ((1 + 1 + 0.5) / 3, 0.5)
