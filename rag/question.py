"""What a question must be before it is searched."""

from collections.abc import Sequence

from index.errors import BadInputError

# A question longer than this is a pasted article: neither model reads beyond its first sentences.
LONGEST = 2_000


def checked(question: str) -> str:
    """The question without surrounding white space.

    Raises:
        BadInputError: it is empty, too long or holds half of a character.
    """
    whole_characters(question, "The question")
    stripped = " ".join(question.split())
    if not any(character.isalnum() for character in stripped):
        raise BadInputError("The question is empty; ask something about the articles.")
    if len(stripped) > LONGEST:
        raise BadInputError(
            f"The question has {len(stripped):,} characters, at most {LONGEST:,} are read; shorten "
            "it, or look a quote up with: pincite cite"
        )
    return stripped


def earlier(history: Sequence[str]) -> Sequence[str]:
    """The earlier questions, each of which could have been asked.

    Raises:
        BadInputError: one is too long or holds half of a character.
    """
    for turn in history:
        whole_characters(turn, "An earlier question")
        if len(turn) > LONGEST:
            raise BadInputError(
                f"An earlier question has {len(turn):,} characters, at most {LONGEST:,} are read; "
                "leave out what is no question."
            )
    return history


def whole_characters(text: str, what: str) -> None:
    """Refuse what no encoding can write: JSON can state half of a character alone.

    Raises:
        BadInputError: the text holds a lone surrogate.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadInputError(
            f"{what} holds half of a character (character {error.start}); type it anew."
        ) from None
