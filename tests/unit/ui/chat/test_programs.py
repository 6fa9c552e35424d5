import pytest

from index.errors import BadInputError
from rag.settings import Settings
from tests.e2e.chat.fake_engine import FakeEngine
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations
from ui.chat.limits import TooOftenError, allowed
from ui.chat.programs import Programs
from ui.chat.rate_limit import RateLimit


@pytest.fixture
def context(tmp_path):
    return ChatContext(
        Settings(index=tmp_path / "index"),
        EngineHolder(FakeEngine()),
        Conversations(tmp_path / "talks.sqlite"),
    )


@pytest.fixture
def programs(context):
    return Programs(context)


def test_the_four_calls_give_json(programs):
    assert programs.ask("ferry pump?")["citations"][0]["article_id"] == "ferry.txt"
    assert programs.search("pump", k=2)["hits"][1]["rank"] == 2
    assert programs.cite("41 of 212 checks")["status"] == "verbatim"
    assert programs.article("ferry.txt")["source"] == "Harbour Gazette"


def test_the_engine_of_the_moment_answers(programs, context):
    context.engine.swap(FakeEngine({}))
    with pytest.raises(BadInputError, match="There is no article"):
        programs.article("ferry.txt")


@pytest.mark.parametrize(
    ("call", "arguments", "sentence"),
    [
        ("ask", {"question": None}, "question must be a string, not NoneType"),
        ("ask", {"question": "x", "history": "y"}, "history must be a list of strings, not str"),
        ("ask", {"question": "x", "history": [1]}, "history must be a list of strings"),
        ("ask", {"question": "x", "sources": ["s"] * 51}, "at most 50"),
        ("ask", {"question": "x", "since": 2019}, "since must be a string, not int"),
        ("ask", {"question": "x", "since": "2019-13"}, "^since '2019-13' is not a date"),
        ("ask", {"question": "x", "since": "2020", "until": "2019"}, "since 2020 is later"),
        ("search", {"question": "x", "k": 101}, "k is 101; ask for 1 to 100"),
        ("search", {"question": "x", "k": "5"}, "k must be a whole number, not str"),
        ("cite", {"text_or_id": ["x"]}, "text_or_id must be a string, not list"),
        ("article", {"article_id": "x" * 500}, "There is no article 'x{80}';"),
    ],
)
def test_arguments_are_checked(programs, call, arguments, sentence):
    with pytest.raises(BadInputError, match=sentence):
        getattr(programs, call)(**arguments)


class FakeRequest:
    def __init__(self):
        self.cookies = {"pincite_reader": "a" * 32}


def test_a_limit_is_counted_by_reader(context, tmp_path):
    allowed(context, None)
    limited = ChatContext(context.settings, context.engine, context.talks, RateLimit(1, 60))
    allowed(limited, FakeRequest())
    with pytest.raises(TooOftenError, match=r"ask again in (60|59) seconds"):
        allowed(limited, FakeRequest())
