"""Ways to call the encoder, side by side: `python -m ui.bench.encoder_ways ARTICLES ...`.

Each way encodes the same passages; printed are CPU milliseconds a passage, passages a second of the
clock, and the cosine to the shipped way's vectors, mean and least.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Encoding, Tokenizer

from index import weights
from index.embedded import embedded_text
from index.embedder import Vectors
from index.readers import read_articles
from index.segment import segment
from index.settings import IndexSettings

_PASSAGES = 192
_CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
_FOLDER = weights.locate("bge-small-en-v1.5-int8")

Way = Callable[[Sequence[Encoding]], Vectors]


def _session(threads: int = 1, **entries: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = threads
    for key, value in entries.items():
        options.add_session_config_entry(f"session.{key.replace('__', '.')}", value)
    return onnxruntime.InferenceSession(str(_FOLDER / "model.onnx"), options)


def _inputs(encodings: Sequence[Encoding], to: int = 0) -> dict[str, np.ndarray]:
    """Padded to the longest, or to `to` if that is longer."""
    width = max(to, max(map(len, encodings)))
    ids, mask = (np.zeros((len(encodings), width), np.int64) for _ in range(2))
    for row, each in enumerate(encodings):
        ids[row, : len(each)], mask[row, : len(each)] = each.ids, 1
    return {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}


def _cls(session: onnxruntime.InferenceSession, inputs: dict[str, np.ndarray]) -> Vectors:
    return np.array(session.run(None, inputs)[0][:, 0])


def _alone(session: onnxruntime.InferenceSession, workers: int, multiple: int = 1) -> Way:
    def encode(encodings: Sequence[Encoding]) -> Vectors:
        def one(each: Encoding) -> Vectors:
            return _cls(session, _inputs([each], -(-len(each) // multiple) * multiple))

        with ThreadPoolExecutor(workers) as pool:
            return np.concatenate(list(pool.map(one, encodings)))

    return encode


def _batches(session: onnxruntime.InferenceSession, size: int) -> Way:
    def encode(encodings: Sequence[Encoding]) -> Vectors:
        parts = [encodings[at : at + size] for at in range(0, len(encodings), size)]
        with ThreadPoolExecutor(_CORES) as pool:
            return np.concatenate(list(pool.map(lambda some: _cls(session, _inputs(some)), parts)))

    return encode


def _sessions() -> Way:
    """One session a thread, passages dealt out in turn."""
    held = [_session() for _ in range(_CORES)]

    def encode(encodings: Sequence[Encoding]) -> Vectors:
        def share(at: int) -> list[Vectors]:
            return [_cls(held[at], _inputs([each])) for each in encodings[at::_CORES]]

        with ThreadPoolExecutor(_CORES) as pool:
            shares = list(pool.map(share, range(_CORES)))
        made = np.empty((len(encodings), shares[0][0].shape[1]), np.float32)
        for at, some in enumerate(shares):
            made[at::_CORES] = np.concatenate(some)
        return made

    return encode


def _bound(session: onnxruntime.InferenceSession) -> Way:
    """Inputs and output bound, so that onnxruntime copies neither."""
    name = session.get_outputs()[0].name

    def encode(encodings: Sequence[Encoding]) -> Vectors:
        def one(each: Encoding) -> Vectors:
            binding = session.io_binding()
            for key, value in _inputs([each]).items():
                binding.bind_cpu_input(key, value)
            binding.bind_output(name)
            session.run_with_iobinding(binding)
            return np.array(binding.get_outputs()[0].numpy()[:, 0])

        with ThreadPoolExecutor(_CORES) as pool:
            return np.concatenate(list(pool.map(one, encodings)))

    return encode


def _ways() -> Iterator[tuple[str, Way]]:
    plain = _session()
    yield "alone, a thread a core (shipped)", _alone(plain, _CORES)
    yield "alone, one thread", _alone(plain, 1)
    yield f"alone, {_CORES} threads a passage", _alone(_session(_CORES), 1)
    quiet = _session(_CORES, intra_op__allow_spinning="0")
    yield f"alone, {_CORES} threads a passage, no spinning", _alone(quiet, 1)
    yield "a session a core", _sessions()
    yield "alone, inputs and outputs bound", _bound(plain)
    yield "alone, denormals as zero", _alone(_session(set_denormal_as_zero="1"), _CORES)
    for multiple in (8, 32):
        yield f"alone, padded to {multiple}s", _alone(plain, _CORES, multiple)
    for size in (2, 4, 8, 32):
        yield f"sorted batches of {size}", _batches(plain, size)


def _texts(paths: Sequence[Path]) -> list[str]:
    articles, _ = read_articles(paths)
    budget = IndexSettings().passage_tokens
    step = max(1, len(articles) // _PASSAGES)
    texts = [
        embedded_text(article.title, passage.text)
        for article in articles[::step]
        for passage in segment(article, budget)[:2]
    ]
    return sorted(texts[:_PASSAGES], key=len, reverse=True)


def main() -> None:
    """Print a line for each way."""
    tokenizer = Tokenizer.from_file(str(_FOLDER / "tokenizer.json"))
    tokenizer.enable_truncation(512)
    tokenizer.no_padding()
    encodings = tokenizer.encode_batch_fast(_texts([Path(path) for path in sys.argv[1:]]))
    mean = np.mean([len(each) for each in encodings])
    print(f"{len(encodings)} passages of {mean:.0f} tokens, {_CORES} cores")
    shipped = None
    for name, way in _ways():
        way(encodings[:8])
        began, cpu = time.perf_counter(), time.process_time()
        made = way(encodings)
        cpu, clock = time.process_time() - cpu, time.perf_counter() - began
        made = made / np.linalg.norm(made, axis=1, keepdims=True)
        shipped = made if shipped is None else shipped
        alike = (made * shipped).sum(axis=1)
        print(
            f"{name:42} {1000 * cpu / len(made):6.1f} CPU-ms  {len(made) / clock:6.1f} a second"
            f"  cosine {alike.mean():.4f}, {alike.min():.4f}"
        )


if __name__ == "__main__":
    main()
