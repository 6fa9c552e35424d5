"""Our numbers against the values that trec_eval's own authors ship with it."""

from pathlib import Path

import pytest

from eval.measures.retrieval import score_rankings
from eval.readers.trec import Qrels, ordered, read_qrels, read_run

HERE = Path(__file__).parent / "trec_eval"
NAMES = {
    "map": "AP",
    "P_5": "P@5",
    "recall_5": "R@5",
    "recall_10": "R@10",
    "recall_20": "R@20",
    "recall_100": "R@100",
    "ndcg_cut_10": "nDCG@10",
    "success_1": "Success@1",
    "success_5": "Success@5",
    "success_10": "Success@10",
}


def expected() -> list[tuple[str, str, float]]:
    rows = (line.split() for line in (HERE / "expected.txt").read_text().splitlines())
    return [(NAMES[n], qid, float(v)) for n, qid, v in rows if n in NAMES and qid != "all"]


@pytest.fixture(scope="module")
def ours() -> dict[str, dict[str, float]]:
    qrels: Qrels = read_qrels(HERE / "qrels.txt")
    run = read_run(HERE / "results.txt")
    return score_rankings(qrels, {qid: ordered(scores) for qid, scores in run.items()})


def test_the_reference_covers_the_measures() -> None:
    assert {name for name, _, _ in expected()} >= set(NAMES.values()) - {"R@1"}


@pytest.mark.parametrize(("name", "qid", "value"), expected())
def test_parity_with_trec_eval(
    ours: dict[str, dict[str, float]], name: str, qid: str, value: float
) -> None:
    assert round(ours[qid][name], 4) == pytest.approx(value, abs=1e-9)


def test_reciprocal_rank_agrees_where_the_first_right_one_is_in_the_first_ten(
    ours: dict[str, dict[str, float]],
) -> None:
    rows = [line.split() for line in (HERE / "expected.txt").read_text().splitlines()]
    golden = {qid: float(value) for name, qid, value in rows if name == "recip_rank"}
    assert {qid: round(ours[qid]["RR@10"], 4) for qid in ("301", "302")} == {
        qid: golden[qid] for qid in ("301", "302")
    }
    assert golden["303"] < 0.1
    assert ours["303"]["RR@10"] == 0
