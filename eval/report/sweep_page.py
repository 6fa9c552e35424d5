"""A sweep drawn: what each combination scores, what it costs, and whether it beats the first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from string import Template

import numpy as np

from eval.compare import verdict
from eval.headline import TESTED
from eval.report.interval_rows import Row, interval_rows
from eval.report.markdown import escaped, table
from eval.report.svg import Axis, Series, lines, percent_axis
from eval.significance.holm import holm
from eval.significance.paired import PairedTest, paired
from eval.summary import Figure
from eval.sweep import Setting, Tried

_HERE = Path(__file__).parent
_DRAWN = ("right outcome", "right quote first", "evidence recall@10")


@dataclass(frozen=True, slots=True)
class Line:
    """One combination: its figures, its median seconds a reply, and the test against the first."""

    name: str
    tried: Tried
    seconds: float
    test: PairedTest | None

    @property
    def measure(self) -> str:
        """The first tested measure that the run has."""
        return next(name for name in TESTED if name in self.figures)

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Over all questions."""
        return self.tried.run.groups[0].figures


def told(setting: Setting) -> str:
    """The combination in words."""
    return ", ".join(f"{name} {value}" for name, value in setting.items())


def lines_of(tried: Sequence[Tried]) -> list[Line]:
    """The combinations in order, tested against the first; p corrected for their number (Holm)."""
    tests = [_test(tried[0], each) for each in tried[1:]]
    corrected = iter(holm([test.p for test in tests if test is not None]))
    fair = [test and replace(test, p_holm=next(corrected)) for test in tests]
    return [
        Line(told(each.setting), each, _seconds(each), test)
        for each, test in zip(tried, [None, *fair], strict=True)
    ]


def _seconds(tried: Tried) -> float:
    return float(np.median([t.search + t.select for t in tried.times.values()] or [0.0]))


def sentence(found: Sequence[Line]) -> str:
    """The best combination on the first measure, and what the test against the first says."""
    measure = found[0].measure
    best = max(found, key=lambda line: line.figures[measure].value)
    if best.test is None:
        return f"Nothing beats {best.name} on {measure}."
    return verdict([best.test], found[0].name, best.name)


def sweep_markdown(found: Sequence[Line], dataset: str) -> str:
    """Sentence and table."""
    names = [name for name in TESTED if name in found[0].figures]
    rows = [
        (
            escaped(line.name),
            *(_cell(line.figures.get(name)) for name in names),
            f"{line.seconds:.2f}",
            f"{line.test.p_holm:.4f}" if line.test else "",
        )
        for line in found
    ]
    head = ("settings", *names, "seconds", f"p ({found[0].measure})")
    return f"# Sweep on {escaped(dataset)}\n\n{escaped(sentence(found))}\n\n{table(head, rows)}\n"


def sweep_page(found: Sequence[Line], dataset: str) -> str:
    """The page; it asks nothing of any network."""
    short, _, rest = sentence(found).partition(": ")
    questions = found[0].tried.run.groups[0].questions
    return Template((_HERE / "sweep.html").read_text(encoding="utf-8")).substitute(
        title=escape(f"Sweep on {dataset}"),
        kicker=escape(f"{len(found)} settings on {dataset}, {questions:,} questions"),
        sentence=escape(short.removesuffix(".") + "."),
        lead=escape(rest[:1].upper() + rest[1:]),
        curve=_curve(found),
        rows=interval_rows(_rows(found)),
        measure=escape(found[0].measure),
        style=(_HERE / "page.css").read_text(encoding="utf-8"),
    )


def _cell(figure: Figure | None) -> str:
    return f"{figure.value:.3f}" if figure else ""


def _test(first: Tried, other: Tried) -> PairedTest | None:
    before = {outcome.qid: outcome.values for outcome in first.run.outcomes}
    pairs = [(before[outcome.qid], outcome.values) for outcome in other.run.outcomes]
    return next(iter(paired(pairs, TESTED)), None)


def _rows(found: Sequence[Line]) -> list[Row]:
    rows = []
    for line in found:
        figure = line.figures[line.measure]
        note = f"{line.seconds:.2f}\u00a0s" + (
            f", p\u00a0{line.test.p_holm:.3f}" if line.test else ""
        )
        ends = (figure.value, figure.low, figure.high)
        rows.append(Row(line.name, note, *ends, f"{100 * figure.value:.1f}%"))
    return rows


def _curve(found: Sequence[Line]) -> str:
    """Measures against the setting, where one setting with numbers was swept."""
    settings = [line.tried.setting for line in found]
    values = [value for setting in settings for value in setting.values()]
    numbers = [float(v) for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    if len(settings[0]) != 1 or len(numbers) != len(found) or len(found) < 2:
        return ""
    points = sorted(zip(numbers, found, strict=True), key=lambda pair: pair[0])
    series = [
        Series(
            name,
            [(x, line.figures[name].value) for x, line in points if name in line.figures],
            kind,
            True,
        )
        for name, kind in zip(_DRAWN, "abc", strict=True)
        if name in found[0].figures
    ]
    x = Axis(
        next(iter(settings[0])), points[0][0], points[-1][0], [(n, f"{n:g}") for n, _ in points]
    )
    return lines("Measures against the setting", x, percent_axis("mean over questions"), series)
