from dataclasses import replace
from pathlib import Path

import pytest

from index import manifest
from index.build import build_index
from index.errors import IndexUnfitError
from rag.engine import open_engine
from rag.schema import Answer, NotFound
from rag.settings import Settings


def test_an_engine_keeps_its_state_and_opens_the_present_one(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bridge.txt").write_text("The bridge in Bergen was opened by Ada Ito on Monday.")
    settings = Settings(index=tmp_path / "index")
    build_index([folder], settings)
    engine = open_engine(settings)
    question = "Who opened the bridge in Bergen?"
    (folder / "bridge.txt").write_text("The harbour of Oslo was closed by the police on Friday.")
    build_index([folder], settings)
    present = engine.reopened()
    before, after = engine.ask(question), present.ask(question)
    assert isinstance(before, Answer)
    assert before.citations[0].exact == "The bridge in Bergen was opened by Ada Ito on Monday."
    assert isinstance(after, NotFound)
    assert "Bergen" in after.missing
    assert before.id != after.id
    other = replace(present.index.manifest, embedder="another-model")
    manifest.write(settings.index, other)
    with pytest.raises(IndexUnfitError, match="another-model"):
        present.reopened()
