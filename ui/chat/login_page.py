"""The login page: one form, no script, nothing of the articles."""

from pathlib import Path

from ui.chat.escape import attribute
from ui.chat.words import Words

_STYLE = Path(__file__).parent / "static" / "login.css"


def login_page(words: Words, wrong: bool = False, minutes: int = 0) -> str:
    """The page as HTML; `minutes` to wait after too many attempts, `wrong` after a failed one.

    The form goes to the page's own address, so a permalink's `#...` outlives the login.
    """
    said = words("login.wrong") if wrong else ""
    if minutes:
        said = words("login.wait", minutes=minutes)
    alert = f'<p class="alert" role="alert" id="said">{attribute(said)}</p>' if said else ""
    described = ' aria-describedby="said"' if said else ""
    return f"""<!doctype html>
<html lang="{words.language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{attribute(words("login.title"))}</title><style>{_STYLE.read_text("utf-8")}</style></head>
<body><main><h1>{attribute(words("login.title"))}</h1>
<p class="promise">{attribute(words("login.promise"))}</p>
<form method="post">{alert}
<label for="username">{attribute(words("login.name"))}</label>
<input id="username" name="username" required autofocus autocomplete="username" maxlength="64"
 autocapitalize="none" spellcheck="false"{described}>
<label for="password">{attribute(words("login.password"))}</label>
<input id="password" name="password" type="password" required autocomplete="current-password">
<button>{attribute(words("login.enter"))}</button></form></main></body></html>"""
