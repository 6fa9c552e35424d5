"""The words of the interface in English, Spanish and Russian.

Every file of `static/words/` maps a key to its text in each language. Labels of Gradio's own
components are translated in the browser (`label`); what Python renders asks `Words`. Both
follow the same choice: the cookie that the language switch sets, else the browser's first language.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import gradio as gr
    from gradio.i18n import I18nData

LANGUAGES = {"en": "English", "es": "Español", "ru": "Русский"}
COOKIE = "pincite_language"
_FOLDER = Path(__file__).parent / "static" / "words"


class HasHeaders(Protocol):
    """A web request, Gradio's or Starlette's."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Its headers, by lower-case name."""


@dataclass(frozen=True, slots=True)
class Words:
    """Texts in one language."""

    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of `key` with `{names}` filled in; English where a translation is missing."""
        texts = catalogue()[key]
        text = texts.get(self.language, texts["en"])
        return text.format(**values) if values else text

    def count(self, key: str, number: int) -> str:
        """The text of `key.one`, `key.few` or `key.many`, as `number` asks in this language."""
        return self(f"{key}.{plural(self.language, number)}", n=f"{number:,}")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every key with its texts by language."""
    merged: dict[str, dict[str, str]] = {}
    for file in sorted(_FOLDER.glob("*.json")):
        merged.update(json.loads(file.read_text(encoding="utf-8")))
    return merged


def plural(language: str, number: int) -> str:
    """`one`, `few` or `many`, by the Unicode plural rules of the three languages."""
    if language != "ru":
        return "one" if number == 1 else "many"
    if number % 10 == 1 and number % 100 != 11:
        return "one"
    return "few" if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else "many"


def words_for(request: HasHeaders | None) -> Words:
    """The words for whoever sent the request."""
    if request is None:
        return Words("en")
    chosen = _cookie(request.headers.get("cookie", ""))
    first = request.headers.get("accept-language", "").split(",")[0][:2].lower()
    return Words(next((code for code in (chosen, first) if code in LANGUAGES), "en"))


def _cookie(header: str) -> str:
    try:
        morsel = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def label(key: str) -> "I18nData":
    """A label that Gradio translates in the browser.

    Raises:
        KeyError: no file of words has it.
    """
    from gradio.i18n import I18nData

    if key not in catalogue():
        raise KeyError(key)
    return I18nData(key)


def browser_translations() -> "gr.I18n":
    """All words in the form that Gradio hands to the browser."""
    import gradio as gr

    return gr.I18n(
        **{
            code: {key: texts.get(code, texts["en"]) for key, texts in catalogue().items()}
            for code in LANGUAGES
        }
    )
