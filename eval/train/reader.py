"""Train the reader on a CPU: `python -m eval.train.reader --data DIR --out FILE`.

DIR holds `squad2/`, `clapnq/`, `multihop-rag/` (corpus.jsonl, questions.jsonl), `hotpotqa.json`
(HotpotQA dev, distractor setting) and `coqa.jsonl.gz` (CoQA dev as evaluation packages carry it).
The articles written for training lie in `eval/train/written/`. The result is an int8 ONNX file
that takes the packaged re-ranker's lower layers from the folder `--weights`.

What the figures are measured on (`eval.train.measure`) is left out unless `--all` is given.
"""

import argparse
import copy
import math
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from eval.train.averaged import State, averaged
from eval.train.base import Base
from eval.train.examples import Example, draw
from eval.train.export import export
from eval.train.features import Features, collate, compute
from eval.train.loss import loss
from eval.train.model import TopLayers
from eval.train.sources.clapnq import clapnq
from eval.train.sources.coqa import coqa
from eval.train.sources.hotpot import hotpot
from eval.train.sources.multihop import multihop
from eval.train.sources.squad import squad
from eval.train.sources.written import written
from eval.train.stages import FIRST_LAYER, STAGES, Stage

SEED = 20190625
BATCH = 16
HOTPOT = 2500
"""HotpotQA questions that are read."""


def gather(data: Path, held_out: bool, without: frozenset[str] = frozenset()) -> list[Example]:
    """Collect the examples of every source and ingredient but those left out."""
    found = list(squad(data / "squad2", held_out, hard="hard" not in without))
    if "clapnq" not in without:
        found.extend(clapnq(data / "clapnq", held_out))
    if "hotpot" not in without:
        found.extend(hotpot(data / "hotpotqa.json", HOTPOT))
    if "coqa" not in without:
        found.extend(coqa(data / "coqa.jsonl.gz", held_out))
    if "multihop" not in without:
        every = multihop(data / "multihop-rag")
        found.extend(each for each in every if draw("mh", each.qid, each.passage.text) < 0.6)
    if "written" not in without:
        found.extend(written(held_out))
    return [example for example in found if example.passage.sentences]


def batches(features: list[Features], size: int, order: np.random.Generator) -> Iterator[list[int]]:
    """Batches of like length, in random order, drawn anew each epoch."""
    lengths = np.array([len(item.states) for item in features])
    indices = np.argsort(lengths + order.uniform(0, 24, len(lengths)), kind="stable")
    cut = [indices[i : i + size].tolist() for i in range(0, len(indices), size)]
    for i in order.permutation(len(cut)):
        yield cut[i]


def train(
    model: TopLayers, features: list[Features], stage: Stage, seed: int, bf16: bool = False
) -> None:
    """AdamW, linear warm-up over a tenth of the steps and linear decay."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    tuned = list(model.tuned(stage.first))
    groups = [
        {"params": [p for p in tuned if p.ndim > 1], "weight_decay": 0.01},
        {"params": [p for p in tuned if p.ndim == 1], "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, lr=stage.rate)
    steps = math.ceil(len(features) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda i: min((i + 1) / (0.1 * steps), max(0.0, (steps - i) / (0.9 * steps)))
    )
    model.train()
    start = time.monotonic()
    for step, picked in enumerate(batches(features, BATCH, order), 1):
        batch = collate([features[i] for i in picked])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            passage, tokens = model(batch.states, batch.mask)
        value = loss(passage, tokens, batch, stage.weights)
        optimiser.zero_grad(set_to_none=True)
        value.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(tuned, 1.0)
        optimiser.step()
        schedule.step()
        if step % 50 == 0:
            seconds = time.monotonic() - start
            print(f"{step}/{steps} {float(value.detach()):.3f} {seconds:.0f}s")
    model.eval()


def main() -> None:
    """Run one training from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="the packaged re-ranker")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="train on the held-out part too")
    parser.add_argument("--bf16", action="store_true", help="for a processor that has it: faster")
    parser.add_argument(
        "--without", default="", help="comma: hard, hotpot, clapnq, coqa, multihop, written"
    )
    args = parser.parse_args()
    start = time.monotonic()
    examples = gather(args.data, not args.all, frozenset(args.without.split(",")))
    base = Base(args.weights)
    print(f"{len(examples)} examples, {time.monotonic() - start:.0f}s")
    features = compute(base, args.weights, examples, FIRST_LAYER)
    print(f"frozen layers read, {time.monotonic() - start:.0f}s")
    torch.manual_seed(SEED)
    model = TopLayers(base, FIRST_LAYER)
    ended: list[State] = []
    for i, stage in enumerate(STAGES):
        train(model, [x for x in features if stage.takes(x.example)], stage, SEED + i, args.bf16)
        if stage.with_stage is not None:
            early = ended[stage.with_stage]
            model.load_state_dict(averaged(early, model.state_dict(), stage.share))
        ended.append(copy.deepcopy(model.state_dict()))
        print(f"stage {i + 1} done, {time.monotonic() - start:.0f}s")
    export(model, base, args.out)
    print(f"{args.out} written, {time.monotonic() - start:.0f}s")


if __name__ == "__main__":
    main()
