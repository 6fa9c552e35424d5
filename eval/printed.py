"""A run for the terminal, as plain lines."""

from collections.abc import Sequence

from eval import headline
from eval.loss import STAGES
from eval.run import Run
from eval.summary import Figure, Group


def printed(run: Run) -> list[str]:
    """The sentence, the first measures by column (all, or both halves), and the loss stages."""
    groups = _columns(run.groups)
    lines = [headline.sentence(headline.verdict_group(run.groups)), ""]
    lines.append(_row("", [f"{g.name} ({g.questions:,})" for g in groups]))
    for family, names in headline.FAMILIES.items():
        found = [name for name in names if any(name in g.figures for g in groups)]
        if found:
            lines += ["", family]
        lines += [
            _row(f"  {name}", [_figure(g.figures.get(name)) for g in groups]) for name in found
        ]
    if any(group.stages for group in groups):
        lines += ["", "Where questions were lost"]
        lines += [
            _row(f"  {stage}", [str(g.stages.get(stage, 0)) for g in groups])
            for stage in STAGES
            if any(stage in g.stages for g in groups)
        ]
    verdict = f"{len(run.faults)} UNVERIFIED" if run.faults else "Every quote shown is verified."
    return [*lines, "", verdict]


def _columns(groups: Sequence[Group]) -> list[Group]:
    halves = [group for group in groups if group.kind == "half"]
    return halves or [group for group in groups if group.kind == "all"]


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:<36}" + "".join(f"{cell:>24}" for cell in cells)


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return "-"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.3f}"
    return f"{figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}]"
