import pytest

from index.schema import Passage
from rag.engine import Engine
from rag.read import Read
from rag.read_on import enough, rounds
from rag.reader import Reading
from rag.retrieve import Candidate
from rag.schema import Answer

PASSAGE = Passage("a", 0, 5, "Text.", ((0, 5),))


def read(*answerable: float) -> list[Read]:
    return [
        Read(Candidate(row, 1.0, None, None), PASSAGE, Reading(0.0, logit, (0.0,)))
        for row, logit in enumerate(answerable)
    ]


def test_passages_are_read_four_at_a_time_and_none_is_left_out() -> None:
    ten = [Candidate(row, 1.0, None, None) for row in range(10)]
    portions = list(rounds(ten, 4))
    assert [len(each) for each in portions] == [4, 4, 2]
    assert [candidate for each in portions for candidate in each] == ten
    assert list(rounds([], 4)) == [[]]


@pytest.mark.parametrize(
    ("logits", "confidence", "threshold", "stops"),
    [
        ((3, 1, -2, -2), 0.5, 0.27, True),
        ((3, 1, -2, -2), 0.3, 0.27, False),  # not sure
        ((3, 1, -2, -2), 0.5, 0.60, False),  # sure, and yet no answer where more is asked for
        ((3, 1, -2, 1), 0.9, 0.27, False),  # the last one answers too
        ((3, 1, 1, -2), 0.9, 0.27, False),
    ],
)
def test_reading_goes_on_until_it_is_sure_and_the_last_add_nothing(
    logits: tuple[float, ...], confidence: float, threshold: float, stops: bool
) -> None:
    assert enough(read(*logits), confidence, threshold) is stops


class Counting:
    """Counts what the reader reads."""

    def __init__(self, engine: Engine) -> None:
        self._reader, self.passages = engine._reader, 0

    def read(self, question, passages):  # type: ignore[no-untyped-def]
        self.passages += len(passages)
        return self._reader.read(question, passages)


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("How many soldiers did the two Russian planes carry?", 8),
        ("What is the inflation rate in Venezuela?", 12),
    ],
)
def test_a_sure_answer_leaves_passages_unread(engine: Engine, question: str, most: int) -> None:
    counting = Counting(engine)
    reply = Engine(engine.index, engine.understanding, counting, engine.settings).ask(question)
    assert counting.passages <= most
    assert isinstance(reply, Answer) is (most < 12)
    assert most < 12 or counting.passages == 12


def test_a_threshold_above_every_confidence_has_everything_read(engine: Engine) -> None:
    counting = Counting(engine)
    settings = engine.settings.model_copy(update={"threshold": 1.0})
    Engine(engine.index, engine.understanding, counting, settings).ask(
        "How many soldiers did the two Russian planes carry?"
    )
    assert counting.passages == 12
