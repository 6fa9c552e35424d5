"""A Word document: the paragraphs of its body and its footnotes, from the XML inside the zip."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from lxml import etree

from index.extracted import Extracted, UnreadableError, one_line, paragraph

_MOST_MB = 50
_CORE = "docProps/core.xml"
_TITLE, _CREATOR = (f"{{http://purl.org/dc/elements/1.1/}}{name}" for name in ("title", "creator"))
#: Who programs say wrote a document, when nobody told them.
_NOBODY = {"python-docx", "microsoft office user", "user", "admin", "administrator", "unknown"}
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
#: What a tracked change deleted or moved away.
#: A text box inside a paragraph is given as paragraphs of its own.
_LEFT_OUT = {"moveFrom", "del", "p"}


def read_docx(raw: bytes) -> Extracted:
    """Paragraphs a blank line apart, a table's row on one line; deleted text is left out.

    Title and author are those of the document's properties. Their dates say when the file was
    made, not when the article was published, and are not taken.

    Raises:
        UnreadableError: it is no Word document, it is locked or broken, or far too large inside.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            if _PARTS[0] not in package.namelist():
                raise UnreadableError("it is a zip file but no Word document")
            blocks = [each for part in _PARTS for each in _blocks(package, part)]
            title, author = _property(package, _TITLE), _property(package, _CREATOR)
    except UnreadableError:
        raise
    except zipfile.BadZipFile:
        raise UnreadableError(_no_zip(raw)) from None
    except RuntimeError:
        raise UnreadableError("it is locked with a password; save it without one") from None
    except (
        etree.XMLSyntaxError,
        OSError,
        EOFError,
        NotImplementedError,
        ValueError,
        zlib.error,
    ) as error:
        raise UnreadableError(f"the Word document is damaged ({error})") from None
    text = "\n\n".join(block for block in blocks if block)
    if not text:
        raise UnreadableError("there is no text in the Word document")
    if author and author.casefold() in _NOBODY:
        author = None
    return Extracted(text=text, title=title, author=author)


def _no_zip(raw: bytes) -> str:
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        return "it is locked with a password or an old .doc; save it as .docx without a password"
    return "it is no Word document or a damaged one"


class _Bounded:
    """A part of the package that gives out at most so many bytes: a small zip can hold a lot."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part = part
        self._left = _MOST_MB * 2**20

    def read(self, size: int = -1) -> bytes:
        piece = self._part.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise UnreadableError(f"a part of it unpacks to more than {_MOST_MB} MB")
        return piece


def _blocks(package: zipfile.ZipFile, part: str) -> Iterator[str]:
    """Each paragraph outside tables and each row of a table, its cells apart by tabs."""
    if part not in package.namelist():
        return
    within = 0
    with package.open(part) as file:
        events = etree.iterparse(
            _Bounded(file), ("start", "end"), resolve_entities=False, no_network=True
        )
        for event, element in events:
            if element.getroottree().docinfo.internalDTD is not None:
                raise UnreadableError("it declares entities, which no Word document does")
            name = etree.QName(element).localname
            # A fallback tells the same text box a second time, for older programs.
            if name in ("tr", "Fallback"):
                within += 1 if event == "start" else -1
            if event == "end" and name in ("p", "tr") and not within:
                yield _row(element) if name == "tr" else _paragraph(element)
            if event == "end" and (name == "Fallback" or (name in ("p", "tr") and not within)):
                element.clear()


def _row(row: etree._Element) -> str:
    told = (" ".join(_paragraphs(cell)) for cell in row.iterchildren("{*}tc"))
    return "\t".join(told).strip("\t")


def _paragraphs(element: etree._Element) -> Iterator[str]:
    yield from filter(None, (_paragraph(each) for each in element.iter("{*}p")))


def _paragraph(element: etree._Element) -> str:
    lines = "".join(_words(element)).split("\n")
    return "\n".join(filter(None, map(paragraph, lines)))


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _LEFT_OUT:
            yield from _words(child)


def _property(package: zipfile.ZipFile, tag: str) -> str | None:
    if _CORE not in package.namelist():
        return None
    with package.open(_CORE) as file:
        for _, element in etree.iterparse(_Bounded(file), tag=tag, resolve_entities=False):
            return one_line(element.text)
    return None
