"""Train the reader on a CPU: `python -m eval.train.reader --data DIR --out FILE`.

DIR holds `squad2/`, `clapnq/`, `multihop-rag/` (corpus.jsonl, questions.jsonl) and
`hotpotqa.json` (HotpotQA dev, distractor setting). The result is an int8 ONNX file that takes the
packaged re-ranker's lower layers from the folder `--weights`.

The first stage leaves out what figures are measured on; the second (`--start`) goes on from its
weights with everything.
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
BATCH = 16


HOTPOT = 1500
"""HotpotQA questions drawn from; each stage reads two fifths of what they give."""


def gather(data: Path, held_out: bool, without: frozenset[str] = frozenset()) -> list[Example]:
    """Collect the examples of every source but those left out."""
    hard = "hard" not in without
    found: list[Example] = list(sources.squad(data / "squad2", held_out, hard))
    if "clapnq" not in without:
        found.extend(sources.clapnq(data / "clapnq", held_out, hard))
    if "hotpot" not in without:
        found.extend(sources.hotpot(data / "hotpotqa.json", HOTPOT))
    if "multihop" not in without:
        found.extend(sources.multihop(data / "multihop-rag", hard))
    return [example for example in found if example.passage.sentences]


def first_stage(example: Example) -> bool:
    """All of SQuAD and ClapNQ (less what is held out), two fifths of the multi-hop sets."""
    single = example.origin in ("squad2", "clapnq")
    return single or draw("keep", example.qid, example.passage.text) < 0.4


def second_stage(example: Example, seen: frozenset[str]) -> bool:
    """What the first stage held out, three fifths of what it saw, other multi-hop examples."""
    drawn = draw("keep", example.qid, example.passage.text)
    if example.origin in ("squad2", "clapnq"):
        return example.qid not in seen or drawn < 0.6
    return drawn >= 0.6


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
    parser.add_argument("--start", type=Path, help="a first stage's .pt: train the second stage")
    parser.add_argument("--without", default="", help="comma: hard, hotpot, clapnq, multihop")
    parser.add_argument("--first-layer", type=int, default=8, help="the first tuned one of 0 to 11")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rate", type=float, help="default 1e-4, second stage 6e-5")
    args = parser.parse_args()
    start = time.monotonic()
    without = frozenset(args.without.split(",")) - {""}
    examples = [x for x in gather(args.data, True, without) if first_stage(x)]
    if args.start:
        seen = frozenset(example.qid for example in examples)
        examples = [x for x in gather(args.data, False, without) if second_stage(x, seen)]
    base = Base(args.weights)
    print(f"{len(examples)} examples, {time.monotonic() - start:.0f}s")
    features = compute(base, args.weights, examples, args.first_layer)
    print(f"frozen layers read, {time.monotonic() - start:.0f}s")
    torch.manual_seed(SEED)
    model = TopLayers(base, args.first_layer)
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    rate = args.rate or (6e-5 if args.start else 1e-4)
    train(model, features, args.epochs, rate, BATCH, SEED)
    torch.save(model.state_dict(), args.out.with_suffix(".pt"))
    export(model, base, args.out)
    print(f"{args.out} written, {time.monotonic() - start:.0f}s")


if __name__ == "__main__":
    main()
