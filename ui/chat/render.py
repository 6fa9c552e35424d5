"""A conversation as HTML in which every word of an article is escaped."""

from collections.abc import Sequence
from typing import assert_never

from rag.schema import Answer, Citation, Copy, Disagreement, NotFound, Statement
from rag.wording import wording
from ui.chat.cite_link import cite_link
from ui.chat.conversations import Turn
from ui.chat.escape import attribute, escape, turns_direction
from ui.chat.not_found import not_found_html
from ui.chat.quote_actions import actions_html
from ui.chat.source_line import date_html, named, source_line
from ui.chat.words import Words
from ui.chat.written_html import written_html


def thread_html(words: Words, turns: Sequence[Turn], first: int = 1) -> str:
    """Turns from number `first` on, oldest first."""
    return "".join(turn_html(words, turn, n) for n, turn in enumerate(turns, first))


def turn_html(words: Words, turn: Turn, n: int, inner: str = "") -> str:
    """One question with its reply, or with `inner` while that is being made."""
    return (
        f'<section class="turn" id="turn-{n}" aria-label="{attribute(words("turn", n=n))}">'
        f'<h2 class="asked" dir="auto">{escape(turn.question)}</h2>'
        f"{inner or reply_html(words, turn, n)}</section>"
    )


def writing_html(words: Words, answer: Answer, n: int) -> str:
    """An answer's quotes, whole, while a language model still writes what will stand above."""
    shown = partial_html(words, answer, len(answer.statements), n)
    return waiting_html(words("writing")) + shown


def waiting_html(said: str) -> str:
    """What is being done, before anything is found."""
    return f'<p class="waiting"><span aria-hidden="true"></span>{attribute(said)}</p>'


def reply_html(words: Words, turn: Turn, n: int) -> str:
    """What is shown under the question: quotes, the proof of not finding, or what went wrong."""
    match turn.reply:
        case None:
            return failure_html(words, turn) if turn.failure else _stopped(words)
        case Answer():
            return _searched_as(words, turn.reply) + answer_html(words, turn.reply, turn.shown, n)
        case NotFound():
            return _searched_as(words, turn.reply) + not_found_html(words, turn.reply)
        case _:
            assert_never(turn.reply)


def failure_html(words: Words, turn: Turn) -> str:
    """An error: nothing is known about the answer, unlike with "not found"."""
    return (
        f'<div class="failure" role="alert"><h3>{attribute(words("failed"))}</h3>'
        f'<p dir="auto">{attribute(turn.failure or "")}</p>'
        f'<button type="button" class="quiet" data-ask="{attribute(turn.question)}">'
        f"{attribute(words('try_again'))}</button></div>"
    )


def answer_html(words: Words, answer: Answer, shown: int | None, n: int) -> str:
    """The first `shown` statements (None: all of them and what follows)."""
    cited = {citation.n: citation for citation in answer.citations}
    quotes = "".join(_quote(words, statement, cited, n) for statement in answer.statements[:shown])
    if shown is not None:
        return f'<div class="answer">{quotes}</div>{_stopped(words)}'
    tables = "".join(_disagreement(words, found, cited) for found in answer.disagreements)
    above = written_html(words, answer, n)
    return f'{above}<div class="answer">{quotes}</div>{tables}{_summary(words, answer)}'


def partial_html(words: Words, answer: Answer, shown: int, n: int) -> str:
    """An answer while it is being shown."""
    cited = {citation.n: citation for citation in answer.citations}
    quotes = "".join(_quote(words, statement, cited, n) for statement in answer.statements[:shown])
    return f'{_searched_as(words, answer)}<div class="answer">{quotes}</div>'


def _quote(words: Words, statement: Statement, cited: dict[int, Citation], n: int) -> str:
    citations = [cited[number] for number in statement.citations]
    lines = "".join(_caption(words, citation) for citation in citations)
    warning = f'<p class="turning">{attribute(words("turning"))}</p>'
    return (
        f'<figure class="quote"><blockquote class="lit" dir="auto">{escape(statement.text)}'
        f"</blockquote>{warning if turns_direction(statement.text) else ''}"
        f"<figcaption>{lines}{actions_html(words, citations[0], n)}</figcaption></figure>"
    )


def _caption(words: Words, citation: Citation) -> str:
    copies = "".join(f"<li>{_copy(words, citation, copy)}</li>" for copy in citation.copies)
    also = f'<div class="copies">{attribute(words("also_in"))}<ul>{copies}</ul></div>'
    return (
        f'<p class="where">{cite_link(words, citation)} {source_line(words, citation)}</p>'
        f"{also if copies else ''}"
    )


def _copy(words: Words, citation: Citation, copy: Copy) -> str:
    """Where the copy stands, and its own words where they are not the quote's."""
    line = source_line(words, copy)
    if not copy.exact or wording(copy.exact) == wording(citation.exact):
        return line
    return f'{line} <q class="lit" dir="auto">{escape(copy.exact)}</q>'


def _disagreement(words: Words, found: Disagreement, cited: dict[int, Citation]) -> str:
    rows = "".join(
        f'<tr><td class="value" dir="auto">{escape(position.value)}</td>'
        f"<td><bdi>{attribute(named(cited[position.citation]))}</bdi></td>"
        f"<td>{date_html(words, cited[position.citation].published)}</td>"
        f"<td>{cite_link(words, cited[position.citation])}</td></tr>"
        for position in found.positions
    )
    heads = "".join(
        f'<th scope="col">{attribute(words(key))}</th>' for key in ("says", "who", "when", "where")
    )
    about = attribute(words("differ", about=found.about))
    return (
        f'<div class="differ"><table><caption dir="auto">{about}</caption><thead><tr>{heads}</tr>'
        f"</thead><tbody>{rows}</tbody></table><p>{attribute(words('no_verdict'))}</p></div>"
    )


def _searched_as(words: Words, reply: Answer | NotFound) -> str:
    if reply.searched_as.strip() == reply.question.strip():
        return ""
    return (
        f'<p class="searched-as">{attribute(words("searched_as"))} '
        f'<q dir="auto">{attribute(reply.searched_as)}</q></p>'
    )


def _summary(words: Words, answer: Answer) -> str:
    articles = len({citation.article_id for citation in answer.citations})
    quotes = words.count("quotes", len(answer.statements))
    found = words.count("from_articles", articles)
    text = words("summary", quotes=quotes, articles=found, sure=f"{answer.confidence:.0%}")
    return f'<p class="summary">{attribute(text)}</p>'


def _stopped(words: Words) -> str:
    return f'<p class="stopped">{attribute(words("stopped"))}</p>'
