import random
from pathlib import Path

from eval.made_copies import edited, joined, measured
from index.readers import read_articles

SEEDS = Path(__file__).parents[3] / "seeds"


def test_copies_with_every_tenth_word_edited_are_known_and_nothing_else_is() -> None:
    articles, _ = read_articles([SEEDS])
    texts = [article.text for article in articles]
    assert joined(texts) == set()
    for found in measured(texts):
        assert (found.recall, found.precision) == (1.0, 1.0)


def test_edits_are_as_many_as_asked_for() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    copy = edited(text, 0.05, random.Random(3)).split(" ")
    changed = {*text.split(" ")} ^ {*copy}
    assert 1 <= len(changed) <= 20
    assert copy != text.split(" ")
