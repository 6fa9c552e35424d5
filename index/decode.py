"""Bytes of a text file to canonical text: nothing is guessed that is not certain."""

import codecs
import re

from index.errors import BadInputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FEW = 0.001
_WESTERN = re.compile("[À-ÖØ-ÜßÀ-ïñ-öø-üÿŒœŠšŽžŸ]")
_SYMBOL_IN_WORD = re.compile(r"[^\W\d_][\x80-\x9f¡-©«-´¶-¹»-¿†‡ˆ‰ƒ˜][^\W\d_]|[ÞþÐðÝý×÷¤¦¬¯¸]")


class NotTextError(BadInputError):
    """The bytes are not text, or in no encoding that can be told for certain."""


def decode(raw: bytes) -> str:
    """The text of a file, with the byte order mark dropped and every newline a line feed.

    UTF-8, or UTF-16 and UTF-32 with their mark. Anything else is read as Windows-1251 or
    Windows-1252 only where the result cannot be mistaken.

    Raises:
        NotTextError: the message completes "... was skipped: ".
    """
    text = _decoded(raw)
    if _CONTROL.search(text):
        raise NotTextError("it is not a text file")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_marked(raw: bytes, encoding: str | None) -> str:
    """The text of a file that states its encoding itself, as a web page or an e-mail does.

    A byte order mark goes before the statement. Bytes that do not fit are replaced, as a browser
    does, where they are few; otherwise the statement is not believed. Control characters stay.

    Raises:
        NotTextError: the message completes "... was skipped: ".
    """
    text = _as_stated(raw, encoding) or _decoded(raw)
    if "\x00" in text:
        raise NotTextError("it is not a text file")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _as_stated(raw: bytes, encoding: str | None) -> str | None:
    if encoding is None or raw.startswith(tuple(mark for mark, _ in _BOMS)):
        return None
    try:
        name = codecs.lookup(encoding).name
        # A page whose ASCII letters could be read so far is in no such encoding.
        if name.startswith(("utf-16", "utf-32")):
            return None
        # The names of Latin-1 and ASCII have always been given to Windows-1252.
        text = raw.decode("cp1252" if name in ("iso8859-1", "ascii") else name, "replace")
    except (LookupError, UnicodeError):
        return None
    return text if text.count("\ufffd") <= _FEW * len(text) else None


def _decoded(raw: bytes) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" in raw:
            raise NotTextError("it is not a text file") from None
        text = _cyrillic(raw) or _western(raw)
        if text is None:
            raise NotTextError(
                f"it is not UTF-8 (byte {error.start}) and its encoding is not certain; "
                "save it as UTF-8"
            ) from None
        return text


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        raise NotTextError(f"it is marked as {encoding} but is not; save it as UTF-8") from None


def _cyrillic(raw: bytes) -> str | None:
    """Windows-1251, if nearly every letter is Cyrillic and lower case, o, e and a among the most.

    Read so, KOI8-R has its cases exchanged and the other Cyrillic code pages come out as symbols.
    """
    try:
        text = raw.decode("cp1251")
    except UnicodeDecodeError:
        return None
    high = [letter for letter in text if ord(letter) > 127 and not letter.isspace()]
    lower = [letter for letter in high if "а" <= letter <= "я" or letter in "ёіїєґў"]
    frequent = sum(lower.count(letter) for letter in "оеа")
    certain = len(high) > len(text) / 3 and len(lower) > 0.85 * len(high)
    return text if certain and frequent > 0.2 * len(lower) else None


def _western(raw: bytes) -> str | None:
    """Windows-1252, if few letters are accented and no symbol stands inside a word.

    Central European texts read so have symbols inside words or an accent on every tenth letter.
    """
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = sum(letter.isalpha() for letter in text)
    accented = len(_WESTERN.findall(text))
    if accented > 0.06 * letters or _SYMBOL_IN_WORD.search(text):
        return None
    return text
