"""CoQA, the turns that can be understood alone: short questions over stories, news and articles.

Read from the requests file of an evaluation package: gzipped JSON lines, one turn a line, each
with `doc: {source, story, question, answers, id}`.
"""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from eval.train.examples import Example, draw, from_answers
from eval.train.passages import windows
from eval.train.sources.rows import Row

SOURCES = frozenset({"cnn", "gutenberg", "wikipedia"})
"""The parts whose texts may be used freely; CoQA's others are school readers."""

_LEANS = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|this|that|these|those|there|then|"
    r"else|others?|ones?|same|so|too|also|more|again|next|first|before|after)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 5


def coqa(file: Path, held_out: bool) -> Iterator[Example]:
    """The windows in which the answer stands once, and one of the same story where it does not."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            turn = json.loads(line)["doc"]
            story = turn["id"].rpartition("_")[0]
            if turn["source"] in SOURCES and alone(turn["question"]):
                if held_out and draw("coqa", story) < 0.1:
                    continue
                yield from _turn(story, turn["id"], turn)


def alone(question: str) -> bool:
    """Whether a question leans on no earlier one."""
    return len(question.split()) >= _FEWEST_WORDS and not _LEANS.search(question)


def _turn(story: str, qid: str, turn: Row) -> Iterator[Example]:
    answers = tuple(answer for answer in turn["answers"] if len(answer) > 2)
    cut = list(windows(story, "", turn["story"]))
    labelled = [from_answers("coqa", qid, turn["question"], passage, answers) for passage in cut]
    home = [example for example in labelled if example.support]
    far = [example for example in labelled if not example.support]
    if sum(len(example.support) for example in home) not in (1, 2):
        return
    yield from home
    if far:
        yield far[int(draw("far", qid) * len(far))]
