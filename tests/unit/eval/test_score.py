from collections.abc import Sequence
from dataclasses import replace

from eval.fixed_set import half
from eval.outcome import Outcome
from eval.run import Provenance, scored_run
from eval.schema import Dataset, Place, Record
from eval.score import score
from index.schema import Passage


def scored(dataset: Dataset, records: list[Record], passages: list[Passage]) -> list[Outcome]:
    return score(dataset, records, passages, read=2)


def test_each_question_ends_at_its_stage(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    stages = {o.qid: o.stage for o in scored(dataset, records, passages)}
    assert stages == {
        "q1": "right",
        "q2": "wrong sentence",
        "q3": "wrongly silent",
        "q4": "rightly silent",
        "q5": "not in the pool",
    }


def test_the_other_stages(dataset: Dataset, records: list[Record], passages: list[Passage]) -> None:
    right = Place("planes", 30, 55)
    wrong = Place("planes", 0, 29)
    low = replace(records[4], ranked=(wrong, wrong, right), pool=(right,))
    answered = replace(records[0], qid="q4")
    assert [o.stage for o in scored(dataset, [low, answered], passages)] == [
        "lost in re-ranking",
        "false answer",
    ]
    (outcome,) = scored(dataset, [records[4]], [p for p in passages if p.article_id == "gold"])
    assert outcome.stage == "not in the corpus"


def test_what_beat_the_right_passage(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    outcomes = {o.qid: o for o in scored(dataset, records, passages)}
    assert outcomes["q1"].beaten_by == ()
    assert outcomes["q5"].beaten_by == (Place("planes", 0, 29),)
    assert (outcomes["q3"].first, outcomes["q3"].pooled) == (2, 2)


def test_retrieval_counts_passages_by_overlap(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    values = {o.qid: o.values for o in scored(dataset, records, passages)}
    assert values["q1"]["Success@1"] == 1
    assert values["q1"]["R@10"] == 0.5  # the copy holds it too
    assert values["q2"]["article Success@1"] == 1
    assert values["q5"]["AP"] == 0
    assert "Success@1" not in values["q4"]


def test_judged_are_the_articles_with_gold_or_all_where_the_set_is_complete(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    def judged(of: Dataset) -> float:
        return {o.qid: o for o in scored(of, records, passages)}["q2"].values["Judged@10"]

    assert judged(dataset) == 0.5
    assert judged(replace(dataset, complete=True)) == 1


def test_a_ranking_that_was_cut_otherwise_is_judged_by_the_same_rule(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    whole = replace(records[2], ranked=(Place("copy", 0, 59), Place("planes", 25, 72)))
    values = scored(dataset, [whole], passages)[0].values
    assert (values["Success@1"], values["Success@3"]) == (0, 1)
    assert values["R@10"] == 0.5  # the piece of "gold" was missed
    assert values["evidence recall@3"] == 0.5


def test_only_what_was_run_is_scored(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    ranking, answer = replace(records[0], reply=None), replace(records[1], ranked=())
    first, second = scored(dataset, [ranking, answer], passages)
    assert (first.stage, first.answered, first.shown) == (None, None, None)
    assert "right quote first" not in first.values
    assert "Success@1" not in second.values
    assert second.values["right quote first"] == 0


def groups_of(outcomes: Sequence[Outcome], dataset: Dataset, *, halves: bool) -> list[str]:
    of = Provenance("s", "d", "0", len(outcomes), None, False)
    return [g.name for g in scored_run(dataset, outcomes, of, halves=halves).groups]


def test_groups_are_all_halves_and_slices(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    outcomes = scored(dataset, records, passages)
    slices = ["answerable", "figure", "followup", "several articles", "several sources"]
    assert groups_of(outcomes, dataset, halves=False) == ["all", *slices, "unanswerable"]
    with_halves = groups_of(outcomes, dataset, halves=True)
    assert with_halves[: 1 + len({half(o.qid) for o in outcomes})][0] == "all"
    assert {"tune", "judge"} & set(with_halves) == {half(o.qid) for o in outcomes}


def test_figures_are_means_with_ordered_ends(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    of = Provenance("s", "d", "0", 5, None, False)
    run = scored_run(dataset, scored(dataset, records, passages), of, halves=False)
    figure = run.groups[0].figures["right quote first"]
    assert (figure.value, figure.n) == (0.25, 4)
    assert figure.low is not None
    assert figure.high is not None
    assert 0 <= figure.low <= figure.value <= figure.high <= 1
