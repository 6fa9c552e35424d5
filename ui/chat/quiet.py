"""Keep Gradio to itself: no statistics, no hub, no history of its own, no proxy for loopback."""

import atexit
import os
import shutil
import tempfile

_SILENT = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    # After every event Gradio makes a table of the last 10,000, for a page that is shut here.
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": str(10**9),
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",
    "GRADIO_RUN_HISTORY": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
}


def quieten() -> None:
    """Set what Gradio reads when it is imported; call it before the first `import gradio`."""
    os.environ.update(_SILENT)
    if "GRADIO_TEMP_DIR" not in os.environ:
        os.environ["GRADIO_TEMP_DIR"] = folder = tempfile.mkdtemp(prefix="pincite-chat-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)  # what was uploaded, too
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(filter(None, (os.environ.get(name), "127.0.0.1,localhost")))
