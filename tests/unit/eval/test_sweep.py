from pathlib import Path

import pytest

from eval.errors import SweepError
from eval.sweep import combinations, key, read_sweep
from rag.settings import Settings


def file(path: Path, text: str) -> Path:
    (path / "sweep.toml").write_text(text)
    return path / "sweep.toml"


def test_every_combination_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "[grid]\npassage_tokens = [120, 200]\nthreshold = [0.5, 0.7]\n"
    sweep = read_sweep(file(tmp_path, text))
    made = combinations(sweep, Settings(index=tmp_path, quotes=2))
    assert [setting for setting, _ in made] == [
        {"passage_tokens": 120, "threshold": 0.5},
        {"passage_tokens": 120, "threshold": 0.7},
        {"passage_tokens": 200, "threshold": 0.5},
        {"passage_tokens": 200, "threshold": 0.7},
    ]
    assert [(s.passage_tokens, s.threshold, s.quotes) for _, s in made][-1] == (200, 0.7, 2)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[grid", "is not TOML"),
        ("pool = [1]", "holds a table"),
        ("[grid]\n", "holds a table"),
        ("[grid]\npool = []\n", "holds a table"),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(SweepError, match=reason):
        read_sweep(file(tmp_path, text))
    with pytest.raises(SweepError, match="cannot be read"):
        read_sweep(tmp_path / "gone.toml")


@pytest.mark.parametrize(
    ("text", "reason"), [("colour = ['red']", "colour"), ("pool = [0]", "pool: ")]
)
def test_what_is_no_setting_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    sweep = read_sweep(file(tmp_path, f"[grid]\n{text}\n"))
    with pytest.raises(SweepError, match=reason):
        combinations(sweep, Settings(index=tmp_path))


def test_a_folder_for_each_combination() -> None:
    assert key({"pool": 5}) == key({"pool": 5})
    assert key({"pool": 5}) != key({"pool": 6})
    assert key({"pool": 5}).startswith("pool-5-")
    long = key({"embedder": "/deep/" + "x" * 300})
    assert "/" not in long
    assert len(long) < 80
