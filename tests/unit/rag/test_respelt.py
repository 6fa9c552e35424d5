from hypothesis import given
from hypothesis import strategies as st

from index.schema import Passage, Span
from rag.respelt import respelt

TEXT = "Heading\n\nIt gave badistance. He left, badured.  "
PASSAGE = Passage("a", 100, 100 + len(TEXT), TEXT, (Span(109, 128), Span(129, 146)))


def spell(text: str) -> str:
    return text.replace("bad", "ass").replace("Heading", "A longer heading")


def test_spans_follow_the_words() -> None:
    made = respelt(PASSAGE, "Title", spell)
    assert made.text == "A longer heading\n\nIt gave assistance. He left, assured.  "
    assert [made.text[s:e] for s, e in made.sentences] == [
        "It gave assistance.",
        "He left, assured.",
    ]
    assert made.header == "Title"


@given(st.text(max_size=80), st.lists(st.integers(0, 80), max_size=8), st.text(max_size=3))
def test_any_spelling_keeps_sentences_apart(text: str, cuts: list[int], put: str) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    spans = tuple(Span(s + 7, e + 7) for s, e in zip(edges[::2], edges[1::2], strict=False))
    passage = Passage("a", 7, 7 + len(text), text, spans)
    made = respelt(passage, "", lambda part: part.replace("a", put))
    for (start, end), (begin, stop) in zip(made.sentences, spans, strict=True):
        assert made.text[start:end] == text[begin - 7 : stop - 7].replace("a", put)
