"""What to run, and which runs to look at."""

from collections.abc import Sequence

from ui.chat.collection import Step
from ui.chat.escape import attribute
from ui.chat.evaluations import FIXED
from ui.chat.words import Words

_STAGES = {"ask": "eval_ask", "score": "eval_score"}
_LIMITS = (10, 30, 100, 300)


def form_html(
    words: Words, datasets: Sequence[str], runs: Sequence[str], shown: str, against: str
) -> str:
    """Two rows of native controls, which every keyboard and screen reader knows."""
    sets = [(name, words("eval_fixed") if name == FIXED else name) for name in datasets]
    limits = [("", words("eval_all")), *((str(n), str(n)) for n in _LIMITS)]
    named = [(name, name) for name in runs]
    others = [("", words("eval_nothing")), *((name, name) for name in runs if name != shown)]
    second = (
        f'<div class="row">{_select(words, "shown", "eval_shown", named, shown)}'
        f"{_select(words, 'against', 'eval_against', others, against)}</div>"
    )
    none = f'<p class="none">{attribute(words("eval_none"))}</p>'
    return (
        f'<div class="tab-first"><h2>{attribute(words("eval_hero"))}</h2>'
        f"<p>{attribute(words('eval_how'))}</p></div>"
        f'<form class="runs"><div class="row">{_select(words, "set", "eval_set", sets, FIXED)}'
        f"{_select(words, 'limit', 'eval_limit', limits, '')}"
        f'<button type="submit" class="go">{attribute(words("eval_run"))}</button></div>'
        f"{second if runs else none}</form>"
    )


def going_html(words: Words, step: Step | None) -> str:
    """How far the run is, and the way to end it."""
    if step is None:
        said, bar = words("coll_waiting"), ""
    else:
        said = words(_STAGES.get(step.stage, "eval_prepare"))
        said += f": {step.done:,} / {step.total:,}" if step.total else ""
        bar = (
            f'<progress max="{step.total}" value="{step.done}" aria-label="{attribute(said)}">'
            "</progress>"
            if step.total
            else ""
        )
    return (
        f'<div class="change under-way"><p class="waiting"><span aria-hidden="true"></span>'
        f'{attribute(said)}<button type="button" class="quiet" data-stop>'
        f"{attribute(words('eval_stop'))}</button></p>{bar}"
        f'<p class="meanwhile">{attribute(words("eval_meanwhile"))}</p></div>'
    )


def _select(
    words: Words, name: str, key: str, options: Sequence[tuple[str, str]], chosen: str
) -> str:
    listed = "".join(
        f'<option value="{attribute(value)}"{" selected" if value == chosen else ""}>'
        f"{attribute(text)}</option>"
        for value, text in options
    )
    return (
        f"<label><span>{attribute(words(key))}</span>"
        f'<select name="{name}">{listed}</select></label>'
    )
