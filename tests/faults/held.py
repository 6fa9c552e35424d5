"""A piece of work done in a child process whose file-changing steps are counted and can be failed.

Steps count from 1. The child is forked from a process that has imported what the work needs and
never ran any of it, so a run costs some hundredths of a second.
"""

import os
import select
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from tests.faults import seccomp
from tests.faults.seccomp import Call


class Fate(Protocol):
    """What becomes of the n-th step."""

    def __call__(self, n: int, call: Call) -> int | None:
        """0: it is made; an error number: it fails so; None: the process is killed before it."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: `status` as `os.waitstatus_to_exitcode` gives it, and its steps in order."""

    status: int
    steps: tuple[str, ...]


def killed_at(step: int) -> Fate:
    """SIGKILL just before a step, so that those before it are the last that were made."""
    return lambda n, call: None if n == step else 0


def failing_from(step: int, error: int, calls: frozenset[str]) -> Fate:
    """Some calls fail from a step on, as on a disk that is full."""
    return lambda n, call: error if n >= step and call.name in calls else 0


def failing_at(step: int, error: int) -> Fate:
    """One step fails, whatever it is."""
    return lambda n, call: error if n == step else 0


def run_held(work: Callable[[], int], fate: Fate) -> Ended:
    """Do the work in a child; its return value is the exit code."""
    ours, theirs = socket.socketpair()
    child = os.fork()
    if not child:
        _in_child(work, ours, theirs)
    theirs.close()
    with ours:
        _, (listener, *_), *_ = socket.recv_fds(ours, 1, 1)
    steps = _watch(listener, child, fate)
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), tuple(steps))


def run_free(work: Callable[[], str]) -> tuple[int, str]:
    """Do the work in a child that nobody holds up: its exit code, and what it returned or said."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        with os.fdopen(theirs, "w", encoding="utf-8", errors="backslashreplace") as told:
            try:
                told.write(work())
                code = 0
            except BaseException:
                told.write(traceback.format_exc())
                code = 1
        os._exit(code)
    os.close(theirs)
    with os.fdopen(ours, encoding="utf-8") as heard:
        said = heard.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def _in_child(work: Callable[[], int], ours: socket.socket, theirs: socket.socket) -> None:
    ours.close()
    # Before the filter: afterwards nobody listens until the descriptor has been sent.
    listener = seccomp.install()
    socket.send_fds(theirs, [b"."], [listener])
    os.close(listener)
    theirs.close()
    os._exit(_done(work))


def _done(work: Callable[[], int]) -> int:
    try:
        code = work()
    except BaseException:
        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def _watch(listener: int, child: int, fate: Fate) -> list[str]:
    steps: list[str] = []
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    while True:
        ((_, event),) = poll.poll()
        if not event & select.POLLIN:
            break
        call = seccomp.receive(listener)
        if call is None:
            continue
        if call.file and not call.file.startswith("/"):
            seccomp.answer(listener, call)  # a pipe or a socket
            continue
        steps.append(f"{call.name} {os.path.basename(call.file)}".strip())
        error = fate(len(steps), call)
        if error is None:
            os.kill(child, signal.SIGKILL)
        else:
            seccomp.answer(listener, call, error)
    os.close(listener)
    return steps
