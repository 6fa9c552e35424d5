"""From a reply to the same reply with what a language model makes of its quotes, checked."""

import time
from dataclasses import dataclass, field, replace
from importlib.util import find_spec

from index.errors import BadInputError
from rag.schema import Answer, Reply, Written, WrittenStatement
from rag.settings import Settings
from rag.writer.check.statement import fault
from rag.writer.client import Patience, complete
from rag.writer.errors import WriterError
from rag.writer.parse import Drafts, parse
from rag.writer.prompt import messages
from rag.writer.spec import WriterSpec, writer_spec


@dataclass(frozen=True, slots=True)
class Writer:
    """A language model, and how long it is waited for. Holds no key."""

    spec: WriterSpec
    patience: Patience = field(default_factory=Patience)

    async def write(self, reply: Reply) -> Reply:
        """The reply with `written`; "not found" stays as it is, and no model is asked.

        A model that fails is said so in `written.failure`: the quotes are never lost to it.
        """
        if not isinstance(reply, Answer) or not reply.citations:
            return reply
        began = time.perf_counter()
        try:
            asked = messages(reply.searched_as, reply.citations)
            drafts = parse(await complete(self.spec, asked, self.patience))
        except WriterError as error:
            spent = round(time.perf_counter() - began, 4)
            return replace(reply, written=Written((), self.spec.model, spent, failure=str(error)))
        spent = round(time.perf_counter() - began, 4)
        statements = checked(reply, drafts)
        return replace(reply, written=Written(statements, self.spec.model, spent, drafts.malformed))


def checked(reply: Answer, drafts: Drafts) -> tuple[WrittenStatement, ...]:
    """Every statement, struck out with its reason where its quotes do not support it."""
    return tuple(
        WrittenStatement(
            draft.text,
            draft.quotes,
            found.reason if (found := fault(draft.text, draft.quotes, reply.citations)) else None,
        )
        for draft in drafts.statements
    )


def writer_of(settings: Settings) -> Writer | None:
    """The writer that the settings name; None where they name none.

    Raises:
        BadInputError: it is named wrongly, or what it needs is not installed.
    """
    if settings.writer is None:
        return None
    spec = writer_spec(settings.writer)
    if not (find_spec("httpx") and find_spec("stamina")):
        raise BadInputError(
            'A writer needs more packages; install them with pip install "pincite[writer]".'
        )
    return Writer(spec, Patience(whole=settings.writer_seconds))
