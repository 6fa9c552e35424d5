"""What an earlier run of a batch has done, so that the next one goes on from there."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.errors import BadInputError
from ui.questions import Question

LINE_STARTS = b'{"qid":'
"""How every line of a batch begins; nothing else is ever cut off as half-written."""


def replied(path: Path, questions: Sequence[Question]) -> dict[str, str]:
    """The qids that have their reply in the file, each with the reply's own id.

    A half-written last line is cut off.

    None where there is no regular file: what goes into a pipe is asked anew.

    Raises:
        BadInputError: the file holds something else than replies to these questions. Nothing is
            changed then.
    """
    if not os.path.isfile(path):  # a pipe tells nothing, and may never end
        return {}
    asked = {question.qid: question.question for question in questions}
    done: dict[str, str] = {}
    whole = 0
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if not line.endswith(b"\n") and LINE_STARTS.startswith(line[: len(LINE_STARTS)]):
                    break
                qid, id = _kept(line, asked, f"{path} line {number}")
                done[qid] = id
                whole += len(line)
        if whole < path.stat().st_size:
            os.truncate(path, whole)
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror}.") from error
    return done


def _kept(line: bytes, asked: dict[str, str], where: str) -> tuple[str, str]:
    """The question's id and the reply's."""
    try:
        record: Any = json.loads(line)
        qid, question = str(record["qid"]), record["reply"]["question"]
        id = str(record["reply"].get("id"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadInputError(
            f"{where} is not a reply of an earlier batch; choose another --out."
        ) from None
    if asked.get(qid) != question:
        raise BadInputError(
            f"{where} answers qid {qid[:60]!r} with another question than the one asked now; "
            "choose another --out."
        )
    return qid, id
