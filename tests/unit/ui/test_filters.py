import pytest

from index.errors import BadInputError
from rag.schema import Filters
from ui.filters import filters_from


def test_flags_become_filters() -> None:
    assert filters_from(["AP", "Reuters"], "2019", "2019-06") == Filters(
        ("AP", "Reuters"), "2019", "2019-06"
    )
    assert filters_from(None, None, None) == Filters()


@pytest.mark.parametrize(
    "date", ["2019-13", "2019-02-30", "19", "yesterday", "2019-6-1", "", "٢٠١٩"]
)
def test_what_no_calendar_has_is_refused(date: str) -> None:
    with pytest.raises(BadInputError, match="is not a date; write 2019"):
        filters_from(None, date, None)


@pytest.mark.parametrize(("since", "until"), [("2020", "2019"), ("2019-07-01", "2019-06")])
def test_a_time_that_ends_before_it_begins_is_refused(since: str, until: str) -> None:
    with pytest.raises(BadInputError, match="later than"):
        filters_from(None, since, until)


@pytest.mark.parametrize(("since", "until"), [("2019-06-25", "2019-06"), ("2019", "2019-01-02")])
def test_a_date_within_the_other_is_a_time(since: str, until: str) -> None:
    assert filters_from(None, since, until).until == until


def test_a_date_of_any_length_gets_a_short_sentence() -> None:
    with pytest.raises(BadInputError) as refused:
        filters_from((), "a" * 100_000, None)
    assert len(str(refused.value)) < 120
