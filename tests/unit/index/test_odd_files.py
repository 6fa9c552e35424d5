"""Thousands of files that are not what their names say: each is named, none stops the rest."""

import random
from pathlib import Path

from index.readers import READERS, read_articles
from tests.made_files import docx_of, eml_of, page_of, pdf_of

EACH = 100
GOOD = "Two planes landed near the capital on Saturday, and 99 soldiers came with them."
STARTS = (
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"<html><body>",
    b'{"id": "a", "text": "',
    b"From: a\n",
)


def test_odd_files_are_named_and_the_good_ones_read(tmp_path: Path) -> None:
    odd = random.Random(7)
    samples = (
        docx_of([GOOD]),
        eml_of(GOOD, Subject="Planes"),
        page_of([GOOD]).encode(),
        pdf_of([[(70, 700, 11, GOOD)]]),
    )
    for suffix in READERS:
        for number in range(EACH):
            raw = odd.choice(STARTS) + odd.randbytes(odd.choice((0, 9, 400, 9000)))
            if number % 3 == 0:
                # A true file of some kind under any name, with bytes of it exchanged or cut off.
                broken = bytearray(odd.choice(samples))
                for _ in range(odd.randrange(20)):
                    broken[odd.randrange(len(broken))] = odd.randrange(256)
                raw = bytes(broken[: odd.randrange(len(broken))])
            (tmp_path / f"{number:04d}\n{suffix}").write_bytes(raw)
        (tmp_path / f"9999{suffix}").symlink_to(tmp_path / "nowhere")
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "good.html").write_text(page_of([GOOD] * 4))

    articles, skipped = read_articles([tmp_path])

    assert {"good.txt", "good.html"} <= {article.id for article in articles}
    named = {each.path for each in skipped} | {article.id for article in articles}
    for file in tmp_path.iterdir():
        assert file.name in named or any(path.startswith(f"{file.name}:") for path in named)
    assert all(each.reason.endswith(".") and "\n" not in each.reason for each in skipped)
    assert all(article.text.strip() for article in articles)
