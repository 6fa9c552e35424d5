import tracemalloc

from index.sketch import BYTES, sketch

MANY = 300_000


def test_a_text_of_many_words_takes_no_more_memory_than_its_words() -> None:
    text = " ".join(map(str, range(MANY)))
    tracemalloc.start()
    try:
        made = sketch(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert made is not None
    assert len(made) == BYTES
    # Eighty numbers for each pair of words at once would be 192 MB.
    assert peak < 300 * MANY


def test_too_few_words_have_none() -> None:
    assert sketch("word " * 19) is None
    assert sketch("word " * 20) is not None
