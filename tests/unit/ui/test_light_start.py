import subprocess
import sys

HEAVY = {"torch", "gradio", "numpy", "pydantic", "onnxruntime", "rich", "matplotlib", "faiss"}


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, ui.cli; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "typer" in loaded
    assert not HEAVY & loaded
