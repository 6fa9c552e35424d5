import json
from dataclasses import replace

import pytest

from tests.unit.ui.chat.replies import citation
from ui.chat.citing import cited_as

CITED = citation(2)


@pytest.mark.parametrize("form", ["plain", "markdown", "bibtex", "csl"])
def test_every_form_names_article_place_and_id(form: str) -> None:
    text = cited_as(form, CITED)
    assert text is not None
    assert f"characters {CITED.start}-{CITED.end} of dam.txt" in text.replace("\\", "")
    assert CITED.id in text.replace("\\", "")


def test_there_is_no_other_form() -> None:
    assert cited_as("link", CITED) is None


def test_plain_holds_the_exact_words() -> None:
    assert cited_as("plain", CITED) == (
        "“Nobody & nothing ${was} warned.” (Daily & Co, “The dam <1>”, 5 March 2024; characters "
        f"{CITED.start}-{CITED.end} of dam.txt; {CITED.id})"
    )


def test_markdown_shows_what_stands_there() -> None:
    text = cited_as("markdown", CITED) or ""
    assert text.startswith("> Nobody \\& nothing \\$\\{was\\} warned.\n>\n> — Daily")
    assert text.endswith("<https://example.org/dam>")
    assert "<javascript" not in (cited_as("markdown", replace(CITED, url="javascript:x")) or "")


def test_bibtex_escapes_what_tex_would_act_on() -> None:
    text = cited_as("bibtex", CITED) or ""
    assert "howpublished = {Daily \\& Co}" in text
    assert "\\$\\{was\\}" in text
    assert "year = {2024}" in text


def test_csl_is_json_with_the_date_in_parts() -> None:
    item = json.loads(cited_as("csl", CITED) or "")[0]
    assert item["issued"] == {"date-parts": [[2024, 3, 5]]}
    assert CITED.exact in item["note"]


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(CITED, title=None, source=None, published=None, url=None)
    assert "(no date; characters" in (cited_as("plain", bare) or "")
    item = json.loads(cited_as("csl", bare) or "")[0]
    assert item["title"] == "dam.txt"
    assert not {"issued", "container-title", "URL"} & set(item)


def test_an_author_who_is_stated_is_credited() -> None:
    by = replace(CITED, author="Ana Pérez & Co")
    assert "(Ana Pérez & Co, Daily & Co, " in (cited_as("plain", by) or "")
    assert "author = {{Ana Pérez \\& Co}}" in (cited_as("bibtex", by) or "")
    assert json.loads(cited_as("csl", by) or "")[0]["author"] == [{"literal": "Ana Pérez & Co"}]
