import hashlib
from pathlib import Path

import pytest

from index.errors import BadInputError
from index.readers import read_articles, read_file, stream_articles
from index.schema import Article, Skipped
from index.walk import Found, walk

SEEDS = Path(__file__).parents[3] / "seeds"

KINDS = ".txt, .md, .html, .htm, .pdf, .docx, .eml, .jsonl"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_five_articles_are_read_unchanged() -> None:
    articles, _ = read_articles([SEEDS])
    assert [article.id[:3] for article in articles] == ["000", "001", "002", "003", "004"]
    for article in articles:
        raw = (SEEDS / article.id).read_bytes()
        assert article.text == raw.decode("utf-8")
        assert article.sha256 == hashlib.sha256(raw).hexdigest()
    assert [article.title for article in articles] == [
        None,
        "Crisis in Venezuela: what is Putin playing with his support for Maduro",
        None,
        "Russia beats US in Venezuela",
        "Russia withdraws personnel from Venezuela but maintains support for Maduro",
    ]
    assert [article.source for article in articles] == [None, None, None, None, "PanAm Post"]


def test_ids_are_paths_below_the_folder_in_sorted_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "Second.")
    write(tmp_path, "2019/june/a.md", "Third.")
    write(tmp_path, "a.TXT", "First.")
    articles, skipped = read_articles([tmp_path])
    assert [article.id for article in articles] == ["a.TXT", "b.txt", "2019/june/a.md"]
    assert skipped == []


def test_a_file_goes_by_its_name(tmp_path: Path) -> None:
    articles, _ = read_articles([write(tmp_path, "deep/down/one.txt", "Text.")])
    assert [article.id for article in articles] == ["one.txt"]


def test_newlines_are_made_one_kind_and_nothing_else_changes(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"\xef\xbb\xbfOne \r\n two\rthree\n\n  \xc2\xa0four\t")
    articles, _ = read_articles([tmp_path])
    assert articles[0].text == "One \n two\nthree\n\n  \xa0four\t"


def test_what_is_not_read_is_named_with_its_reason(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt", "Hidden.")
    write(tmp_path, ".git/config.txt", "Hidden.")
    write(tmp_path, "README.md", "About this folder.")
    write(tmp_path, "ReadMe.de.txt", "About this folder.")
    write(tmp_path, "blank.txt", " \n\t\n")
    write(tmp_path, "image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    write(tmp_path, "page.html", "<p></p>")
    write(tmp_path, "zero.pdf", b"")
    write(tmp_path, "table.csv", "a,b")
    write(tmp_path, "noname", "Text.")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    write(tmp_path, "good.txt", "Good.")
    articles, skipped = read_articles([tmp_path])
    assert [article.id for article in articles] == ["good.txt"]
    assert sorted(skipped, key=lambda each: each.path) == [
        Skipped("README.md", "a README describes the folder and is no article."),
        Skipped("ReadMe.de.txt", "a README describes the folder and is no article."),
        Skipped("blank.txt", "it is empty."),
        Skipped("gone.txt", "there is no regular file at this place."),
        Skipped("image.txt", "it is not a text file."),
        Skipped("noname", f"a file without an extension is not read; these are: {KINDS}."),
        Skipped("page.html", "there is no text on the page."),
        Skipped("table.csv", f".csv is not read; these are: {KINDS}."),
        Skipped("zero.pdf", "it is empty."),
    ]


def test_a_file_named_itself_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    articles, skipped = read_articles(
        [write(tmp_path, "README.md", "News."), write(tmp_path, ".one.txt", "More news.")]
    )
    assert [article.id for article in articles] == ["README.md", ".one.txt"]
    assert skipped == []


def test_a_file_that_cannot_be_opened_stops_nothing(tmp_path: Path) -> None:
    closed = write(tmp_path, "closed.txt", "Secret.")
    write(tmp_path, "open.txt", "Open.")
    closed.chmod(0)
    try:
        closed.read_bytes()
    except PermissionError:
        articles, skipped = read_articles([tmp_path])
        assert [article.id for article in articles] == ["open.txt"]
        assert skipped == [Skipped("closed.txt", "it cannot be opened (Permission denied).")]
    else:
        pytest.skip("this user may open everything")


def test_an_unknown_path_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"nowhere; check how it is spelt"):
        read_articles([tmp_path / "nowhere"])


def test_two_texts_under_one_id_are_both_kept(tmp_path: Path) -> None:
    paths = [tmp_path / "may", tmp_path / "june", tmp_path / "x" / "june"]
    for path in paths:
        write(path, "news.txt", f"News of {path}.")
    articles, skipped = read_articles(paths)
    assert [article.id for article in articles] == [
        "news.txt",
        "june/news.txt",
        "june/news.txt~2",
    ]
    assert skipped == []


def test_one_text_under_one_id_is_kept_once(tmp_path: Path) -> None:
    write(tmp_path / "may", "news.txt", "News.")
    write(tmp_path / "june", "news.txt", "News.")
    articles, skipped = read_articles([tmp_path / "may", tmp_path / "june"])
    assert [article.id for article in articles] == ["news.txt"]
    assert skipped == [Skipped("news.txt", "news.txt is there already, with the same text.")]


def test_one_text_under_two_ids_is_kept_twice(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "News.")
    write(tmp_path, "b.txt", "News.")
    assert len(read_articles([tmp_path])[0]) == 2


def test_a_link_to_a_folder_is_named_and_a_loop_ends(tmp_path: Path) -> None:
    write(tmp_path, "a/one.txt", "Text.")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    articles, skipped = read_articles([tmp_path])
    assert [article.id for article in articles] == ["a/one.txt"]
    assert skipped == [
        Skipped("self.txt", "there is no regular file at this place."),
        Skipped("a/loop", "it is a link to a folder, which is not followed."),
    ]


def test_nothing_is_opened_before_it_is_wanted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path, name, "Text.")
    stream = stream_articles([tmp_path])
    assert isinstance(next(stream), Article)
    write(tmp_path, "b.txt", "Written since.")
    assert [each.text for each in stream if isinstance(each, Article)] == ["Written since."]


def test_a_file_can_be_read_by_itself(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Text.")
    (found,) = walk([tmp_path])
    assert isinstance(found, Found)
    (article,) = read_file(found)
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("a.txt", "Text.")


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert read_articles([tmp_path]) == ([], [])


def test_a_name_that_is_no_utf8_becomes_an_id_that_is(tmp_path: Path) -> None:
    try:
        (tmp_path / "caf\udce9.txt").write_text("Text.")
    except OSError:
        pytest.skip("this file system refuses such names")
    articles, _ = read_articles([tmp_path])
    assert articles[0].id == "caf�.txt"
