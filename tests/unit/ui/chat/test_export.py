import re

from rag.reply_json import load
from rag.schema import Written, WrittenStatement
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


WROTE = Written(
    (
        WrittenStatement("It <b>broke</b>_.", (2, 1)),
        WrittenStatement("It held 14 tons.", (3,), "the number 14 does not stand"),
    ),
    "small",
    2.0,
)


def test_markdown_marks_what_a_model_wrote_and_names_its_quotes() -> None:
    turns = [Turn("What broke?", answer(2)), Turn("And?", answer(written=WROTE))]
    file = export("markdown", turns)
    assert file is not None
    quotes, _, rest = file.text.partition("*Not a quote. Written by the language model small")
    assert quotes.count("\n> ") >= 5
    assert "- It \\<b\\>broke\\</b\\>\\_. [^4][^3]\n" in rest
    assert "14 tons" not in file.text
    assert "\n[^6]:" not in file.text


def test_the_pack_frames_what_a_model_wrote_beside_its_quotes() -> None:
    file = export("html", [Turn("What broke?", answer(written=WROTE))])
    assert file is not None
    shown = Parsed(file.text)
    assert "It <b>broke</b>_. [2][1]" in [text for path, text in shown.texts if "li" in path]
    assert "It held 14 tons." not in file.text.partition('<script type="application/json"')[0]
    quoted = [text for path, text in shown.texts if "mark" in path]
    assert quoted == [citation.exact for citation in answer().citations]


def test_json_holds_what_was_written_apart() -> None:
    wrote = answer(written=WROTE)
    file = export("json", [Turn("What broke?", wrote)])
    assert file is not None
    assert load(file.text) == wrote
