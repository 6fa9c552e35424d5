"""What is typed after a command, and set around it: used, or refused in one sentence."""

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from index.errors import PinciteError
from index.schema import Article
from rag.citation_id import citation_id, parse
from rag.lookup import look_up
from rag.settings import Settings
from tests.property.hostile.broken import damaged, otherwise, texts, values
from tests.property.hostile.outcome import told
from ui.cli import app
from ui.configured import configured
from ui.filters import filters_from

TEXT = "Two planes came to Oslo. “They carried 99 soldiers,” he said. \U0001f600 e\u0301té."
ARTICLES = {
    key: Article(key, TEXT, sha256(TEXT.encode()).hexdigest(), title="Planes") for key in "ab"
}
ID = citation_id("a", 0, 24, TEXT[:24])
DATES = ("2019", "2019-06", "2019-06-25", "2019-02-29", "0000", "9999-12-31", "٢٠١٩", "2019\n", "")
COMMANDS = ("ask", "cite", "search", "batch", "verify", "doctor")
SETTINGS = {
    **{"index": "var/index", "pool": 50, "rerank": True, "reader": "tuned", "read": 12},
    **{"quotes": 4, "threshold": 0.5, "writer": "openai:http://127.0.0.1:1/v1#m"},
    **{"writer_seconds": 60, "passage_tokens": 200, "embedder": "x", "store": "a.db"},
}
some = settings(
    max_examples=max(20, settings.default.max_examples // 4),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
dates = st.one_of(st.none(), st.sampled_from(DATES), texts)
# What a process can be given: no NUL, and of half characters those that stand for a byte.
typed = st.one_of(texts, st.sampled_from(DATES)).map(lambda text: text.replace("\0", ""))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    kept = dict(os.environ)
    yield tmp_path
    os.environ.clear()
    os.environ.update(kept)


@settings(some)
@example([], None, "a" * 3_000)
@given(st.lists(texts, max_size=3), dates, dates)
def test_filters(sources: list[str], since: str | None, until: str | None) -> None:
    told(lambda: filters_from(sources, since, until))


@settings(some)
@example("9" * 10 + "." + "9" * 4_400 + "-" + "9" * 4_400 + "." + "0" * 12)
@example("a" * 10_000)
@example("… … …")
@given(
    st.one_of(
        texts,
        st.lists(st.sampled_from([*TEXT, "…", " ... ", "“", "99"]), max_size=200).map("".join),
        damaged([TEXT.encode(), ID.encode()]).map(lambda raw: raw.decode("utf-8", "replace")),
    )
)
def test_a_lookup(text: str) -> None:
    found = told(lambda: look_up(text, ARTICLES))
    for place in found.places if found else ():
        assert place.exact == TEXT[place.start : place.end]
    told(lambda: parse(text))


@settings(some)
@given(st.sampled_from(COMMANDS), st.lists(typed, max_size=3), typed, typed)
def test_a_command_line(
    here: Path, command: str, words: list[str], since: str, source: str
) -> None:
    flags = ["--since", since, "--source", source] if command in ("ask", "search") else []
    line = [command, *words, *flags, "--index", str(here / "none")]
    done = CliRunner().invoke(app, line)
    if isinstance(done.exception, PinciteError):
        said = str(done.exception)
        assert said.strip()
        assert len(said) < 1_500
    else:
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        assert done.exit_code in (0, 2), done.output


def test_settings_in_a_file(here: Path) -> None:
    @some
    @given(otherwise([SETTINGS]))
    def each(text: str) -> None:
        stated = json.loads(text)
        pairs = stated.items() if isinstance(stated, dict) else [("pool", stated)]
        lines = [f"{json.dumps(key)} = {_toml(value)}" for key, value in pairs]
        (here / "pincite.toml").write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
        told(configured)

    each()


def test_settings_in_the_environment(here: Path) -> None:
    names = sorted(Settings.model_fields)

    @some
    @given(st.sampled_from(names), st.one_of(typed, values.map(json.dumps)))
    def each(name: str, value: str) -> None:
        try:
            value.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            return
        os.environ[f"PINCITE_{name.upper()}"] = value
        told(configured)
        del os.environ[f"PINCITE_{name.upper()}"]

    each()


def _toml(value: Any) -> str:
    """Near enough to TOML to get past its reader most of the time."""
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key)} = {_toml(each)}" for key, each in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value).replace("null", "nan").replace("Infinity", "inf").replace("NaN", "nan")
