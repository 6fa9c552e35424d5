import json
from pathlib import Path

import pytest

from index.errors import BadInputError
from rag.reply_json import dump
from rag.schema import Answer, NotFound
from ui.saved_replies import read_replies


def test_every_form_is_read(tmp_path: Path, answer: Answer, not_found: NotFound) -> None:
    one, two = dump(answer), dump(not_found)
    path = tmp_path / "replies"
    line = f'{{"qid": "q", "reply": {two}, "seconds": 0.1}}'
    for text in (f"[{one}, {line}]", f"{one}\n{line}\n", f"{one}\n\n{two}"):
        path.write_text(text, encoding="utf-8")
        assert [saved.reply for saved in read_replies(path)] == [answer, not_found]
    path.write_text(dump(answer, indent=2), encoding="utf-8")
    assert read_replies(path)[0].reply == answer


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no reply"),
        ("[]", "holds no reply"),
        ("3", "is not a reply"),
        ('{"status": "perhaps"}', "is not a reply: no status"),
        ('{"status": "answered"}', "is not a reply: "),
        ('{"status": "answered"}\n{', "line 2 is not JSON"),
        ('{"qid": "q", "reply": {}}', "qid 'q'. is not a reply"),
    ],
)
def test_what_is_not_a_reply_is_named(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "replies"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError, match=says):
        read_replies(path)


def test_a_damaged_reply_names_the_field(tmp_path: Path, answer: Answer) -> None:
    record = json.loads(dump(answer))
    record["citations"][0]["start"] = "ten"
    path = tmp_path / "replies"
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(BadInputError, match="start"):
        read_replies(path)
