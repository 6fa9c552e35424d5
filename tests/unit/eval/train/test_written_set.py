"""The held-out articles as a question set: gold stands where it says, twins are unanswerable."""

from eval.train.sources.written import read_written, written_held_out
from eval.train.tuning import tuning_set
from eval.train.written_set import written_set


def test_gold_is_a_sentence_of_its_article():
    dataset = written_set()
    sentences = {
        row["id"]: {each for paragraph in row["paragraphs"] for each in paragraph}
        for row in read_written()
    }
    for question in dataset.questions:
        assert question.answerable == bool(question.evidence)
        for piece in question.evidence:
            (span,) = piece.spans
            text = dataset.articles[piece.article_id].text[span.start : span.end]
            assert text in sentences[piece.article_id]


def test_only_what_was_held_out_is_asked():
    dataset = written_set()
    assert all(map(written_held_out, dataset.articles))
    held_out = [row for row in read_written() if written_held_out(row["id"])]
    assert len(held_out) == len(dataset.articles)
    assert {row["id"] for row in held_out if row.get("pairs")}
    asked = {question.question: question.answerable for question in dataset.questions}
    for pair in (pair for row in held_out for pair in row.get("pairs", ())):
        assert asked[pair["q"]]
        assert not asked[pair["twin"]]


def test_a_sample_is_asked_by_its_name():
    assert len(tuning_set("written", 12).questions) == 12
