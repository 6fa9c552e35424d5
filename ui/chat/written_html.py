"""What a language model wrote, above the quotes; what was struck out, behind a switch."""

from rag.schema import Answer, Written, WrittenStatement
from ui.chat.cite_link import cite_link
from ui.chat.escape import attribute, escape
from ui.chat.words import Words


def written_html(words: Words, answer: Answer, n: int) -> str:
    """The statements that the quotes support, or that there are none; empty without a writer."""
    written = answer.written
    if written is None:
        return ""
    kept = "".join(
        f'<p dir="auto">{escape(each.text)} {_links(words, answer, each)}</p>'
        for each in written.kept
    )
    said = attribute(_said(words, written))
    return (
        f'<div class="written">{kept}<p class="by" dir="auto">{said}</p>'
        f"{_struck(words, written, n)}</div>"
    )


def by_model(written: Written) -> str:
    """One English sentence for what is taken away from the page: whose words these are."""
    return (
        f"Written by the language model {written.model} from the quotes that each statement "
        "names, and checked against them by rules that do not see everything:"
    )


def _links(words: Words, answer: Answer, statement: WrittenStatement) -> str:
    cited = {citation.n: citation for citation in answer.citations}
    return " ".join(cite_link(words, cited[number]) for number in statement.citations)


def _said(words: Words, written: Written) -> str:
    if written.failure:
        return f"{written.failure} {words('quotes_alone')}"
    if not written.kept:
        return f"{words('written_unsupported', model=written.model)} {words('quotes_alone')}"
    return words("written_by", model=written.model)


def _struck(words: Words, written: Written, n: int) -> str:
    out = [each for each in written.statements if each.struck]
    if not out:
        return ""
    lines = "".join(
        f'<li><del dir="auto">{escape(each.text)}</del> '
        f'<span dir="auto">{attribute(each.struck or "")}</span></li>'
        for each in out
    )
    summary = attribute(words.count("struck_out", len(out)))
    return f'<details id="struck-{n}"><summary>{summary}</summary><ul>{lines}</ul></details>'
