"""Questions taken apart by the rules and by a model, measured by the evidence they find."""

from pathlib import Path

import typer
from pydantic import TypeAdapter

from eval.compare import verdict
from eval.decomposition import DecompositionResult, measure, of_several_parts
from eval.indexes import demand_fit, fitting_settings
from eval.model_parts import SCHEMA
from eval.written import replace_text
from rag.engine import open_engine
from rag.settings import Settings
from rag.writer.write import writer_of
from ui.progress import progress_shown
from ui.scoring.asking import asking
from ui.scoring.scored import dataset_of

_RESULT = TypeAdapter(DecompositionResult)


def taken_apart(
    dataset: Path | None, limit: int | None, out: Path | None, settings: Settings, own_index: bool
) -> None:
    """Print every two ways held against each other and write every question's parts."""
    writer = writer_of(settings)
    found = of_several_parts(dataset_of(dataset, None), limit)
    folder = out or Path("var/eval") / f"{found.name}-parts"
    folder.mkdir(parents=True, exist_ok=True)
    with progress_shown() as told:
        if own_index:
            settings = fitting_settings(found, settings, told)
        engine = open_engine(settings)
        demand_fit(found, engine.index.articles, settings.index)
        result = measure(
            engine,
            found,
            asking(writer, SCHEMA) if writer else None,
            lambda done, total: told("take apart and search", done, total),
        )
    replace_text(folder / "parts.json", _RESULT.dump_json(result, indent=1).decode() + "\n")
    typer.echo("\n".join(_lines(result)))
    typer.echo(f"Parts: {folder / 'parts.json'}", err=True)


def _lines(result: DecompositionResult) -> list[str]:
    lines = [
        f"{way}: {sum(bool(each.parts[way]) for each in result.searched):,} of "
        f"{len(result.searched):,} questions taken apart."
        for way in result.searched[0].parts
        if way != "whole"
    ]
    if result.failed:
        lines.append(f"The model gave nothing usable for {result.failed:,}.")
    tests = [(pair, test) for pair in result.compared for test in pair.tests]
    return lines + [verdict([test], pair.old, pair.new) for pair, test in tests]
