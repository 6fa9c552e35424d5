"""Something is stated: a question, or a bare "Yes", cannot be held against a quote."""

from rag.writer.check.words import words


def assertion_fault(statement: str, quotes: str) -> str | None:
    """A reason where nothing is stated, else None; the quotes' own words may stand, whatever."""
    if len(statement.split()) > 1 and " ".join(statement.split()) in " ".join(quotes.split()):
        return None
    if statement.endswith("?"):
        return "it is a question, not a statement"
    if any(word.is_content or word.form[0].isdigit() for word in words(statement)):
        return None
    return "it says nothing that could be held against a quote"
