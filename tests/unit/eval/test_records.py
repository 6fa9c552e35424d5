import json
from collections.abc import Callable
from pathlib import Path

import pytest

from eval.errors import DatasetError
from eval.kept_records import Kept, KeptRecords, read_times
from eval.produce import produce
from eval.records import read_records
from eval.schema import Dataset, Place, Record
from index.schema import Article, Span
from rag.reply_json import dump
from rag.schema import Citation, Filters, Hit, Reply, Seconds, Trace


def hits(articles: dict[str, Article], *spans: tuple[str, int, int]) -> list[dict[str, object]]:
    return [
        {"rank": n, "score": 10.0 - n, "article_id": key, "start": start, "end": end,
         "text": articles[key].text[start:end]}
        for n, (key, start, end) in enumerate(spans, start=1)
    ]  # fmt: skip


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_saved_replies_and_rankings_become_records(
    tmp_path: Path, dataset: Dataset, articles: dict[str, Article], records: list[Record]
) -> None:
    first = records[0].reply
    assert first is not None
    row = {"qid": "q1", "reply": json.loads(dump(first)), "seconds": 0.5}
    replies = lines(tmp_path / "replies.jsonl", row)
    found = hits(articles, ("planes", 30, 55), ("gold", 0, 19))
    run = lines(tmp_path / "run.jsonl", {"qid": "q2", "hits": found}, {"qid": "q1", "hits": found})
    read = read_records(dataset, replies, run)
    places = (Place("planes", 30, 55), Place("gold", 0, 19))
    assert [(r.qid, r.reply == first, r.ranked) for r in read] == [
        ("q1", True, places),
        ("q2", False, places),
    ]


def test_a_trec_run_is_read_too(tmp_path: Path, dataset: Dataset) -> None:
    path = tmp_path / "run.trec"
    path.write_text("q1 Q0 planes:30-55 1 2.0 x\nq1 Q0 gold:0-19 2 3.0 x\n")
    (record,) = read_records(dataset, None, path)
    assert record.ranked == (Place("gold", 0, 19), Place("planes", 30, 55))
    path.write_text("q1 Q0 planes 1 2.0 x\n")
    (record,) = read_records(dataset, None, path)
    assert record.ranked == (Place("planes", 0, 72),)
    for unit in ("gone:0-1", "gone", "planes:0-99", "planes:9-9"):
        path.write_text(f"q1 Q0 {unit} 1 2.0 x\n")
        with pytest.raises(DatasetError, match="is no article and no passage of one"):
            read_records(dataset, None, path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"qid": "q9"}, "line 1: the dataset has no question 'q9'"),
        ({"score": 9.0}, "line 1: the score of rank 2 does not fall"),
        ({"article_id": "gone"}, "line 1: unknown article 'gone'"),
        ({"text": "Other words."}, "line 1: hit 2 is not gold:0-19"),
    ],
)
def test_bad_rankings_are_refused(
    tmp_path: Path, dataset: Dataset, articles: dict[str, Article], change: dict[str, object],
    reason: str,
) -> None:  # fmt: skip
    found = hits(articles, ("planes", 30, 55), ("gold", 0, 19))
    row = {"qid": "q1", "hits": found}
    if "qid" in change:
        row |= change
    else:
        found[1] |= change
    with pytest.raises(DatasetError) as error:
        read_records(dataset, None, lines(tmp_path / "run.jsonl", row))
    assert reason in str(error.value)


def test_a_question_twice_or_nothing_is_refused(tmp_path: Path, dataset: Dataset) -> None:
    row = {"qid": "q1", "hits": []}
    with pytest.raises(DatasetError, match="line 2: question 'q1' is there twice"):
        read_records(dataset, None, lines(tmp_path / "a", row, row))
    with pytest.raises(DatasetError, match="holds no question"):
        read_records(dataset, None, lines(tmp_path / "b"))


class FakeEngine:
    """Replies the same to everything and remembers what it was asked."""

    def __init__(self, reply: Reply, quote: Citation, hit: Hit) -> None:
        self.trace_of = Trace((hit,) * 150, (hit,), reply, (quote,))
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def trace(
        self, question: str, history: tuple[str, ...] = (), filters: Filters = Filters()
    ) -> Trace:
        self.asked.append((question, tuple(history)))
        return self.trace_of


def test_the_engine_is_asked_with_the_history(
    dataset: Dataset, cite: Callable[..., Citation], reply: Callable[..., Reply]
) -> None:
    quote = cite("planes", Span(30, 55))
    engine = FakeEngine(reply(quote), quote, Hit(1, 1.0, "planes", 30, 55, quote.exact))
    heard: list[tuple[int, int]] = []
    made = list(produce(engine, dataset.questions, lambda done, total: heard.append((done, total))))
    assert engine.asked[4] == ("And how many were there?", ("How many soldiers?",))
    assert heard[-1] == (5, 5)
    record = made[0][0]
    assert (len(record.pool), record.candidates) == (100, (quote,))


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path, records: list[Record]) -> None:
    kept = KeptRecords(tmp_path, "run 1")
    assert kept.start(resume=True) == {}
    for record in records[:3]:
        kept.add(Kept(record, Seconds(0.1, 0.2)))
    with (tmp_path / "records.jsonl").open("a") as file:
        file.write('{"qid": "q4", "repl')
    again = KeptRecords(tmp_path, "run 1").start(resume=True)
    assert list(again.values()) == [Kept(record, Seconds(0.1, 0.2)) for record in records[:3]]
    assert KeptRecords(tmp_path, "run 2").start(resume=True) == {}
    assert (tmp_path / "records.jsonl").read_text() == '{"run": "run 2"}\n'


def test_without_resume_everything_is_asked_again(tmp_path: Path, records: list[Record]) -> None:
    kept = KeptRecords(tmp_path, "run")
    kept.start(resume=False)
    kept.add(Kept(records[0], Seconds(0, 0)))
    assert kept.start(resume=False) == {}


def test_records_do_not_depend_on_the_clock(tmp_path: Path, records: list[Record]) -> None:
    for name, spent in (("a", 0.1), ("b", 9.0)):
        kept = KeptRecords(tmp_path / name, "run")
        kept.start(resume=False)
        kept.add(Kept(records[0], Seconds(spent, spent)))
        assert read_times(tmp_path / name) == {"q1": Seconds(spent, spent)}
    assert read_times(tmp_path / "c") == {}
    a, b = (tmp_path / name / "records.jsonl" for name in "ab")
    assert a.read_bytes() == b.read_bytes()
