"""The ordinary words of the language, by rank: those that the reranker's tokenizer knows whole."""

import json
from collections.abc import Mapping
from pathlib import Path


def common_words(folder: Path) -> Mapping[str, int]:
    """Words of the `tokenizer.json` in a model's folder and their ids, the frequent ones first.

    BERT's word list (Devlin et al. 2019, doi:10.18653/v1/N19-1423) holds about 21,000 whole words.
    """
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    words: Mapping[str, int] = tokenizer["model"]["vocab"]
    return {word: rank for word, rank in words.items() if len(word) > 1 and word.isalpha()}
