"""Articles made to break their reader: each is read for what it says, or named with the reason."""

import json
import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from index.described import LONGEST, LONGEST_TEXT, described
from index.errors import BadInputError
from index.extracted import Extracted
from index.extraction import Refused
from index.extractor import Extractor
from index.metadata import describe
from index.read_docx import read_docx
from index.read_html import read_html
from index.readers import READERS, read_articles, read_file
from index.schema import Article, Skipped
from index.segment import segment
from index.walk import Found
from tests.made_files import docx_of, page_of, pdf_of

STORY = "Two planes landed near the capital on Saturday, and 99 soldiers came with them."
PAGE = page_of([STORY] * 4)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def only(folder: Path, name: str, raw: bytes) -> list[Article | Skipped]:
    file = folder / name
    file.write_bytes(raw)
    return list(read_file(Found(file, name, inside=True)))


def package(**parts: str | bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as held:
        for name, content in parts.items():
            held.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def refused(read: Callable[[], Extracted]) -> str:
    """Why there is no article, "" if there is one."""
    try:
        read()
    except BadInputError as error:
        return str(error)
    return ""


def told(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize("nested", ["<div>", "<table><tr><td>", "<b>", "<ul><li>"])
@pytest.mark.parametrize("times", [300, 50_000])
def test_a_page_nested_too_deep_is_not_mistaken_for_its_menu(nested: str, times: int) -> None:
    with pytest.raises(BadInputError, match="nested too deep"):
        read_html(PAGE.replace("<article>", "<article>" + nested * times).encode())


def test_tables_in_tables_are_read() -> None:
    deep = "<table><tr><td>" * 20 + f"<p>{STORY} Inside.</p>" + "</td></tr></table>" * 20
    text = read_html(PAGE.replace("<article>", f"<article>{deep}").encode()).text
    assert STORY in text


@pytest.mark.parametrize(
    "bomb",
    [
        "<" * 100_000,
        "<!--" * 30_000,
        "&amp;" * 30_000,
        "<p " + "".join(f"a{n}=1 " for n in range(5_000)) + ">",
        "<script>" + "[" * 100_000 + "</script>",
    ],
)
def test_a_page_that_swells_is_read_or_refused(bomb: str) -> None:
    for page in (PAGE + bomb, PAGE.replace("</head>", f"{bomb}</head>")):
        assert refused(lambda page=page: read_html(page.encode())) or read_html(page.encode()).text


def test_a_script_stays_out_of_the_text() -> None:
    page = PAGE.replace("<article>", "<article><script>steal()</script><p onclick='x()'>Hello.</p>")
    text = read_html(page.encode()).text
    assert "steal" not in text
    assert STORY in text


def test_a_word_document_that_declares_entities_is_refused() -> None:
    laughs = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 40}">' for n in range(8)
    )
    for declared in (laughs, '<!ENTITY i SYSTEM "file:///etc/passwd">'):
        for where in (told("x&i;y"), f'<w:p w:x="&i;"/>{told("x")}'):
            xml = f"<!DOCTYPE d [{declared}]><w:document {_W}><w:body>{where}</w:body></w:document>"
            with pytest.raises(BadInputError, match=r"declares entities|is damaged"):
                read_docx(package(**{"word/document.xml": xml}))


def test_an_entity_from_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ENTITY i "stolen">')
    xml = (
        f'<!DOCTYPE d SYSTEM "{secret.as_uri()}"><w:document {_W}><w:body>{told("a&i;")}'
        "</w:body></w:document>"
    )
    with pytest.raises(BadInputError) as refused:
        read_docx(package(**{"word/document.xml": xml}))
    assert "stolen" not in str(refused.value)


def test_names_that_lead_out_of_a_package_write_nothing(tmp_path: Path) -> None:
    before = sorted(tmp_path.parent.iterdir())
    raw = BytesIO(docx_of([STORY]))
    with zipfile.ZipFile(raw, "a") as held:
        for name in ("../../out.txt", "/tmp/out.txt", "word/../../../out.txt", "..\\out.txt"):
            held.writestr(name, "x")
    [found] = only(tmp_path, "a.docx", raw.getvalue())
    assert isinstance(found, Article)
    assert found.text == STORY
    assert sorted(tmp_path.parent.iterdir()) == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.docx"]


def test_a_part_that_unpacks_a_thousandfold_is_given_up(tmp_path: Path) -> None:
    body = told("a" * 200_000) * 265
    raw = docx_of(body)
    assert len(raw) < 2**20
    [found] = only(tmp_path, "a.docx", raw)
    assert isinstance(found, Skipped)
    assert "unpacks to more than 50 MB" in found.reason


def test_remarks_between_the_cells_of_a_table_cost_nothing() -> None:
    row = f"<w:tr><!-- x --><?y z?><w:tc>{told('Oslo')}</w:tc><w:tc>{told('5')}</w:tc></w:tr>"
    assert read_docx(docx_of(f"<w:tbl>{row}</w:tbl>")).text == "Oslo\t5"


def test_a_word_document_nested_without_end_is_refused() -> None:
    with pytest.raises(BadInputError, match="damaged"):
        read_docx(docx_of("<w:sdt>" * 3_000 + told("x") + "</w:sdt>" * 3_000))


