from hypothesis import given
from hypothesis import strategies as st

from rag.followup import rewrite

_WORDS = "what who did they it the ships and how about Brandt in 2018 there that ? ( ' of them …"
QUESTIONS = st.lists(st.sampled_from(_WORDS.split()), max_size=10).map(" ".join) | st.text(
    max_size=30
)


@given(QUESTIONS, st.lists(QUESTIONS, max_size=4))
def test_any_conversation_gives_a_question(question: str, history: list[str]) -> None:
    alone = rewrite(question, history)
    assert rewrite(question, history) == alone
    assert bool(alone.strip()) >= bool(question.strip())
    if not history:
        assert alone == question
