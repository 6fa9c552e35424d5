"""What programs may ask of the chat: four calls, JSON in and JSON out.

`ui.chat.api` offers them over HTTP, `ui.chat.mcp_server` to language-model clients.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from index.errors import BadInputError
from index.schema import Article
from rag.intact import intact
from rag.lookup import Lookup, look_up
from rag.schema import Filters, Hit, Reply
from ui.chat.context import ChatContext
from ui.chat.counted_call import Counting
from ui.filters import filters_from

JsonObject = dict[str, Any]
_T = TypeVar("_T")

MOST_TURNS = 50
MOST_HITS = 100
_REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)
_HITS = TypeAdapter(list[Hit])
_LOOKUP = TypeAdapter(Lookup)
_ARTICLE = TypeAdapter(Article)
_TEXT = TypeAdapter(str)
_TEXTS = TypeAdapter(list[str])
_COUNT = TypeAdapter(int)


class Programs:
    """The four calls. Arguments come from outside and are checked here, not trusted.

    All raise `BadInputError` for arguments that cannot be used, and `PinciteError` for a failure;
    a failure is never a reply.
    """

    def __init__(self, context: ChatContext) -> None:
        self._context = context

    def ask(
        self,
        question: str,
        history: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
        since: str | None = None,
        until: str | None = None,
        counting: Counting | None = None,
    ) -> JsonObject:
        """One reply, by the field names of `pincite ask --json`; `counting` gets its trace."""
        asked, turns = _text("question", question), _texts("history", history)
        filters = _filters(sources, since, until)
        counting = counting or Counting()
        trace = self._context.engine.current.trace(asked, turns, filters, counting.wanted)
        counting.replied(trace)
        return _object(_REPLY.dump_python(trace.reply, mode="json"))

    def search(
        self,
        question: str,
        k: int = 10,
        sources: Sequence[str] | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> JsonObject:
        """The `k` best passages: `{question, hits}`, by the field names of `pincite search`."""
        asked, filters = _text("question", question), _filters(sources, since, until)
        count = _checked("k", _COUNT, k, "a whole number")
        if not 1 <= count <= MOST_HITS:
            raise BadInputError(f"k is {count}; ask for 1 to {MOST_HITS} passages.")
        hits = self._context.engine.current.search(asked, count, (), filters)
        return {"question": asked, "hits": _HITS.dump_python(hits, mode="json")}

    def cite(self, text_or_id: str) -> JsonObject:
        """Where a quote or a citation's id stands, by the field names of `pincite cite --json`."""
        lookup = look_up(_text("text_or_id", text_or_id), self._context.engine.articles)
        return _object(_LOOKUP.dump_python(lookup, mode="json"))

    def article(self, article_id: str) -> JsonObject:
        """One article whole: `{id, text, sha256, title, source, url, published, author}`."""
        wanted = _text("article_id", article_id)
        found = self._context.engine.articles.get(wanted)
        if found is None:
            raise BadInputError(
                f"There is no article {wanted[:80]!r}; take an article_id from a citation or a hit."
            )
        return _object(_ARTICLE.dump_python(intact(found), mode="json"))


def _filters(sources: object, since: object, until: object) -> Filters:
    dates = (_text("since", since or ""), _text("until", until or ""))
    named = _texts("sources", sources)
    try:
        return filters_from(named, dates[0] or None, dates[1] or None)
    except BadInputError as error:  # programs send no flags
        raise BadInputError(str(error).replace("--", "")) from error


def _text(name: str, value: object) -> str:
    return _checked(name, _TEXT, value, "a string")


def _texts(name: str, value: object) -> tuple[str, ...]:
    texts = _checked(name, _TEXTS, value or [], "a list of strings")
    if len(texts) > MOST_TURNS:
        raise BadInputError(f"{name} has {len(texts)} entries; send at most {MOST_TURNS}.")
    return tuple(texts)


def _checked(name: str, adapter: TypeAdapter[_T], value: object, kind: str) -> _T:
    try:
        return adapter.validate_python(value, strict=True)
    except ValidationError as error:
        raise BadInputError(f"{name} must be {kind}, not {type(value).__name__}.") from error


def _object(dumped: Any) -> JsonObject:
    if not isinstance(dumped, dict):
        raise TypeError(type(dumped).__name__)
    return dumped
