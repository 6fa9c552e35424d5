"""Lines that caption a picture: they end in, or consist of, the credit of whoever took it."""

import re

_KIND = r"(?:photo(?:graph|graphy)?|image|picture|illustration|graphic|gif|video|foto)s?"
_PICTURES = r"(?:Getty(?: Images)?|Alamy|Shutterstock|iStock|Unsplash)"
_NEWS = r"(?:AP|AFP|EPA|PA|Reuters|Bloomberg)"

_LABELLED = re.compile(
    rf"(?:^|[\s(.])(?:{_KIND}\s+credits?|credits?|courtesy|{_KIND}(?:\s+by)?)"
    r"\s*:\s*(?P<who>[^\n]{2,80})$",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\(?(?:(?:top|lead|main|cover|feature[d]?)\s+)?{_KIND}\s+"
    rf"(?:by|source,|courtesy(?:\s+of)?|from|of\s[^\n]{{2,80}}:)\s.{{2,120}}"
    r"|embed from .{2,30}",
    re.IGNORECASE,
)
#: A full stop before the name of a news agency may close a report: that line is kept.
_BY_AGENCY = re.compile(
    rf"\([^()]{{0,60}}\b{_PICTURES}[^()]{{0,30}}\)$|(?<![.!?”\"])\s\([^()]{{0,30}}\b{_NEWS}\b[^()]{{0,20}}\)$"
    rf"|(?:\bvia |/)\s?(?:{_PICTURES}|{_NEWS})$"
)
#: All that `_BY_AGENCY` can end in: to ask this first takes a tenth of the search.
_AGENCY_ENDS = (
    *(")", "Getty", "Images", "Alamy", "Shutterstock", "iStock", "Unsplash"),
    *("AP", "AFP", "EPA", "PA", "Reuters", "Bloomberg"),
)
_BY_HANDLE = re.compile(r"\w\s\([a-z][a-z0-9_]{3,}\)$")

_MOST_WORDS = 40
_CREDIT_WORDS = 10
_CAPTION_WORDS = 8


def is_caption(line: str, opening: bool) -> bool:
    """Whether the line is a caption: "... Credit: A Name", "Photo by A Name", "... (Getty)".

    Near the opening of an article a sentence without its full stop that ends in a bare handle,
    "... (somebody)", is the caption of the lead picture.
    """
    words = len(line.split())
    if words > _MOST_WORDS:
        return False
    credit = _LABELLED.search(line) if ":" in line else None
    if credit and len(credit["who"].split()) <= _CREDIT_WORDS:
        return True
    if _BARE.fullmatch(line) and not line.endswith("."):
        return True
    if line.endswith(_AGENCY_ENDS) and _BY_AGENCY.search(line):
        return True
    return opening and words >= _CAPTION_WORDS and _BY_HANDLE.search(line) is not None
