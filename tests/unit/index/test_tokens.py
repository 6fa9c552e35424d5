import os

import tiktoken

from index.tokens import count_tokens


def test_counts_are_those_of_cl100k_base() -> None:
    assert count_tokens("") == 0
    assert count_tokens("tiktoken is great!") == 6
    assert count_tokens("antidisestablishmentarianism") == 6
    assert count_tokens("お誕生日おめでとう") == 9


def test_special_tokens_are_ordinary_text() -> None:
    assert count_tokens("<|endoftext|>") == 7


def test_the_environment_is_left_as_it_was() -> None:
    before = dict(os.environ)
    count_tokens("One.")
    assert dict(os.environ) == before
    assert tiktoken.get_encoding("cl100k_base").name == "cl100k_base"
