"""A saved e-mail: its plain text, else its page; subject, sender and date from its headers."""

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from index.dates import iso_date
from index.decode import decode_marked
from index.extracted import Extracted, UnreadableError, clean, one_line
from index.read_html import html_article

_TOLD_BY = ("from", "subject", "date")
_URL = re.compile(r"https?://[^\s<>\"]+")


def read_eml(raw: bytes) -> Extracted:
    """The text/plain part as it is, or the article of the text/html part where that is all.

    The sender's name is author and source, the date the one written in the header. Attachments and
    forwarded messages are named and not read.

    Raises:
        UnreadableError: it is no e-mail, or one without text.
    """
    message = message_from_bytes(raw, policy=policy.default)
    if not any(_header(message, name) for name in _TOLD_BY):
        raise UnreadableError("it is no e-mail: it has no From, Subject or Date line")
    text = _text(message)
    if not text.strip():
        raise UnreadableError("the e-mail holds no text")
    sender, address = parseaddr(_header(message, "from") or "")
    return Extracted(
        text=text,
        title=_header(message, "subject"),
        source=one_line(sender) or one_line(address),
        url=_address(message),
        published=iso_date(_header(message, "date") or ""),
        author=one_line(sender),
        attached=tuple(_attached(message)),
    )


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's words; one that is written wrongly counts as missing."""
    try:
        return one_line(str(message[name] or ""))
    except (MessageError, ValueError, IndexError, AttributeError):
        return None


def _text(message: EmailMessage) -> str:
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        if isinstance(part, EmailMessage):
            words = _decoded(part)
            text = clean(words) if kind == "plain" else _article(words)
            if text.strip():
                return _unfolded(text) if part.get_param("format") == "flowed" else text
    return ""


def _decoded(part: EmailMessage) -> str:
    raw = part.get_payload(decode=True)
    return decode_marked(raw, part.get_content_charset()) if isinstance(raw, bytes) else ""


def _article(page: str) -> str:
    try:
        return html_article(page).text
    except UnreadableError:
        return ""


def _unfolded(text: str) -> str:
    """format=flowed (RFC 3676): a line that ends in a space goes on in the next one."""
    return re.sub(r"(?m)(?<=\S)(?<!^--) \n(?![>\s])", " ", text)


def _address(message: EmailMessage) -> str | None:
    found = _URL.search(_header(message, "archived-at") or "")
    return found[0] if found else None


def _attached(message: EmailMessage) -> list[str]:
    parts = message.iter_attachments() if message.is_multipart() else ()
    return [one_line(part.get_filename()) or part.get_content_type() for part in parts]
