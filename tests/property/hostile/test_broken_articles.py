"""Files of every kind, damaged at random: each gives whole articles or says why not."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from index.read_result import sha256_of
from index.readers import read_file
from index.schema import Article, Skipped
from index.segment import segment
from index.walk import Found
from tests.made_files import docx_of, eml_of, page_of, pdf_of
from tests.property.hostile.broken import damaged, otherwise, values

STORY = "Two planes landed near the capital on Saturday, and 99 soldiers came with them – “so”."
LINE = {
    "id": "a",
    "title": "On planes",
    "text": STORY,
    "source": "AP",
    "url": "https://a.example/1",
    "published_at": "2019-03-24",
}
HEAD = (
    '<title>On planes - AP</title><meta charset="utf-8"><meta property="og:site_name" content="AP">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-03-24"}'
    "</script>"
)
MAIL = (
    b"From: =?utf-8?q?Ana?= <ana@a.example>\nSubject: On planes\nDate: Sun, 24 Mar 2019\n"
    b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
    b"text/plain; charset=iso-8859-1; format=flowed\nContent-Transfer-Encoding: quoted-printable\n"
    b"\nTwo =\n"
    b'planes came. \n--b\nContent-Type: image/png; name="=?x?q?a?="\nContent-Disposition: '
    b"attachment; filename*=utf-8''a%20b\n\nx\n--b\nContent-Type: message/rfc822\n"
    b"\nSubject: y\n\nz\n--b--\n"
)
SAMPLES: dict[str, tuple[bytes, ...]] = {
    ".txt": (STORY.encode(), STORY.encode("utf-16"), b"Title\n\nPublished: 3 June 2019\n\nTwo."),
    ".md": (b"---\ntitle: x\ndate: 2019-06-03\n---\n# On planes #\n\n- one\n- two\n\nTwo came.",),
    ".html": (page_of([STORY] * 4, HEAD).encode(), page_of([STORY] * 4, HEAD).encode("utf-16")),
    ".pdf": (
        pdf_of([[(70, 700 - 20 * n, 11, STORY) for n in range(9)]] * 2, title="On planes"),
        pdf_of([[(70, 700, 11, "A short one-"), (70, 680, 11, "line.")]]),
    ),
    ".docx": (docx_of([STORY, "They left."], title="On planes"),),
    ".eml": (
        MAIL,
        eml_of(STORY, Subject="x", From="a@b"),
        eml_of(None, page_of([STORY] * 4), To="x"),
    ),
    ".jsonl": (json.dumps(LINE).encode() + b"\n" + json.dumps({**LINE, "id": 2}).encode(),),
}
some = settings(max_examples=max(20, settings.default.max_examples // 4))


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def holds(folder: Path, name: str, raw: bytes) -> list[Article | Skipped]:
    """What the file gives, after a look at it."""
    file = folder / name
    file.write_bytes(raw)
    found = list(read_file(Found(file, name, inside=True)))
    assert found, "a file is never passed over in silence"
    for each in found:
        if isinstance(each, Skipped):
            assert each.reason.endswith("."), each
            assert "\n" not in each.reason
            event(each.reason[:40])
        else:
            whole(each)
    return found


def whole(article: Article) -> None:
    assert article.text.strip()
    assert article.sha256 == sha256_of(article.text)
    described = (article.title, article.source, article.url, article.published, article.author)
    shown = (article.id, *described)
    assert all(each is None or len(each) <= 1_000 for each in shown)
    " ".join(filter(None, shown)).encode()
    for passage in segment(article, 60):
        assert passage.text == article.text[passage.start : passage.end]
        for start, end in passage.sentences:
            assert passage.start <= start < end <= passage.end
            assert article.text[start:end].strip()


@pytest.mark.parametrize("suffix", SAMPLES)
def test_a_damaged_file_is_read_whole_or_named(folder: Path, suffix: str) -> None:
    @some
    @given(damaged(SAMPLES[suffix]))
    def each(raw: bytes) -> None:
        holds(folder, f"a{suffix}", raw)

    each()


@some
@example(json.dumps({**LINE, "title": "x" * 2000, "source": "\0", "id": 10**40}))
@example(json.dumps({**LINE, "id": "x" * 2000}))
@given(otherwise([LINE]))
def test_a_line_of_odd_values_is_read_whole_or_named(folder: Path, line: str) -> None:
    holds(folder, "a.jsonl", line.encode("utf-8", "surrogatepass"))


@some
@given(st.lists(values, min_size=1, max_size=4))
def test_lines_that_are_anything(folder: Path, lines: list[object]) -> None:
    holds(folder, "a.jsonl", "\n".join(map(json.dumps, lines)).encode())


@pytest.mark.parametrize("suffix", [".txt", ".html", ".docx", ".eml", ".pdf"])
def test_any_text_in_a_file_of_every_kind(folder: Path, suffix: str) -> None:
    @some
    @given(st.lists(st.text(max_size=80), min_size=1, max_size=4))
    def each(told: list[str]) -> None:
        plain = [line.encode("cp1252", "ignore").decode("cp1252") for line in told]
        clean = ["".join(c for c in line if c.isprintable()) for line in told]
        raw = {
            ".txt": "\n".join(told).encode("utf-8", "surrogatepass"),
            ".html": page_of(told).encode("utf-8", "surrogatepass"),
            ".docx": docx_of(clean),
            ".eml": eml_of("\n".join(clean), Subject="x"),
            ".pdf": pdf_of([[(70, 700, 11, line) for line in plain]]),
        }[suffix]
        holds(folder, f"a{suffix}", raw)

    each()
