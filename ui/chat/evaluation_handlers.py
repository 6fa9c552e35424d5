"""What happens in the evaluation's tab, one method per event."""

import asyncio
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import gradio as gr

from index.errors import PinciteError
from ui.chat.change_html import failed_html
from ui.chat.context import ChatContext
from ui.chat.evaluation_form_html import form_html, going_html
from ui.chat.evaluations import Evaluations, StoppedError
from ui.chat.lookup_html import problem_html
from ui.chat.question_view import QuestionView
from ui.chat.script_calls import field
from ui.chat.words import words_for

if TYPE_CHECKING:  # imported when it is needed: it takes a second
    from eval.run import Run

_LOOK = 0.25

Shown = tuple[Any, Any, Any, Any]
"""The form, the progress, the run, its questions."""


class EvaluationHandlers:
    """Bound to the tab's events by `ui.chat.evaluation_tab`."""

    def __init__(self, context: ChatContext) -> None:
        self._engine = context.engine
        self._evaluations = Evaluations(context)
        self._read: tuple[str, int, Run] | None = None

    def opened(self, request: gr.Request) -> Shown:
        """The newest run, if there is one."""
        runs = self._evaluations.runs()
        return self._show(request, runs[0] if runs else "", "")

    def chosen(self, event: gr.EventData, request: gr.Request) -> Shown:
        """Another run, or another to compare it with."""
        return self._show(request, field(event._data, "shown"), field(event._data, "against"))

    def stopped(self) -> None:
        """End the run under way."""
        self._evaluations.stop()

    async def ran(self, event: gr.EventData, request: gr.Request) -> AsyncIterator[Shown]:
        """Run a set and show it; the run goes on if nobody looks any more."""
        words, limit = words_for(request), field(event._data, "limit")
        few = int(limit) if limit.isascii() and limit.isdigit() and len(limit) < 6 else None
        run = self._evaluations.start(field(event._data, "set"), few or None)
        while not run.done():
            yield gr.skip(), going_html(words, self._evaluations.step), gr.skip(), gr.skip()
            await asyncio.sleep(_LOOK)
        try:
            name = run.result()
        except StoppedError:
            yield gr.skip(), problem_html(words("eval_stopped")), gr.skip(), gr.skip()
        except PinciteError as error:
            told = failed_html(words("eval_failed"), str(error))
            yield gr.skip(), told, gr.skip(), gr.skip()
        else:
            yield await asyncio.to_thread(self._show, request, name, "")

    def listed(self, query: str, event: gr.EventData, request: gr.Request) -> str:
        """The questions of the run that is shown, those that match."""
        sent, page = event._data, field(event._data, "page")
        number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
        view = QuestionView(field(sent, "run"), query[:200], field(sent, "stage"), number)
        return self._questions(request, view)

    def _show(self, request: gr.Request, name: str, against: str) -> Shown:
        from eval.compare import compare
        from ui.chat.run_html import run_html

        words, kept = words_for(request), self._evaluations
        name, against = (each if each in kept.runs() else "" for each in (name, against))
        form = form_html(words, kept.datasets(), kept.runs(), name, against)
        if not name:
            return form, "", "", ""
        try:
            run = self._run(name)
            before = kept.run(against) if against else None
            compared = compare(before, run, against, name) if before else None
            shown = run_html(words, name, run, kept.times(name), compared)
            return form, "", shown, self._questions(request, QuestionView(name))
        except PinciteError as error:
            return form, problem_html(str(error)), "", ""

    def _questions(self, request: gr.Request, view: QuestionView) -> str:
        from ui.chat.question_list_html import questions_html

        try:
            outcomes = self._run(view.run).outcomes
        except PinciteError as error:
            return problem_html(str(error))
        return questions_html(words_for(request), outcomes, self._engine.articles, view)

    def _run(self, name: str) -> "Run":
        """The run last looked at is kept read."""
        stamp = (self._evaluations.folder(name) / "run.json").stat().st_mtime_ns
        if self._read is None or self._read[:2] != (name, stamp):
            self._read = (name, stamp, self._evaluations.run(name))
        return self._read[2]
