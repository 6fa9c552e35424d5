"""Answers made of given quotes."""

from rag.schema import Answer, Citation, Seconds, Statement


def quote(n: int, text: str, title: str | None = None) -> Citation:
    where = (f"id{n}", f"a{n}.txt", title, None, None, None, "sha", 0, len(text))
    return Citation(n, *where, text, "", "", "verified")


def answer(*texts: str, question: str = "What happened?") -> Answer:
    quotes = tuple(quote(n, text) for n, text in enumerate(texts, 1))
    statements = tuple(Statement(each.exact, (each.n,)) for each in quotes)
    return Answer("id", question, question, statements, quotes, (), 0.9, Seconds(0.0, 0.0))
