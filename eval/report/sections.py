"""The written parts of the page; every text is escaped here."""

from collections.abc import Sequence
from html import escape

from eval import headline
from eval.loss import STAGES
from eval.report.interval_rows import Row, interval_rows
from eval.run import Provenance, Run
from eval.summary import Figure, Group

STAGE_KINDS = {stage: f"s{n}" for n, stage in enumerate(STAGES)}


def verified(run: Run) -> str:
    """Whether every word shown is the articles' own."""
    shown = sum(len(outcome.quotes) for outcome in run.outcomes)
    if run.faults:
        items = "".join(f"<li>{escape(fault)}</li>" for fault in run.faults[:50])
        return (
            f'<div class="alarm"><b>{len(run.faults)} quotes are not the articles&#8217; own '
            f"words. This run has failed.</b><ul>{items}</ul></div>"
        )
    if not shown:
        return ""
    return (
        f'<p class="sound">All {shown:,} quotes shown are the articles&#8217; own words, each '
        "compared with its article character by character.</p>"
    )


def stages(group: Group) -> str:
    """One bar of how the questions ended, and what each part means."""
    total = sum(group.stages.values())
    if not total:
        return ""
    present = [(stage, group.stages[stage]) for stage in STAGES if stage in group.stages]
    bar = "".join(
        f'<i class="{STAGE_KINDS[stage]}" style="flex:{count}" title="{count} {escape(stage)}"></i>'
        for stage, count in present
    )
    legend = "".join(
        f'<li><button type="button" data-stage="{escape(stage)}"><i class="{STAGE_KINDS[stage]}">'
        f"</i><b>{count:,}</b> {escape(stage)}</button><span>{escape(STAGES[stage])}</span></li>"
        for stage, count in present
    )
    return f'<div class="stages" role="img" aria-label="How questions ended">{bar}</div>' + (
        f'<ul class="stage-legend">{legend}</ul>'
    )


def measures(groups: Sequence[Group]) -> str:
    """Families of first measures, each a row with its interval; two columns for two halves."""
    parts = []
    for family, names in headline.FAMILIES.items():
        rows = [
            _measure(name, figure, group, kind)
            for name in names
            for group, kind in zip(groups, ("a", "b"), strict=False)
            if (figure := group.figures.get(name)) is not None and name != "distinct sources@10"
        ]
        if rows:
            parts.append(f"<section><h3>{family}</h3>{interval_rows(rows)}</section>")
    return f'<div class="columns">{"".join(parts)}</div>'


def _measure(name: str, figure: Figure, group: Group, kind: str) -> Row:
    note = group.name if group.name != "all" else ""
    value = f"{figure.value:.3f}"
    return Row(name, note, figure.value, figure.low, figure.high, value, kind)


def operating(group: Group) -> str:
    """What a stricter or looser threshold would give, in a sentence."""
    point = group.operating
    if point is None or point.threshold is None:
        return ""
    return (
        f"<p>With a threshold of {point.threshold:.2f}, {100 * point.unanswerable_answered:.0f}% "
        "of the unanswerable questions would be answered, and "
        f"{100 * point.right_first:.0f}% of the answerable ones would get the right quote first."
        "</p>"
    )


def provenance(of: Provenance) -> str:
    """Commit, hashes and settings."""
    rows = {
        "system": of.system,
        "dataset": f"{of.dataset}, {of.questions:,} questions, sha256 {of.dataset_sha256[:16]}",
        "commit": f"{(of.commit or 'unknown')[:12]}{' with changes' if of.dirty else ''}",
        "code": (of.code_sha256 or "not run")[:16],
        "index": (of.index_sha256 or "not used")[:16],
        "embedder": of.embedder or "not known",
        "models": ", ".join(f"{name} {sha256[:16]}" for name, sha256 in of.models.items()),
        "settings": ", ".join(f"{key} {value}" for key, value in of.settings.items())
        or "not known",
    }
    cells = "".join(
        f"<dt>{key}</dt><dd>{escape(value)}</dd>" for key, value in rows.items() if value
    )
    return f"<dl>{cells}</dl>"
