"""The web application: the page, the programs' interface, and what guards them."""

import gradio as gr
from fastapi import FastAPI

from rag.settings import Settings
from rag.writer.write import writer_of
from ui.chat import collection_tab, evaluation_tab, lookup_tab
from ui.chat.access import ANYBODY_HERE, Access
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations
from ui.chat.forget import Forgets
from ui.chat.forwarded import Forwarded
from ui.chat.guard import guard
from ui.chat.head_start import HeadStart
from ui.chat.known_calls import KnownCalls
from ui.chat.listening import Listening
from ui.chat.login import Login, logged_in
from ui.chat.mcp_server import mount_mcp
from ui.chat.measured import measured
from ui.chat.page import STATIC, build_page
from ui.chat.rate_limit import RateLimit
from ui.chat.reader import Readers
from ui.chat.seen import Seen
from ui.chat.theme import head, theme
from ui.chat.users import Users
from ui.chat.words import browser_translations
from ui.chat.work import Work

LOCAL = ("127.0.0.1", "localhost", "[::1]")
LARGEST_UPLOAD = "50mb"
A_MINUTE = 60
"""Questions that one person may ask in a minute, where people log in."""

TABS = {
    "lookup": lookup_tab.build,
    "collection": collection_tab.build,
    "evaluation": evaluation_tab.build,
}


ITSELF = Work()
"""The real work; tests put a quicker one in its place."""


def build_app(
    engine: EngineHolder,
    settings: Settings,
    access: Access = ANYBODY_HERE,
    work: Work = ITSELF,
) -> FastAPI:
    """The application; conversations lie beside the index.

    Raises:
        BadInputError: nobody can log in by the users file, a package for MCP or for the writer is
            missing, or the writer is named wrongly.
    """
    users = Users(access.users) if access.users else None
    talks = Conversations(settings.index.parent / "conversations.sqlite")
    limit = RateLimit(A_MINUTE, 60) if users else None
    context = ChatContext(settings, engine, talks, limit, work, writer_of(settings))
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    page = build_page(context, TABS)
    app.add_middleware(KnownCalls, page=page)
    app.add_middleware(HeadStart, head=head())
    app.add_middleware(Readers)
    if users:
        app.add_middleware(Login, users=users)
    guard(app, [*LOCAL, *access.hosts])
    forgets = Forgets(page, context.listeners.open)
    app.add_middleware(Listening, listeners=context.listeners, over=forgets.soon)
    app.add_middleware(Seen, metrics=context.metrics)
    app.add_middleware(Forwarded, proxies=access.proxies)

    @app.get("/healthz")
    def healthz() -> dict[str, bool]:
        return {"ok": True}

    measured(app, context)
    if access.mcp:
        mount_mcp(app, context)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        page,
        path="/",
        auth_dependency=logged_in if users else None,
        theme=theme(),
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
    return mounted
