import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from ui.chat.words import LANGUAGES, Words, catalogue, plural, words_for

SOURCES = Path(__file__).parents[4] / "ui" / "chat"


def test_every_text_is_there_in_every_language_with_the_same_gaps() -> None:
    for key, texts in catalogue().items():
        assert set(texts) == set(LANGUAGES), key
        gaps = {code: set(re.findall(r"{(\w+)}", text)) for code, text in texts.items()}
        assert gaps["en"] == gaps["es"] == gaps["ru"], key


def test_every_key_that_the_code_names_is_there() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCES.glob("*.py"))
    named = set(re.findall(r"""\b(?:words|label)\(["']([a-z_]+)["']""", code))
    counted = set(re.findall(r"""words\.count\(["']([a-z_]+)["']""", code))
    forms = {f"{key}.{form}" for key in counted for form in ("one", "few", "many")}
    assert named
    assert counted
    assert (named | forms) - set(catalogue()) == set()


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (1, "one"),
        (2, "few"),
        (5, "many"),
        (11, "many"),
        (12, "many"),
        (21, "one"),
        (22, "few"),
        (111, "many"),
        (0, "many"),
    ],
)
def test_russian_plurals(number: int, form: str) -> None:
    assert plural("ru", number) == form


@pytest.mark.parametrize(
    ("cookie", "accepted", "language"),
    [
        ("", "", "en"),
        ("", "es-MX,es;q=0.9", "es"),
        ("", "de-DE,de", "en"),
        ("pincite_language=ru; x=1", "es", "ru"),
        ("pincite_language=<b>", "es", "es"),
        ('x="', "ru", "ru"),
    ],
)
def test_the_readers_choice_comes_first(cookie: str, accepted: str, language: str) -> None:
    request = SimpleNamespace(headers={"cookie": cookie, "accept-language": accepted})
    assert words_for(request).language == language


def test_numbers_are_grouped() -> None:
    assert Words("en").count("passages", 12345) == "12,345 passages"
