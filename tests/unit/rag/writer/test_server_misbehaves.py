"""Whatever the model's server does, the quotes are shown and the reason is said."""

import asyncio
import json
import logging
from dataclasses import replace

import pytest

from rag.reply_json import dump
from rag.schema import NotFound, Searched, Seconds, Written
from rag.writer.client import Patience
from rag.writer.key import NAME
from rag.writer.write import Writer
from tests.unit.rag.writer import bad_server as bad
from tests.unit.rag.writer.quotes import answer

QUOTES = answer("Two planes landed with 99 soldiers.", "The minister said nothing on Monday.")
GOOD = bad.states(("Two planes landed.", [1]))
HASTE = Patience(whole=120, connect=60, tries=3, pause=0.001, longest=0.01)
KEY = "sk-very-secret-0123456789"


def written(*behaviours: bad.Behaviour, patience: Patience = HASTE) -> tuple[Written, int]:
    """What is in the reply, and how many requests it took; the quotes are as before."""
    with bad.serving(*behaviours) as server:
        reply = asyncio.run(Writer(server.spec, patience).write(QUOTES))
        asked = len(server.asked)
    assert replace(reply, written=None) == QUOTES
    assert reply.written is not None
    return reply.written, asked


def failure(*behaviours: bad.Behaviour, patience: Patience = HASTE) -> tuple[str, int]:
    found, asked = written(*behaviours, patience=patience)
    assert found.statements == ()
    assert found.failure is not None
    return found.failure, asked


def test_what_the_quotes_support_is_kept() -> None:
    found, asked = written(bad.states(("Two planes landed.", [1]), ("It landed empty.", [1])))
    assert asked == 1
    assert [each.text for each in found.kept] == ["Two planes landed."]
    assert found.statements[1].struck is not None
    assert (found.failure, found.malformed, found.model) == (None, 0, "small")


def test_the_model_is_asked_with_numbered_quotes_and_a_schema() -> None:
    with bad.serving(GOOD) as server:
        asyncio.run(Writer(server.spec, HASTE).write(QUOTES))
        body = server.asked[0]
    assert body["model"] == "small"
    assert body["stream"] is True
    assert body["response_format"]["type"] == "json_schema"
    user = body["messages"][1]["content"]
    assert '{"quote": 1, "title": null, "text": "Two planes landed with 99 soldiers."}' in user
    assert user.endswith("Question: What happened?")


def test_not_found_asks_no_model() -> None:
    reply = NotFound("id", "q", "q", "No.", (), (), Searched(1, 1), 0.1, Seconds(0.0, 0.0))
    with bad.serving(GOOD) as server:
        assert asyncio.run(Writer(server.spec, HASTE).write(reply)) is reply
        assert server.asked == []


@pytest.mark.parametrize("code", [429, 500, 502, 503])
def test_what_may_pass_is_tried_again(code: int) -> None:
    found, asked = written(bad.status(code), bad.status(code), GOOD)
    assert asked == 3
    assert len(found.kept) == 1


@pytest.mark.parametrize("behaviour", [bad.breaks_off, bad.babbles])
def test_a_broken_stream_is_tried_again(behaviour: bad.Behaviour) -> None:
    found, asked = written(behaviour, GOOD)
    assert asked == 2
    assert [each.text for each in found.kept] == ["Two planes landed."]


def test_trying_again_ends() -> None:
    said, asked = failure(bad.status(500))
    assert asked == 3
    assert said == "The language model's server failed (HTTP 500)."


def test_a_server_that_asks_for_hours_is_not_given_them() -> None:
    found, asked = written(bad.status(429, retry_after="86400"), GOOD)
    assert asked == 2
    assert found.failure is None


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (400, "did not understand the request; it may not know replies by a JSON schema"),
        (401, "did not accept the key in PINCITE_WRITER_KEY"),
        (404, "knows no such model or address"),
        (302, "gave no answer"),
    ],
)
def test_what_will_not_pass_is_not_tried_again(code: int, said: str) -> None:
    elsewhere = "http://127.0.0.1:9/elsewhere"
    told, asked = failure(bad.status(code, location=elsewhere))
    assert asked == 1
    assert told == f"The language model's server {said} (HTTP {code})."


