"""The link from an answer to the place of a quote."""

from rag.schema import Citation
from ui.chat.escape import attribute
from ui.chat.source_line import named
from ui.chat.words import Words


def cite_link(words: Words, citation: Citation) -> str:
    """[n], which opens the article at the quote; it is the quote's permalink, too."""
    name = words("open_citation", n=citation.n, source=named(citation))
    return (
        f'<a class="cite" href="?cite={attribute(citation.id)}" data-cite="{citation.id}" '
        f'aria-label="{attribute(name)}">&#91;{citation.n}&#93;</a>'
    )
