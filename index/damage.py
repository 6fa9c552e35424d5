"""What a word was before a filter, a scanner or a lost space damaged it.

"badistance" was assistance before a profanity filter put "bad" for "ass"; "negotiationscan" lost a
space; "govemment" was read by a scanner. A word counts as damaged when it is no ordinary word and
undoing one such step makes it one.
"""

from collections.abc import Iterator, Mapping

# What word filters look for, and what they put instead, inside innocent words as well (the
# "Scunthorpe problem"). Swearing is the same in every collection.
_FILTERED = "ass anal arse cum cock dick tit tits cunt shit fag hell damn rape sex fuck nude piss"
_PUT_INSTEAD = "bad butt bottom behind donkey buttocks bum heck darn"
# What stood on paper, and what a scanner reads for it.
_SCANNED = (("m", "rn"), ("rn", "m"), ("w", "vv"), ("o", "0"), ("l", "1"), ("i", "1"))
_JOINED_BEFORE = "the and that from which this was were has have had its their his"
_JOINED_AFTER = _JOINED_BEFORE + " with can of for to in on by at is are"
_LONG = 5


def undone(word: str, is_name: bool, ordinary: Mapping[str, int]) -> tuple[str, ...]:
    """What a word that is no ordinary word was, the likeliest first; a name only lost to filters.

    Words are in normal form; one that lost a space was two, written with it.
    """
    found = set(_unfiltered(word))
    if not is_name and len(word) >= _LONG:
        found.update(_unscanned(word))
    plain = [was for was in found if was in ordinary]
    if not plain and not is_name:
        return tuple(_parted(word, ordinary))
    return tuple(sorted(plain, key=lambda was: (ordinary[was], was)))


def _parted(word: str, ordinary: Mapping[str, int]) -> Iterator[str]:
    """Two words that lost the space between them; one of them small and frequent."""
    for ends, at in ((word.endswith, -1), (word.startswith, 1)):
        for small in (_JOINED_AFTER if at < 0 else _JOINED_BEFORE).split():
            if len(word) - len(small) > _LONG and ends(small):
                rest = word[: -len(small)] if at < 0 else word[len(small) :]
                if rest in ordinary:
                    yield f"{rest} {small}" if at < 0 else f"{small} {rest}"


def _unfiltered(word: str) -> Iterator[str]:
    for instead in _PUT_INSTEAD.split():
        if instead in word and instead != word:
            for swear in _FILTERED.split():
                yield from _swapped(word, instead, swear)


def _unscanned(word: str) -> Iterator[str]:
    for stood, read in _SCANNED:
        if read in word:
            yield from _swapped(word, read, stood)


def _swapped(word: str, old: str, new: str) -> Iterator[str]:
    """`word` with one, and with every, `old` made `new`."""
    parts = word.split(old)
    for at in range(1, len(parts)):
        yield old.join(parts[:at]) + new + old.join(parts[at:])
    if len(parts) > 2:
        yield new.join(parts)
