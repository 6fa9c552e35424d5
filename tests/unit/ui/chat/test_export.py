import re

from rag.reply_json import load
from tests.unit.ui.chat.parsed import Parsed
from tests.unit.ui.chat.replies import answer, differing, not_found
from ui.chat.conversations import Turn
from ui.chat.evidence import held_replies
from ui.chat.export import export

TURNS = [
    Turn("What broke <x>?", answer()),
    Turn("Where?", not_found()),
    Turn("Lost", failure="The server was tired."),
    Turn("Again?", differing(), shown=1),
]


def exported(form: str) -> str:
    file = export(form, TURNS)
    assert file is not None
    return file.text


def test_there_is_no_other_form() -> None:
    assert export("pdf", TURNS) is None


def test_json_holds_the_replies_whole() -> None:
    kept = [load(line) for line in exported("json").splitlines()]
    assert kept == [turn.reply for turn in TURNS if turn.reply]


def test_markdown_has_a_footnote_for_every_quote_shown() -> None:
    text = exported("markdown")
    used = re.findall(r"\[\^(\d+)\](?!:)", text)
    told = re.findall(r"^\[\^(\d+)\]:", text, re.M)
    assert used == told == ["1", "2", "3", "4"]
    assert "*Not found.* Nothing says" in text
    assert "tired" not in text


def test_the_pack_needs_nothing_else_and_runs_nothing() -> None:
    text = exported("html")
    shown = Parsed(text)
    assert not re.search(r"""(?:src|href)\s*=|url\(|@import""", text)
    assert [each["type"] for each in shown.attributes("script")] == ["application/json"]
    quoted = [text for path, text in shown.texts if "mark" in path]
    assert quoted[:3] == [citation.exact for citation in answer().citations]


def test_the_packs_replies_can_be_read_back() -> None:
    hostile = answer(question="</script><script>window.x=1</script>")
    file = export("html", [Turn(hostile.question, hostile)])
    assert file is not None
    assert "<script>window" not in file.text
    assert load(held_replies(file.text)[1:-1]) == hostile
    assert held_replies("plain text") == "plain text"
