"""Many at once."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from tests.e2e.chat.served import Served
from tests.e2e.chat.visitors import visit


def test_fifty_people_ask_at_the_same_time(served: Served) -> None:
    questions = [f"ferry pump, number {n}?" for n in range(50)]
    with ThreadPoolExecutor(1) as aside:  # the browser of other tests holds this thread's loop
        answers = aside.submit(asyncio.run, visit(served.url, questions)).result()
    for n, answer in enumerate(answers):
        assert f"number {n}&#63;" in answer
        assert "blockquote" in answer
