"""Nothing is sent anywhere: onnxruntime is told so before it is loaded.

Its official builds since 1.31 keep a device id and report events, the interpreter's path among
them, to Microsoft; only this variable, set before the library is loaded, prevents it (Privacy.md of
the package). It stands in `index/__init__.py`, so that no import order can come before it.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
