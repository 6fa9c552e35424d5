"""HTML that the evaluation's report made, safe inside Gradio's templates."""

_ACTING = str.maketrans({"$": "&#36;", "{": "&#123;", "}": "&#125;", "`": "&#96;"})


def inert(html: str) -> str:
    """The same page with the marks that a template acts on as entities.

    The report escapes for HTML; it does not know that Gradio evaluates `${...}` and `{{...}}`.
    """
    return html.translate(_ACTING)
