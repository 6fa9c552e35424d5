"""The articles: listed, searched, opened, added and removed, and what they date from."""

from pathlib import Path
from typing import Any

import gradio as gr

from ui.chat.collection_handlers import CollectionHandlers
from ui.chat.context import ChatContext
from ui.chat.words import label

_STATIC = Path(__file__).parent / "static"
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_QUICK: dict[str, Any] = {**_QUIET, "queue": False}


def build(context: ChatContext) -> None:
    """The place to drop files, what came of it, the search box, the list."""
    handlers = CollectionHandlers(context)
    with gr.Column(elem_id="collection", elem_classes="tab-page wide", min_width=0):
        drop = _html("collection-add", "collection_add.js")
        report = gr.HTML(elem_id="collection-report", js_on_load=None, apply_default_css=False)
        box = gr.Textbox(
            label=label("coll_search"),
            placeholder=label("coll_search_hint"),
            max_lines=1,
            max_length=200,
            elem_id="collection-search",
        )
        shown = _html("collection-list", "collection_list.js")
    drop.opened(handlers.opened, None, [drop, shown], **_QUICK)
    box.change(handlers.searched, box, shown, trigger_mode="always_last", **_QUICK)
    shown.listed(handlers.listed, box, shown, **_QUICK)
    # A change that waits for another holds no thread, so any number may wait.
    waiting: dict[str, Any] = {**_QUIET, "concurrency_limit": None}
    drop.added(handlers.added, box, [report, shown], **waiting)
    shown.removed(handlers.removed, box, [report, shown], **waiting)


def _html(name: str, script: str) -> gr.HTML:
    code = (_STATIC / script).read_text(encoding="utf-8")
    return gr.HTML(elem_id=name, js_on_load=code, apply_default_css=False)
