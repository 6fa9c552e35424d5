"""Words parted at the end of a printed line, put together where it is certain how they are written.

"exam-" and "ple" are "example", "long-" and "term" stay "long-term": which one it is, the text
itself says elsewhere, or the vocabulary of cl100k_base, in which common words are whole.
"""

from collections.abc import Callable, Iterable

from index.tokens import count_tokens


def word_joiner(words: Iterable[str]) -> Callable[[str, str], str]:
    """A function from the two parts to the word; `words` are those of the text, in lower case.

    The hyphen stays where the text has the compound, where neither is known, and before a capital.
    """
    known = set(words)

    def join(before: str, after: str) -> str:
        whole, compound = before + after, f"{before}-{after}"
        if compound.casefold() in known or not after.islower():
            return compound
        if whole.casefold() in known or count_tokens(f" {whole}") == 1:
            return whole
        return compound

    return join
