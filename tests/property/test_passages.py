"""What must hold of the passages of any text whatever."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.boilerplate import boilerplate
from index.metadata import describe
from index.passages import passages
from index.read_result import sha256_of
from index.schema import Article, Span
from index.segment import segment
from index.sentences import sentences
from index.title import title_span
from index.tokens import count_tokens

PIECES = [
    "Planes came to Caracas.",
    "He said: “We stay. Always.”",
    "\n",
    "\n\n",
    " ",
    "Advertisement",
    "[ad_1]",
    "Related Posts",
    "Photo by Ann Other",
    "About the Author",
    "U.S. ",
    "39 ",
    "nothing new",
    "A heading",
    ", and so",
    ". ",
    "1. ",
    "- ",
    '"',
    "”",
    "(",
    "``",
    "\u2028",
    "\r",
    "中国。",
    "😀",
    "word " * 90,
    "; ",
    "---\ntitle: x\n---\n",
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join),
)
budgets = st.integers(16, 480)


def article(text: str) -> Article:
    return Article(id="a", text=text, sha256=sha256_of(text))


@given(texts, budgets)
def test_a_passage_is_its_slice_and_holds_its_sentences(text: str, budget: int) -> None:
    end = 0
    for passage in segment(article(text), budget):
        assert passage.text == text[passage.start : passage.end]
        assert end <= passage.start
        within = passage.start
        for sentence in passage.sentences:
            assert within <= sentence.start < sentence.end <= passage.end
            within = sentence.end
        assert passage.sentences
        assert within == passage.end
        end = passage.end


@given(texts, budgets)
def test_every_sentence_is_in_exactly_one_passage(text: str, budget: int) -> None:
    skip = boilerplate(text)
    found = sentences(text, skip)
    packed = passages(article(text), found, budget, skip)
    assert [sentence for passage in packed for sentence in passage.sentences] == found


@given(texts)
def test_sentences_are_trimmed_ordered_and_touch_no_boilerplate(text: str) -> None:
    skip = boilerplate(text)
    spans = sorted([*skip, *sentences(text, skip)])
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for start, end in sentences(text, skip):
        assert text[start:end] == text[start:end].strip() != ""


@given(texts)
def test_boilerplate_is_sorted_disjoint_and_inside(text: str) -> None:
    skip = boilerplate(text)
    end = 0
    for span in skip:
        assert end <= span.start < span.end <= len(text)
        end = span.end


@given(texts)
def test_nothing_that_could_be_quoted_is_lost(text: str) -> None:
    """What stands neither in boilerplate nor in a passage is a title, or a line like a heading."""
    skip = boilerplate(text)
    covered = sorted([*skip, *(Span(each.start, each.end) for each in segment(article(text), 99))])
    ends = [0, *(span.end for span in covered)]
    starts = [*(span.start for span in covered), len(text)]
    title = title_span(text)
    for start, end in zip(ends, starts, strict=True):
        lines = text[start:end].split("\n")
        assert all(len(line.split()) <= 12 or (title and title.start >= start) for line in lines)


@given(texts, budgets)
def test_only_a_single_sentence_exceeds_the_budget(text: str, budget: int) -> None:
    for passage in segment(article(text), budget):
        assert len(passage.sentences) == 1 or count_tokens(passage.text) <= budget


@given(texts)
def test_what_is_described_stands_in_the_text(text: str) -> None:
    shown = describe(text)
    for value in (shown.title, shown.source, shown.url):
        assert value is None or value in text
