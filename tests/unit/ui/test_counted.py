import pytest

from ui.counted import counted


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "no replies"), (1, "1 reply"), (2, "2 replies"), (1234, "1,234 replies")],
)
def test_numbers_agree_with_their_nouns(number: int, said: str) -> None:
    assert counted(number, "reply", "replies") == said
