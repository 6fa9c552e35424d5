"""Faults that would let wrong words out as a quote: what to change in a copy of the code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Edits, each (file, as it stands, as it is broken); `test` is part of the test's name.

    What stands must stand exactly once, so that a fault which no longer fits the code is an error
    and not a fault that nobody planted.
    """

    name: str
    test: str
    edits: tuple[tuple[str, str, str], ...]


_NO_CHECK = (
    "rag/cite.py",
    "    for citation in citations:\n        status = check",
    "    for citation in ():\n        status = check",
)
_SHOWN = "test_what_is_shown"

FAULTS = (
    Fault(
        "a quote cut one character too far to the right, and the check before it is shown skipped",
        _SHOWN,
        (
            ("rag/cite.py", "intact(article).text[start:end]", "article.text[start + 1 : end + 1]"),
            _NO_CHECK,
        ),
    ),
    Fault(
        "the same, with the check in place: it refuses, and nothing is answered",
        _SHOWN,
        (("rag/cite.py", "intact(article).text[start:end]", "article.text[start + 1 : end + 1]"),),
    ),
    Fault(
        "white space of a quote made plain where the answer is put together",
        _SHOWN,
        (
            (
                "rag/compose.py",
                "Statement(quote.exact, (quote.n,))",
                'Statement(" ".join(quote.exact.split()), (quote.n,))',
            ),
        ),
    ),
    Fault(
        "the words of another article under the right one's name",
        _SHOWN,
        (
            (
                "rag/compose.py",
                "            index.articles[each.read.passage.article_id],\n",
                "            next(iter(index.articles.values())),\n",
            ),
        ),
    ),
    Fault(
        "articles composed to NFC when they are read, so that offsets are those of another text",
        _SHOWN,
        (
            (
                "index/read_plain.py",
                "text = decode(path.read_bytes())",
                'text = __import__("unicodedata").normalize("NFC", decode(path.read_bytes()))',
            ),
        ),
    ),
    Fault(
        "the panel counts offsets in UTF-16, as a script would",
        _SHOWN,
        (
            (
                "ui/chat/panel.py",
                "    for start, end, strong in _layers(span, faint):\n",
                "    for start, end, strong in _layers(span, faint):\n"
                "        start += sum(ord(c) > 0xFFFF for c in article.text[:start])\n",
            ),
        ),
    ),
    Fault(
        "a damaged text believed: the status check of what is stored is skipped",
        "test_nothing_is_quoted",
        (("rag/intact.py", "if sha256_of(article.text) != article.sha256:", "if False:"),),
    ),
    Fault(
        "every saved quote called verified",
        "test_saved_quotes",
        (
            (
                "rag/cite.py",
                "    if stands and named == citation.id:",
                "    if stands or named == citation.id:",
            ),
        ),
    ),
)
