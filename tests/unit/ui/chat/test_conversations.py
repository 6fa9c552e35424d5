import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.unit.ui.chat.replies import answer, citation, not_found
from ui.chat.conversations import (
    DAMAGED,
    FOREIGN,
    NAME_LENGTH,
    Conversations,
    ConversationsError,
    Turn,
)
from ui.chat.examine import examine_conversations


@pytest.fixture
def talks(tmp_path: Path) -> Conversations:
    return Conversations(tmp_path / "new" / "talks.sqlite")


def test_turns_come_back_as_they_were(talks: Conversations, tmp_path: Path) -> None:
    talk = talks.start("ana", "What broke?")
    turns = [Turn("What broke?", answer()), Turn("Where?", not_found()), Turn("?", failure="No.")]
    assert [talks.add(talk, turn) for turn in turns] == [1, 2, 3]
    again = Conversations(tmp_path / "new" / "talks.sqlite")
    assert again.turns("ana", talk) == turns


def test_a_conversation_is_its_readers_alone(talks: Conversations) -> None:
    talk = talks.start("ana", "What broke?")
    talks.add(talk, Turn("What broke?", answer()))
    assert talks.turns("bob", talk) == []
    assert talks.talks("bob") == []
    assert not talks.owns("bob", talk)
    assert talks.quoted("bob", citation(1).id) is None
    talks.delete("bob", talk)
    assert talks.owns("ana", talk)


def test_ids_cannot_be_guessed(talks: Conversations) -> None:
    ids = {talks.start("ana", "Same?") for _ in range(20)}
    assert len(ids) == 20
    assert min(map(len, ids)) >= 24


def test_names_are_the_first_question_on_one_line(talks: Conversations) -> None:
    talks.start("ana", "What\n\n broke? " + "x" * 500)
    name = talks.talks("ana")[0].name
    assert name.startswith("What broke? xxx")
    assert len(name) == NAME_LENGTH


def test_the_one_last_added_to_comes_first(talks: Conversations) -> None:
    first, second = talks.start("ana", "one"), talks.start("ana", "two")
    talks.add(first, Turn("one more"))
    assert [talk.id for talk in talks.talks("ana")] == [first, second]


def test_deleting_leaves_nothing_behind(talks: Conversations, tmp_path: Path) -> None:
    talk = talks.start("ana", "What broke?")
    talks.add(talk, Turn("What broke?", answer()))
    talks.delete("ana", talk)
    assert talks.talks("ana") == []
    assert talks.turns("ana", talk) == []
    assert talks.quoted("ana", citation(1).id) is None
    talks.add(talk, Turn("An answer that came too late", answer()))
    assert talks.quoted("ana", citation(1).id) is None


def test_a_citation_is_found_again_by_its_id(talks: Conversations) -> None:
    talk = talks.start("ana", "What broke?")
    talks.add(talk, Turn("What broke?", answer()))
    assert talks.quoted("ana", citation(2).id) == citation(2)
    assert talks.quoted("ana", "' OR 1=1 --") is None


def test_where_it_was_stopped_is_kept(talks: Conversations) -> None:
    talk = talks.start("ana", "What broke?")
    n = talks.add(talk, Turn("What broke?", answer()))
    talks.stop_at(talk, n, 2)
    assert talks.turns("ana", talk)[0].shown == 2


def test_many_write_at_once(talks: Conversations) -> None:
    talk = talks.start("ana", "What broke?")
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda n: talks.add(talk, Turn(f"{n}", answer())), range(40)))
    assert sorted(numbers) == list(range(1, 41))


def changed(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as base, base:
        assert base.execute(statement).rowcount == 1


def asked_twice(folder: Path) -> tuple[Path, Conversations, str]:
    """A file of conversations, and in it one with an answer and a "not found"."""
    path = folder / "talks.sqlite"
    talks = Conversations(path)
    talk = talks.start("ana", "What broke?")
    talks.add(talk, Turn("What broke?", answer()))
    talks.add(talk, Turn("Where?", not_found()))
    return path, talks, talk


def test_nothing_is_shown_of_an_answer_that_was_damaged(tmp_path: Path) -> None:
    path, talks, talk = asked_twice(tmp_path)
    assert list(examine_conversations(path)) == []
    changed(path, "UPDATE turns SET reply = replace(reply, 'Nobody', 'Somebody') WHERE n = 1")
    assert talks.turns("ana", talk) == [
        Turn("What broke?", failure=DAMAGED),
        Turn("Where?", not_found()),
    ]
    assert talks.quoted("ana", citation(1).id) is None
    (found,) = examine_conversations(path)
    assert "answer 1 of the conversation “What broke?”" in found.what


def test_an_answer_that_another_version_wrote_otherwise_hides_no_other(tmp_path: Path) -> None:
    path, talks, talk = asked_twice(tmp_path)
    changed(path, "UPDATE turns SET reply = '{}', sha256 = NULL WHERE n = 1")
    assert talks.turns("ana", talk) == [
        Turn("What broke?", failure=FOREIGN),
        Turn("Where?", not_found()),
    ]
    assert talks.quoted("ana", citation(1).id) is None


def test_a_damaged_file_is_said_and_how_to_go_on(tmp_path: Path) -> None:
    path = tmp_path / "talks.sqlite"
    Conversations(path).start("ana", "What broke?")
    path.write_bytes(b"no database, " + path.read_bytes()[13:])
    with pytest.raises(ConversationsError, match="pincite doctor"):
        Conversations(path)
    (found,) = examine_conversations(path)
    assert "rename the file" in found.mend
    assert list(examine_conversations(tmp_path / "none")) == []


def test_a_file_of_an_older_version_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "talks.sqlite"
    talks = Conversations(path)
    talk = talks.start("ana", "What broke?")
    talks.add(talk, Turn("What broke?", answer()))
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("ALTER TABLE turns DROP COLUMN sha256")
    assert list(examine_conversations(path)) == []
    assert Conversations(path).turns("ana", talk) == [Turn("What broke?", answer())]


def test_the_newest_comes_first_though_the_clock_was_set_back(tmp_path: Path) -> None:
    times = iter([1000.0, 2000.0, 500.0])
    talks = Conversations(tmp_path / "talks.sqlite", lambda: next(times))
    first, second = talks.start("ana", "one"), talks.start("ana", "two")
    talks.add(first, Turn("one more"))
    assert [talk.id for talk in talks.talks("ana")] == [first, second]


WRITER = """
import sys
from pathlib import Path
from ui.chat.conversations import Conversations, Turn
talks = Conversations(Path(sys.argv[1]))
for n in range(15):
    talks.add(sys.argv[2], Turn(f"{sys.argv[3]} {n}"))
"""


def test_two_processes_write_one_conversation(tmp_path: Path) -> None:
    path = tmp_path / "talks.sqlite"
    talks = Conversations(path)
    talk = talks.start("ana", "What broke?")
    command = [sys.executable, "-c", WRITER, str(path), talk]
    writers = [subprocess.Popen([*command, name]) for name in ("one", "two")]
    assert [writer.wait() for writer in writers] == [0, 0]
    asked = [turn.question for turn in talks.turns("ana", talk)]
    assert sorted(asked) == sorted(f"{name} {n}" for name in ("one", "two") for n in range(15))
