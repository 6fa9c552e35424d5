import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("module", ["index.onnx_model", "rag.reader", "rag.engine"])
def test_onnxruntime_keeps_and_sends_nothing(module: str, tmp_path: Path) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    code = f"import {module}, sys; assert 'onnxruntime' in sys.modules"
    homes = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], env={**plain, **homes}, check=True)
    assert list(tmp_path.rglob("*")) == []
