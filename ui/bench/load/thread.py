"""A conversation as it stands on the page, read from its HTML."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Literal

Ended = Literal["answered", "not_found", "failed", "stopped"]
_TURN = re.compile(r'<section class="turn".*?</section>', re.DOTALL)
_ASKED = re.compile(r'<h2 class="asked"[^>]*>(.*?)</h2>', re.DOTALL)
_QUOTE = re.compile(r'<blockquote class="lit"[^>]*>(.*?)</blockquote>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class TurnShown:
    """One question and the words that were quoted for it."""

    question: str
    ended: Ended
    quotes: tuple[str, ...]
    words: str
    """All text of the turn, without white space."""


def turns_shown(html: str) -> tuple[TurnShown, ...]:
    """Every turn of a thread, oldest first."""
    return tuple(_turn(found[0]) for found in _TURN.finditer(html))


def lost(shown: tuple[TurnShown, ...], kept: tuple[TurnShown, ...]) -> tuple[TurnShown, ...]:
    """Turns that were shown and are not kept in that order, word for word; others may be between.

    A question whose reader vanished may have been kept or not.
    """
    missing, left = [], list(kept)
    for turn in shown:
        if turn in left:
            del left[: left.index(turn) + 1]
        else:
            missing.append(turn)
    return tuple(missing)


def _turn(html: str) -> TurnShown:
    asked = _ASKED.search(html)
    quotes = tuple(_text(found[1]) for found in _QUOTE.finditer(html))
    return TurnShown(_text(asked[1]) if asked else "", _ended(html, quotes), quotes, _words(html))


def _ended(html: str, quotes: tuple[str, ...]) -> Ended:
    if 'class="failure"' in html:
        return "failed"
    if 'class="stopped"' in html:
        return "stopped"
    return "answered" if quotes else "not_found"


def _text(html: str) -> str:
    return unescape(_TAG.sub("", html))


def _words(html: str) -> str:
    return "".join(_text(html).split())
