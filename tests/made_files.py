"""Files of every kind that is read, as bytes, made here so that their content is known."""

import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO
from xml.sax.saxutils import escape

Placed = tuple[float, float, float, str]
"""Points from the left, points from the bottom, size, and the words of one line."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf_of(pages: Sequence[Sequence[Placed]], title: str | None = None, author: str = "") -> bytes:
    """A PDF in Helvetica; an A4 page is 595 by 842 points."""
    kids = [4 + 2 * number for number in range(len(pages))]
    named = " ".join(f"{kid} 0 R" for kid in kids)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(kids)} /Kids [{named}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for kid, page in zip(kids, pages, strict=True):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (kid + 1)
        )
        drawn = b"\n".join(
            b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, x, y, _literal(words))
            for x, y, size, words in page
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    objects.append(b"<< /Title (%s) /Author (%s) >>" % (_literal(title or ""), _literal(author)))
    return _numbered(objects)


def _literal(words: str) -> bytes:
    plain = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return plain.encode("cp1252")


def _numbered(objects: Sequence[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, len(objects), len(made))
    )


def docx_of(body: str | Sequence[str], title: str | None = None) -> bytes:
    """A Word document of paragraphs, or of the XML of a body."""
    if not isinstance(body, str):
        body = "".join(f"<w:p><w:r><w:t>{escape(each)}</w:t></w:r></w:p>" for each in body)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        )
        if title:
            package.writestr(
                "docProps/core.xml",
                '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>",
            )
    return made.getvalue()


def eml_of(text: str | None = None, html: str | None = None, **headers: str) -> bytes:
    """An e-mail with a plain part, a page, or both; headers by name, `_` for `-`."""
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if html is not None and text is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message.as_bytes()


def page_of(paragraphs: Sequence[str], head: str = "") -> str:
    """A web page with a menu, an article and a foot."""
    told = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><ul><li><a href='/'>Home</a></li>"
        f"<li><a href='/sport'>Sport</a></li></ul></nav><article>{told}</article>"
        "<footer><p>Imprint | Privacy | Cookies</p></footer></body></html>"
    )
