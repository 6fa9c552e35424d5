"""Of tabs that came, asked and went, the server keeps nothing but their conversations."""

import asyncio

from tests.e2e.chat.served import Served
from tests.e2e.chat.test_vanishing import Crowd, with_crowd
from ui.chat.forget import LATER

TABS = 20
A_TAB = 150
"""Pieces of memory that a tab may leave, such as a line in a table that has an end. A tab that
Gradio did not forget leaves some 920; all in all there are 900,000."""


async def come_and_go(crowd: Crowd) -> int:
    """Pieces in use after so many tabs were opened, asked in, and forgotten."""
    for _ in range(TABS):
        tab = crowd.tab()
        await tab.opened()
        steps = [step async for step in tab.steps("What of the planes?", "")]
        assert "Antonov" in steps[-1].thread
        await tab.closed()
    await asyncio.sleep(LATER + 2)
    return await crowd.figure("pincite_python_blocks")


def test_tabs_that_came_and_went_leave_nothing_behind(served: Served) -> None:
    async def three_times(crowd: Crowd) -> list[int]:
        return [await come_and_go(crowd) for _ in range(3)]

    _, *held = with_crowd(served, three_times)
    assert held[1] - held[0] < A_TAB * TABS, held
