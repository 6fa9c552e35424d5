"""The installed command with a language model's server that behaves, or does not."""

import json

from rag.reply_json import load
from rag.schema import Answer
from tests.e2e.cli.test_ask import SOLDIERS
from tests.unit.rag.writer import bad_server as bad

GOOD = bad.states(
    ("The first plane carried 99 soldiers.", [1]), ("The planes carried 640 soldiers.", [1])
)


def writer(server: bad.BadServer) -> str:
    return f"openai:{server.spec.base_url}#{server.spec.model}"


def test_a_writer_writes_above_the_quotes(pincite) -> None:  # type: ignore[no-untyped-def]
    plain = load(pincite("ask", SOLDIERS, "--json").stdout)
    assert isinstance(plain, Answer)
    with bad.serving(GOOD) as server:
        done = pincite("ask", SOLDIERS, "--json", "--writer", writer(server))
        shown = pincite("ask", SOLDIERS, "--struck", "--writer", writer(server)).stdout
    reply = load(done.stdout)
    assert isinstance(reply, Answer)
    assert (reply.id, reply.citations) == (plain.id, plain.citations)
    assert reply.written is not None
    assert "640" in str(reply.written.statements[1].struck)
    assert "struck out: the number 640 does not stand in the quotes it names" in shown
    assert plain.citations[0].exact in shown


def test_without_a_writer_the_json_has_no_such_field(pincite) -> None:  # type: ignore[no-untyped-def]
    assert "written" not in json.loads(pincite("ask", SOLDIERS, "--json").stdout)


def test_a_writer_that_fails_costs_no_quote(pincite) -> None:  # type: ignore[no-untyped-def]
    with bad.serving(bad.status(401)) as server:
        done = pincite(
            "ask", SOLDIERS, "--writer", writer(server), PINCITE_WRITER_KEY="sk-0123456789"
        )
    assert done.returncode == 0
    assert "did not accept the key in PINCITE_WRITER_KEY" in done.stdout
    assert "[1] " in done.stdout
    assert "sk-0123456789" not in done.stdout + done.stderr


def test_a_writer_named_wrongly_is_wrong_use(refused) -> None:  # type: ignore[no-untyped-def]
    assert "openai:http" in refused("ask", SOLDIERS, "--writer", "gpt")
