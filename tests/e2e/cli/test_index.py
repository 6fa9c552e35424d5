import json
import shutil

import pytest

from rag.settings import Settings


def indexed(pincite, *arguments) -> dict:  # type: ignore[no-untyped-def, type-arg]
    done = pincite("index", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_the_index_holds_exactly_what_is_there(pincite, clippings) -> None:  # type: ignore[no-untyped-def]
    report = indexed(pincite, clippings, "--index", "one")
    assert set(report) == {
        *("articles", "passages", "added", "changed", "removed", "skipped", "seconds")
    }
    assert (report["articles"], report["added"]) == (2, 2)
    (clippings / "bridge.txt").write_text("The bridge was opened on Friday.", encoding="utf-8")
    (clippings / "mayor.md").unlink()
    (clippings / "market.txt").write_text("The market moved to Tuesday.", encoding="utf-8")
    report = indexed(pincite, clippings, "--index", "one")
    counts = [report[name] for name in ("articles", "added", "changed", "removed")]
    assert counts == [2, 1, 1, 1]
    assert pincite("cite", "opened on Friday", "--index", "one").stdout.startswith("Verbatim.")
    assert pincite("cite", "Ada Ito resigned", "--index", "one").stdout.startswith("Not found")


def test_what_cannot_be_read_is_named_and_stops_nothing(pincite, clippings) -> None:  # type: ignore[no-untyped-def]
    (clippings / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff")
    done = pincite("index", clippings, "--index", "one")
    assert done.returncode == 0
    assert "one holds 2 articles" in done.stdout
    assert "Skipped photo.txt: " in done.stdout
    assert done.stderr == ""


def test_without_a_path_the_seeds_are_indexed(pincite) -> None:  # type: ignore[no-untyped-def]
    assert indexed(pincite, "--index", "seeds-index")["articles"] == 5


def test_a_wrong_path_is_refused_and_the_index_stays(pincite, refused, clippings) -> None:  # type: ignore[no-untyped-def]
    (clippings.parent / "empty").mkdir()
    indexed(pincite, clippings, "--index", "one")
    assert "no file or folder nowhere" in refused("index", "nowhere", "--index", "one")
    assert "no article under empty" in refused("index", "empty", "--index", "one")
    assert pincite("cite", "Ada Ito resigned", "--index", "one").stdout.startswith("Verbatim.")


def test_an_index_that_cannot_be_made_is_refused(refused, clippings) -> None:  # type: ignore[no-untyped-def]
    assert "name another with --index" in refused(
        "index", clippings, "--index", clippings / "bridge.txt"
    )


def test_a_file_that_is_not_text_is_refused(refused, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff")
    assert "photo.txt" in refused("index", "photo.txt", "--index", "one")
    assert not (tmp_path / "one" / "manifest.json").exists()


def test_no_index_says_how_to_make_one(refused) -> None:  # type: ignore[no-untyped-def]
    for arguments in (["ask", "Who?"], ["cite", "Ada Ito"]):
        assert "pincite index PATH" in refused(*arguments, "--index", "none")


def test_an_index_of_another_model_says_so(refused) -> None:  # type: ignore[no-untyped-def]
    said = refused("ask", "Who?", PINCITE_EMBEDDER="all-MiniLM-L6-v2")
    assert "'bge-small-en-v1.5-int8'" in said
    assert "'all-MiniLM-L6-v2'" in said


@pytest.mark.parametrize("manifest", ["", "{}", "[]", '{"format": 99}', "\x00\x01"])
def test_a_broken_manifest_says_what_to_do(
    refused,
    seed_settings: Settings,
    tmp_path,
    manifest: str,  # type: ignore[no-untyped-def]
) -> None:
    shutil.copytree(seed_settings.index, tmp_path / "broken")
    (tmp_path / "broken" / "manifest.json").write_text(manifest, encoding="utf-8")
    assert "pincite index PATH --index broken" in refused("cite", "99", "--index", "broken")
    assert (tmp_path / "broken" / "manifest.json").read_text(encoding="utf-8") == manifest
