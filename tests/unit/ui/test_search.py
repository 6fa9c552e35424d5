from rag.schema import Hit
from ui.commands.search import trec_lines


def test_trec_lines_have_six_columns_and_distinct_names() -> None:
    hits = [Hit(1, 7.25, "my article.txt", 0, 9, "x"), Hit(2, -0.1, "my%20article.txt", 0, 9, "y")]
    lines = trec_lines("q\t1", hits)
    assert lines == [
        "q%091 Q0 my%20article.txt:0-9 1 7.25 pincite\n",
        "q%091 Q0 my%2520article.txt:0-9 2 -0.1 pincite\n",
    ]
    assert all(len(line.split()) == 6 for line in lines)
