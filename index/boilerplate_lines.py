"""Lines that are furniture of a web page, and captions of pictures."""

import re

_WHOLE_LINE = r"""
    \[/?ad_?\d*\]
  | (?:story\ continues|article\ continues)\ .{0,40}
  | (?:further|next|remaining|rest|continuation)\ .{0,30}\b(?:article|text|story)\b.{0,20}
        \b(?:under|below|after)\b.{0,30}\b(?:video|ad|advert\w*|material|photo|picture)s?
  | advert(?:isement|isment|orial|ising)s?:?(?:\ .{0,40})?
  | source\ link | view\ original(?:\ article|\ post)? | read\ more:?\.* | read\ (?:the\ )?full\ \w+
  | (?:please\ )?(?:follow|like)\ (?:and\ (?:follow|like)\ )?us\b.{0,60}
  | (?:click\ here|tap\ here|sign\ up|subscribe|register|join)\b[^.!?]{0,120}
        (?:newsletters?|e-?mails?|inbox|app|alerts?|channel|news)\b[^.?]{0,30}
  | subscribe(?:\ now|\ today|\ here|\ free)?[.!]?
  | share(?:\ (?:this|on|via|with)\b.{0,60})? | tweet | print | comments?(?:\ \(\d+\))?
  | (?:facebook|twitter|whatsapp|reddit|e-?mail|share|print|linkedin|copy\ link|\s|[|,/·])+
  | (?:this|the)\ (?:post|article|story|piece)\ (?:was\ |has\ been\ )?(?:originally|first)\ 
        (?:posted|published|appeared)\b.{0,120}
  | (?:this\ (?:site|website)|we)\ uses?\ cookies\b.{0,200}
  | (?:©|\(c\)|copyright\b).{0,120} | all\ rights\ reserved.{0,60}
  | image\ source,.{0,120} | \((?:getty\ images|ap\ photo|reuters|afp)[^()]{0,60}\)
  | watch\ now | most\ read | skip\ (?:past|to)\ .{0,60} | loading\.*
  | \d+\ (?:comments?|shares?|likes?|views?)
"""
_FURNITURE = re.compile(_WHOLE_LINE, re.IGNORECASE | re.VERBOSE)

_CREDIT_LABEL = re.compile(
    r"(?:^|[\s(.])(?:photo(?:graph|s)?|image|picture|foto)?\s*"
    r"(?:credits?|courtesy|(?<=photo)(?:\s+by)?|(?<=photograph)(?:\s+by)?|(?<=image)(?:\s+by)?)"
    r"\s*:\s*(?P<who>[^\n]{2,80})$",
    re.IGNORECASE,
)
_CAPTION_WORDS = 60
_CREDIT_WORDS = 10


def is_furniture(line: str) -> bool:
    """Whether the whole line invites, labels or navigates rather than reports."""
    return _FURNITURE.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Whether the line ends in the credit of a photo: "... Credit: A Name", "Photo: A Name"."""
    credit = _CREDIT_LABEL.search(line)
    return (
        credit is not None
        and len(line.split()) <= _CAPTION_WORDS
        and len(credit["who"].split()) <= _CREDIT_WORDS
    )
