"""How far a change of the collection is, and what came of it."""

from ui.chat.collection import Change, Step
from ui.chat.escape import attribute
from ui.chat.words import Words

MOST_SKIPPED = 50
_STAGES = {
    "read": "coll_read",
    "split": "coll_split",
    "embed": "coll_embed",
    "write": "coll_write",
    "open": "coll_opening",
}


def step_html(words: Words, step: Step | None) -> str:
    """The stage under way with its bar; no step means that another change goes first."""
    if step is None:
        said, bar = words("coll_waiting"), ""
    else:
        said = words(_STAGES[step.stage]) if step.stage in _STAGES else step.stage
        bar = _bar(said, step) if step.total else ""
        said += f": {step.done:,} / {step.total:,}" if step.total else ""
    return (
        f'<div class="change under-way"><p class="waiting"><span aria-hidden="true"></span>'
        f"{attribute(said)}</p>{bar}"
        f'<p class="meanwhile">{attribute(words("coll_meanwhile"))}</p></div>'
    )


def change_html(words: Words, change: Change, articles: int) -> str:
    """What is there now, and every file that was passed over with the reason."""
    said = words("coll_nothing")
    if change.report:
        report = change.report
        said = words("coll_done", added=report.added, removed=report.removed, all=f"{articles:,}")
    return (
        f'<div class="change" role="status"><p class="said">{attribute(said)}</p>'
        f"{_skipped(words, change)}</div>"
    )


def failed_html(before: str, sentence: str) -> str:
    """What did not happen, and why."""
    text = attribute(before + sentence)
    return f'<div class="change failed" role="alert"><p dir="auto">{text}</p></div>'


def _bar(said: str, step: Step) -> str:
    return (
        f'<progress max="{step.total}" value="{step.done}" aria-label="{attribute(said)}">'
        "</progress>"
    )


def _skipped(words: Words, change: Change) -> str:
    if not change.skipped:
        return ""
    lines = "".join(
        f'<li><bdi class="file">{attribute(each.path)}</bdi> '
        f'<span dir="auto">{attribute(each.reason)}</span></li>'
        for each in change.skipped[:MOST_SKIPPED]
    )
    more = len(change.skipped) - MOST_SKIPPED
    rest = f"<li>{attribute(words('coll_and_more', n=more))}</li>" if more > 0 else ""
    head = attribute(words.count("coll_skipped", len(change.skipped)))
    return f'<p>{head}</p><ul class="skipped">{lines}{rest}</ul>'
