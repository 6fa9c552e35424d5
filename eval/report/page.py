"""The report as one HTML page that asks nothing of any network."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template

from eval import headline
from eval.compare import Comparison
from eval.report import plots, sections
from eval.report.comparison import comparison
from eval.report.question_data import question_data
from eval.run import Run
from eval.significance.power import smallest_detectable_of
from index.schema import Article
from rag.schema import Seconds

_HERE = Path(__file__).parent


def page(
    run: Run,
    articles: Mapping[str, Article],
    times: Mapping[str, Seconds],
    compared: Comparison | None = None,
) -> str:
    """The page; only its section of times differs between two runs of the same thing."""
    group = headline.verdict_group(run.groups)
    halves = group.kind == "half"
    columns = [g for g in run.groups if g.kind == "half"] if halves else [group]
    columns.sort(key=lambda g: g.name)
    slices = [g for g in run.groups if g.kind != "half"]
    figures = [
        _figure("risk", "When is it wrong?", sections.operating(group) + plots.risk_plot(columns)),
        _figure("recall", "How deep must one look?", plots.recall_plot(group)),
        _figure("slices", "Which questions are hard?", plots.slice_rows(slices)),
        _figure("times", "How long does it take?", plots.latency_plot(times)),
    ]
    return Template((_HERE / "page.html").read_text(encoding="utf-8")).substitute(
        title=escape(f"{run.provenance.dataset}: {run.provenance.system}, evaluated"),
        kicker=escape(_kicker(run, halves)),
        sentence=escape(headline.sentence(group)),
        verified=sections.verified(run),
        stages=sections.stages(group),
        figures="".join(figures),
        comparison=comparison(compared) if compared else "",
        measures=sections.measures(columns),
        power=_power(group.questions),
        provenance=sections.provenance(run.provenance),
        style=(_HERE / "page.css").read_text(encoding="utf-8"),
        script=(_HERE / "page.js").read_text(encoding="utf-8"),
        data=question_data(run.outcomes, articles, halves=halves),
        count=f"{len(run.outcomes):,}",
    )


def _kicker(run: Run, halves: bool) -> str:
    system = run.provenance.system.replace("pincite", "Pincite")
    if halves:
        return f"{system} on the fixed question set, judging half"
    return f"{system} on {run.provenance.dataset}"


def _figure(key: str, title: str, inside: str) -> str:
    if not inside:
        return ""
    return f'<section class="figure" id="{key}"><h3>{escape(title)}</h3>{inside}</section>'


def _power(questions: int) -> str:
    reach = 100 * smallest_detectable_of(questions) if questions else 0.0
    return (
        f"Against a system that ends otherwise on one question in five, {questions:,} questions "
        f"would show a difference of {reach:.1f} points four times in five."
    )
