"""Replies with what a model wrote, kept as they come, so that a stopped run can go on."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.schema import Question
from eval.writing import WrittenReply
from index.errors import UnwrittenError
from index.replaced import replace_file
from rag.schema import Answer, Reply
from rag.writer.parse import Draft, Drafts
from rag.writer.write import checked

_LINE = TypeAdapter(WrittenReply)


def begin(path: Path, *, resume: bool) -> None:
    """Make the file ready for `keep`: empty, or on `resume` as it is but for a half-written end.

    Raises:
        UnwrittenError: the disk did not take it.
    """
    there = path.read_bytes() if resume and path.exists() else b""
    try:
        replace_file(path, there[: there.rfind(b"\n") + 1])
    except OSError as error:
        raise UnwrittenError(path, error) from error


def kept_writing(path: Path, questions: Sequence[Question], model: str) -> list[WrittenReply]:
    """What an earlier run has of these questions by this model, in their order.

    A half-written line is passed over, and so is a reply that the server failed at: it is asked
    again. What is kept is held against its quotes anew, for the rules may have changed since.
    """
    if not path.exists():
        return []
    asked = {question.qid: question.question for question in questions}
    found: dict[str, WrittenReply] = {}
    for line in path.read_bytes().split(b"\n"):
        try:
            kept = _LINE.validate_json(line)
        except ValidationError:
            continue
        if asked.get(kept.qid) == kept.reply.question and _is_of(kept, model):
            found[kept.qid] = replace(kept, reply=_checked(kept.reply))
    return [found[qid] for qid in asked if qid in found]


def keep(path: Path, reply: WrittenReply) -> None:
    """Put one more on disk.

    Raises:
        UnwrittenError: the disk did not take it.
    """
    try:
        with path.open("ab") as file:
            file.write(_LINE.dump_json(reply) + b"\n")
    except OSError as error:
        raise UnwrittenError(path, error) from error


def _checked(reply: Reply) -> Reply:
    if not isinstance(reply, Answer) or reply.written is None:
        return reply
    drafts = tuple(Draft(each.text, each.citations) for each in reply.written.statements)
    statements = checked(reply, Drafts(drafts, reply.written.malformed))
    return replace(reply, written=replace(reply.written, statements=statements))


def _is_of(kept: WrittenReply, model: str) -> bool:
    written = kept.reply.written if isinstance(kept.reply, Answer) else None
    return written is None or (written.failure is None and written.model == model)
