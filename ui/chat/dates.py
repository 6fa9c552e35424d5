"""Dates as people write them in the language of the interface."""

import re

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio "
    "julio agosto septiembre octubre noviembre diciembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_MONTHS_ALONE = {
    **_MONTHS,
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
}


def long_date(published: str, language: str) -> str:
    """`2019-06-25` as `25 June 2019`; what is no ISO date comes back as it is."""
    found = _DATE.match(published)
    month = int(found[2]) if found and found[2] else 0
    if not found or not 0 <= month <= 12 or published[10:11].isdigit():
        return published
    if not month:
        return found[1]
    of = " de " if language == "es" else " "
    if not found[3]:
        return f"{_MONTHS_ALONE[language].split()[month - 1]}{of}{found[1]}"
    return f"{int(found[3])}{of}{_MONTHS[language].split()[month - 1]}{of}{found[1]}"
