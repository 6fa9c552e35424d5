from collections.abc import Callable, Sequence

import numpy as np

from index.embedder import Vectors
from ui.bench.scale.mixed import Mixed

BASE = np.eye(64, dtype=np.float32)


class FakeEmbedder:
    name = "fake"

    def encode_passages(self, texts: Sequence[str], tell: Callable[[int], None]) -> Vectors:
        raise AssertionError("the encoder is what mixing does without")

    def encode_question(self, text: str) -> Vectors:
        return BASE[len(text)]


def test_made_vectors_are_unit_the_same_again_and_near_a_real_one() -> None:
    mixed = Mixed(BASE, FakeEmbedder())
    texts = [f"passage {number}" for number in range(300)]
    made = mixed.encode_passages(texts, lambda done: None)
    assert np.allclose(np.linalg.norm(made, axis=1), 1, atol=1e-5)
    assert np.array_equal(made, mixed.encode_passages(texts, lambda done: None))
    assert np.median((made @ BASE.T).max(axis=1)) > 0.8


def test_questions_are_encoded_for_real() -> None:
    assert np.array_equal(Mixed(BASE, FakeEmbedder()).encode_question("abc"), BASE[3])
