"""Units that are written in more than one way; a number of one is no number of another."""

import re

_WORDS = (
    "dollar dollars|euro euros|pound pounds|yen|rupee rupees|rouble roubles ruble rubles|"
    "ton tons tonne tonnes|gram grams|kilogram kilograms kg|mile miles|acre acres|"
    "kilometre kilometres kilometer kilometers km|metre metres meter meters|"
    "centimetre centimetres centimeter centimeters cm|hectare hectares|inch inches|foot feet ft|"
    "degree degrees|second seconds|minute minutes|hour hours|day days|week weeks|month months|"
    "year years|decade decades|century centuries"
)
UNITS: dict[str, str] = {
    form: unit.split()[0] for unit in _WORDS.split("|") for form in unit.split()
}
"""A word after a number to the name of its unit."""

CURRENCIES = {"$": UNITS["dollar"], "€": UNITS["euro"], "£": UNITS["pound"], "¥": UNITS["yen"]}
"""A sign before a number to the name of its unit."""

_SIGNS = {**CURRENCIES, "%": "percent"}

MONEY = frozenset(UNITS[word] for word in ("dollar", "euro", "pound", "yen", "rupee", "rouble"))


def units_in(text: str) -> set[str]:
    """The names of the units in a text, written out, shortened or as a sign."""
    found = {UNITS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in UNITS}
    return found | {name for sign, name in _SIGNS.items() if sign in text}
