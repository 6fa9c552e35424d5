"""A passage as the reader should see it: respelt sentence by sentence, so that spans are kept.

Only scores come from this view. Quotes are cut from the article by the passage's own offsets.
"""

from collections.abc import Callable

from index.schema import Passage
from rag.reader import ReaderInput


def respelt(passage: Passage, header: str, spell: Callable[[str], str]) -> ReaderInput:
    """The passage with `spell` applied to every sentence and to what stands between them."""
    made: list[str] = []
    spans: list[tuple[int, int]] = []
    length, at = 0, passage.start
    for start, end in passage.sentences:
        between = spell(passage.text[at - passage.start : start - passage.start])
        sentence = spell(passage.text[start - passage.start : end - passage.start])
        begin = length + len(between)
        spans.append((begin, begin + len(sentence)))
        made += (between, sentence)
        length, at = begin + len(sentence), end
    made.append(spell(passage.text[at - passage.start :]))
    return ReaderInput("".join(made), tuple(spans), header)
