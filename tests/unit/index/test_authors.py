"""Every kind of file that states who wrote the article has its name taken."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from index.metadata import describe
from index.read_docx import read_docx
from index.read_eml import read_eml
from index.read_html import read_html
from index.read_jsonl import read_jsonl
from index.read_pdf import read_pdf
from index.schema import Article
from tests.made_files import pdf_of

STORY = "Two planes landed near the capital on Saturday and carried 99 soldiers, a witness said."
PAGE = (
    "<html><head><title>Planes</title>{head}</head><body><article><h1>Planes</h1>"
    f"<p>{STORY}</p><p>{STORY.replace('planes', 'ships')}</p></article></body></html>"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
TERMS = "http://purl.org/dc/elements/1.1/"


def docx_by(creator: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{STORY}</w:t></w:r></w:p>'
            "</w:body></w:document>",
        )
        package.writestr(
            "docProps/core.xml",
            f'<p:coreProperties xmlns:p="{CORE}" xmlns:dc="{TERMS}">'
            f"<dc:creator>{creator}</dc:creator></p:coreProperties>",
        )
    return made.getvalue()


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="Ana Pérez">', "Ana Pérez"),
        (
            '<script type="application/ld+json">{"@context": "https://schema.org",'
            ' "@type": "NewsArticle", "author": [{"@type": "Person", "name": "Ana Pérez"},'
            ' {"@type": "Person", "name": "Bo Ray"}]}</script>',
            "Ana Pérez, Bo Ray",
        ),
        ("", None),
    ],
)
def test_a_web_page(head: str, author: str | None) -> None:
    assert read_html(PAGE.replace("{head}", head).encode()).author == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("author: Ana Pérez", "Ana Pérez"),
        ('authors: [Ana Pérez, "Bo Ray"]', "Ana Pérez, Bo Ray"),
        ("date: 2019-06-03", None),
    ],
)
def test_front_matter(line: str, author: str | None) -> None:
    assert describe(f"---\ntitle: Planes\n{line}\n---\n\n{STORY}").author == author


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ({"author": " Ana Pérez "}, "Ana Pérez"),
        ({"authors": ["Ana Pérez", "Bo Ray"]}, "Ana Pérez, Bo Ray"),
        ({"author": {"name": "Ana"}}, None),
        ({"author": ""}, None),
    ],
)
def test_a_line_of_a_dump(tmp_path: Path, stated: dict[str, object], author: str | None) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"id": "a", "text": STORY, **stated}))
    (found,) = read_jsonl(path, "news.jsonl")
    assert isinstance(found, Article)
    assert found.author == author


def test_an_e_mail_is_by_its_sender() -> None:
    mail = "From: Ana =?utf-8?q?P=C3=A9rez?= <ana@example.org>\nSubject: Planes\n\n" + STORY
    assert read_eml(mail.encode()).author == "Ana Pérez"
    assert read_eml(f"From: ana@example.org\n\n{STORY}".encode()).author is None


def test_a_word_document_unless_a_program_made_the_name_up() -> None:
    assert read_docx(docx_by("Ana Pérez")).author == "Ana Pérez"
    assert read_docx(docx_by("Microsoft Office User")).author is None


def test_a_pdf() -> None:
    assert read_pdf(pdf_of([[(70, 700, 11, STORY)]], author="Ana Perez")).author == "Ana Perez"
    assert read_pdf(pdf_of([[(70, 700, 11, STORY)]])).author is None
