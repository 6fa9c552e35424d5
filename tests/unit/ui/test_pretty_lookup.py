from io import StringIO

import pytest
from rich.console import Console

from rag.differences import Difference
from rag.lookup import Lookup, LookupStatus, Place
from ui.pretty_lookup import print_lookup

PLACE = Place(
    article_id="planes.txt",
    title="Two planes",
    source=None,
    published=None,
    url="https://example.org/planes",
    sha256="ab" * 32,
    start=10,
    end=35,
    exact="They carried 99 soldiers.",
    prefix="On Saturday.\n",
    suffix=" They left.",
    id="0123456789.10-35.0123456789ab",
    differences=(
        Difference("replace", "100", "99", "number"),
        Difference("insert", "", "They", "word"),
        Difference("delete", "not", "", "negation"),
    ),
)


def printed(console: Console, lookup: Lookup) -> list[str]:
    print_lookup(console, lookup)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue().splitlines()


def test_an_altered_quote_is_shown_as_it_stands(console: Console) -> None:
    console.width = 200
    assert printed(console, Lookup("carried 100 soldiers not", "altered", (PLACE,))) == [
        "Altered: this is not what the article says.",
        "",
        "[1] They carried 99 soldiers.",
        "    number: “100” stands as “99”",
        "    word: left out: “They”",
        "    negation: not in the article: “not”",
        "    Two planes",
        "    planes.txt, characters 10-35, id 0123456789.10-35.0123456789ab",
        "    https://example.org/planes",
        "    … On Saturday. [the quote] They left. …",
    ]


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("verbatim", "Verbatim. 2 places."),
        ("moved", "Moved: the quote stands elsewhere"),
        ("source_changed", "Source changed: the article no longer"),
        ("not_found", "Not found: no article holds this"),
    ],
)
def test_every_status_says_what_it_means(console: Console, status: LookupStatus, says: str) -> None:
    places = (PLACE, PLACE) if status == "verbatim" else ()
    assert printed(console, Lookup("quote", status, places))[0].startswith(says)


def test_places_that_are_not_listed_are_counted(console: Console) -> None:
    lines = printed(console, Lookup("words", "verbatim", (PLACE, PLACE), more=4_000))
    assert lines[0] == "Verbatim. 4,002 places, of which the first 2 follow."
