from collections.abc import Sequence

from rag.schema import Filters, Reply
from tests.e2e.chat.fake_articles import article
from tests.e2e.chat.fake_engine import FakeEngine
from tests.unit.ui.chat.replies import answer, not_found
from ui.chat.suggest import OFFERED, TRIED, suggestions

ANY = Filters()
TEXTS = [
    "On Monday Anna Berg told Carl Holm’s office about it.",
    "The Russians said Mike Pompeo lied.",
    "It began on May 16 in Oslo.",
    "Juan Pérez dijo que Ana Ruiz mintió.",
    "Сергей Лавров заявил, что Хуан Гуайдо ушёл.",
]


class Answering(FakeEngine):
    """Answers, or not, and counts."""

    def __init__(self, texts: Sequence[str], answers: bool) -> None:
        super().__init__({f"{n}.txt": article(f"{n}.txt", text) for n, text in enumerate(texts)})
        self.answers, self.asked = answers, list[str]()

    def ask(self, question: str, history: Sequence[str] = (), filters: Filters = ANY) -> Reply:
        self.asked.append(question)
        return answer() if self.answers else not_found()


def test_questions_come_from_names_and_days() -> None:
    engine = Answering(TEXTS, answers=True)
    offered = suggestions(engine)
    assert len(offered) == OFFERED
    assert "What happened on May 16?" in offered
    assert "What did Anna Berg say about Carl Holm?" in offered
    assert not any("Monday" in question or "Russians" in question for question in offered)


def test_other_languages_are_asked_in_theirs() -> None:
    assert suggestions(Answering(TEXTS[3:4], answers=True)) == (
        "¿Qué dijo Juan Pérez sobre Ana Ruiz?",
    )
    assert suggestions(Answering(TEXTS[4:], answers=True)) == (
        "Что сказал Сергей Лавров: Хуан Гуайдо?",
    )


def test_only_what_is_answered_is_offered() -> None:
    engine = Answering([f"It was May {day} then." for day in range(1, 31)], answers=False)
    assert suggestions(engine) == ()
    assert len(engine.asked) == TRIED


def test_an_empty_collection_offers_nothing() -> None:
    assert suggestions(Answering([], answers=True)) == ()
