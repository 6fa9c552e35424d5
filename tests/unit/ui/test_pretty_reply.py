from dataclasses import replace
from io import StringIO

from rich.console import Console

from rag.schema import Answer, Citation, NotFound, Statement
from ui.pretty_reply import print_reply


def printed(console: Console, reply: Answer | NotFound) -> str:
    print_reply(console, reply)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_the_quote_then_where_it_stands(console: Console, answer: Answer) -> None:
    assert printed(console, answer).splitlines() == [
        "Searched as: How many soldiers did the planes carry?",
        "",
        "[1] They carried 99 soldiers.",
        "    Two planes · AP · 2019-03-25",
        "    planes.txt, characters 10-33",
        "    https://example.org/planes",
        "    “Guaydo” in the question was read as “Guaidó”",
        "    Also in Planes · Reuters: copy.txt, characters 4-27",
        "",
        "The articles differ on the soldiers: 99 [1]; about 100",
        "    [2]",
        "",
        "Confidence 0.93, 0.17 s",
    ]


def test_a_question_searched_as_asked_is_not_repeated(console: Console, answer: Answer) -> None:
    same = replace(answer, searched_as=answer.question)
    assert "Searched as" not in printed(console, same)


def test_not_found_shows_how_it_looked(console: Console, not_found: NotFound) -> None:
    lines = printed(console, not_found).splitlines()
    assert lines[0] == "Not found. No article says anything about inflation."
    assert lines[2] == "What came nearest (an answer needs 0.50):"
    assert lines[3].startswith("0.31  word word")
    assert sum(line.startswith("0.31") for line in lines) == 3
    searched = "Searched 37 passages of 1 article from AP or Reuters since 2019 until 2019-06"
    assert " ".join(lines[-2:]).startswith(searched)


def test_lines_stay_within_the_terminal(not_found: NotFound) -> None:
    console = Console(file=StringIO(), width=40, highlight=False, markup=False, emoji=False)
    lines = printed(console, not_found).splitlines()
    assert max(map(len, lines)) <= 40
    assert all(line == line.rstrip() for line in lines)


def test_article_text_is_text(console: Console, answer: Answer, citation: Citation) -> None:
    hostile = "[red]\x1b[2J[/red] :smile: \u202eevil"
    cited = replace(citation, exact=hostile, title=hostile, source="\x9b31m", url="\x07")
    reply = replace(answer, statements=(Statement(hostile, (1,)),), citations=(cited,))
    shown = printed(console, reply)
    assert "[1] [red]␛[2J[/red] :smile: <U+202E>evil" in shown
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(shown)


def test_an_article_without_title_gets_none(
    console: Console, answer: Answer, citation: Citation
) -> None:
    bare = replace(citation, title=None, source=None, published=None, url=None)
    shown = printed(console, replace(answer, citations=(bare,)))
    assert "(the article shows no title, source or date)" in shown
