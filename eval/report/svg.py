"""Small charts as inline SVG: no script, no font, coloured by the page's own style sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import log10

WIDTH, LEFT, RIGHT, TOP, BOTTOM = 420, 46, 14, 14, 40


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, with ticks at these values; `log` spaces by tens."""

    label: str
    low: float
    high: float
    ticks: Sequence[tuple[float, str]]
    log: bool = False

    def share(self, value: float) -> float:
        """Where a value lies between the ends, 0 to 1."""
        low, high = (log10(self.low), log10(self.high)) if self.log else (self.low, self.high)
        at = log10(max(value, self.low)) if self.log else value
        return (at - low) / (high - low) if high > low else 0.0


@dataclass(frozen=True, slots=True)
class Series:
    """A named line; `kind` is its class in the style sheet."""

    name: str
    points: Sequence[tuple[float, float]]
    kind: str = "a"
    dots: bool = False


def percent_axis(label: str, low: float = 0.0, high: float = 1.0) -> Axis:
    """An axis of shares with five ticks."""
    steps = [low + (high - low) * n / 4 for n in range(5)]
    return Axis(label, low, high, [(step, f"{100 * step:.0f}%") for step in steps])


def lines(title: str, x: Axis, y: Axis, series: Sequence[Series], height: int = 260) -> str:
    """A line chart with its legend above the lines."""
    parts = [_frame(x, y, height)]
    for each in series:
        path = " ".join(f"{_x(x, a):.1f},{_y(y, b, height):.1f}" for a, b in each.points)
        parts.append(f'<polyline class="line {each.kind}" points="{path}"/>')
        for a, b in each.points if each.dots else ():
            told = escape(f"{each.name}: {100 * b:.1f}% at {a:g}")
            at = f'cx="{_x(x, a):.1f}" cy="{_y(y, b, height):.1f}"'
            parts.append(
                f'<circle class="dot {each.kind}" {at} r="3.5"><title>{told}</title></circle>'
            )
    legend = "".join(f'<span class="key {each.kind}">{escape(each.name)}</span>' for each in series)
    return f'<p class="legend">{legend}</p>' + _svg(title, parts, height)


def bars(title: str, x: Axis, y: Axis, bins: Sequence[tuple[float, float, float]]) -> str:
    """A histogram of (from, to, height) bins."""
    height = 260
    parts = [_frame(x, y, height)]
    for low, high, value in bins:
        left, right, top = _x(x, low), _x(x, high), _y(y, value, height)
        box = f'x="{left + 0.5:.1f}" y="{top:.1f}" width="{max(right - left - 1, 0.5):.1f}"'
        told = escape(f"{low:.2f} to {high:.2f} s: {value:g}")
        parts.append(
            f'<rect class="bar" {box} height="{height - BOTTOM - top:.1f}">'
            f"<title>{told}</title></rect>"
        )
    return _svg(title, parts, height)


def _frame(x: Axis, y: Axis, height: int) -> str:
    parts = []
    for value, told in y.ticks:
        at = _y(y, value, height)
        parts.append(
            f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}"/>'
        )
        parts.append(f'<text class="end" x="{LEFT - 6}" y="{at + 4:.1f}">{escape(told)}</text>')
    for value, told in x.ticks:
        at = _x(x, value)
        parts.append(
            f'<text class="mid" x="{at:.1f}" y="{height - BOTTOM + 16}">{escape(told)}</text>'
        )
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text class="mid name" x="{middle}" y="{height - 6}">{escape(x.label)}</text>')
    parts.append(f'<text class="name" x="{LEFT}" y="{TOP - 4}">{escape(y.label)}</text>')
    return "".join(parts)


def _x(axis: Axis, value: float) -> float:
    return LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT)


def _y(axis: Axis, value: float, height: int) -> float:
    return height - BOTTOM - axis.share(value) * (height - TOP - BOTTOM)


def _svg(title: str, parts: Sequence[str], height: int) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">'
        + "".join(parts)
        + "</svg>"
    )
