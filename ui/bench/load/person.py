"""A made-up person with a browser: asks one question after the other, sometimes leaves, returns."""

import random
import re
import time
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

import httpx

from ui.bench.load.page_events import PageEvents
from ui.bench.load.tab import LoadError, Step, Tab
from ui.bench.load.thread import Ended, TurnShown, lost, turns_shown
from ui.chat.words import Words

VANISHING = 0.1
"""Share of the questions whose reader closes the tab before the answer, half of them in line."""

RELOADING = 0.1
"""Share of the answers after which the page is loaded again."""

TURNS = 6
"""Questions of a conversation, after which the next one begins."""

_EN = Words("en")
_FULL = _EN("line_full")
_IN_LINE = re.compile(re.escape(_EN("in_line", n="N")).replace("N", "([0-9]+)"))


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: seconds are counted from pressing Enter, `began` from the start of the run.

    `first` is when the page first said anything of it, `place` the first place in line that it was
    told, 0 if it never waited. `request` is the id that the server's log knows it by.
    """

    began: float
    ended: Ended | Literal["busy", "vanished", "error"]
    seconds: float
    first: float
    place: int
    request: str
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a conversation that was opened once more held."""

    turns: int
    lost: int


@dataclass(slots=True)
class _Asking:
    began: float
    first: float = 0.0
    place: int = 0
    now: int = 0
    step: Step | None = None

    def saw(self, step: Step, clock: float) -> None:
        self.first = self.first or clock - self.began
        self.now = place_told(step)
        self.place = self.place or self.now
        self.step = step


def place_told(step: Step) -> int:
    """The place in line that the page tells now; 0 if it tells none."""
    found = _IN_LINE.search(unescape(step.live))
    return int(found[1]) if found else 0


@dataclass(slots=True)
class Person:
    """Whose conversations are remembered as they were shown, to be read back."""

    client: httpx.AsyncClient
    events: PageEvents
    questions: Sequence[str]
    draw: random.Random
    asked: list[Asked] = field(default_factory=list)
    read: list[ReadBack] = field(default_factory=list)
    reloads: int = 0
    _shown: dict[str, list[TurnShown]] = field(default_factory=dict)
    _talk: str = ""

    async def ask_until(self, over: Callable[[], bool], clock: Callable[[], float]) -> None:
        """One question after the other; the one that is under way is waited for."""
        tab = await self._opened(None)
        while not over():
            if len(self._shown.get(self._talk, ())) >= TURNS:
                self._talk = ""
            vanishing = self.draw.random() < VANISHING
            await self._ask(tab, vanishing, clock)
            if self.asked[-1].ended in ("vanished", "error"):
                tab = await self._opened(tab)
            elif self.draw.random() < RELOADING:
                self.reloads += 1
                tab = await self._opened(tab)
        await tab.closed()

    async def read_back(self) -> None:
        """Open every conversation in a new tab and look for what was shown of it."""
        for talk in self._shown:
            await (await self._opened(None, talk)).closed()

    async def _ask(self, tab: Tab, vanishing: bool, clock: Callable[[], float]) -> None:
        asking, question = _Asking(clock()), self.draw.choice(self.questions)
        in_line = self.draw.random() < 0.5
        ended: Ended | Literal["busy", "vanished", "error"] = "vanished"
        wrong = ""
        try:
            async with aclosing(tab.steps(question, self._talk)) as steps:
                async for step in steps:
                    asking.saw(step, clock())
                    self._talk = step.talk or self._talk
                    if vanishing and (in_line or not asking.now):
                        break
                else:
                    ended = self._kept(asking.step)
        except (LoadError, httpx.HTTPError) as error:
            ended, wrong = "error", f"{type(error).__name__}: {error}"[:200]
        if ended == "vanished":
            await tab.closed()
        seconds = clock() - asking.began
        self.asked.append(
            Asked(asking.began, ended, seconds, asking.first, asking.place, tab.request, wrong)
        )

    def _kept(self, step: Step | None) -> Ended | Literal["busy", "error"]:
        turns = turns_shown(step.thread) if step else ()
        if not turns:
            return "error"
        self._shown.setdefault(self._talk, []).append(turns[-1])
        if turns[-1].ended == "failed" and "".join(_FULL.split()) in turns[-1].words:
            return "busy"
        return turns[-1].ended

    async def _opened(self, before: Tab | None, talk: str | None = None) -> Tab:
        if before is not None:
            await before.closed()
        tab, talk = Tab(self.client, self.events), self._talk if talk is None else talk
        began = time.monotonic()
        try:
            kept = turns_shown((await tab.opened(talk)).thread)
        except httpx.HTTPError as error:
            said = f"{type(error).__name__}: {error}"[:200]
            self.asked.append(Asked(0.0, "error", time.monotonic() - began, 0.0, 0, "", said))
        else:
            shown = tuple(self._shown.get(talk, ()))
            self.read.append(ReadBack(len(shown), len(lost(shown, kept))))
        return tab
