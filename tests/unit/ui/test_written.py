import errno
import os
from pathlib import Path

import pytest

from index.errors import BadInputError
from ui.written import appended, replaced


def test_a_file_is_replaced_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "new" / "run.jsonl"
    with replaced(path) as file:
        file.write("é\n")
        assert not path.exists()
    assert path.read_bytes() == "é\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError), replaced(path) as file:
        file.write("new\n\ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_lines_are_added(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    for line in ("a\n", "b\n"):
        with appended(path) as file:
            file.write(line)
    assert path.read_text(encoding="utf-8") == "a\nb\n"


@pytest.mark.parametrize("opened", [replaced, appended])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, opened) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path, tmp_path / "file" / "under.jsonl"):
        with pytest.raises(BadInputError, match="cannot be written"), opened(path):
            pytest.fail("opened")


@pytest.mark.parametrize("opened", [replaced, appended])
def test_a_disk_that_does_not_take_it_is_named(tmp_path: Path, opened) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "out.jsonl"
    with (
        pytest.raises(BadInputError, match=r"out\.jsonl cannot be written: No space"),
        opened(path),
    ):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
