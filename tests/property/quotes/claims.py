"""What each way out of Pincite says an article says, read as whoever receives it would read it.

HTML is read by its numeric entities, Markdown by its escapes, JSON by `json`: none of it by the
code that wrote it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

_FIGURE = re.compile(
    r'<figure class="quote"><blockquote[^>]*>(.*?)</blockquote>(.*?)</figure>', re.DOTALL
)
_CITE = re.compile(r'data-cite="([^"]+)"')
_NEAR = re.compile(r'<li><p class="lit"[^>]*>(.*?)</p>.*?data-cite="([^"]+)"', re.DOTALL)
_PANEL = re.compile(r'<mark id="quoted"[^>]*>(.*?)</mark>', re.DOTALL)
_PACK = re.compile(
    r"<blockquote[^>]*><span>(.*?)</span><mark>(.*?)</mark><span>(.*?)</span></blockquote>"
    r'.*?<th scope="row">Citation</th><td>(.*?)</td>',
    re.DOTALL,
)
_FOUND = re.compile(
    r'(?:<mark class="exact">(.*?)</mark>|<span class="exact">(.*?)</span></dd>)'
    r'.*?data-cite="([^"]+)"',
    re.DOTALL,
)
_ID = re.compile(r"([0-9a-f]{10})\.([0-9]+)-([0-9]+)\.[0-9a-f]{12}")
_TAG = re.compile(r"</?(?:ins|del)>")


class Claim(NamedTuple):
    """`way` says that these are the words of the article at `start:end`."""

    way: str
    article: str
    start: int
    end: int
    words: str


def in_json(way: str, found: Any) -> Iterator[Claim]:
    """Every object with a place and words, however deep; a citation's statement is one, too."""
    if isinstance(found, list):
        for each in found:
            yield from in_json(way, each)
    elif isinstance(found, dict):
        for key in ("exact", "text"):
            if key in found and "start" in found:
                yield Claim(way, found["article_id"], found["start"], found["end"], found[key])
        yield from _surroundings(way, found)
        cited = {each["n"]: each for each in found.get("citations", ()) if isinstance(each, dict)}
        for statement in found.get("statements", ()):
            of = cited[statement["citations"][0]]
            place = (of["article_id"], of["start"], of["end"])
            yield Claim(f"{way} statement", *place, statement["text"])
        for each in found.values():
            yield from in_json(way, each)


def _surroundings(way: str, found: Mapping[str, Any]) -> Iterator[Claim]:
    if "prefix" in found:
        name, start, end = found["article_id"], found["start"], found["end"]
        yield Claim(f"{way} prefix", name, start - len(found["prefix"]), start, found["prefix"])
        yield Claim(f"{way} suffix", name, end, end + len(found["suffix"]), found["suffix"])


def in_thread(html: str, ids: Mapping[str, str]) -> Iterator[Claim]:
    """Quotes and near passages of the conversation; `ids` are articles by the hash of their id."""
    for quote, below in _FIGURE.findall(html):
        yield _named("chat", _CITE.findall(below)[0], unescaped(quote), ids)
    for passage, cite in _NEAR.findall(html):
        yield _named("chat near", cite, unescaped(passage), ids)


def in_panel(html: str, cite: str, ids: Mapping[str, str]) -> Iterator[Claim]:
    """The words marked in the article beside the conversation."""
    for words in _PANEL.findall(html):
        yield _named("panel", cite, unescaped(words), ids)


def in_lookup(html: str, ids: Mapping[str, str]) -> Iterator[Claim]:
    """What the lookup's page says that stands."""
    for marked, beside, cite in _FOUND.findall(html):
        yield _named("lookup page", cite, unescaped(_TAG.sub("", marked or beside)), ids)


def in_pack(html: str, ids: Mapping[str, str]) -> Iterator[Claim]:
    """The evidence pack's quotes with their surroundings."""
    for before, words, after, cite in _PACK.findall(html):
        claim = _named("pack", unescaped(cite), unescaped(words), ids)
        yield claim
        start, end = claim.start, claim.end
        before, after = unescaped(before), unescaped(after)
        yield Claim("pack prefix", claim.article, start - len(before), start, before)
        yield Claim("pack suffix", claim.article, end, end + len(after), after)


def in_markdown(text: str, ids: Mapping[str, str]) -> Iterator[Claim]:
    """Block quotes with the footnotes that they name."""
    plain = re.sub(r"\\([\\`*_{}\[\]<>()#+!|~$&])", r"\1", text)
    cites = re.findall(r"; ([0-9a-f]{10}\.[0-9]+-[0-9]+\.[0-9a-f]{12})\)$", plain, re.MULTILINE)
    quotes = re.findall(r"(?:^>[^\n]*\n)+", plain, re.MULTILINE)
    for quote, cite in zip(quotes, cites, strict=True):
        words = re.sub(r"^> ?", "", re.sub(r"\[\^[0-9]+\]\n$", "", quote), flags=re.MULTILINE)
        yield _named("markdown", cite, words, ids)


def by_hash(truth: Mapping[str, str]) -> dict[str, str]:
    """Articles' ids by the part of a citation's id that names them."""
    return {sha256(key.encode()).hexdigest()[:10]: key for key in truth}


def unescaped(html: str) -> str:
    """Numeric entities as a browser reads them, which shows a NUL as U+FFFD."""
    return re.sub(r"&#([0-9]+);", lambda found: chr(int(found[1]) or 0xFFFD), html)


def _named(way: str, cite: str, words: str, ids: Mapping[str, str]) -> Claim:
    found = _ID.fullmatch(unescaped(cite))
    assert found, cite
    return Claim(way, ids[found[1]], int(found[2]), int(found[3]), words)


def parsed(text: str) -> Any:
    """JSON, or one JSON a line."""
    try:
        return json.loads(text)
    except ValueError:
        return [json.loads(line) for line in text.splitlines() if line]
