"""Processor time of a piece of work; work that never ends is given up."""

import gc
import signal
import time
from collections.abc import Callable

_GIVE_UP = 20.0


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process; how busy the machine is otherwise is not counted.

    Nor is the collection of garbage, as in `timeit`: it passes over all that other tests left.

    Raises:
        TimeoutError: it takes more than twenty.
    """
    before = signal.signal(signal.SIGVTALRM, _late)
    signal.setitimer(signal.ITIMER_VIRTUAL, _GIVE_UP)
    gc.disable()
    began = time.process_time()
    try:
        work()
        return time.process_time() - began
    finally:
        gc.enable()
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _late(*_: object) -> None:
    raise TimeoutError(f"it takes more than {_GIVE_UP:g} seconds")
