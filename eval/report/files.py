"""The report in all its forms, written beside its run."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter

from eval.compare import Comparison
from eval.report.markdown import markdown
from eval.report.page import page
from eval.run import Run
from eval.written import replace_text
from index.schema import Article
from rag.schema import Seconds

_COMPARISON = TypeAdapter(Comparison)


def write_report(
    folder: Path,
    run: Run,
    articles: Mapping[str, Article],
    times: Mapping[str, Seconds],
    compared: Comparison | None = None,
) -> Path:
    """Write `report.html`, `report.md` and, if any, `comparison.json`; the path of the page."""
    replace_text(folder / "report.md", markdown(run, compared))
    if compared:
        replace_text(folder / "comparison.json", _COMPARISON.dump_json(compared, indent=1).decode())
    replace_text(folder / "report.html", page(run, articles, times, compared))
    return folder / "report.html"
