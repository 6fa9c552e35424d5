import json
import re
from dataclasses import replace

import pytest

from eval.compare import compare
from eval.report.markdown import markdown
from eval.report.page import page
from eval.run import Provenance, Run, scored_run
from eval.schema import Dataset, Record
from eval.score import score
from index.schema import Article, Passage
from rag.schema import Seconds

HOSTILE = "</script><img src=x onerror=alert(1)>${6*7}\"'&"


@pytest.fixture
def run(dataset: Dataset, records: list[Record], passages: list[Passage]) -> Run:
    outcomes = score(dataset, records, passages, read=2)
    of = Provenance("pincite", HOSTILE, dataset.sha256, 5, None, False)
    return scored_run(dataset, outcomes, of, halves=False)


def test_the_page_opens_with_what_a_person_wants_to_know(
    run: Run, articles: dict[str, Article]
) -> None:
    told = page(run, articles, {})
    heading = re.search(r"<h1>(.*?)</h1>", told)
    assert heading is not None
    assert heading[1].startswith(
        "Of 4 questions that the articles answer, the right quote came first for 1 (25%"
    )


def test_hostile_text_stays_text(run: Run, articles: dict[str, Article]) -> None:
    first = replace(
        run.outcomes[0], question=HOSTILE, slices=(HOSTILE,), faults=(HOSTILE,), answers=(HOSTILE,)
    )
    bad = replace(run, outcomes=(first, *run.outcomes[1:]))
    told = page(bad, articles, {}, compare(run, bad, HOSTILE, HOSTILE))
    assert "<img" not in told
    assert told.count("</script>") == 2
    data = re.search(r'id="data">(.*?)</script>', told, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["questions"][0]["q"] == HOSTILE
    assert "<img" not in markdown(bad)


def test_the_page_asks_nothing_of_any_network(run: Run, articles: dict[str, Article]) -> None:
    named = replace(run, provenance=replace(run.provenance, dataset="d"))
    told = page(named, articles, {"q1": Seconds(0.1, 0.2)})
    assert "default-src 'none'" in told
    assert not re.search(r"""(?:src|href|action)\s*=|url\(|@import|fetch\(|https?://""", told)


def test_only_the_times_differ(run: Run, articles: dict[str, Article]) -> None:
    def without_times(told: str) -> str:
        return re.sub(
            r'<section class="figure" id="times">.*?</section>', "", told, flags=re.DOTALL
        )

    fast = page(run, articles, {"q1": Seconds(0.1, 0.2)})
    slow = page(run, articles, {"q1": Seconds(1.0, 2.0)})
    assert fast != slow
    assert without_times(fast) == without_times(slow)


def test_an_unverified_quote_is_an_alarm(run: Run, articles: dict[str, Article]) -> None:
    bad = replace(run, outcomes=(replace(run.outcomes[0], faults=("wrong",)),))
    assert "This run has failed" in page(bad, articles, {})
    assert "This run has failed" not in page(run, articles, {})
    assert "1 faults" in markdown(bad)


def test_each_text_stands_once(run: Run, articles: dict[str, Article]) -> None:
    told = page(run, articles, {})
    data = re.search(r'id="data">(.*?)</script>', told, re.DOTALL)
    assert data is not None
    texts = json.loads(data[1])["texts"]
    assert len(texts) == len({tuple(row) for row in texts})
    assert ["planes", "planes", 30, 55, "They carried 99 soldiers."] in texts


def test_a_run_of_retrieval_alone_has_its_sentence(
    dataset: Dataset, records: list[Record], passages: list[Passage], articles: dict[str, Article]
) -> None:
    bare = [replace(record, reply=None, candidates=()) for record in records]
    of = Provenance("bm25", "d", dataset.sha256, 5, None, False)
    run = scored_run(dataset, score(dataset, bare, passages, read=2), of, halves=False)
    told = page(run, articles, {})
    assert "the right place was among the first ten for 3" in told
    assert "How hard" not in told
