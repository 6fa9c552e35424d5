import pytest

from index.errors import BadInputError
from rag.settings import Settings
from rag.writer.spec import WriterSpec, writer_spec
from rag.writer.write import writer_of


def test_server_and_model() -> None:
    spec = writer_spec("openai:http://127.0.0.1:11434/v1/#qwen2.5:0.5b")
    assert spec == WriterSpec("http://127.0.0.1:11434/v1", "qwen2.5:0.5b")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "openai:",
        "openai:http://127.0.0.1/v1",
        "openai:#model",
        "http://127.0.0.1/v1#model",
        "ollama:http://127.0.0.1/v1#model",
        "openai:file:///etc/passwd#model",
        "openai:ftp://host/v1#model",
        "openai:http:///v1#model",
        "openai:http://[::1/v1#model",
        "openai:http://host:99999/v1#model",
    ],
)
def test_what_names_no_server_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="openai:http"):
        writer_spec(text)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(BadInputError, match="PINCITE_WRITER_KEY") as caught:
        writer_spec("openai:https://me:secret@host/v1#model")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1:8080", True),
        ("localhost", True),
        ("[::1]:80", True),
        ("localhost.evil.org", False),
        ("10.0.0.1", False),
    ],
)
def test_only_this_machine_is_local(host: str, local: bool) -> None:
    assert writer_spec(f"openai:http://{host}/v1#m").is_local is local


def test_no_writer_unless_one_is_named() -> None:
    assert writer_of(Settings()) is None
    writer = writer_of(Settings(writer="openai:http://localhost/v1#m", writer_seconds=7))
    assert writer is not None
    assert writer.patience.whole == 7


def test_the_writer_shapes_no_quote() -> None:
    assert Settings(writer="openai:http://localhost/v1#m").shaping() == Settings().shaping()
