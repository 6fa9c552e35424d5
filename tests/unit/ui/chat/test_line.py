import asyncio

import pytest

from ui.chat.line import BusyError, Line


def test_the_first_may_at_once_and_the_rest_know_their_place() -> None:
    line = Line(at_once=2, longest=10)
    tickets = [line.enter() for _ in range(4)]
    assert [each.place for each in tickets] == [0, 0, 1, 2]
    assert (line.asking, line.waiting) == (2, 2)
    line.leave(tickets[1])
    assert [each.place for each in tickets] == [0, 0, 0, 1]
    assert tickets[2].turn.done()
    assert not tickets[3].turn.done()


def test_who_gives_up_waiting_is_passed_over() -> None:
    line = Line(at_once=1, longest=10)
    first, second, third = (line.enter() for _ in range(3))
    with second:
        assert third.place == 2
    assert third.place == 1
    line.leave(first)
    assert third.turn.done()
    line.leave(third)
    assert (line.asking, line.waiting) == (0, 0)


def test_a_full_line_says_so_at_once() -> None:
    line = Line(at_once=1, longest=1)
    line.enter(), line.enter()
    with pytest.raises(BusyError, match="1 questions wait already"):
        line.enter()


def test_leaving_twice_lets_nobody_in_twice() -> None:
    line = Line(at_once=1, longest=10)
    tickets = [line.enter() for _ in range(3)]
    line.leave(tickets[0])
    line.leave(tickets[0])
    assert [each.turn.done() for each in tickets] == [True, True, False]


def test_waiting_holds_no_thread_and_keeps_the_order() -> None:
    line, order = Line(at_once=1, longest=100), list[int]()

    async def ask(n: int) -> None:
        with line.enter() as ticket:
            await ticket.mine()
            order.append(n)
            await asyncio.sleep(0)

    async def all_of_them() -> None:
        await asyncio.gather(*(ask(n) for n in range(50)))

    asyncio.run(all_of_them())
    assert order == list(range(50))
    assert line.asking == line.waiting == 0


def test_a_cancelled_wait_frees_its_place() -> None:
    line = Line(at_once=1, longest=10)
    line.enter()

    async def waits() -> None:
        with line.enter() as ticket:
            await ticket.mine()

    async def gives_up() -> None:
        task = asyncio.create_task(waits())
        await asyncio.sleep(0)
        assert line.waiting == 1
        task.cancel()
        await asyncio.wait((task,))

    asyncio.run(gives_up())
    assert line.waiting == 0
