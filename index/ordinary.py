"""The ordinary words of the language, by rank: those that BERT's tokenizer knows whole."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

_ENDINGS = "s/ es/ ies/y ied/y ier/y iest/y ily/y est/ ed/ ed/e ing/ ing/e ly/ er/ er/e ers/ ness/"
_UNDONE = tuple(tuple(pair.split("/")) for pair in _ENDINGS.split())


def ordinary_words(folder: Path) -> Mapping[str, int]:
    """Words of the `tokenizer.json` in a model's folder and their ids, the frequent ones first.

    BERT's word list (Devlin et al. 2019, doi:10.18653/v1/N19-1423) holds about 21,000 whole words.
    """
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    words: Mapping[str, int] = tokenizer["model"]["vocab"]
    return {word: rank for word, rank in words.items() if len(word) > 1 and word.isalpha()}


def is_ordinary(word: str, ordinary: Mapping[str, int]) -> bool:
    """Whether a word in normal form, or what it is an inflection of, is an ordinary word."""
    return any(form in ordinary for form in _uninflected(word))


def _uninflected(word: str) -> Iterator[str]:
    yield word
    for ending, instead in _UNDONE:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            yield stem + instead
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
