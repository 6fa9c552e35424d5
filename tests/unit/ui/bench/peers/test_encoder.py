import numpy as np

from index import weights
from index.embedder import PackagedEmbedder
from ui.bench.peers.encoder import DIMENSIONS, Packaged

NAME = "bge-small-en-v1.5-int8"


def test_the_others_are_given_the_vectors_that_ours_uses() -> None:
    folder = weights.locate(NAME)
    ours, shared = PackagedEmbedder(folder), Packaged(folder)
    texts = ["Two planes landed.", "On ships\nThe ship carried ninety-nine people to the north."]
    made = shared.encode(texts)
    assert made.shape == (2, DIMENSIONS)
    np.testing.assert_allclose(made, ours.encode_passages(texts, lambda done: None), atol=1e-5)
    question = "How many people came?"
    asked = shared.encode([shared.prompt + question])[0]
    np.testing.assert_allclose(asked, ours.encode_question(question), atol=1e-5)
