from pathlib import Path

import pytest

from index.errors import BadInputError
from ui.bench.peers.environment import import_path, python_of
from ui.bench.peers.system import OURS, System


def test_a_system_that_is_not_installed_says_how_to_get_it(tmp_path: Path) -> None:
    missing = System("Other", "other:Other", "other", "no_such_package.inside", "any")
    with pytest.raises(BadInputError, match=r"pip install 'pincite\[bench\]'"):
        python_of(missing, tmp_path, lambda line: None)


def test_an_environment_that_was_made_is_used_again(tmp_path: Path) -> None:
    own = System("Own", "own:Own", "own", "own", "any", own=("own==1",))
    (tmp_path / "Own").mkdir()
    (tmp_path / "Own" / ".made").touch()
    assert python_of(own, tmp_path, pytest.fail) == tmp_path / "Own" / "bin" / "python"


def test_another_environment_sees_two_packages_of_ours_and_nothing_else(tmp_path: Path) -> None:
    folder = import_path(tmp_path)
    assert import_path(tmp_path) == folder  # a second time: the links are there already
    assert sorted(link.name for link in folder.iterdir()) == ["index", "ui"]
    assert (folder / "ui" / "bench" / "peers" / "worker.py").is_file()


def test_ours_runs_in_the_python_that_asks(tmp_path: Path) -> None:
    assert python_of(OURS, tmp_path, pytest.fail).exists()
