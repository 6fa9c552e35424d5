"""Rows of a name, a dot and its 95 % interval on one scale: measures, slices, differences."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Row:
    """A value between the ends of its interval, all on the scale of the chart."""

    name: str
    note: str
    value: float
    low: float | None
    high: float | None
    told: str
    kind: str = "a"


def interval_rows(rows: Sequence[Row], low: float = 0.0, high: float = 1.0) -> str:
    """The rows as a table with a drawn column; the numbers stand beside it."""
    body = "".join(_row(row, low, high) for row in rows)
    return f'<table class="intervals"><tbody>{body}</tbody></table>'


def _row(row: Row, low: float, high: float) -> str:
    def at(value: float) -> float:
        return round(100 * (min(max(value, low), high) - low) / (high - low), 2)

    whisker = ""
    if row.low is not None and row.high is not None:
        left, right = at(row.low), at(row.high)
        whisker = f'<i class="whisker" style="left:{left}%;width:{round(right - left, 2)}%"></i>'
    zero = f'<i class="zero" style="left:{at(0)}%"></i>' if low < 0 < high else ""
    name = f"{escape(row.name)} <small>{escape(row.note)}</small>"
    point = f'<i class="point" style="left:{at(row.value)}%"></i>'
    return (
        f'<tr class="{row.kind}"><th scope="row">{name}</th>'
        f'<td class="track"><div>{zero}{whisker}{point}</div></td>'
        f'<td class="number">{escape(row.told)}</td></tr>'
    )
