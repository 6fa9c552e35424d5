"""An article cut into passages: boilerplate seen, sentences found, passages packed."""

from index.boilerplate import boilerplate
from index.passages import passages
from index.schema import Article, Passage
from index.sentences import sentences


def segment(article: Article, budget: int) -> list[Passage]:
    """Passages of whole sentences, at most `budget` tokens each, none touching boilerplate."""
    skip = boilerplate(article.text)
    return passages(article, sentences(article.text, skip), budget, skip)
