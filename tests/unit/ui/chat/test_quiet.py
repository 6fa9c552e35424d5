import os
import subprocess
import sys
from pathlib import Path

_PRINTED = (
    "import os; from ui.chat.quiet import quieten; quieten(); print(os.environ['GRADIO_TEMP_DIR'])"
)


def folder_after(**environment: str) -> Path:
    plain = {name: value for name, value in os.environ.items() if name != "GRADIO_TEMP_DIR"}
    done = subprocess.run(
        [sys.executable, "-c", _PRINTED],
        env={**plain, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return Path(done.stdout.strip())


def test_the_folder_of_uploads_goes_with_the_process(tmp_path: Path) -> None:
    made = folder_after(TMPDIR=str(tmp_path))
    assert made.parent == tmp_path
    assert not list(tmp_path.iterdir())


def test_a_folder_that_was_named_stays(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    assert folder_after(TMPDIR=str(tmp_path), GRADIO_TEMP_DIR=str(kept)) == kept
    assert list(tmp_path.iterdir()) == [kept]
