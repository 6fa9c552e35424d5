"""Near misses made from answered questions: another name, number or opposite word in the question.

SQuAD 2.0's unanswerable questions were written by hand in much the same ways (Rajpurkar et al.
2018, doi:10.18653/v1/P18-2124, table 2: negation, antonym, entity swap).
"""

import dataclasses
import re

from eval.train.examples import Example, draw

_NAME = re.compile(r"(?<![.?!] )(?<!^)\b[A-Z][\w’'-]+(?: (?:of |the |de )*[A-Z][\w’'-]+)*")
_NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
_OPPOSITE = [
    ("first", "last"), ("largest", "smallest"), ("most", "least"), ("more", "less"),
    ("before", "after"), ("increase", "decrease"), ("north", "south"), ("east", "west"),
    ("highest", "lowest"), ("early", "late"), ("oldest", "youngest"), ("best", "worst"),
    ("won", "lost"), ("high", "low"), ("large", "small"), ("began", "ended"), ("with", "without"),
    ("always", "never"), ("rich", "poor"), ("major", "minor"), ("start", "end"), ("new", "old"),
    ("is", "is not"), ("was", "was not"), ("did", "did not"), ("are", "are not"), ("can", "cannot"),
]  # fmt: skip


def swapped(example: Example) -> Example | None:
    """Return the example with its question made to miss, or None where nothing can be changed."""
    question = _swap(example.question, example.passage.text, example.qid)
    if question is None:
        return None
    return dataclasses.replace(
        example, qid=f"{example.qid}~", question=question, support=(), every=True,
        answerable=False, judged=True, spans=(),
    )  # fmt: skip


def _swap(question: str, text: str, key: str) -> str | None:
    made = [*_other(_NAME, question, text, key), *_other(_NUMBER, question, text, key)]
    # A negation says less than a change of subject, so it is the last resort.
    made = made or list(_opposites(question, plain=True)) or list(_opposites(question, plain=False))
    return made[int(draw("swap", key, question) * len(made))] if made else None


def _other(kind: re.Pattern[str], question: str, text: str, key: str) -> list[str]:
    """Put another name or number of the passage in the place of one of the question's."""
    asked = question.lower()
    others = sorted({m.group() for m in kind.finditer(text) if m.group().lower() not in asked})
    others = [o for o in others if not set(o.lower().split()) & set(asked.split())]
    places = [m for m in kind.finditer(question) if not m.group().lower().startswith(("what", "wh"))]
    return [
        question[: m.start()] + others[int(draw(key, m.group()) * len(others))] + question[m.end() :]
        for m in places
        if others
    ]


def _opposites(question: str, plain: bool) -> list[str]:
    found = []
    for one, other in _OPPOSITE:
        if plain == (" " in other or other == "cannot"):
            continue
        for old, new in ((one, other), (other, one)):
            pattern = rf"\b{old}\b"
            if re.search(pattern, question):
                found.append(re.sub(pattern, new, question, count=1))
    return found
