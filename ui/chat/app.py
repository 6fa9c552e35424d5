"""The web application: the page, mounted and guarded."""

from collections.abc import Sequence

import gradio as gr
from fastapi import FastAPI

from rag.settings import Settings
from ui.chat.context import Asks, ChatContext, EngineHolder
from ui.chat.conversations import Conversations
from ui.chat.guard import guard
from ui.chat.page import STATIC, build_page
from ui.chat.reader import Readers
from ui.chat.theme import head, theme
from ui.chat.words import browser_translations

LOCAL = ("127.0.0.1", "localhost", "[::1]")
LARGEST_UPLOAD = "50mb"


def build_app(engine: Asks, settings: Settings, hosts: Sequence[str] = LOCAL) -> FastAPI:
    """The application for requests to `hosts`; conversations lie beside the index."""
    talks = Conversations(settings.index.parent / "conversations.sqlite")
    context = ChatContext(settings, EngineHolder(engine), talks)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Readers)
    guard(app, hosts)

    @app.get("/healthz")
    def healthz() -> dict[str, bool]:
        return {"ok": True}

    return gr.mount_gradio_app(
        app,
        build_page(context, {}),
        path="/",
        theme=theme(),
        head=head(),
        i18n=browser_translations(),
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=LARGEST_UPLOAD,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        allowed_paths=[],
        blocked_paths=[str(STATIC.parent)],
    )
