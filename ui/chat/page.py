"""The page: the head, the conversations, the tabs, and the article beside them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import gradio as gr

from ui.chat import api
from ui.chat.ask import LONGEST
from ui.chat.context import ChatContext
from ui.chat.frame import head_html
from ui.chat.handlers import Handlers
from ui.chat.line import LONGEST as LONGEST_LINE
from ui.chat.script_calls import script_calls
from ui.chat.suggested import Suggested
from ui.chat.words import Words, label

STATIC = Path(__file__).parent / "static"
SESSIONS = 1000
"""Tabs whose state is kept, about 160 kB each; the one longest unused is forgotten first."""

AT_ONCE = LONGEST_LINE
"""Answers that may be under way together: all of them, so that each is told its place in line."""

UNDER_WAY = AT_ONCE + 500
"""Events of all kinds under way together. Gradio has 40 places unless told otherwise: with more
waiting in line, the others would be told nothing, and a lookup would wait behind them."""

_KEPT = 24 * 3600
_QUICK: dict[str, Any] = {
    "queue": False,
    "show_progress": "hidden",
    "api_visibility": "private",
}


Tab = Callable[[ChatContext], None]


def build_page(context: ChatContext, tabs: Mapping[str, Tab]) -> gr.Blocks:
    """The page as Gradio blocks; `tabs` come after the chat, named by the words `tab_<key>`."""
    suggested = Suggested(context.engine)
    handlers, calls = Handlers(context, suggested), script_calls(context, suggested)
    page = gr.Blocks(
        title="Pincite", fill_width=True, analytics_enabled=False, delete_cache=(3600, _KEPT)
    )
    with page:
        api.build(context)  # first, or the page's own events would take the names of its calls
        head = _html(head_html(Words("en")), "head")
        with gr.Row(elem_id="shell", equal_height=False):
            with gr.Column(elem_id="side", min_width=0):
                talks = gr.HTML(
                    elem_id="talks",
                    js_on_load=_script("page.js"),
                    server_functions=[
                        calls.copied,
                        calls.exported,
                        calls.judged,
                        calls.suggestions,
                    ],
                    apply_default_css=False,
                )
            with gr.Column(elem_id="main", min_width=0), gr.Tabs(elem_id="tabs"):
                with gr.Tab(label("tab_ask"), id="ask"):
                    _ask(handlers, head, talks)
                for name, build in tabs.items():
                    with gr.Tab(label(f"tab_{name}"), id=name):
                        build(context)
            with gr.Column(elem_id="article", min_width=0):
                gr.HTML(
                    elem_id="panel",
                    js_on_load=_script("panel.js"),
                    server_functions=[calls.article],
                    apply_default_css=False,
                )
        page.unload(handlers.left)
    threads, page.max_threads = page.max_threads, UNDER_WAY  # by which the queue counts its places
    page.queue(default_concurrency_limit=8, max_size=256, api_open=False)
    page.max_threads = threads
    page.state_session_capacity = SESSIONS
    return page


def _ask(handlers: Handlers, head: gr.HTML, talks: gr.HTML) -> None:
    """The conversation and its box, wired."""
    # The id alone, which is of use to its reader only: a tab outlives a restart of the server.
    talk = gr.Textbox(visible="hidden", elem_id="talk", max_length=100)
    thread, live = _html("", "thread"), _html("", "live")
    with gr.Column(elem_id="composer", min_width=0):
        said = _html("", "said")
        box = gr.Textbox(
            label=label("question"),
            show_label=False,
            placeholder=label("question_hint"),
            elem_id="question",
            max_length=LONGEST,
            max_lines=6,
            autofocus=True,
            submit_btn=True,
        )
        folded = gr.Accordion(label("filters"), open=False, elem_id="filters")
        with folded, gr.Row():
            sources = gr.Dropdown(
                [],
                multiselect=True,
                label=label("filter_sources"),
                info=label("filter_sources_hint"),
            )
            since = gr.Textbox(
                label=label("filter_since"), info=label("filter_date_hint"), max_length=10
            )
            until = gr.Textbox(
                label=label("filter_until"), info=label("filter_date_hint"), max_length=10
            )
    filters = [sources, since, until]
    changes = [sources.change, since.change, until.change]
    gr.on(changes, handlers.filtered, filters, folded, **_QUICK)
    shown = [talks, thread, live, said, talk, box]
    asked: dict[str, Any] = {
        "fn": handlers.ask,
        "inputs": [box, *filters, talk],
        "outputs": shown,
        "show_progress": "hidden",
        "concurrency_limit": AT_ONCE,
        "concurrency_id": "answer",
        "api_visibility": "private",
    }
    box.submit(**asked)
    talks.asked(handlers.picked, None, box, **_QUICK).then(**asked)
    box.stop(handlers.stop, None, None, **_QUICK)
    opened = [head, talks, thread, live, talk, sources, box]
    talks.opened(handlers.opened, None, opened, **_QUICK)
    talks.deleted(handlers.deleted, talk, [talks, thread, talk], **_QUICK)


def _html(value: str, name: str) -> gr.HTML:
    return gr.HTML(value, elem_id=name, js_on_load=None, apply_default_css=False)


def _script(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")
