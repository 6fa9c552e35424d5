"""Replies with what a model wrote, kept as they come, so that a stopped run can go on."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.schema import Question
from eval.writing import WrittenReply
from rag.schema import Answer, Reply
from rag.writer.parse import Draft, Drafts
from rag.writer.write import checked

_LINE = TypeAdapter(WrittenReply)


def kept_writing(path: Path, questions: Sequence[Question], model: str) -> list[WrittenReply]:
    """What an earlier run has of these questions by this model; empty where there is no file.

    A half-written last line is dropped, and so is a reply that the server failed at: it is asked
    again. What is kept is held against its quotes anew, for the rules may have changed since.
    """
    if not path.exists():
        return []
    asked = {question.qid: question.question for question in questions}
    found: dict[str, WrittenReply] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            kept = _LINE.validate_json(line)
        except ValidationError:
            continue
        if asked.get(kept.qid) == kept.reply.question and _is_of(kept, model):
            found[kept.qid] = replace(kept, reply=_checked(kept.reply))
    return list(found.values())


def keep(path: Path, reply: WrittenReply) -> None:
    """Put one more on disk."""
    with path.open("ab") as file:
        file.write(_LINE.dump_json(reply) + b"\n")


def _checked(reply: Reply) -> Reply:
    if not isinstance(reply, Answer) or reply.written is None:
        return reply
    drafts = tuple(Draft(each.text, each.citations) for each in reply.written.statements)
    statements = checked(reply, Drafts(drafts, reply.written.malformed))
    return replace(reply, written=replace(reply.written, statements=statements))


def _is_of(kept: WrittenReply, model: str) -> bool:
    written = kept.reply.written if isinstance(kept.reply, Answer) else None
    return written is None or (written.failure is None and written.model == model)
