"""A system without models: finds the articles that share most words with the question."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from ui.bench.peers.encoder import Encoder
from ui.bench.peers.peer import Found, Text


class FakePeer:
    ways: ClassVar[tuple[str, ...]] = ("words", "backwards")

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        del encoder
        self._file = folder / "articles.json"

    def index(self, articles: Sequence[Text]) -> None:
        self._texts = {article.id: article.text for article in articles}
        self._file.write_text(json.dumps(self._texts))

    def change(self, changed: Sequence[Text]) -> None:
        self._texts |= {article.id: article.text for article in changed}
        self._file.write_text(json.dumps(self._texts))

    def open(self) -> None:
        self._texts = json.loads(self._file.read_text())

    def search(self, way: str, question: str, k: int) -> list[Found]:
        words = set(question.lower().split())
        shared = {key: len(words & set(t.lower().split())) for key, t in self._texts.items()}
        order = sorted(shared, key=lambda key: (-shared[key], key), reverse=way == "backwards")
        return [Found(key, self._texts[key], 0) for key in order[:k]]


class ReachingPeer(FakePeer):
    def open(self) -> None:
        import socket

        super().open()
        try:
            socket.create_connection(("telemetry.example", 443))
        except OSError:
            return
        raise AssertionError("the connection was let through")


class BrokenPeer(FakePeer):
    def open(self) -> None:
        raise RuntimeError("no model is to be had")
