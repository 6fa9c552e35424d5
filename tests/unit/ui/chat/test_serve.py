import socket
from pathlib import Path

import pytest

from index.errors import BadInputError, IndexUnfitError
from rag.settings import Settings
from ui.chat.serve import serve


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadInputError, match=rf"port {port} \(Address already in use\); choose"):
            serve(Settings(index=tmp_path), "127.0.0.1", port)


def test_others_are_let_in_only_by_login(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="without logging in"):
        serve(Settings(index=tmp_path), "0.0.0.0", 0)


def test_no_index_is_said_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(IndexUnfitError):
        serve(Settings(index=tmp_path / "none"), "127.0.0.1", 0)
