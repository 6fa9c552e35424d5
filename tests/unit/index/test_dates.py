import pytest

from index.dates import iso_date


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2019-06-03", "2019-06-03"),
        ("2019/06/03", "2019-06-03"),
        ("2019-06", "2019-06"),
        ("2023-12-23T21:01:30+00:00", "2023-12-23"),
        ("2023-12-23 21:01", "2023-12-23"),
        ("Mon, 03 Jun 2019 10:00:00 GMT", "2019-06-03"),
        ("Monday, June 3, 2019", "2019-06-03"),
        ("3rd of June 2019", "2019-06-03"),
        ("Sept. 9th, 2019", "2019-09-09"),
        (" May 2019 ", "2019-05"),
    ],
)
def test_one_way_to_read_it(written: str, shown: str) -> None:
    assert iso_date(written) == shown


@pytest.mark.parametrize(
    "written",
    ["", "03/06/2019", "2019", "June 3", "31 June 2019", "2019-13-01", "last Monday", "1559520000"],
)
def test_none_or_more_than_one_way(written: str) -> None:
    assert iso_date(written) is None
