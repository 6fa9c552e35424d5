"""Follow-up questions measured against their human rewrites."""

from collections.abc import Sequence
from pathlib import Path

import typer
from pydantic import TypeAdapter

from eval.followups import FollowupResult, Turn, measure, read_turns
from eval.model_rewriting import SCHEMA, RewritingResult, measure_model
from eval.written import replace_text
from rag.engine import open_engine
from rag.settings import Settings
from rag.writer.write import Writer, writer_of
from ui.progress import progress_shown
from ui.scoring.asking import asking

_RESULT = TypeAdapter(FollowupResult)
_REWRITING = TypeAdapter(RewritingResult)


def follow_ups(file: Path, limit: int | None, out: Path | None, settings: Settings) -> None:
    """Print overlap@10 with the human rewrite and write every turn's."""
    turns = read_turns(file)[:limit]
    folder = out or Path("var/eval") / f"followups-{file.stem}"
    folder.mkdir(parents=True, exist_ok=True)
    if writer := writer_of(settings):
        return _by_model(turns, writer, folder, settings)
    with progress_shown() as told:
        engine = open_engine(settings)
        found = measure(engine, turns, lambda done, total: told("search", done, total))
    typer.echo(
        f"Of the first ten passages for the human rewrite of {found.turns:,} follow-ups, "
        f"{100 * found.ours:.1f}% are found (95% interval {100 * found.low:.1f} to "
        f"{100 * found.high:.1f}%); {100 * found.raw:.1f}% without the conversation "
        f"(p = {found.p:.4f})."
    )
    replace_text(folder / "followups.json", _RESULT.dump_json(found, indent=1).decode() + "\n")


def _by_model(turns: Sequence[Turn], writer: Writer, folder: Path, settings: Settings) -> None:
    with progress_shown() as told:
        engine = open_engine(settings)
        found = measure_model(
            engine,
            turns,
            asking(writer, SCHEMA),
            lambda done, total: told("rewrite and search", done, total),
        )
    typer.echo(
        f"Of the first ten passages for the human rewrite of {found.turns:,} follow-ups, "
        f"{100 * found.model:.1f}% are found as the model puts them, {100 * found.rules:.1f}% as "
        f"the rules do (95% interval of the difference {100 * found.low:+.1f} to "
        f"{100 * found.high:+.1f}, p = {found.p:.4f}); it gave nothing usable for {found.failed:,}."
    )
    replace_text(folder / "rewriting.json", _REWRITING.dump_json(found, indent=1).decode() + "\n")
