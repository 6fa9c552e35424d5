import subprocess
import sys

import numpy as np
import pytest

from index.embedder import PackagedEmbedder, open_embedder
from index.errors import WeightsError
from index.settings import IndexSettings
from index.weights import locate

TEXTS = ["Two planes landed.", "A much longer passage about talks in Oslo. " * 9, "Oil."]


@pytest.fixture(scope="module")
def embedder() -> PackagedEmbedder:
    return PackagedEmbedder(locate("bge-small-en-v1.5-int8"))


def test_passages_become_unit_vectors_in_order(embedder: PackagedEmbedder) -> None:
    heard: list[int] = []
    vectors = embedder.encode_passages(TEXTS, heard.append)
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert heard == [3]


def test_a_passage_has_the_same_vector_whatever_is_encoded_beside_it(
    embedder: PackagedEmbedder,
) -> None:
    together = embedder.encode_passages(TEXTS, lambda done: None)
    alone = embedder.encode_passages(TEXTS[:1], lambda done: None)
    assert np.array_equal(together[0], alone[0])


def test_a_question_is_encoded_behind_its_prompt(embedder: PackagedEmbedder) -> None:
    prompt = "Represent this sentence for searching relevant passages: "
    as_passage = embedder.encode_passages([prompt + "Who landed?"], lambda done: None)[0]
    assert np.array_equal(embedder.encode_question("Who landed?"), as_passage)


def test_no_texts_give_no_vectors(embedder: PackagedEmbedder) -> None:
    assert len(embedder.encode_passages([], lambda done: None)) == 0


def test_nothing_heavy_is_imported_to_encode_passages() -> None:
    code = (
        "import sys; from index import weights; from index.embedder import PackagedEmbedder;"
        "embedder = PackagedEmbedder(weights.locate('bge-small-en-v1.5-int8'));"
        "embedder.encode_passages(['Oil.'], print); assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_an_embedder_that_is_not_there_is_named() -> None:
    settings = IndexSettings(embedder="no/such-model", offline=True)
    with pytest.raises(WeightsError, match="no/such-model"):
        open_embedder(settings, print)
