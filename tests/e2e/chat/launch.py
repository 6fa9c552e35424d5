"""Serve the page over the fake engine: `python -m tests.e2e.chat.launch PORT FOLDER [CHANGE]`.

CHANGE is what became of an article since: `without-ferry` or `ferry-moved`. People log in where
the folder holds a file `users`; the tools for language-model clients are served where `mcp` is
installed.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

from ui.chat.quiet import quieten

if __name__ == "__main__":
    quieten()
    import uvicorn

    from rag.settings import Settings
    from tests.e2e.chat.fake_articles import articles, changed
    from tests.e2e.chat.fake_engine import FakeEngine
    from tests.e2e.chat.fake_rebuild import FakeRebuild
    from tests.e2e.chat.fake_score import fake_score
    from ui.chat.access import Access
    from ui.chat.app import build_app
    from ui.chat.context import EngineHolder
    from ui.chat.work import Work

    folder, held = Path(sys.argv[2]), changed(articles(), *sys.argv[3:])
    users = folder / "users"
    access = Access(users=users if users.exists() else None, mcp=find_spec("mcp") is not None)
    settings = Settings(index=folder / "index")
    app = build_app(
        EngineHolder(FakeEngine(held)), settings, access, Work(FakeRebuild(len(held)), fake_score)
    )
    uvicorn.run(
        app,
        port=int(sys.argv[1]),
        log_level="warning",
        timeout_graceful_shutdown=2,
        proxy_headers=False,
    )
