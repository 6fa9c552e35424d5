"""What must hold of the text taken out of any file, whatever stood in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import BadInputError
from index.extracted import Extracted
from index.read_docx import read_docx
from index.read_eml import read_eml
from index.read_html import read_html
from index.read_pdf import read_pdf
from index.read_result import sha256_of
from index.schema import Article
from index.segment import segment
from tests.made_files import docx_of, eml_of, page_of, pdf_of

# What XML, e-mail and the PDF's encoding can all carry.
words = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=60)
told = st.lists(st.one_of(words, st.just("Two planes came - 99 men.")), min_size=1, max_size=6)


def holds(found: Extracted) -> None:
    assert found.text.strip()
    assert found.text.encode("utf-8").decode("utf-8") == found.text
    assert not set(found.text) & set(map(chr, [*range(9), *range(11, 32)]))
    article = Article("a", found.text, sha256_of(found.text))
    for passage in segment(article, 60):
        assert passage.text == article.text[passage.start : passage.end]


@settings(max_examples=25)
@given(told)
def test_passages_equal_slices_of_the_text_of_every_kind(told: list[str]) -> None:
    placed = [(60.0, 780.0 - 12 * at, 10.0, line) for at, line in enumerate(told)]
    for read, raw in (
        (read_docx, docx_of(told)),
        (read_eml, eml_of("\n\n".join(told), Subject="x")),
        (read_html, page_of(told).encode()),
        (read_pdf, pdf_of([placed])),
    ):
        try:
            found = read(raw)
        except BadInputError:
            continue
        holds(found)


@settings(max_examples=25)
@given(told)
def test_every_word_of_a_document_is_in_its_text(told: list[str]) -> None:
    try:
        text = read_docx(docx_of(told)).text
    except BadInputError:
        assert not "".join(told).strip()
    else:
        assert text.split() == " ".join(told).split()
