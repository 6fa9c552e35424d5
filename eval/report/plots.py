"""The four plots of a run."""

from collections.abc import Mapping, Sequence

import numpy as np

from eval.measures.evidence import DEPTHS
from eval.report.interval_rows import Row, interval_rows
from eval.report.svg import Axis, Series, bars, lines, percent_axis
from eval.summary import Figure, Group
from rag.schema import Seconds

_RECALL = (1, 5, 10, 20, 100)


def risk_plot(groups: Sequence[Group]) -> str:
    """Share of wrong answers against share of questions answered; empty without replies."""
    kinds = ("a", "b")
    series = [
        Series(group.name, [(p.coverage, p.risk) for p in group.risk], kind)
        for group, kind in zip([g for g in groups if g.risk], kinds, strict=False)
    ]
    if not series:
        return ""
    x, y = percent_axis("questions answered"), percent_axis("answers that are wrong")
    return lines("Wrong answers against questions answered", x, y, series)


def recall_plot(group: Group) -> str:
    """Recall against depth; of passages and evidence where gold is spans, else of articles."""
    figures = group.figures
    candidates = (
        Series("passages with gold", _points(figures, "R@{}", _RECALL), "a", True),
        Series("evidence, one by one", _points(figures, "evidence recall@{}", DEPTHS), "b", True),
        Series("articles with gold", _points(figures, "article R@{}", _RECALL), "c", True),
    )
    series = [each for each in candidates if each.points]
    if not series:
        return ""
    x = Axis("first k of the ranking", 1, 100, [(k, str(k)) for k in _RECALL], log=True)
    return lines("Recall against depth", x, percent_axis("found"), series)


def latency_plot(times: Mapping[str, Seconds]) -> str:
    """How many replies took how long; empty where nothing was timed."""
    spent = np.array([each.search + each.select for each in times.values()])
    if not len(spent) or not spent.max():
        return ""
    top = float(np.quantile(spent, 0.99)) * 1.05
    counts, edges = np.histogram(np.minimum(spent, top), bins=24, range=(0, top))
    highest = int(counts.max())
    x = Axis("seconds for a reply", 0, top, [(top * n / 4, f"{top * n / 4:.2f}") for n in range(5)])
    y = Axis(
        "questions", 0, highest, [(highest * n / 2, f"{highest * n / 2:.0f}") for n in range(3)]
    )
    bins = [(float(edges[n]), float(edges[n + 1]), float(count)) for n, count in enumerate(counts)]
    half, most = np.quantile(spent, [0.5, 0.95])
    told = f"<p>Half within {half:.2f} s, 95 of 100 within {most:.2f} s.</p>"
    return told + bars("Seconds for a reply", x, y, bins)


def slice_rows(groups: Sequence[Group]) -> str:
    """The whole, then every slice, hardest first: right outcomes, or evidence found."""
    name = "right outcome" if "right outcome" in groups[0].figures else "evidence recall@10"
    found = [(group, group.figures[name]) for group in groups if name in group.figures]
    if not found:
        return ""
    rows = [
        Row(group.name, f"{figure.n:,}", figure.value, figure.low, figure.high, told(figure))
        for group, figure in (found[0], *sorted(found[1:], key=lambda pair: pair[1].value))
    ]
    note = f'<p class="note">Mean {name} with its 95% interval, and how many questions.</p>'
    return interval_rows(rows) + note


def told(figure: Figure) -> str:
    """The value in per cent."""
    return f"{100 * figure.value:.0f}%"


def _points(
    figures: Mapping[str, Figure], pattern: str, depths: Sequence[int]
) -> list[tuple[float, float]]:
    names = [(depth, pattern.format(depth)) for depth in depths]
    return [(float(depth), figures[name].value) for depth, name in names if name in figures]
