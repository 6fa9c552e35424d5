"""HotpotQA, distractor setting: supporting sentences of two paragraphs, or one of them gone."""

import json
from collections.abc import Iterator
from pathlib import Path

from eval.train.examples import Example, draw
from eval.train.passages import join, occurrences
from eval.train.sources.rows import Row


def hotpot(file: Path, limit: int) -> Iterator[Example]:
    """Both gold paragraphs in one passage (answered), and one of them beside a distractor."""
    questions = json.loads(file.read_text(encoding="utf-8"))
    questions.sort(key=lambda row: draw("hotpot", row["_id"]))
    for row in questions[:limit]:
        gold = dict.fromkeys(title for title, _ in row["supporting_facts"])
        facts = {(title, i) for title, i in row["supporting_facts"]}
        context = {title: [s.strip() for s in sents] for title, sents in row["context"]}
        others = [title for title in context if title not in gold]
        if len(gold) != 2 or not others:
            continue
        both = sorted(gold, key=lambda title: draw("order", row["_id"], title))
        other = others[int(draw("other", row["_id"]) * len(others))]
        yield _hotpot(row, both, context, facts, answerable=True)
        kind = draw("kind", row["_id"])
        if kind < 0.5:
            yield _hotpot(row, [both[0], other], context, facts, answerable=None)
        else:
            rest = others[int(draw("rest", row["_id"]) * len(others))]
            yield _hotpot(row, list(dict.fromkeys([other, rest])), context, facts, answerable=False)


def _hotpot(
    row: Row,
    titles: list[str],
    context: dict[str, list[str]],
    facts: set[tuple[str, int]],
    answerable: bool | None,
) -> Example:
    kept = [
        (f"{title}: {sentence}" if i == 0 and title not in sentence else sentence, (title, i))
        for title in titles
        for i, sentence in enumerate(context[title][:5])
        if sentence
    ]
    passage = join(titles[0], "", [sentence for sentence, _ in kept])
    support = tuple(i for i, (_, fact) in enumerate(kept) if fact in facts)
    spans = occurrences(passage.text, (row["answer"],))
    if answerable is None and not spans and row["answer"] not in ("yes", "no"):
        answerable = False
    if answerable is False and spans:
        answerable = None
    return Example("hotpot", row["_id"], row["question"], passage, support, answerable=answerable)
