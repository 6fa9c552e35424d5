"""While an index is synced again and again, whoever opens it finds one state, whole."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from index.build import build_index
from index.lexical import Term
from index.opened import Contents, open_latest
from index.settings import IndexSettings
from ui.bench.stand_in import StandIn, stand_in

FILES = 6


def write(folder: Path, state: int) -> None:
    for n in range(FILES + state % 2):
        (folder / f"{n}.txt").write_text(f"State{state} of {n} stands. Mark{state} is in it.")
    if not state % 2:
        (folder / f"{FILES}.txt").unlink(missing_ok=True)


def state_of(contents: Contents) -> int:
    """The one state that all parts of the index agree on."""
    states = {article.text.split()[0] for article in contents.articles.values()}
    assert len(states) == 1
    state = int(states.pop().removeprefix("State"))
    rows = set(contents.passages.rows())
    assert len(rows) == len(contents.articles) == FILES + state % 2
    assert {row for row, _ in contents.lexical.search([Term(f"Mark{state}")], 99, 0, None)} == rows
    assert contents.lexical.search([Term(f"Mark{state + 1}")], 99, 0, None) == []
    near = contents.vectors.search(StandIn().encode_question(f"mark{state}"), 99)
    assert {row for row, _ in near} == rows
    for row in rows:
        passage = contents.passages[row]
        article = contents.articles[passage.article_id]
        assert passage.text == article.text[passage.start : passage.end]
    return state


def test_each_opening_is_of_one_state_and_stays_so(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    settings = IndexSettings(index=tmp_path / "index")
    write(folder, 0)
    build_index([folder], settings, opener=stand_in)
    first = open_latest(settings)
    over = Event()

    def look() -> set[int]:
        seen = set()
        while not over.is_set():
            contents = open_latest(settings)
            seen.add(state_of(contents))
        return seen

    with ThreadPoolExecutor(2) as readers:
        looks = [readers.submit(look) for _ in range(2)]
        for state in range(1, 7):
            write(folder, state)
            build_index([folder], settings, opener=stand_in)
        over.set()
        seen = set().union(*(each.result() for each in looks))
    assert seen <= set(range(7))
    assert len(seen) > 1
    assert state_of(first) == 0
    assert state_of(open_latest(settings)) == 6
