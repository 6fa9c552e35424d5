"""Every way by which words leave Pincite, gone once for one question."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from starlette.testclient import TestClient

from rag.engine import Engine
from rag.lookup import look_up
from rag.reply_json import dump, load
from rag.schema import Reply
from tests.property.quotes.claims import (
    Claim,
    in_json,
    in_lookup,
    in_markdown,
    in_pack,
    in_panel,
    in_thread,
    parsed,
)
from ui.chat.citing import cited_as
from ui.chat.context import ChatContext
from ui.chat.conversations import Turn
from ui.chat.evidence import held_replies
from ui.chat.export import export
from ui.chat.lookup_html import lookup_html
from ui.chat.panel import panel_html
from ui.chat.place import Found, resolve
from ui.chat.programs import Programs
from ui.chat.render import partial_html, thread_html
from ui.chat.words import Words
from ui.commands.batch import write_replies
from ui.pretty_reply import print_reply
from ui.questions import Question

EN = Words("en")
READER = "ana"


@dataclass(frozen=True, slots=True)
class Ways:
    """One page and one MCP server; their engine is swapped for that of the example."""

    context: ChatContext
    mcp: TestClient
    ids: Mapping[str, str]

    def asked(self, engine: Engine, question: str) -> Iterator[Claim]:
        """A question by command line, batch, page, HTTP and MCP, and the answer taken away."""
        self.context.engine.swap(engine)
        reply = engine.ask(question)
        yield from in_json("ask", parsed(dump(reply, indent=2)))
        yield from self._batch(engine, question)
        yield from in_json("search", parsed(json.dumps(Programs(self.context).search(question))))
        yield from in_json("api", Programs(self.context).ask(question))
        yield from in_json("mcp", self._tool("ask", question=question))
        yield from self._page(reply)

    def looked_up(self, pasted: str) -> Iterator[Claim]:
        """A quote or an id by command line, page, HTTP and MCP."""
        found = look_up(pasted, self.context.engine.articles)
        yield from in_lookup(lookup_html(EN, found, 5), self.ids)
        yield from in_json("cite", Programs(self.context).cite(pasted))
        yield from in_json("mcp cite", self._tool("cite", text_or_id=pasted))

    def opened(self, reference: str) -> Iterator[Claim]:
        """A permalink opened in the panel, and copied from there."""
        found = resolve(reference, self.context, READER)
        html = panel_html(EN, found)
        if isinstance(found, Found) and found.span:
            yield Claim("panel's place", found.article.id, *found.span, _marked(found))
            cite = f"{reference.split('.')[0]}.{found.span.start}-{found.span.end}.{'0' * 12}"
            yield from in_panel(html, cite, self.ids)

    def _batch(self, engine: Engine, question: str) -> Iterator[Claim]:
        out = io.StringIO()
        write_replies([Question("q", question, (), 1)], engine.ask, out, lambda *_: None, "q")
        yield from in_json("batch", parsed(out.getvalue()))

    def _tool(self, name: str, **arguments: str) -> Any:
        body = {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "tools/call",
            "params": {"name": name, "arguments": arguments},
        }
        headers = {"accept": "application/json, text/event-stream"}
        result = self.mcp.post("/mcp", json=body, headers=headers).json()["result"]
        return {} if result.get("isError") else json.loads(result["content"][0]["text"])

    def _page(self, reply: Reply) -> Iterator[Claim]:
        talks = self.context.talks
        talk = talks.start(READER, reply.question)
        talks.add(talk, Turn(reply.question, reply=reply))
        turns = talks.turns(READER, talk)
        yield from in_thread(thread_html(EN, turns), self.ids)
        if reply.status == "answered":
            yield from in_thread(partial_html(EN, reply, 1, 1), self.ids)
        forms = {form: export(form, turns) for form in ("markdown", "json", "html")}
        texts = {form: made.text for form, made in forms.items() if made}
        yield from in_markdown(texts["markdown"], self.ids)
        yield from in_json("json", parsed(texts["json"]))
        yield from in_pack(texts["html"], self.ids)
        yield from in_json("pack's data", json.loads(held_replies(texts["html"])))
        for citation in reply.citations:
            yield from self.opened(citation.id)
            yield from self.looked_up(citation.id)


def _marked(found: Found) -> str:
    assert found.span
    return found.article.text[slice(*found.span)]


def copied(reply: Reply) -> Iterator[tuple[str, str]]:
    """Each citation's words and every form in which they can be copied."""
    for citation in reply.citations:
        for form in ("plain", "csl"):
            text = cited_as(form, citation) or ""
            yield citation.id, json.loads(text)[0]["note"] if form == "csl" else text


def on_terminal(reply: Reply) -> str:
    """The reply as a wide terminal shows it."""
    console = Console(file=io.StringIO(), width=10**6, highlight=False, markup=False, emoji=False)
    print_reply(console, load(dump(reply)))
    made = console.file
    assert isinstance(made, io.StringIO)
    return made.getvalue()
