from dataclasses import replace
from pathlib import Path

import pytest

from index import manifest as manifests
from index.errors import IndexUnfitError
from index.manifest import Manifest

MANIFEST = Manifest(manifests.FORMAT, "g-1", "abc", "some-model", None, 160, 5, 37, 200)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    manifests.write(tmp_path, MANIFEST)
    assert manifests.read(tmp_path) == MANIFEST
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_no_index_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(IndexUnfitError, match="pincite index"):
        manifests.read(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', "\x00\xff"])
def test_a_broken_manifest_says_how_to_mend_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(IndexUnfitError, match=r"damaged.*pincite index"):
        manifests.read(tmp_path)


def test_another_format_is_refused(tmp_path: Path) -> None:
    manifests.write(tmp_path, replace(MANIFEST, format=manifests.FORMAT + 1))
    with pytest.raises(IndexUnfitError, match=f"format {manifests.FORMAT + 1}"):
        manifests.read(tmp_path)
