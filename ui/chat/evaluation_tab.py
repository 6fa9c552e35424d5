"""How good the answers are: what `pincite eval` computes, to run and to look into."""

from pathlib import Path
from typing import Any

import gradio as gr

from ui.chat.context import ChatContext
from ui.chat.evaluation_handlers import EvaluationHandlers
from ui.chat.words import label

_SCRIPT = Path(__file__).parent / "static" / "evaluation.js"
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_QUICK: dict[str, Any] = {**_QUIET, "queue": False}


def build(context: ChatContext) -> None:
    """What to run, how far it is, the run, its questions."""
    handlers = EvaluationHandlers(context)
    with gr.Column(elem_id="evaluation", elem_classes="tab-page wide", min_width=0):
        form, going, run = _html("form"), _html("going"), _html("run")
        box = gr.Textbox(
            label=label("eval_find"),
            placeholder=label("eval_find_hint"),
            max_lines=1,
            max_length=200,
            elem_id="evaluation-find",
        )
        script = _SCRIPT.read_text(encoding="utf-8")
        questions = gr.HTML(
            elem_id="evaluation-questions", js_on_load=script, apply_default_css=False
        )
    shown = [form, going, run, questions]
    questions.opened(handlers.opened, None, shown, **_QUICK)
    questions.chosen(handlers.chosen, None, shown, **_QUICK)
    questions.stopped(handlers.stopped, None, None, **_QUICK)
    questions.listed(handlers.listed, box, questions, **_QUICK)
    questions.ran(handlers.ran, None, shown, concurrency_limit=None, **_QUIET)


def _html(name: str) -> gr.HTML:
    return gr.HTML(elem_id=f"evaluation-{name}", js_on_load=None, apply_default_css=False)
