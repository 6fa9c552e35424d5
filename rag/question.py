"""What a question must be before it is searched."""

from index.errors import BadInputError

# A question longer than this is a pasted article: neither model reads beyond its first sentences.
LONGEST = 2_000


def checked(question: str) -> str:
    """The question without surrounding white space.

    Raises:
        BadInputError: it is empty or too long.
    """
    stripped = " ".join(question.split())
    if not any(character.isalnum() for character in stripped):
        raise BadInputError("The question is empty; ask something about the articles.")
    if len(stripped) > LONGEST:
        raise BadInputError(
            f"The question has {len(stripped):,} characters, at most {LONGEST:,} are read; shorten "
            "it, or look a quote up with: pincite cite"
        )
    return stripped
