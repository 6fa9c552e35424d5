"""What can be done with a quote: copy it with its citation, judge it, ask why it was chosen."""

from rag.schema import Citation, Why
from ui.chat.escape import attribute
from ui.chat.judging import judging_html
from ui.chat.words import Words

FORMS = ("plain", "markdown", "bibtex", "csl", "link")


def actions_html(words: Words, citation: Citation, n: int) -> str:
    """Disclosures under a quote: copy, judge, why this passage. `n` is the turn's number."""
    key = f"{n}-{citation.n}"
    why = _why(words, citation.why, key) if citation.why else ""
    judging = judging_html(words, citation.id, key)
    return f'<div class="actions">{copy_html(words, citation.id, key)}{judging}{why}</div>'


def copy_html(words: Words, reference: str, key: str) -> str:
    """A menu of forms; the text of each is asked from the server when it is chosen."""
    buttons = "".join(
        f'<button type="button" data-copy="{form}" data-of="{attribute(reference)}">'
        f"{attribute(words(f'copy_{form}'))}</button>"
        for form in FORMS
    )
    return (
        f'<details class="menu" id="copy-{key}"><summary>{attribute(words("copy"))}</summary>'
        f"<div>{buttons}</div></details>"
    )


def _why(words: Words, why: Why, key: str) -> str:
    rows = [
        (words("why_meaning"), _rank(words, why.dense_rank)),
        (words("why_words"), _rank(words, why.lexical_rank)),
        (words("why_read"), f"{why.rerank_score:.1f}"),
    ]
    if why.matched:
        rows.append((words("why_matched"), ", ".join(why.matched)))
    if why.folded:
        pairs = ", ".join(f"{asked} → {stands}" for asked, stands in why.folded)
        rows.append((words("why_folded"), pairs))
    lines = "".join(
        f'<div><dt>{attribute(name)}</dt><dd dir="auto">{attribute(value)}</dd></div>'
        for name, value in rows
    )
    return (
        f'<details class="why" id="why-{key}"><summary>{attribute(words("why"))}</summary>'
        f"<dl>{lines}</dl></details>"
    )


def _rank(words: Words, rank: int | None) -> str:
    return words("why_missed") if rank is None else words("why_rank", rank=rank)