@pytest.mark.parametrize("behaviour", [bad.hangs, bad.trickles])
def test_a_server_without_end_is_left(behaviour: bad.Behaviour) -> None:
    said, _ = failure(behaviour, patience=replace(HASTE, whole=0.2))
    assert said == "The language model did not answer within 0.2 seconds."


def test_a_flood_is_stopped() -> None:
    assert "wrote without end" in failure(bad.floods)[0]


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (bad.writes("Two planes landed [1]."), "did not write the JSON"),
        (bad.writes('```json\n{"statements": []}\n```'), "did not write the JSON"),
        (bad.writes('{"answer": "Two planes"}'), "without a list of statements"),
        (bad.writes("[" * 10_000), "did not write the JSON"),
        (bad.writes('{"statements": [', "length"), "did not come to an end"),
        (bad.writes("", "content_filter"), "refused"),
        (bad.refuses, "refused"),
    ],
)
def test_what_cannot_be_used_is_not_shown(behaviour: bad.Behaviour, said: str) -> None:
    assert said in failure(behaviour)[0]


def test_malformed_statements_are_dropped_and_counted() -> None:
    made = [
        {"text": "Two planes landed.", "quotes": [1]},
        {"text": "Two planes landed.", "quotes": ["1"]},
        {"text": "Two planes landed.", "quotes": [True]},
        {"text": "Two planes landed."},
        {"text": "", "quotes": [1]},
        {"text": "x" * 601, "quotes": [1]},
        {"text": "Two planes landed.", "quotes": [1], "quote": "Three planes landed"},
        "Two planes landed.",
    ]
    found, _ = written(bad.writes(json.dumps({"statements": made})))
    assert found.malformed == 7
    assert len(found.kept) == 1


def test_wrong_numbers_and_no_numbers_are_struck_out() -> None:
    found, _ = written(bad.states(("Two planes landed.", [7]), ("Two planes landed.", [])))
    assert [each.struck for each in found.statements] == [
        "there is no quote [7]",
        "it names no quote",
    ]


def test_an_invented_quote_does_not_stand() -> None:
    found, _ = written(bad.states(("“Three tanks crossed the border in 2021.”", [2])))
    assert found.kept == ()


def test_a_server_that_is_not_there() -> None:
    with bad.serving(GOOD) as server:
        spec = server.spec
    reply = asyncio.run(Writer(spec, HASTE).write(QUOTES))
    assert reply.written is not None
    assert "cannot be reached" in str(reply.written.failure)


def test_cancelling_closes_the_connection() -> None:
    async def cancelled(writer: Writer) -> bool:
        task = asyncio.ensure_future(writer.write(QUOTES))
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return task.cancelled()

    with bad.serving(bad.trickles) as server:
        assert asyncio.run(cancelled(Writer(server.spec, HASTE)))


def test_the_key_goes_into_one_header_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(NAME, KEY)
    echo = f'{{"error": "Incorrect key {KEY}"}}'
    caplog.set_level(logging.DEBUG, "rag")
    for behaviours in [(bad.status(401, echo),), (bad.status(500, echo),), (GOOD,)]:
        with bad.serving(*behaviours) as server:
            writer = Writer(server.spec, HASTE)
            reply = asyncio.run(writer.write(QUOTES))
            assert server.headers[0]["authorization"] == f"Bearer {KEY}"
        assert KEY not in dump(reply) + repr(writer) + repr(reply)
    assert KEY not in caplog.text


def test_a_key_that_fits_no_header_is_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, f"{KEY}\nX-Other: 1")
    said, asked = failure(GOOD)
    assert asked == 0
    assert said == "PINCITE_WRITER_KEY holds characters that no key has; set it anew."
