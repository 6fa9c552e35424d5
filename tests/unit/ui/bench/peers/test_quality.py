import pytest

from eval.schema import Dataset
from ui.bench.peers.peer import Found
from ui.bench.peers.quality import MEASURES, quality


def passage(dataset: Dataset, number: int, shift: str = "") -> Found:
    return Found(f"a:{number}", shift + dataset.articles[f"a:{number}"].text)


def test_ranks_and_shares(dataset: Dataset) -> None:
    asked = dataset.questions[:2]
    found = {
        "0": [passage(dataset, 5), passage(dataset, 0)],
        "1": [passage(dataset, 6), passage(dataset, 7)],
    }
    got = quality(found, asked, dataset.articles)
    assert [got.mean(measure) for measure in MEASURES] == [0, 0.5, 0.5, 0.25]
    assert got.values["MRR@10"] == (0.5, 0)
    assert got.characters == pytest.approx(2 * len(dataset.articles["a:5"].text), abs=4)


def test_words_that_the_article_does_not_hold_count_for_nothing(dataset: Dataset) -> None:
    found = {"0": [passage(dataset, 0, "Summary: ")]}
    got = quality(found, dataset.questions[:1], dataset.articles)
    assert (got.mean("hit@1"), got.unplaced) == (0, 1)


def test_nothing_found_is_no_hit(dataset: Dataset) -> None:
    assert quality({"0": []}, dataset.questions[:1], dataset.articles).mean("hit@10") == 0
