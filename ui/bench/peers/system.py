"""The systems that are compared: where each is found, and what it needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class System:
    """A system by name.

    `peer` is "module:Class"; `package` and `module` are what it is installed and imported as;
    `passages` says how it cuts articles by default. `own` names the packages of its own
    environment, for one that cannot be installed beside ours.
    """

    name: str
    peer: str
    package: str
    module: str
    passages: str
    own: tuple[str, ...] = ()


OURS = System("pincite", "ui.bench.peers.ours:Ours", "pincite", "rag", "sentences, 200 tokens")
SYSTEMS = (
    OURS,
    System(
        "LlamaIndex",
        "ui.bench.peers.llamaindex_peer:LlamaIndex",
        "llama-index-core",
        "llama_index.retrievers.bm25",
        "sentences, 1,024 tokens, 200 shared",
    ),
    System(
        "Haystack",
        "ui.bench.peers.haystack_peer:Haystack",
        "haystack-ai",
        "haystack",
        "200 words",
    ),
    System("txtai", "ui.bench.peers.txtai_peer:Txtai", "txtai", "txtai", "paragraphs"),
    System(
        "verbatim-rag",
        "ui.bench.peers.verbatim_peer:Verbatim",
        "verbatim-rag",
        "verbatim_rag",
        "Markdown sections",
        # It asks for transformers==4.53.3 and scikit-learn==1.6.1, which exclude ours; and makes a
        # collection without vectors, which Milvus Lite 3 refuses.
        own=(
            "verbatim-rag==0.2.8",
            "milvus-lite>=2.5,<3",
            "onnxruntime>=1.20,<2",
            "pymilvus>=2.6,<3",
            "setuptools<81",
            "torch>=2.13,<2.14",
        ),
    ),
)
"""Ours first."""