PDF = pdf_of([[(70, 700, 11, STORY)]])


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (PDF.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "damaged|no text"),
        (
            PDF.replace(b"/Kids [4 0 R]", b"/Kids []     ").replace(b"/Count 1", b"/Count 0"),
            "no text|damaged",
        ),
        (PDF.replace(b"/Count 1", b"/Count 2147483647"), "more than 5,000 pages|damaged"),
        (PDF.replace(b"/Count 1", b"/Count -1"), "damaged|no text"),
        (PDF.replace(b"/Root 1 0 R", b"/Root 9 0 R"), "damaged"),
        (
            PDF.replace(b"/Info 6 0 R", b"/Info 6 0 R /Encrypt << /Filter /Nobody /V 9 /R 9 >>"),
            "locked|damaged",
        ),
        (b"%PDF-1.7\n" + b"[" * 100_000, "damaged"),
    ],
)
def test_an_odd_pdf_is_read_whole_or_refused(tmp_path: Path, raw: bytes, reason: str) -> None:
    assert raw != PDF
    [found] = only(tmp_path, "a.pdf", raw)
    if isinstance(found, Article):
        assert found.text == STORY
    else:
        assert any(each in found.reason for each in reason.split("|")), found.reason


@pytest.mark.parametrize("suffix", [each for each in READERS if each != ".jsonl"])
def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    with file.open("wb") as made:
        made.truncate(2**30)  # a hole: it takes no room on the disk
    [found] = read_file(Found(file, file.name, inside=True))
    assert isinstance(found, Skipped)
    assert "1,024 MB, more than the" in found.reason


def test_a_line_of_a_hundred_and_forty_megabytes_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    with file.open("wb") as made:
        made.write(b'{"id": "a", "text": "')
        made.seek(140 * 2**20, os.SEEK_CUR)
        made.write(b'"}\n{"id": "b", "text": "Two planes came."}\n')
    skipped, article = read_file(Found(file, file.name, inside=True))
    assert skipped == Skipped("a.jsonl:1", "it is a line of more than 64 MB.")
    assert isinstance(article, Article)
    assert article.text == "Two planes came."


def test_a_reader_that_swells_is_stopped(tmp_path: Path) -> None:
    extractor = Extractor(program="tests.unit.index.swelling_extraction")
    try:
        found = extractor.extract(tmp_path / "a", "html")
    finally:
        extractor.close()
    assert found == Refused("reading it takes too much memory")


@pytest.mark.parametrize(
    "raw", [b"\0" * 99, b"Two planes came.\0", b"\xed\xa0\x80 came.", b"\xff\xfe\x00\xd8"]
)
def test_nuls_and_half_characters_are_no_text(tmp_path: Path, raw: bytes) -> None:
    [found] = only(tmp_path, "a.txt", raw)
    assert isinstance(found, Skipped)


@pytest.mark.parametrize(
    "text",
    [
        "He said \u202e.ereht saw ohw\u202c and left the pier at noon.",
        "The Нigh Court of Раris ruled against the оwner on Monday.",
        "No word of this was \u200bdenied\u200b, the mini\u00adstry said.",
    ],
)
def test_marks_that_deceive_the_eye_stay_where_they_stand(tmp_path: Path, text: str) -> None:
    [found] = only(tmp_path, "a.txt", text.encode())
    assert isinstance(found, Article)
    assert found.text == text


LONG = 200_000


@pytest.mark.parametrize(
    "text",
    [
        "published" + " " * LONG + "x",
        "---\ntitle:" + " " * LONG + "\n---\nTwo planes came.",
        "Two planes came." + "\n" * LONG + "They left.",
        "Two planes came." + "\n \t" * LONG + "They left.",
        "委。" * (LONG // 32),
    ],
    ids=["date", "front matter", "lines", "blank lines", "sentences"],
)
def test_no_text_is_gone_over_again_and_again(text: str) -> None:
    """Each of these took hours, with the square or cube of its length, before."""
    describe(text)
    found = segment(Article("a", text, ""), 200)
    assert found
    assert all(each.text == text[each.start : each.end] for each in found)


def test_what_is_too_long_to_describe_an_article_is_left_out(tmp_path: Path) -> None:
    head = f"<title>{'Planes ' * 5_000}</title>"
    [found] = only(tmp_path, "a.html", page_of([STORY] * 4, head).encode())
    assert isinstance(found, Article)
    assert found.title is None
    line = {"id": "a", "text": "Two planes came.", "authors": ["Ana Ito"] * 500}
    [found] = only(tmp_path, "b.jsonl", json.dumps(line).encode())
    assert isinstance(found, Article)
    assert found.author is None
    raw = b'{"id": "%s", "text": "Two planes came."}' % (b"a" * 5_000)
    [skipped] = only(tmp_path, "a.jsonl", raw)
    assert isinstance(skipped, Skipped)
    assert "its id has 5,000 characters" in skipped.reason


def test_an_article_has_an_end(tmp_path: Path) -> None:
    longest = "Two planes came.\n" * (LONGEST_TEXT // 17)
    [found] = only(tmp_path, "a.txt", longest.encode())
    assert isinstance(found, Article)
    [skipped] = only(tmp_path, "b.txt", (longest + "They left. " * 2).encode())
    assert isinstance(skipped, Skipped)
    assert "10,000,017 characters, more than the 10,000,000" in skipped.reason


def test_thousands_of_articles_may_state_one_id(tmp_path: Path) -> None:
    lines = (f'{{"id": "a", "text": "Plane {n} came."}}' for n in range(3_000))
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    articles, skipped = read_articles([tmp_path])
    assert skipped == []
    assert len({article.id for article in articles}) == 3_000
    assert articles[-1].id == f"{tmp_path.name}/a~2999"


def test_nothing_that_describes_an_article_is_longer_than_its_bound() -> None:
    long = "x" * (LONGEST + 1)
    told = described(Article("a", "Two planes came.", "", long, long, long, "2019-06", long))
    assert told == Article("a", "Two planes came.", "", published="2019-06")
