"""Readers without a browser: they speak to the page's server as its own script does."""

import asyncio
from contextlib import AsyncExitStack

from ui.bench.load.page_events import PageEvents
from ui.bench.load.tab import Tab, browser


async def visit(url: str, questions: list[str]) -> list[str]:
    """The HTML of each conversation after everybody asked one question at the same time."""
    async with AsyncExitStack() as stack:
        browsers = [await stack.enter_async_context(browser(url)) for _ in questions]
        events = PageEvents.of((await browsers[0].get("/config")).json())
        tabs = [Tab(each, events) for each in browsers]
        for tab in tabs:
            await tab.opened()

        async def asked(tab: Tab, question: str) -> str:
            thread = ""
            async for step in tab.steps(question, ""):
                thread = step.thread
            await tab.closed()
            return thread

        return await asyncio.gather(*map(asked, tabs, questions))
