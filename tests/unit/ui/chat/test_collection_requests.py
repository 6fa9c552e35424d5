from pathlib import Path

import pytest
from gradio.utils import get_upload_folder

from ui.chat.article_list import View
from ui.chat.collection_requests import uploads_in, view_in


def test_the_view_that_the_list_describes():
    sent = {"order": "date", "down": "1", "when": "2024-03", "page": "3"}
    assert view_in("pump", sent) == View("pump", "date", True, "2024-03", 3)


@pytest.mark.parametrize(
    "sent", [None, 5, [], {"order": "evil", "page": "-1"}, {"order": 5, "page": "²"}, {"page": "x"}]
)
def test_an_odd_view_is_the_first_one(sent):
    assert view_in("", sent) == View()


def test_only_uploaded_files_are_taken(tmp_path):
    folder = Path(get_upload_folder()) / "pincite-test"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "a.txt"
    file.write_text("x")
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    (folder / "link.txt").unlink(missing_ok=True)
    (folder / "link.txt").symlink_to(secret)
    sent = [
        {"path": str(file), "name": "a.txt"},
        {"path": str(secret), "name": "b.txt"},
        {"path": f"{folder}/../../../etc/passwd", "name": "c.txt"},
        {"path": str(folder / "link.txt"), "name": "d.txt"},
        {"path": str(folder), "name": "e.txt"},
        {"path": "a\0b", "name": "f.txt"},
        {"path": f"{folder}/{'a' * 300}", "name": "g.txt"},
        {"path": f"{folder}/{'a/' * 3_000}", "name": "h.txt"},
        {"path": str(file)},
        "/etc/passwd",
        None,
    ]
    assert [each.name for each in uploads_in({"files": sent})] == ["a.txt"]
    assert uploads_in(None) == uploads_in({"files": "x"}) == []
