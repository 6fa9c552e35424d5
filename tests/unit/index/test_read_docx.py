import zipfile
from io import BytesIO

import pytest

from index.errors import BadInputError
from index.read_docx import read_docx
from tests.made_files import docx_of


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_and_the_title() -> None:
    found = read_docx(docx_of(["Planes land", "Two planes came & left."], title="Planes"))
    assert found.text == "Planes land\n\nTwo planes came & left."
    assert found.title == "Planes"
    assert found.published is None


def test_runs_tabs_and_breaks() -> None:
    body = (
        "<w:p><w:r><w:t>Two </w:t></w:r><w:hyperlink><w:r><w:t>planes</w:t></w:r></w:hyperlink>"
        "<w:r><w:tab/><w:t>came.</w:t><w:br/><w:t>They left.</w:t></w:r></w:p>"
    )
    assert read_docx(docx_of(body)).text == "Two planes came.\nThey left."


def test_a_row_of_a_table_is_a_line() -> None:
    cells = "".join(f"<w:tc>{words(cell)}</w:tc>" for cell in ("Oslo", "5", "7"))
    nested = f"<w:tc><w:tbl><w:tr><w:tc>{words('inner')}</w:tc></w:tr></w:tbl></w:tc>"
    body = f"{words('Medals')}<w:tbl><w:tr>{cells}</w:tr><w:tr>{nested}</w:tr></w:tbl>"
    assert read_docx(docx_of(body)).text == "Medals\n\nOslo\t5\t7\n\ninner"


def test_deleted_words_are_gone_and_a_text_box_is_told_once() -> None:
    box = f"<w:txbxContent>{words('In a box.')}</w:txbxContent>"
    body = (
        "<w:p><w:del><w:r><w:delText>Three</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Two</w:t></w:r></w:ins><w:r><w:t> planes.</w:t></w:r>"
        f'<w:r><m:AlternateContent xmlns:m="m"><m:Choice>{box}</m:Choice>'
        f"<m:Fallback>{box}</m:Fallback></m:AlternateContent></w:r></w:p>"
    )
    assert read_docx(docx_of(body)).text == "In a box.\n\nTwo planes."


def zipped(**parts: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "no Word document"),
        (b"PK\x03\x04 and no more", "no Word document"),
        (b"\xd0\xcf\x11\xe0 and so on", "locked with a password or an old .doc"),
        (zipped(other=b"x"), "a zip file but no Word document"),
        (zipped(word__document=b"<w:p"), "damaged"),
        (docx_of([]), "no text"),
        (docx_of(["Two planes came."])[:-40], "no Word document"),
    ],
)
def test_what_cannot_be_read_says_why(raw: bytes, reason: str) -> None:
    with pytest.raises(BadInputError, match=reason):
        read_docx(raw)


def test_a_small_file_that_unpacks_to_much_is_given_up() -> None:
    bomb = zipped(word__document=b"<d>" + (b"<!--" + b" " * 2**20 + b"-->") * 51 + b"</d>")
    assert len(bomb) < 2**20
    with pytest.raises(BadInputError, match="unpacks to more than 50 MB"):
        read_docx(bomb)


def test_entities_are_not_unfolded() -> None:
    laughs = (
        b'<!DOCTYPE d [<!ENTITY a "ha ha ha">]>'
        b'<d xmlns:w="w"><w:p><w:r><w:t>&a;</w:t></w:r></w:p></d>'
    )
    with pytest.raises(BadInputError, match="declares entities"):
        read_docx(zipped(word__document=laughs))
