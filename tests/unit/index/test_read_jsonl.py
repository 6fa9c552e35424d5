import json
from pathlib import Path
from typing import Any

import pytest

from index.article_line import article_line
from index.read_jsonl import read_jsonl
from index.read_result import sha256_of
from index.readers import read_articles
from index.schema import Article, Skipped


def dump(path: Path, *lines: dict[str, Any] | str) -> Path:
    written = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(written) + "\n")
    return path


@pytest.mark.parametrize("key", ["doc_id", "_id", "id"])
def test_every_line_is_an_article(tmp_path: Path, key: str) -> None:
    path = dump(
        tmp_path / "corpus.jsonl",
        {
            key: "a/1",
            "title": " A title ",
            "text": "Body.\r\nMore.",
            "source": "The Post",
            "url": "https://example.org/a",
            "published_at": "2023-12-23T21:01:30+00:00",
        },
        {key: 7, "title": "", "text": "Body.", "published": "June 3, 2019"},
    )
    (first, second), skipped = read_articles([path])
    assert (first.id, first.title, first.source) == ("a/1", "A title", "The Post")
    assert (first.url, first.published) == ("https://example.org/a", "2023-12-23")
    assert first.text == "Body.\r\nMore."
    assert (second.id, second.title, second.published) == ("7", None, "2019-06-03")
    assert skipped == []


def test_bad_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = dump(
        tmp_path / "c.jsonl",
        {"id": "good", "text": "Body."},
        "",
        "{not json",
        "[1, 2]",
        {"id": "x", "text": "  "},
        {"id": "x"},
        {"text": "Body."},
        {"id": True, "text": "Body."},
        '{"id": "x", "text": "half \\ud83d"}',
        {"qid": "q1", "question": "Who?"},
        {"id": "also good", "text": "Body."},
    )
    with path.open("ab") as file:
        file.write(b'{"id": "x", "text": "caf\xe9"}\n')
    articles, skipped = read_articles([path])
    assert [article.id for article in articles] == ["good", "also good"]
    assert [each.path for each in skipped] == [
        f"c.jsonl:{line}" for line in (3, 4, 5, 6, "7-8", 9, 10, 12)
    ]
    reasons = [each.reason for each in skipped]
    assert reasons[0].startswith("it is not JSON (")
    assert reasons[1:] == [
        "it is JSON but not an object.",
        'its "text" is empty.',
        'it has no "text".',
        "it has no id (one of doc_id, _id, id, a text or a whole number).",
        "it holds half of a character (a lone surrogate).",
        "it is a question, not an article.",
        "it is not UTF-8.",
    ]


def test_a_list_of_questions_is_one_entry(tmp_path: Path) -> None:
    asked = [{"qid": str(number), "question": "Who?"} for number in range(100)]
    dump(tmp_path / "questions.jsonl", *asked)
    dump(tmp_path / "asked.jsonl", *asked)
    dump(tmp_path / "queries.jsonl", {"_id": "q1", "text": "who came"})
    dump(tmp_path / "corpus.jsonl", {"_id": "d1", "text": "They came."})
    articles, skipped = read_articles([tmp_path])
    assert [article.id for article in articles] == ["d1"]
    assert skipped == [
        Skipped("asked.jsonl", "no line of it is an article; it is a question, not an article."),
        Skipped("queries.jsonl", "it holds questions, not articles."),
        Skipped("questions.jsonl", "it holds questions, not articles."),
    ]


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text("\n\n")
    assert read_articles([tmp_path])[1] == [Skipped("c.jsonl", "it is empty.")]


def test_a_byte_order_mark_before_the_first_line_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text('\ufeff{"id": "a", "text": "Body."}\n')
    assert [article.id for article in read_articles([tmp_path])[0]] == ["a"]


def test_one_id_twice_keeps_both_texts(tmp_path: Path) -> None:
    folder = tmp_path / "dump"
    folder.mkdir()
    dump(folder / "c.jsonl", *({"id": "a", "text": text} for text in ("One.", "Two.", "Two.")))
    articles, skipped = read_articles([folder])
    assert [(article.id, article.text) for article in articles] == [
        ("a", "One."),
        ("dump/a", "Two."),
    ]
    assert skipped == [Skipped("c.jsonl", "dump/a is there already, with the same text.")]


def test_a_line_is_read_without_the_lines_after_it(tmp_path: Path) -> None:
    path = dump(tmp_path / "c.jsonl", {"id": "a", "text": "One."}, "{broken")
    stream = read_jsonl(path, "c.jsonl")
    first = next(stream)
    assert isinstance(first, Article)
    with path.open("a") as file:
        file.write('{"id": "b", "text": "Two."}\n')
    bad, second = stream
    assert (bad.path if isinstance(bad, Skipped) else None) == "c.jsonl:2"
    assert isinstance(second, Article)


def test_a_line_beyond_all_measure_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    with path.open("wb") as file:
        file.write(b'{"id": "a", "text": "One."}\n')
        file.write(b'{"id": "b", "text": "' + b"x" * (65 * 2**20) + b'"}\n')
        file.write(b'{"id": "c", "text": "Three."}\n')
    articles, skipped = read_articles([path])
    assert [article.id for article in articles] == ["a", "c"]
    assert skipped == [Skipped("c.jsonl:2", "it is a line of more than 64 MB.")]


def test_an_article_that_is_written_as_a_line_is_read_as_it_was(tmp_path: Path) -> None:
    text = "Two planes\r\nlanded\u2028on “Saturday”.\n"
    shown = ("A title", "The Post", "https://example.org/a", "2019-06", "Ana Pérez")
    whole = Article("a/1", text, sha256_of(text), *shown)
    bare = Article("b", "Words.", sha256_of("Words."))
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(map(article_line, (whole, bare))), encoding="utf-8")
    assert read_articles([path]) == ([whole, bare], [])
