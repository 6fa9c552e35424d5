import pytest

from ui.docs.shown_output import pasted, timeless


def test_an_output_is_replaced_and_all_else_stays() -> None:
    document = (
        "# Title\n\n```console\n$ pincite --version\nold words\n```\n\n```sh\nmake chat\n```\n"
    )
    made = pasted(document)
    assert "old words" not in made
    assert made.startswith("# Title\n\n```console\n$ pincite --version\npincite ")
    assert made.endswith("\n```\n\n```sh\nmake chat\n```\n")


def test_a_block_without_a_command_stays() -> None:
    document = "```console\n# nothing to run\n```\n"
    assert pasted(document) == document


def test_what_only_came_near_may_differ() -> None:
    shown = "Not found. So.\n\nWhat came nearest (an answer needs 0.68):\n0.02  {}\n\nSearched 5."
    assert timeless(shown.format("one")) == timeless(shown.format("two\n\n0.01  three"))
    assert timeless(shown) != timeless(shown.replace("So", "No"))


@pytest.mark.parametrize(
    ("text", "same"),
    [("Confidence 0.92, 0.61 s", True), ("Confidence 0.90, 12.3 s", True), ("99 soldiers", False)],
)
def test_only_times_and_scores_may_differ(text: str, same: bool) -> None:
    assert (timeless(text) == timeless("Confidence 0.11, 1.00 s")) is same
