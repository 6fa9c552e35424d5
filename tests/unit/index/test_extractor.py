from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.extracted import Extracted
from index.extraction import Refused
from index.extractor import Extractor
from tests.made_files import docx_of

FAKE = "tests.unit.index.fake_extraction"
BROKE = Refused("its reader broke down over it; the file is damaged")


@pytest.fixture
def extractor() -> Iterator[Callable[..., Extractor]]:
    made: list[Extractor] = []

    def make(**given: object) -> Extractor:
        made.append(Extractor(**given))
        return made[-1]

    yield make
    for each in made:
        each.close()


def test_an_article_comes_over_unharmed(
    extractor: Callable[..., Extractor], tmp_path: Path
) -> None:
    story = tmp_path / "story\n“1”.docx"
    story.write_bytes(docx_of(["Two planes came – “we stay”. 😀"]))
    assert extractor().extract(story, "docx") == Extracted(text="Two planes came – “we stay”. 😀")


def test_a_file_that_is_gone(extractor: Callable[..., Extractor], tmp_path: Path) -> None:
    refused = extractor().extract(tmp_path / "gone.docx", "docx")
    assert refused == Refused("it cannot be opened (No such file or directory)")


def test_one_process_serves_all_files(extractor: Callable[..., Extractor]) -> None:
    reader = extractor(program=FAKE)
    told = [reader.extract(Path("a"), "tell") for _ in range(3)]
    assert isinstance(told[0], Extracted)
    assert told[0] == told[1] == told[2]


def test_a_process_that_ended_by_itself_is_replaced(extractor: Callable[..., Extractor]) -> None:
    reader = extractor(program=FAKE)
    first, second = reader.extract(Path("a"), "last"), reader.extract(Path("a"), "tell")
    assert isinstance(second, Extracted)
    assert first != second


@pytest.mark.parametrize("kind", ["crash", "half"])
def test_a_file_that_breaks_its_reader_costs_only_itself(
    extractor: Callable[..., Extractor], kind: str
) -> None:
    reader = extractor(program=FAKE)
    assert isinstance(reader.extract(Path("a"), "tell"), Extracted)
    assert reader.extract(Path("a"), kind) == BROKE
    assert isinstance(reader.extract(Path("a"), "tell"), Extracted)


def test_a_reader_that_hangs_is_given_up(extractor: Callable[..., Extractor]) -> None:
    reader = extractor(program=FAKE, seconds=0.2)
    refused = reader.extract(Path("a"), "hang")
    assert refused == Refused("reading it takes longer than 0.2 seconds")
