"""The frame of a sound key: its consonants, those that are easily heard for each other as one.

Two keys that `rag.misspelt.distance` calls near have frames at most one letter or swapped pair
apart, but for two pairs of swapped consonants or a swapped pair and a wrong one in one name. So
the few frames around that of a key lead to all keys near it, however many keys there are.
"""

_HEARD_AS = str.maketrans(
    dict.fromkeys("bpv", "b") | dict.fromkeys("dt", "d") | dict.fromkeys("gkXzSTC", "g")
)
_SILENT = str.maketrans("", "", "aeiou")
_HEARD = "bdfglmnr"


def frame(key: str) -> str:
    """Kuznetsov's key kuznecov, or kuznCov, as ggngb."""
    return key.translate(_SILENT).translate(_HEARD_AS)


def frames_around(of: str) -> list[str]:
    """The frame and all that are a letter less, more or other, or a swapped pair, away from it."""
    found = {of: None}
    for at in range(len(of) + 1):
        before, after = of[:at], of[at:]
        found.update(dict.fromkeys(before + letter + after for letter in _HEARD))
        if after:
            found[before + after[1:]] = None
            found.update(dict.fromkeys(before + letter + after[1:] for letter in _HEARD))
        if len(after) > 1:
            found[before + after[1] + after[0] + after[2:]] = None
    return list(found)
