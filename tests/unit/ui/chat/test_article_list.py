from dataclasses import dataclass
from hashlib import sha256

import pytest

from index.schema import Article, Passage
from ui.chat.article_list import PER_PAGE, UNDATED, Contents, View


@dataclass(frozen=True)
class FakeShelf:
    articles: dict[str, Article]
    passages: tuple[Passage, ...] = ()


def article(key, text="Some words.", **shown):
    return Article(key, text, sha256(text.encode()).hexdigest(), **shown)


def contents(*held):
    passages = tuple(Passage(each.id, 0, 4, each.text[:4], ()) for each in held for _ in range(2))
    return Contents(FakeShelf({each.id: each for each in held}, passages))


THREE = contents(
    article("a.txt", "İstanbul and the PUMP failed.", title="Zebra", published="2024-03-14"),
    article("b.txt", "Nothing here at all.", source="Wire", published="2024-04"),
    article("c.txt", "The pump, again.", title="apple", source="Gazette"),
)


def ids(view, held=THREE):
    return [row.article.id for row in held.listed(view).rows]


def test_by_title_whatever_the_case_and_by_file_where_there_is_none():
    assert ids(View()) == ["c.txt", "b.txt", "a.txt"]
    assert ids(View(down=True)) == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize("down", [False, True])
def test_what_is_not_shown_comes_last(down):
    assert ids(View(order="date", down=down))[-1] == "c.txt"
    assert ids(View(order="source", down=down))[-1] == "a.txt"


def test_by_length():
    assert ids(View(order="length")) == ["c.txt", "b.txt", "a.txt"]


def test_all_words_must_stand_somewhere_in_it():
    assert ids(View("pump")) == ["c.txt", "a.txt"]
    assert ids(View("PUMP zebra")) == ["a.txt"]
    assert ids(View("pump wire")) == []
    assert ids(View("c.txt")) == ["c.txt"]


def test_the_hit_is_where_the_word_stands():
    [row] = THREE.listed(View("pump zebra")).rows
    assert row.article.text[row.hit.start : row.hit.end] == "PUMP"


def test_by_date():
    assert ids(View(when="2024-03")) == ["a.txt"]
    assert ids(View(when="2024")) == ["b.txt", "a.txt"]
    assert ids(View(when=UNDATED)) == ["c.txt"]


def test_the_dates_are_of_all_that_match_the_words():
    assert THREE.listed(View("pump", when="2024-03")).dates == ["2024-03-14", None]


def test_pages():
    many = contents(*(article(f"{n:03}.txt") for n in range(PER_PAGE + 1)))
    first, last = many.listed(View()), many.listed(View(page=99))
    assert (first.pages, first.matching, len(first.rows)) == (2, PER_PAGE + 1, PER_PAGE)
    assert [row.article.id for row in last.rows] == [f"{PER_PAGE:03}.txt"]
    assert first.rows[0].passages == 2


def test_nothing_at_all():
    assert contents().listed(View()).rows == []
