from ui.bench.peers.located import located

TEXT = "One plane.\nTwo  ships came.\nOne plane."


def test_a_start_that_is_true_is_taken() -> None:
    assert located(TEXT, "One plane.", 28) == 28


def test_without_a_start_the_first_place_counts() -> None:
    assert located(TEXT, "One plane.") == 0


def test_white_space_that_was_cleaned_does_not_hide_a_passage() -> None:
    assert located(TEXT, "Two ships came. One") == 11


def test_other_words_stand_nowhere() -> None:
    assert located(TEXT, "Three ships came.") is None
    assert located(TEXT, "  ") is None
