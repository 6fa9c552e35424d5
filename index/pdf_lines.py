"""The lines of a PDF's page as they are set, with where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

#: What PDFium gives for a hyphen at the end of a line together with the line break.
_BROKEN = "\x02"


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one line. Measures are points from the page's lower left corner.

    `hyphen`: it ends in the middle of a word or of a compound, its hyphen left off.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    hyphen: bool = False

    @property
    def height(self) -> float:
        """Of the tallest letters, the room above and below them included."""
        return self.top - self.bottom


def lines_of(page: pdfium.PdfPage, number: int) -> list[Line]:
    """Lines in the order of the page's own text; those without a letter or sign are left out."""
    words = page.get_textpage()
    try:
        signs = [chr(raw.FPDFText_GetUnicode(words, at)) for at in range(words.count_chars())]
        return [line for span in _spans(signs) if (line := _line(words, signs, span, number))]
    finally:
        words.close()


def _spans(signs: list[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, sign in enumerate([*signs, "\n"]):
        if sign in ("\r", "\n", _BROKEN):
            yield start, at
            start = at + 1


def _line(
    words: pdfium.PdfTextPage, signs: list[str], span: tuple[int, int], number: int
) -> Line | None:
    shown = [at for at in range(*span) if not signs[at].isspace()]
    if not shown:
        return None
    # Letters at both ends and one between say how wide and how tall the line is.
    boxes = [
        words.get_charbox(at, loose=True) for at in {shown[0], shown[len(shown) // 2], shown[-1]}
    ]
    hyphen = span[1] < len(signs) and signs[span[1]] == _BROKEN
    text = "".join(signs[span[0] : span[1]])
    return Line(
        text=text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip(),
        page=number,
        left=min(box[0] for box in boxes),
        right=max(box[2] for box in boxes),
        bottom=min(box[1] for box in boxes),
        top=max(box[3] for box in boxes),
        hyphen=hyphen,
    )
