"""A run: its sentence, how its questions ended, its measures, its plots; and against another."""

from collections.abc import Mapping

from eval import headline
from eval.compare import Comparison
from eval.report import plots, sections
from eval.report.comparison import comparison
from eval.run import Run
from rag.schema import Seconds
from ui.chat.escape import attribute
from ui.chat.inert import inert
from ui.chat.words import Words


def run_html(
    words: Words,
    name: str,
    run: Run,
    times: Mapping[str, Seconds],
    compared: Comparison | None,
) -> str:
    """The report's own parts, in the page's clothes; every plot's axis starts at 0."""
    group = headline.verdict_group(run.groups)
    halves = group.kind == "half"
    columns = [g for g in run.groups if g.kind == "half"] if halves else [group]
    columns.sort(key=lambda g: g.name)
    slices = [g for g in run.groups if g.kind != "half"]
    figures = (
        ("eval_risk", sections.operating(group) + plots.risk_plot(columns)),
        ("eval_depth", plots.recall_plot(group)),
        ("eval_hard", plots.slice_rows(slices)),
        ("eval_times", plots.latency_plot(times)),
    )
    drawn = "".join(_figure(words, key, inside) for key, inside in figures)
    return (
        f'<article class="run" lang="en"><p class="kicker"><bdi>{attribute(name)}</bdi></p>'
        f'<h3 class="told">{attribute(headline.sentence(group))}</h3>'
        f"{inert(sections.verified(run))}"
        f"{_lower(comparison(compared)) if compared else ''}"
        f"{_part(words, 'eval_ended', sections.stages(group))}"
        f'<div class="figures">{drawn}</div>'
        f"{_part(words, 'eval_measures', sections.measures(columns))}"
        f"{_part(words, 'eval_made', sections.provenance(run.provenance))}"
        f"<h3>{attribute(words('eval_questions'))}</h3></article>"
    )


def _part(words: Words, key: str, inside: str) -> str:
    head = attribute(words(key))
    return f"<section><h3>{head}</h3>{_lower(inside)}</section>" if inside else ""


def _lower(html: str) -> str:
    """The report's headings, one level down: here they stand inside a page."""
    return (
        inert(html.replace("<h3>", "<h4>").replace("</h3>", "</h4>"))
        .replace("<h2>", "<h3>")
        .replace("</h2>", "</h3>")
    )


def _figure(words: Words, key: str, inside: str) -> str:
    return _part(words, key, inside).replace("<section>", '<section class="figure">', 1)
