"""What it costs to cut articles into passages: `python -m ui.bench.splitting ARTICLES ...`.

CPU milliseconds a passage, of five rounds the least.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from index.boilerplate import boilerplate
from index.readers import read_articles
from index.segment import segment
from index.sentences import sentences
from index.settings import IndexSettings
from index.sketch import sketch

_ROUNDS = 5
_ARTICLES = 200


def _least(run: Callable[[], object]) -> float:
    took = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        run()
        took.append(1000 * (time.process_time() - began))
    return min(took)


def main() -> None:
    """Print a line for each step."""
    articles = read_articles([Path(path) for path in sys.argv[1:]])[0][:_ARTICLES]
    budget = IndexSettings().passage_tokens
    count = sum(len(segment(each, budget)) for each in articles)
    skips = [(each.text, boilerplate(each.text)) for each in articles]
    print(f"{len(articles)} articles, {count} passages")
    for name, took in (
        ("boilerplate", _least(lambda: [boilerplate(each.text) for each in articles])),
        ("sentences", _least(lambda: [sentences(*each) for each in skips])),
        ("all of it", _least(lambda: [segment(each, budget) for each in articles])),
        ("sketch for near copies", _least(lambda: [sketch(each.text) for each in articles])),
    ):
        print(f"{name:24} {took / count:.3f} ms a passage")


if __name__ == "__main__":
    main()
