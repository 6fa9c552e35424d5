"""What the articles date from: one bar a month or a year, each a button that shows its articles."""

from collections import Counter
from collections.abc import Sequence
from math import ceil

from ui.chat.article_list import UNDATED
from ui.chat.dates import long_date
from ui.chat.escape import attribute
from ui.chat.words import Words

MOST_MONTHS = 36
MOST_BARS = 60


def timeline_html(words: Words, dates: Sequence[str | None], when: str) -> str:
    """Bars from 0, gaps included; `when` is the bar that is chosen."""
    counts, undated = _counted([day for day in dates if day]), sum(1 for day in dates if not day)
    if not counts:
        return ""
    highest = max(counts.values())
    bars = "".join(_bar(words, key, n, highest, key == when) for key, n in counts.items())
    ends = [long_date(key, words.language) for key in (min(counts), max(counts))]
    scale = "".join(f"<span>{attribute(end)}</span>" for end in dict.fromkeys(ends))
    rest = _chip(words, UNDATED, f"{words('coll_undated')}: {undated}", when) if undated else ""
    every = _chip(words, "", words("coll_all_dates"), when) if when else ""
    return (
        f'<section class="timeline" aria-label="{attribute(words("coll_timeline"))}">'
        f'<h3>{attribute(words("coll_timeline"))}</h3><div style="max-width:{len(counts) * 3}rem">'
        f'<div class="bars">{bars}</div><div class="scale" aria-hidden="true">{scale}</div></div>'
        f'<div class="chips">{every}{rest}</div></section>'
    )


def _counted(days: Sequence[str]) -> dict[str, int]:
    """Articles by month, or by year (or so many years) where months would be too many."""
    months = [day[:7] for day in days if len(day) >= 7]
    if len(months) == len(days) and days and len(_months(min(months), max(months))) <= MOST_MONTHS:
        counts = Counter(months)
        return {key: counts[key] for key in _months(min(months), max(months))}
    years = Counter(day[:4] for day in days)
    if not years:
        return {}
    first, last = int(min(years)), int(max(years))
    if last - first < MOST_BARS:
        return {f"{year:04}": years[f"{year:04}"] for year in range(first, last + 1)}
    return dict(sorted(years.items()))


def _months(first: str, last: str) -> list[str]:
    begin, end = (int(key[:4]) * 12 + int(key[5:7]) - 1 for key in (first, last))
    # Far apart they are not listed at all: the caller only asks how many there are.
    end = min(end, begin + MOST_MONTHS)
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(begin, end + 1)]


def _bar(words: Words, key: str, n: int, highest: int, chosen: bool) -> str:
    named = words(
        "coll_bar", when=long_date(key, words.language), articles=words.count("coll_articles", n)
    )
    height = ceil(100 * n / highest)
    return (
        f'<button type="button" data-when="{key}" aria-pressed="{str(chosen).lower()}" '
        f'aria-label="{attribute(named)}" title="{attribute(named)}"{"" if n else " disabled"}>'
        f'<span style="height:{height}%"></span></button>'
    )


def _chip(words: Words, key: str, text: str, when: str) -> str:
    pressed = str(key == when and bool(key)).lower()
    return (
        f'<button type="button" class="quiet" data-when="{key}" aria-pressed="{pressed}">'
        f"{attribute(text)}</button>"
    )
