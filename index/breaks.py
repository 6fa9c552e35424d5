"""Where the sentences of one paragraph end."""

import re
from collections.abc import Iterator
from itertools import pairwise

import sentencex

from index.schema import Span

_QUOTE_OR_BRACKET = re.compile(r"[\"“”„«»‘()\[\]]|``|''|(?<!\w)'|[’'](?!\w)")
#: At most eight: what an endless row of them can mean is tried in every way.
_CLOSERS = re.compile(r"(?:\s?[”»)\]]|\s?''|[\"’'](?!\w)){0,8}")
_OPENERS = r"(?:(?:[\"“„«‘'(\[—–]|``)\s*){0,8}"

#: sentencex takes "me.", "ore." and "May." for abbreviations; a lower-case word before a full stop
#: and a capital ends a sentence unless it is one of these.
_SHORTENED = (
    "approx|art|ca|cf|dept|ed|eds|esp|est|etc|excl|ext|fig|ft|govt|hr|hrs|incl|inc|lb|lbs|lit|"
    "ltd|max|min|misc|mt|no|nos|op|oz|par|pp|pt|resp|sec|sq|sr|st|tel|tr|transl|translit|vol|vs"
)
#: 8,000 characters are some 1,300 words; 40,000 in one take sentencex 5 seconds.
_WINDOW = 8_000
_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁ"
_LOWER = r"[^\W\d_A-Z]"
_ENDING_WORD = (
    rf"(?<![\w.])(?!(?:{_SHORTENED})\b)"
    rf"(?:{_LOWER}(?:{_LOWER}|[’'-])+|May|I|\d[\d,.]*[\d%]|[)\]])"
)
_STOP = re.compile(rf"[.!?…](?={_CLOSERS.pattern}\s+{_OPENERS}[{_UPPER}])|(?P<certain>[。！？؟।]+)")
_STOPPED = re.compile(rf"(?:{_ENDING_WORD}\s?\.|[a-z]\w*\s?[!?…])\Z")
#: What looks like an end and is none; looked for around each end, as a search through the whole
#: paragraph took longer than all else.
_LETTERS_AFTER = 12
#: Beyond so many characters nobody looks for where a word began.
_LONGEST_WORD = 100
_FALSE = re.compile(
    r"\b[ap]\.m\.(?=\s+[A-Z]{2,4}\b)"
    r"|\b(?:[A-Z]\.){2,3}(?=\s+(?!(?:The|This|That|These|Those|It|Its|He|She|They|Their|His|Her|We"
    r"|Our|I|You|But|And|In|On|At|As|A|An|For|If|When|While|After|There|What|How|Why|Who|Since)\b)"
    r"[A-Z])"
    r"|\b(?:vs|et al)\.(?=\s)"
    r"|(?:^|\n)[^\S\n]*\(?\d{1,3}[.)](?=\s)"
)


def pieces(paragraph: str) -> list[Span]:
    """Trimmed stretches of the paragraph between sentence ends, in order.

    sentencex keeps whatever stands between quotation marks or brackets in one piece, also when a
    mark is never closed, so it is shown the paragraph without them; every character keeps its
    place.
    """
    shown = re.sub(r"\s", " ", paragraph)
    shown = _QUOTE_OR_BRACKET.sub(lambda mark: " " * len(mark[0]), shown)
    ends = set(_found(shown))
    ends |= set(_missed(paragraph))
    ends = {end for end in ends if not _is_false(paragraph, end)}
    cuts = sorted({_with_closers(paragraph, end) for end in ends} | {0, len(paragraph)})
    return [span for start, end in pairwise(cuts) for span in _trimmed(paragraph, start, end)]


def _found(shown: str) -> Iterator[int]:
    """Ends as sentencex sees them, less the white space that it counts to the sentence.

    A paragraph longer than any is shown to it window by window, each beginning where a sentence
    does: its time grows with the square of what it is shown.
    """
    start = 0
    while start < len(shown):
        window = shown[start : start + _WINDOW]
        found = sentencex.get_sentence_boundaries("en", window)
        ends = [start + len(window[: each["end_index"]].rstrip(" ")) for each in found]
        more = start + len(window) < len(shown)
        # The window's own end is no sentence's.
        whole = [end for end in ends if start < end < start + len(window.rstrip(" "))]
        yield from whole if more else ends
        start = whole[-1] if more and whole else start + len(window)


def _missed(paragraph: str) -> Iterator[int]:
    """Ends that sentencex does not see: a mark before a capital, after a word that can end."""
    for stop in _STOP.finditer(paragraph):
        end = stop.end()
        if stop["certain"] or _STOPPED.search(paragraph, _word_before(paragraph, end - 1), end):
            yield end


def _is_false(paragraph: str, end: int) -> bool:
    """Whether `_FALSE` ends here.

    All that it looks at are two words before ("et al."), the white space around them, and the first
    letters after.
    """
    if not end or paragraph[end - 1] not in ".)":
        return False
    after = end
    while after < len(paragraph) and paragraph[after].isspace():
        after += 1
    begin = _word_before(paragraph, _word_before(paragraph, end))
    found = _FALSE.finditer(paragraph, begin, after + _LETTERS_AFTER)
    return any(each.end() == end for each in found)


def _word_before(paragraph: str, at: int) -> int:
    """Where the white space and the word that stand before a place begin."""
    least = max(0, at - _LONGEST_WORD)
    while at > least and paragraph[at - 1].isspace():
        at -= 1
    while at > least and not paragraph[at - 1].isspace():
        at -= 1
    return at


def _with_closers(paragraph: str, end: int) -> int:
    """A closing mark belongs to the sentence before it, an opening one to the sentence after."""
    closers = _CLOSERS.match(paragraph, end)
    return closers.end() if closers else end


def _trimmed(paragraph: str, start: int, end: int) -> Iterator[Span]:
    words = paragraph[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
