"""Follow-up questions measured against their human rewrites."""

from pathlib import Path

import typer
from pydantic import TypeAdapter

from eval.followups import FollowupResult, measure, read_turns
from eval.written import replace_text
from rag.engine import open_engine
from rag.settings import Settings
from ui.progress import progress_shown

_RESULT = TypeAdapter(FollowupResult)


def follow_ups(file: Path, limit: int | None, out: Path | None, settings: Settings) -> None:
    """Print overlap@10 with the human rewrite and write every turn's."""
    turns = read_turns(file)[:limit]
    with progress_shown() as told:
        engine = open_engine(settings)
        found = measure(engine, turns, lambda done, total: told("search", done, total))
    typer.echo(
        f"Of the first ten passages for the human rewrite of {found.turns:,} follow-ups, "
        f"{100 * found.ours:.1f}% are found (95% interval {100 * found.low:.1f} to "
        f"{100 * found.high:.1f}%); {100 * found.raw:.1f}% without the conversation "
        f"(p = {found.p:.4f})."
    )
    folder = out or Path("var/eval") / f"followups-{file.stem}"
    folder.mkdir(parents=True, exist_ok=True)
    replace_text(folder / "followups.json", _RESULT.dump_json(found, indent=1).decode() + "\n")
