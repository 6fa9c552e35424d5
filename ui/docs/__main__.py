"""Write `docs/cli.md` and the outputs of README.md anew; run from the repository's root."""

from pathlib import Path

from ui.docs.cli_page import cli_page
from ui.docs.shown_output import pasted

Path("docs/cli.md").write_text(cli_page(), encoding="utf-8")
readme = Path("README.md")
readme.write_text(pasted(readme.read_text(encoding="utf-8")), encoding="utf-8")
