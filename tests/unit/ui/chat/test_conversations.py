from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.unit.ui.chat.replies import answer, citation, not_found
from ui.chat.conversations import NAME_LENGTH, Conversations, Turn


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
