"""One self-contained HTML page: every quote in its surroundings, with what is needed to check it.

It holds no script that runs. The replies lie inside it as JSON, word for word as they were given.
"""

import json
from collections.abc import Sequence

from rag.reply_json import dump
from rag.schema import Answer, Citation, Reply, Written
from ui.chat.conversations import Turn
from ui.chat.escape import attribute, escape
from ui.chat.source_line import source_line
from ui.chat.words import Words
from ui.chat.written_html import by_model

_WORDS = Words("en")
_DATA = '<script type="application/json" id="pincite-replies">'
_STYLE = """
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1d1b18; background: #fff;
  font: 1rem/1.6 system-ui, sans-serif; }
blockquote { margin: 1rem 0 .3rem; padding-inline-start: 1rem; border-inline-start: 3px solid
  #175c6b; font: 1.1rem/1.6 Georgia, serif; white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote mark { background: #ffe9a3; } blockquote span { color: #666; }
table { margin: 0 0 1.5rem 1rem; font-size: .8rem; color: #555; border-spacing: 0; }
th { text-align: start; font-weight: 600; padding-inline-end: 1rem; vertical-align: top; }
.written { margin: 1rem 0; padding: .2rem 1rem; border: 1px dashed #8a6d1a; }
td { overflow-wrap: anywhere; } h2 { margin-top: 2.5rem; overflow-wrap: anywhere; }
"""


def evidence_html(turns: Sequence[Turn]) -> str:
    """The page as one file."""
    replies = [turn.reply for turn in turns if turn.reply]
    sections = "".join(_section(turn.question, turn.reply) for turn in turns if turn.reply)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Evidence pack</title><style>{_STYLE}</style></head><body><h1>Evidence pack</h1>"
        "<p>Every highlighted passage is the article's own words. Check them all against the "
        "articles with <code>pincite verify</code>.</p>"
        f"{sections}\n{_data(replies)}\n</body></html>\n"
    )


def held_replies(text: str) -> str:
    """The JSON list of replies in a pack; any other text as it is."""
    _, found, rest = text.partition(_DATA)
    return rest.partition("</script>")[0] if found else text


def _data(replies: Sequence[Reply]) -> str:
    """The replies as a JSON list; `<` is written so that no text can end the element."""
    listed = json.dumps([json.loads(dump(reply)) for reply in replies], ensure_ascii=True)
    safe = listed.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f"{_DATA}{safe}</script>"


def _section(question: str, reply: Reply) -> str:
    shown = "".join(_quote(citation) for citation in reply.citations)
    if not isinstance(reply, Answer):
        shown = f"<p><strong>Not found.</strong> {attribute(reply.reason)}</p>"
    elif reply.written:
        shown += _written(reply.written)
    return f'<section><h2 dir="auto">{attribute(question)}</h2>{shown}</section>'


def _written(written: Written) -> str:
    """The statements that were not struck out, in a frame of their own; "" where there are none."""
    lines = "".join(
        f'<li dir="auto">{attribute(each.text)} {"".join(f"[{n}]" for n in each.citations)}</li>'
        for each in written.kept
    )
    if not lines:
        return ""
    said = f"Not a quote. {by_model(written)}"
    return f'<div class="written"><p>{attribute(said)}</p><ul>{lines}</ul></div>'


def _quote(citation: Citation) -> str:
    rows = {
        "Article": citation.article_id,
        "Characters": f"{citation.start}-{citation.end}",
        "SHA-256 of the article": citation.sha256,
        "Citation": citation.id,
        "Address": citation.url,
    }
    table = "".join(
        f'<tr><th scope="row">{name}</th><td>{attribute(value)}</td></tr>'
        for name, value in rows.items()
        if value
    )
    return (
        f'<blockquote dir="auto"><span>{escape(citation.prefix)}</span>'
        f"<mark>{escape(citation.exact)}</mark><span>{escape(citation.suffix)}</span></blockquote>"
        f"<p>[{citation.n}] {source_line(_WORDS, citation)}</p><table>{table}</table>"
    )
