"""A PDF: its lines put together into paragraphs, without what recurs on every page."""

import re

import pypdfium2 as pdfium

from index.extracted import Extracted, UnreadableError, clean, one_line, paragraph
from index.hyphens import word_joiner
from index.pdf_furniture import without_furniture
from index.pdf_lines import lines_of
from index.pdf_paragraphs import paragraphs, words_in

_MOST_PAGES = 5_000
_LOCKED = 4
#: Names that programs give a file by themselves.
_NO_TITLE = re.compile(
    r"(?i:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|(?:document|book|presentation) ?\d*"
    r"|.*\.(?:pdf|docx?|odt|rtf|txt|tex|dvi|indd|qxd|pptx?|xlsx?|html?))"
)
_UNTOLD = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")


def read_pdf(raw: bytes) -> Extracted:
    """Paragraphs a blank line apart, running titles and page numbers left out.

    Author and title are those of the file's properties, a title unless a program made it up. Their
    dates say when the file was made, not when the article was published, and are not taken.

    Raises:
        UnreadableError: it is no PDF, damaged, locked, a scan without text, or too long.
    """
    if b"%PDF-" not in raw[:1024]:
        raise UnreadableError("it is no PDF")
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _LOCKED:
            raise UnreadableError("it is locked with a password; save it without one") from None
        raise UnreadableError("the PDF is damaged") from None
    try:
        return _extracted(document)
    finally:
        document.close()


def _extracted(document: pdfium.PdfDocument) -> Extracted:
    if len(document) > _MOST_PAGES:
        raise UnreadableError(f"it has more than {_MOST_PAGES:,} pages; split it")
    pages = []
    for number in range(len(document)):
        page = document[number]
        pages.append(lines_of(page, number))
        page.close()
    found = "".join(line.text for page in pages for line in page)
    if not found:
        raise UnreadableError("there is no text in the PDF, it may be a scan: run OCR on it")
    if len(_UNTOLD.findall(found)) > len(found) / 20:
        raise UnreadableError("its fonts do not say which letters they draw: run OCR on it")
    kept = without_furniture(pages)
    told = paragraphs(kept if any(kept) else pages, word_joiner(words_in(kept)))
    stated = document.get_metadata_dict()
    title = one_line(stated.get("Title"))
    return Extracted(
        text="\n\n".join(filter(None, (paragraph(clean(each)) for each in told))),
        title=None if title is None or _NO_TITLE.fullmatch(title) else title,
        author=one_line(stated.get("Author")),
    )
