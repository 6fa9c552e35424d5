"""Where does this quote stand? Paste it, or a citation's id, or a link to one."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import gradio as gr

from index.errors import PinciteError
from rag.lookup import LONGEST, look_up
from ui.chat.caller import Caller
from ui.chat.context import ChatContext
from ui.chat.counted_call import counted_call
from ui.chat.escape import attribute
from ui.chat.limits import allowed
from ui.chat.lookup_html import lookup_html, problem_html
from ui.chat.render import waiting_html
from ui.chat.seen import request_id
from ui.chat.words import label, words_for

AT_ONCE = 4


def build(context: ChatContext) -> None:
    """The box, the button, and what came of it."""

    def looked_up(pasted: str, request: gr.Request) -> Iterator[str]:
        words, articles = words_for(request), context.engine.articles
        if not (pasted or "").strip():
            yield ""
            return
        yield waiting_html(words.count("searching", len(articles)))
        try:
            allowed(context, request)
            with counted_call(context.metrics, "cite", Caller("page", request_id(request))):
                found = look_up(reference_in(pasted), articles)
            yield lookup_html(words, found, len(articles))
        except PinciteError as error:
            yield problem_html(str(error))

    with gr.Column(elem_id="lookup", elem_classes="tab-page", min_width=0):
        hero = gr.HTML(elem_id="lookup-hero", js_on_load=_OPENED, apply_default_css=False)
        with gr.Column(elem_id="lookup-form", min_width=0):
            box = gr.Textbox(
                label=label("lookup_box"),
                placeholder=label("lookup_hint"),
                lines=3,
                max_lines=12,
                max_length=LONGEST + 1,
                elem_id="lookup-box",
            )
            button = gr.Button(label("lookup_go"), variant="primary", elem_id="lookup-go")
        found = gr.HTML(elem_id="lookup-found", js_on_load=_SCRIPT, apply_default_css=False)
    hero.opened(_hero, None, hero, queue=False, show_progress="hidden", api_visibility="private")
    gr.on(
        [box.submit, button.click],
        looked_up,
        box,
        found,
        show_progress="hidden",
        concurrency_limit=AT_ONCE,
        api_visibility="private",
    )


def _hero(request: gr.Request) -> str:
    words = words_for(request)
    return (
        f'<div class="tab-first"><h2>{attribute(words("lookup_hero"))}</h2>'
        f"<p>{attribute(words('lookup_how'))}</p></div>"
    )


def reference_in(pasted: str) -> str:
    """The id in a pasted link, whatever else the link carries; any other text as it is."""
    text = pasted.strip()
    if not text.startswith(("http://", "https://")) or any(c.isspace() for c in text):
        return pasted
    try:
        cited = parse_qs(urlsplit(text).query).get("cite", [])
    except ValueError:
        return pasted
    return cited[0] if cited else pasted


_OPENED = 'trigger("opened", {});'
# The verdict takes the focus: it is read aloud, and a phone scrolls to it.
_SCRIPT = 'watch("value", () => element.querySelector(".verdict")?.focus());'
