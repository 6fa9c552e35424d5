"""Which sketches are alike, without comparing all with all (locality-sensitive hashing)."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Sketches = NDArray[np.uint64]
"""(n, 20): four 16-bit numbers of a sketch read as one. Alike ones nearly always share at least
one: with .68 of their word pairs in common 99 of 100 do, with .1 one in 500."""

_ALIKE = 0.5
"""Part of the numbers that near copies share. An article with every tenth word exchanged keeps .68
of its word pairs; two news reports of one event have .2 at most (`python -m eval.made_copies`)."""

_Places = NDArray[np.int64]


def components(
    sketches: Sketches, families: NDArray[np.int64], loose: NDArray[np.bool_]
) -> Iterator[_Places]:
    """Places of the sketches that hang together, two or more, each with a loose one among them.

    `loose` (n,) says which are to be placed; what the others are to each other is not asked again:
    they hang together where they have one number, not 0, in `families` (n,).
    """
    above = _given(families)
    for band in sketches.T:
        for bucket in _buckets(band, loose):
            for joined in _joined(sketches, bucket):
                tops = [_top(above, place) for place in joined]
                above[tops] = min(tops)
    found: dict[int, list[int]] = {}
    for place in np.flatnonzero(above != np.arange(len(above))).tolist():
        top = _top(above, place)
        found.setdefault(top, [top]).append(place)
    yield from (np.array(each) for each in found.values() if loose[each].any())


def _given(families: NDArray[np.int64]) -> NDArray[np.int64]:
    """(n,): the first place of each place's family, itself where it has none."""
    above = np.arange(len(families))
    (members,) = np.nonzero(families)
    _, first, which = np.unique(families[members], return_index=True, return_inverse=True)
    above[members] = members[first][which]
    return above


def _buckets(band: NDArray[np.uint64], loose: NDArray[np.bool_]) -> Iterator[_Places]:
    """Places with one number in a band, where two or more have it and one of them is loose."""
    places = np.flatnonzero(np.isin(band, band[loose]))
    places = places[np.argsort(band[places], kind="stable")]
    ends = np.flatnonzero(np.diff(band[places])) + 1
    yield from (each for each in np.split(places, ends) if len(each) > 1)


def _joined(sketches: Sketches, bucket: _Places) -> Iterator[list[int]]:
    """The parts of a bucket in which one is alike to the next."""
    numbers = sketches[bucket].view("<u2")
    rest = np.arange(len(bucket))
    while len(rest) > 1:
        part, rest = [int(rest[0])], rest[1:]
        for each in part:
            alike = (numbers[rest] == numbers[each]).mean(axis=1) >= _ALIKE
            part.extend(rest[alike].tolist())
            rest = rest[~alike]
        if len(part) > 1:
            yield bucket[part].tolist()


def _top(above: NDArray[np.int64], place: int) -> int:
    while above[place] != place:
        above[place] = above[above[place]]
        place = int(above[place])
    return place
