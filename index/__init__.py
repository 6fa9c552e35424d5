"""Articles in, a searchable index out."""

from index import no_telemetry as no_telemetry  # before anything can load onnxruntime
