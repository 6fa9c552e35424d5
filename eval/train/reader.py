"""Train the reader on a CPU: `python -m eval.train.reader --data DIR --out FILE`.

DIR holds `squad2/`, `clapnq/`, `multihop-rag/` (corpus.jsonl, questions.jsonl) and
`hotpotqa.json` (HotpotQA dev, distractor setting). The result is an int8 ONNX file that takes the
packaged re-ranker's lower layers from the folder `--weights`.
"""

import argparse
import math
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from eval.train import sources
from eval.train.base import Base
from eval.train.examples import Example, draw
from eval.train.export import export
from eval.train.features import Features, collate, compute
from eval.train.loss import loss
from eval.train.model import TopLayers

SEED = 20190625


def gather(data: Path, held_out: bool, without: frozenset[str], hotpot: int) -> list[Example]:
    """Collect the examples of every source but those left out."""
    hard = "hard" not in without
    found: list[Example] = list(sources.squad(data / "squad2", held_out, hard))
    if "clapnq" not in without:
        found.extend(sources.clapnq(data / "clapnq", held_out, hard))
    if "hotpot" not in without:
        found.extend(sources.hotpot(data / "hotpotqa.json", hotpot))
    if "multihop" not in without:
        found.extend(sources.multihop(data / "multihop-rag", hard))
    return [example for example in found if example.passage.sentences]


def batches(features: list[Features], size: int, order: np.random.Generator) -> Iterator[list[int]]:
    """Batches of like length, in random order, drawn anew each epoch."""
    lengths = np.array([len(item.states) for item in features])
    indices = np.argsort(lengths + order.uniform(0, 24, len(lengths)), kind="stable")
    cut = [indices[i : i + size].tolist() for i in range(0, len(indices), size)]
    for i in order.permutation(len(cut)):
        yield cut[i]


def train(
    model: TopLayers, features: list[Features], epochs: int, rate: float, size: int, seed: int
) -> None:
    """AdamW in bf16, linear warm-up over a tenth of the steps and linear decay."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    decayed = [p for p in model.parameters() if p.ndim > 1]
    plain = [p for p in model.parameters() if p.ndim == 1]
    groups = [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=rate)
    steps = epochs * math.ceil(len(features) / size)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda i: min((i + 1) / (0.1 * steps), max(0.0, (steps - i) / (0.9 * steps)))
    )
    model.train()
    step, held, start = 0, 0.0, time.monotonic()
    for epoch in range(epochs):
        for picked in batches(features, size, order):
            batch = collate([features[i] for i in picked])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                passage, tokens = model(batch.states, batch.mask)
            value = loss(passage, tokens, batch)
            optimiser.zero_grad(set_to_none=True)
            value.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step, held = step + 1, held + float(value.detach())
            if step % 50 == 0:
                print(f"{epoch} {step}/{steps} {held / 50:.4f} {time.monotonic() - start:.0f}s")
                held = 0.0
    model.eval()


def main() -> None:
    """Run one training from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="the packaged re-ranker")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="train on the held-out part too")
    parser.add_argument("--without", default="", help="comma: hard, hotpot, clapnq, multihop")
    parser.add_argument("--first-layer", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--hotpot", type=int, default=4000, help="HotpotQA questions")
    parser.add_argument("--fraction", type=float, default=1.0, help="of the examples")
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--batch", type=int, default=24)
    args = parser.parse_args()
    start = time.monotonic()
    without = frozenset(args.without.split(",")) - {""}
    examples = gather(args.data, not args.all, without, args.hotpot)
    examples = [x for x in examples if draw("keep", x.qid, x.passage.text) < args.fraction]
    base = Base(args.weights)
    print(f"{len(examples)} examples, {time.monotonic() - start:.0f}s")
    features = compute(base, args.weights, examples, args.first_layer)
    print(f"frozen layers read, {time.monotonic() - start:.0f}s")
    torch.manual_seed(SEED)
    model = TopLayers(base, args.first_layer)
    train(model, features, args.epochs, args.rate, args.batch, SEED)
    torch.save(model.state_dict(), args.out.with_suffix(".pt"))
    export(model, base, args.out)
    print(f"{args.out} written, {time.monotonic() - start:.0f}s")


if __name__ == "__main__":
    main()
