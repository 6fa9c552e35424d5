"""Lines that are furniture of a web page: they invite, label or navigate and report nothing."""

import re

_WHOLE_LINE = r"""
    \[/?ad_?\d*\] | !\[[^\]]*\]\([^()]*\)
  | (?:story|article)\ continues\ .{0,40}
  | (?:further|next|remaining|rest|continuation)\ .{0,30}\b(?:article|text|story)\b.{0,20}
        \b(?:under|below|after)\b.{0,30}\b(?:video|ad|advert\w*|material|photo|picture)s?
  | advert(?:isement|isment|orial|ising)s?:?(?:\ .{0,40})?
  | source\ link | view\ original(?:\ (?:article|post|story))? | read\ (?:the\ )?full\ \w+
  | (?:please\ )?(?:follow|like)\ (?:and\ (?:follow|like)\ )?us\b.{0,60}
  | (?:click\ here|tap\ here|sign\ up|subscribe|register|join)\b[^.!?]{0,120}
        \b(?:newsletters?|e-?mails?|inbox|app|alerts?|channel|news)\b[^.?]{0,30}
  | subscribe(?:\ (?:now|today|here|free))?[.!]?
  | share(?:\ (?:this|on|via|with)\b.{0,60})? | tweet | print | comments?(?:\ \(\d+\))?
  | \d+\ (?:comments?|shares?|likes?|views?)
  | (?:(?:facebook|twitter|whatsapp|reddit|e-?mail|share|print|linkedin|copy\ link)
        [\s|,/·]*){2,}
  | (?:this|the)\ (?:post|article|story|piece)\ (?:was\ |has\ been\ )?(?:originally|first)\ 
        (?:posted|published|appeared)\ (?:on|in|at|by|here)\b.{0,120}
  | (?:this\ (?:site|website)|we)\ uses?\ cookies\b.{0,200}
  | (?:©|\(c\)|copyright\b).{0,120} | all\ rights\ reserved.{0,60}
  | watch\ now | most\ read | skip\ (?:past|to)\ .+ | loading\.*
  | (?:read\ (?:more|next|also)|also\ read|see\ also|must\ read|watch|listen|more|related)\s*:
        \s*[^\n]{0,150}(?<![.!])
"""
_FURNITURE = re.compile(_WHOLE_LINE, re.IGNORECASE | re.VERBOSE)

#: Words of forms, templates and disclaimers that no report uses.
_TELLTALE = re.compile(
    r"\{\{.{1,60}\}\}"
    r"|(?i:please enter a valid e-?mail|by (?:entering|submitting) your e-?mail"
    r"|protected by recaptcha|thank(?:s| you) for signing up|privacy notice: newsletters"
    r"|may (?:include|contain) affiliate links|we (?:may|might) earn an? [\w ]{0,12}commission)"
    r"|CLICK HERE"
)
#: One of these stands wherever `_TELLTALE` finds something, and hardly anywhere else. None has i, k
#: or s, which IGNORECASE also finds in letters that casefold keeps apart.
_HINTS = ("{{", "enter a val", "by enter", "ubm", "recaptcha", "ng up", "vacy not", "aff", "earn a")
_TELLTALE_WORDS = 110


def is_furniture(line: str) -> bool:
    """Whether the whole line, trimmed, is no part of the article."""
    if _FURNITURE.fullmatch(line):
        return True
    if "CLICK HERE" not in line:
        plain = line.casefold()
        if not any(hint in plain for hint in _HINTS):
            return False
    return _TELLTALE.search(line) is not None and len(line.split()) <= _TELLTALE_WORDS
