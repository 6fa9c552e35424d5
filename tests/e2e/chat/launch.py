"""Serve the page over the fake engine: `python -m tests.e2e.chat.launch PORT FOLDER`."""

import sys
from pathlib import Path

from ui.chat.quiet import quieten

if __name__ == "__main__":
    quieten()
    import uvicorn

    from rag.settings import Settings
    from tests.e2e.chat.fake_engine import FakeEngine
    from ui.chat.app import build_app

    settings = Settings(index=Path(sys.argv[2]) / "index")
    app = build_app(FakeEngine(), settings)
    uvicorn.run(app, port=int(sys.argv[1]), log_level="warning", timeout_graceful_shutdown=2)
