from dataclasses import replace
from hashlib import sha256

from hypothesis import assume, given
from hypothesis import strategies as st

from index.schema import Article
from rag.citation_id import citation_id, parse
from rag.lookup import look_up
from rag.nearest import _MARGIN, _REGIONS, _counted, _densest, _weights, regions
from rag.quote_tokens import tokens

WORDS = st.text("abcdefgé0123456789.,'’“”—- \n", min_size=1, max_size=12)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


def article(text: str) -> Article:
    return Article(id="a", text=text, sha256=sha256(text.encode()).hexdigest())


@given(text=TEXTS, data=st.data())
def test_whole_words_of_a_text_are_found_verbatim_at_their_place(text: str, data) -> None:
    words = [(place, place + len(word)) for place, word in _split(text)]
    assume(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = words[first][0], words[last][1]
    quote = text[start:end]
    assume(any(letter.isalnum() for letter in quote))
    found = look_up(quote, {"a": article(text)})
    assert found.status == "verbatim"
    assert any(place.start <= start + len(quote) and place.exact for place in found.places)


@given(text=TEXTS, query=TEXTS)
def test_every_place_is_an_exact_slice(text: str, query: str) -> None:
    assume(any(letter.isalnum() for letter in query))
    found = look_up(query, {"a": article(text)})
    assert bool(found.places) == (found.status != "not_found")
    for place in found.places:
        assert place.exact == text[place.start : place.end] != ""


@given(name=st.text(max_size=20), text=st.text(min_size=1, max_size=50), data=st.data())
def test_an_id_leads_back_to_its_words(name: str, text: str, data) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = citation_id(name, start, end, text[start:end])
    assert parse(made) is not None
    home = Article(id=name, text=text, sha256=sha256(text.encode()).hexdigest())
    found = look_up(made, {name: home})
    assert (found.status, found.places[0].start, found.places[0].end) == ("verbatim", start, end)


@given(texts=st.lists(TEXTS, min_size=1, max_size=12), quote=TEXTS)
def test_no_text_that_is_not_read_again_holds_a_better_stretch(
    texts: list[str], quote: str
) -> None:
    asked = tokens(quote)
    assume(any(token.is_word for token in asked))
    articles = {str(n): replace(article(text), id=str(n)) for n, text in enumerate(texts)}
    counted = _counted(asked, articles)
    words = {w: x for w, x in zip(counted.words, _weights(counted), strict=True) if x}
    length = asked[-1].end - asked[0].start
    width = length + length // 4 + _MARGIN
    weighed = [(-_densest(text.lower(), words, width)[0], n) for n, text in enumerate(texts)]
    best = [str(n) for weight, n in sorted(weighed) if weight][:_REGIONS]
    assert [found.id for found, _ in regions(asked, articles)] == best


def _split(text: str) -> list[tuple[int, str]]:
    found, place = [], 0
    for word in text.split():
        place = text.index(word, place)
        found.append((place, word))
        place += len(word)
    return found
