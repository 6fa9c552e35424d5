from pathlib import Path

from ui.docs.shown_output import pasted, timeless

README = Path(__file__).parents[3] / "README.md"


def test_the_outputs_shown_are_the_programs() -> None:
    shown = README.read_text(encoding="utf-8")
    assert timeless(pasted(shown)) == timeless(shown), "write it anew with: make docs"
