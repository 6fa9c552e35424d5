"""How far two names are apart, counted in slips of the ear and the hand.

A Damerau-Levenshtein distance (optimal string alignment) over sound keys in which a likely slip
costs less than a change that makes another name: a vowel inside a word little, the first letter
and a last vowel (Maria, Mario) much.
"""

_VOWELS = frozenset("aeiou")
_ALIKE = [frozenset(group) for group in ("bp", "dt", "gkX", "zSTC", "bv", "Xz")]
_EPSILON = 1e-9


def allowed(length: int) -> float:
    """The most a name of so many sounds may be off; none up to four (Iran, Iraq)."""
    for least, cost in ((12, 1.6), (9, 1.2), (7, 0.8), (5, 0.6)):
        if length >= least:
            return cost + _EPSILON
    return 0.0


def distance(a: str, b: str) -> float:
    """The cheapest way from key `a` to key `b`; the same in both directions."""
    before: list[float] = []
    row = [0.0]
    for j in range(len(b)):
        row.append(row[-1] + _gap(b, j))
    for i in range(len(a)):
        previous, row = row, [row[0] + _gap(a, i)]
        for j in range(len(b)):
            best = min(
                previous[j] + _swap(a, i, b, j),
                previous[j + 1] + _gap(a, i),
                row[j] + _gap(b, j),
            )
            if i and j and a[i] == b[j - 1] and a[i - 1] == b[j]:
                best = min(best, before[j - 1] + 0.6)
            row.append(best)
        before = previous
    return row[-1]


def _gap(word: str, at: int) -> float:
    """A letter too many or too few."""
    if at == 0:
        return 1.2
    return 0.6 if word[at] in _VOWELS and at < len(word) - 1 else 1.0


def _swap(a: str, i: int, b: str, j: int) -> float:
    """One letter for another."""
    if a[i] == b[j]:
        return 0.0
    if {a[i], b[j]} <= _VOWELS:
        return 1.0 if i in (0, len(a) - 1) or j in (0, len(b) - 1) else 0.5
    if any({a[i], b[j]} <= group for group in _ALIKE):
        return 0.6
    return 1.2 if i == 0 or j == 0 else 1.0
