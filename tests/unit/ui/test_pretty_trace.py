from io import StringIO

from rich.console import Console

from rag.schema import Answer, Hit, Lap, NotFound, Signals, Trace
from ui.pretty_trace import print_trace

HITS = tuple(Hit(n, 1 / n, "planes.txt", 10, 33, "They carried 99 soldiers.") for n in range(1, 9))
LAPS = (Lap("understand", 0.0015), Lap("search", 0.0205), Lap("read", 0.15))


def shown(trace: Trace) -> str:
    made = StringIO()
    print_trace(Console(file=made, width=200, highlight=False, markup=False), trace)
    return made.getvalue()


def test_stages_times_scores_and_the_best_of_each_ranking(answer: Answer) -> None:
    signals = Signals(*(0.5,) * 10)
    said = shown(Trace(HITS, HITS[:2], answer, answer.citations, signals, LAPS))
    assert "search          20.5 ms" in said
    assert "all            172.0 ms" in said
    assert "Found by both searches (8)" in said
    assert said.count("planes.txt 10-33") == 5 + 2 + 1
    assert "score 7.5000; rank 1 by meaning, 2 by words" in said
    assert "answerable 0.5" in said
    assert "Confidence 0.9340: answered" in said


def test_what_is_not_found_says_what_it_missed(not_found: NotFound) -> None:
    said = shown(Trace((), (), not_found))
    assert "Confidence 0.0400: not found" in said
    assert "an answer needs 0.5000" in said
