"""Questions in, verbatim quotes with pinpoint citations out."""

import index as index  # its first line keeps onnxruntime from reporting, see index/no_telemetry.py
