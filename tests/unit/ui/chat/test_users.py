import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from index.errors import BadInputError
from ui.chat.users import Users, add_user


def test_the_file_holds_no_password_and_is_private(tmp_path):
    path = tmp_path / "deep" / "users"
    add_user(path, "ana", "correct horse")
    add_user(path, "bob", "correct horse")
    lines = path.read_text().splitlines()
    assert "correct" not in path.read_text()
    assert [line.split(":")[0] for line in lines] == ["ana", "bob"]
    assert lines[0].split(":")[1] != lines[1].split(":")[1]
    assert path.stat().st_mode & 0o077 == 0
    # The lock is empty, and no draft is left.
    assert {each.name for each in path.parent.iterdir()} <= {"users", ".users.lock"}


def test_right_and_wrong(tmp_path):
    path = tmp_path / "users"
    add_user(path, "Jose\u0301", "contraseña larga")
    users = Users(path)
    assert users.right("José", "contraseña larga")
    assert users.right("José", "contrasen\u0303a larga")
    assert not users.right("José", "contraseña larg")
    assert not users.right("José", "")
    assert not users.right("nobody", "contraseña larga")


def test_a_changed_file_is_read_again(tmp_path):
    path = tmp_path / "users"
    add_user(path, "ana", "correct horse")
    users = Users(path)
    add_user(path, "bob", "battery staple")
    assert users.right("bob", "battery staple")
    path.unlink()
    assert users.line("ana") is None


def test_a_new_password_counts_whatever_the_clock_says(tmp_path):
    path = tmp_path / "users"
    add_user(path, "ana", "correct horse")
    users = Users(path)
    before = path.stat()
    add_user(path, "ana", "battery staple")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert users.right("ana", "battery staple")
    assert not users.right("ana", "correct horse")


def test_people_added_at_once_are_all_there(tmp_path):
    path = tmp_path / "users"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: add_user(path, f"p{n}", "correct horse"), range(4)))
    assert len(path.read_text().splitlines()) == 4


@pytest.mark.parametrize("name", ["", " ", "a:b", "a\nb", "#ana", "x" * 65])
def test_names_that_will_not_do(tmp_path, name):
    with pytest.raises(BadInputError, match="cannot be a login name"):
        add_user(tmp_path / "users", name, "correct horse")


def test_a_short_password_will_not_do(tmp_path):
    with pytest.raises(BadInputError, match="at least 10"):
        add_user(tmp_path / "users", "ana", "short")


def test_a_broken_line_is_named(tmp_path):
    path = tmp_path / "users"
    path.write_text("# people\n\nana:plaintext\n")
    with pytest.raises(BadInputError, match="Line 3 of"):
        Users(path)
