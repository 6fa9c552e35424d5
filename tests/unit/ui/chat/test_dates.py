import pytest

from ui.chat.dates import long_date


@pytest.mark.parametrize(
    ("published", "language", "shown"),
    [
        ("2019-06-25", "en", "25 June 2019"),
        ("2019-06-05", "es", "5 de junio de 2019"),
        ("2019-06-25", "ru", "25 июня 2019"),
        ("2019-06", "en", "June 2019"),
        ("2019-06", "ru", "июнь 2019"),
        ("2019", "es", "2019"),
        ("2019-06-25T10:00:00Z", "en", "25 June 2019"),
        ("2019-13-01", "en", "2019-13-01"),
        ("yesterday", "en", "yesterday"),
    ],
)
def test_dates_as_people_write_them(published: str, language: str, shown: str) -> None:
    assert long_date(published, language) == shown
