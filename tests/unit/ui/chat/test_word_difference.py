from hypothesis import given
from hypothesis import strategies as st

from ui.chat.word_difference import compared


def marked(pieces):
    return "".join(f"[{piece.text}]" if piece.differs else piece.text for piece in pieces)


def test_a_changed_number_is_marked_on_both_sides():
    both = compared("It carried 100 soldiers.", "It carried 99 soldiers.")
    assert marked(both.asked) == "It carried [100] soldiers."
    assert marked(both.stands) == "It carried [99] soldiers."


def test_words_left_out_and_put_in():
    both = compared("The planes did not land", "The planes land safely")
    assert marked(both.asked) == "The planes [did not] land"
    assert marked(both.stands) == "The planes land [safely]"


def test_neighbours_are_one_mark():
    both = compared("he saw two red cars there", "he saw two big lorries there")
    assert marked(both.stands) == "he saw two [big lorries] there"


def test_quotation_marks_around_the_pasted_words_are_no_difference():
    assert marked(compared("“nobody came”", "nobody came").asked) == "nobody came"


def test_nothing_alike():
    both = compared("...", "")
    assert marked(both.asked) == "[...]"


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_make_up_the_article_s_words(asked, stands):
    both = compared(asked, stands)
    assert "".join(piece.text for piece in both.stands) == stands
    assert "".join(piece.text for piece in both.asked) in asked
