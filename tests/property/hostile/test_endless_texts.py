"""No text is gone over again and again: four times the text takes four times as long, no more."""

from functools import partial
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.long_sentences import LONGEST
from index.schema import Article
from index.segment import segment
from tests.processor_time import seconds
from tests.property.hostile.going_over import Endless, go_over

FEW, MANY = 16_000, 64_000
NAMED = {
    "names after a quotation": Endless('"Hi there," he said. ', "Maria Zajarova. "),
    "closing quotation marks": Endless("Hi.", " ''", "x"),
    "full stops without spaces": Endless("", "Aa."),
    "a scanner's letters": Endless("", "rn"),
    "a word": Endless("", "a"),
    "a word with a full stop in it": Endless("", "a", "1. B"),
    "hyphens": Endless("", "a-", "1. Bee"),
    "a sentence": Endless("", "the men went on and "),
    "punctuation": Endless("", "!"),
    "full stops": Endless("", ". "),
    "new lines": Endless("Hi", "\n", "there."),
    "brackets": Endless("", "("),
    "brackets of two kinds": Endless("", "(["),
    "a sentence in brackets": Endless("(", "The man went. ", ")"),
    "a quotation without its end": Endless("“", "The man went. "),
    "combining marks": Endless("a", "\u0301"),
    "zero width": Endless("", "a\u200b"),
    "right to left": Endless("", "سلام hello "),
    "ideographs": Endless("", "委。"),
    "initials": Endless("", "J. R. R. "),
    "stars between lines": Endless("Hi man.\n", "***\n", "\nThe man went on."),
    "a table": Endless("", "| a | b |\n"),
    "links": Endless("", "[a](http://x.y) "),
    "images": Endless("", "!["),
    "headings": Endless("", "# a\n"),
    "a heading": Endless("# ", "word ", "\n\nThe man went on."),
    "front matter": Endless("---\ntitle: ", " ", "x\n---\nTwo planes."),
    "advertisements": Endless("", "Related Posts\n"),
    "authors": Endless("", "About the Author\n"),
    "credits": Endless("A man. credit:", " ", "x" * 90),
    "first shown": Endless("originally posted on", " ", "a"),
}
PIECES = sorted({part for each in NAMED.values() for part in (each.before, each.again, each.after)})
pieces = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(" \n.,:'\"”“()aA1-_*#")), max_size=3
).map("".join)
some = settings(max_examples=max(10, settings.default.max_examples // 10))


def no_more_than_linear(text: Endless) -> None:
    few = min(seconds(partial(go_over, text.of(FEW))) for _ in range(2))
    most = 6 * few + 0.1
    # A busy machine may make it twice as long, but not each time.
    assert any(seconds(partial(go_over, text.of(MANY))) < most for _ in range(5)), few


@pytest.fixture(scope="module", autouse=True)
def ready() -> None:
    """What is loaded with the first text costs time once."""
    go_over("Two planes came.")


@pytest.mark.parametrize("name", NAMED)
def test_a_text_made_to_be_gone_over_again_and_again(name: str) -> None:
    no_more_than_linear(NAMED[name])


@some
@given(st.builds(Endless, pieces, pieces.filter(bool), pieces))
def test_a_text_of_such_pieces(text: Endless) -> None:
    no_more_than_linear(text)


@pytest.mark.parametrize("name", NAMED)
def test_nothing_too_long_to_be_quoted_stands_in_a_passage(name: str) -> None:
    article = Article("a", NAMED[name].of(FEW), "")
    found = segment(article, 200)
    assert all(
        span.end - span.start <= LONGEST for span in chain.from_iterable(p.sentences for p in found)
    )
    assert all(each.sentences[0].start - each.start <= LONGEST for each in found)
