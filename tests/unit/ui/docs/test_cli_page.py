from pathlib import Path

from ui.docs.cli_page import cli_page

PAGE = Path(__file__).parents[4] / "docs" / "cli.md"


def test_the_page_says_what_help_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == cli_page(), "write it anew with: make docs"
