"""A conversation to take away: Markdown with footnotes, JSON, or an HTML pack of evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.reply_json import dump
from rag.schema import Answer, Reply
from ui.chat.citing import markdown_line, plain
from ui.chat.conversations import Turn
from ui.chat.evidence import evidence_html
from ui.chat.written_html import by_model

TYPES = {
    "markdown": ("md", "text/markdown"),
    "json": ("jsonl", "application/jsonl"),
    "html": ("html", "text/html"),
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file for the browser to save."""

    name: str
    type: str
    text: str


def export(form: str, turns: Sequence[Turn]) -> Exported | None:
    """The conversation in the form, None for a form there is not. Failed turns are left out."""
    if form not in TYPES:
        return None
    ending, kind = TYPES[form]
    writers = {"markdown": to_markdown, "json": to_json, "html": evidence_html}
    kept = [turn for turn in turns if turn.reply is not None]
    return Exported(f"pincite-conversation.{ending}", kind, writers[form](kept))


def to_json(turns: Sequence[Turn]) -> str:
    """One reply a line, whole: `pincite verify` reads it."""
    return "".join(f"{dump(turn.reply)}\n" for turn in turns if turn.reply)


def to_markdown(turns: Sequence[Turn]) -> str:
    """Every quote as a block quote with a footnote that says where it stands."""
    lines, notes = ["# Questions and quotes", ""], list[str]()
    for turn in turns:
        lines += [f"## {markdown_line(turn.question)}", ""]
        lines += _quotes(turn.reply, turn.shown, notes) if turn.reply else []
    return "\n".join([*lines, *notes, ""])


def _quotes(reply: Reply, shown: int | None, notes: list[str]) -> list[str]:
    if not isinstance(reply, Answer):
        return [f"*Not found.* {markdown_line(reply.reason)}", ""]
    cited = {citation.n: citation for citation in reply.citations}
    marks: dict[int, str] = {}
    lines = []

    def mark(number: int) -> str:
        if number not in marks:
            notes.append(f"[^{len(notes) + 1}]: {markdown_line(plain(cited[number]))}")
            marks[number] = f"[^{len(notes)}]"
        return marks[number]

    for statement in reply.statements[:shown]:
        quote = [f"> {markdown_line(line)}".rstrip() for line in statement.text.split("\n")]
        lines += [*quote[:-1], quote[-1] + "".join(map(mark, statement.citations)), ""]
    if reply.written and reply.written.kept:
        lines += [f"*Not a quote. {markdown_line(by_model(reply.written))}*", ""]
        for each in reply.written.kept:
            lines.append(f"- {markdown_line(each.text)} {''.join(map(mark, each.citations))}")
        lines.append("")
    return lines
