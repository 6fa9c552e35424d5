"""What a language model wrote into a saved reply: which of it the rules do not bear out.

That a statement passes proves nothing (docs/writer.md says what the rules cannot see); that it
fails, or rests on a quote that is no longer verified, is a problem like any other.
"""

from collections.abc import Collection, Iterator

from rag.schema import Answer, WrittenStatement
from rag.writer.check.statement import fault


def shown(reply: Answer) -> tuple[WrittenStatement, ...]:
    """The written statements that a reader of the reply sees as supported."""
    return reply.written.kept if reply.written else ()


def unsupported(reply: Answer, verified: Collection[int]) -> Iterator[tuple[str, str]]:
    """The shown ones that nobody can vouch for, each with the reason.

    What the reply says of its own statements is not believed: the rules are applied anew.

    Args:
        reply: as it was saved.
        verified: the numbers of its citations that are verified.
    """
    for each in shown(reply):
        broken = [n for n in each.citations if n not in verified]
        if found := fault(each.text, each.citations, reply.citations):
            yield each.text, found.reason
        elif broken:
            yield each.text, f"quote [{broken[0]}], on which it rests, is not verified"
