"""What became of a pasted quote, as HTML in which every word of an article is escaped."""

from collections.abc import Sequence

from rag.citation_id import parse
from rag.differences import Difference
from rag.ellipsis import parts
from rag.lookup import CONTEXT, Lookup, Place
from rag.quote_tokens import tokens
from ui.chat.escape import attribute, escape, turns_direction
from ui.chat.quote_actions import copy_html
from ui.chat.source_line import named, source_line
from ui.chat.word_difference import Piece, compared
from ui.chat.words import Words

MOST_PLACES = 20
_SIGNS = {"verbatim": "✓", "moved": "↷", "altered": "≠", "source_changed": "!", "not_found": "∅"}
_GRAVE = ("number", "name", "negation")


def lookup_html(words: Words, lookup: Lookup, articles: int) -> str:
    """The verdict, then every place; `articles` is how many were searched."""
    pasted = _pasted(lookup)
    places = "".join(
        _place(words, place, text, n)
        for n, (place, text) in enumerate(zip(lookup.places, pasted, strict=True), 1)
        if n <= MOST_PLACES
    )
    more = len(lookup.places) + lookup.more - MOST_PLACES
    rest = f'<p class="more">{attribute(words.count("lookup_more", more))}</p>' if more > 0 else ""
    cited = _as_cited(words, lookup) if not lookup.places else ""
    return f'<div class="lookup">{_verdict(words, lookup, articles)}{cited}{places}{rest}</div>'


def problem_html(text: str) -> str:
    """One sentence about what was pasted."""
    return f'<p class="notice" role="alert" dir="auto">{attribute(text)}</p>'


def _verdict(words: Words, lookup: Lookup, articles: int) -> str:
    status = lookup.status
    if status == "verbatim":
        found = len({place.article_id for place in lookup.places})
        says = words("lookup_verbatim_says", articles=words.count("lookup_in", found))
    else:
        says = words(f"lookup_{status}_says", articles=words.count("lookup_all", articles))
    return (
        f'<div class="verdict {status}" role="status" tabindex="-1">'
        f'<span class="sign" aria-hidden="true">{_SIGNS[status]}</span>'
        f"<div><h3>{attribute(words(f'lookup_{status}'))}</h3><p>{attribute(says)}</p></div></div>"
    )


def _pasted(lookup: Lookup) -> Sequence[str | None]:
    """For each place the pasted words to compare it with; None where there is nothing to compare.

    A quote with words left out that stands in no one place is looked up part by part.
    """
    if lookup.status != "altered":
        return [None] * len(lookup.places)
    pieces = parts(tokens(lookup.query))
    if len(pieces) < 2:
        return [lookup.query] * len(lookup.places)
    cut = [lookup.query[piece[0].start : piece[-1].end] for piece in pieces]
    return cut if len(cut) == len(lookup.places) else [None] * len(lookup.places)


def _place(words: Words, place: Place, pasted: str | None, n: int) -> str:
    quote = _in_context(place) if pasted is None else _side_by_side(words, place, pasted)
    warning = f'<p class="turning">{attribute(words("turning"))}</p>'
    name = attribute(words("lookup_open_named", source=named(place)))
    return (
        f'<figure class="place-found">{quote}{_changes(words, place.differences)}'
        f"{warning if turns_direction(place.exact) else ''}"
        f'<figcaption><p class="where"><a class="cite" href="?cite={attribute(place.id)}" '
        f'data-cite="{attribute(place.id)}" aria-label="{name}">'
        f"{attribute(words('lookup_open'))}</a> {source_line(words, place)}</p>"
        f'<div class="actions">{copy_html(words, place.id, f"lookup-{n}")}</div>'
        "</figcaption></figure>"
    )


def _in_context(place: Place) -> str:
    before = f'<span class="around">{escape(_before(place.prefix))}</span>'
    after = f'<span class="around">{escape(_after(place.suffix))}</span>'
    return (
        f'<blockquote class="lit" dir="auto">{before}<mark class="exact">{escape(place.exact)}'
        f"</mark>{after}</blockquote>"
    )


def _before(prefix: str) -> str:
    """The words of the same line before the quote, from a whole word on."""
    line = prefix.rpartition("\n")[2]
    return line if line != prefix or len(prefix) < CONTEXT else "… " + line.partition(" ")[2]


def _after(suffix: str) -> str:
    line = suffix.partition("\n")[0]
    return line if line != suffix or len(suffix) < CONTEXT else line.rpartition(" ")[0] + " …"


def _side_by_side(words: Words, place: Place, pasted: str) -> str:
    both = compared(pasted, place.exact)
    asked, stands = _marked(both.asked, "del"), _marked(both.stands, "ins")
    return (
        f'<dl class="beside"><dt>{attribute(words("lookup_pasted"))}</dt>'
        f'<dd class="pasted lit" dir="auto">{asked}</dd>'
        f"<dt>{attribute(words('lookup_stands'))}</dt>"
        f'<dd class="lit" dir="auto"><span class="exact">{stands}</span></dd></dl>'
    )


def _marked(pieces: Sequence[Piece], tag: str) -> str:
    return "".join(
        f"<{tag}>{escape(piece.text)}</{tag}>" if piece.differs else escape(piece.text)
        for piece in pieces
    )


def _changes(words: Words, differences: Sequence[Difference]) -> str:
    if not differences:
        return ""
    lines = "".join(_change(words, difference) for difference in differences)
    only_marks = all(difference.kind == "punctuation" for difference in differences)
    head = words("lookup_marks" if only_marks else "lookup_changes")
    return f'<div class="changes"><h4>{attribute(head)}</h4><ul>{lines}</ul></div>'


def _change(words: Words, difference: Difference) -> str:
    said = words(f"lookup_{difference.op}", asked=difference.asked, stands=difference.stands)
    grave = ' class="grave"' if difference.kind in _GRAVE else ""
    return (
        f'<li{grave}><span class="kind">{attribute(words(f"lookup_{difference.kind}"))}</span> '
        f'<span dir="auto">{attribute(said)}</span></li>'
    )


def _as_cited(words: Words, lookup: Lookup) -> str:
    """A way to the article that an id names, though its words are no longer there."""
    cited = parse(lookup.query)
    if cited is None or lookup.status != "source_changed":
        return ""
    reference = f"{cited.article}.{cited.start}-{cited.end}.{cited.words}"
    return (
        f'<p class="where"><a class="cite" href="?cite={reference}" data-cite="{reference}">'
        f"{attribute(words('lookup_open'))}</a></p>"
    )
