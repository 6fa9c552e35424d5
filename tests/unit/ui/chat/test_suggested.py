import asyncio

from tests.unit.ui.chat.test_suggest import TEXTS, Answering
from ui.chat.context import EngineHolder
from ui.chat.suggested import Suggested


class Broken(Answering):
    """Fails where it should answer."""

    def ask(self, *args: object, **kwargs: object) -> None:  # type: ignore[override]
        raise ZeroDivisionError


def test_they_are_found_once_for_each_edition() -> None:
    engine = Answering(TEXTS, answers=True)
    holder = EngineHolder(engine)
    suggested = Suggested(holder)
    first = asyncio.run(suggested.soon(60))
    asked = len(engine.asked)
    assert first
    assert asyncio.run(suggested.soon(60)) == suggested.ready() == first
    assert len(engine.asked) == asked
    holder.swap(Answering(TEXTS[3:4], answers=True))
    assert asyncio.run(suggested.soon(60)) == ("¿Qué dijo Juan Pérez sobre Ana Ruiz?",)


def test_a_fault_offers_nothing_and_breaks_nothing() -> None:
    assert asyncio.run(Suggested(EngineHolder(Broken(TEXTS, answers=True))).soon(60)) == ()
