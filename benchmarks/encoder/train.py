"""Fine-tunes the encoder on the labelled rows to build on.

Run in the folder benchmarks: python -m encoder.train --out WEIGHTS.pt [--hold first|more5|none] [--epochs 6]

After every epoch it writes the weights and, where rows are held out, prints what the network alone makes of them.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from encoder.answers import answers, shown
from encoder.from_exported import trained_of
from encoder.network import LAYERS, Reader, Trained, load, read, save, tensors
from encoder.pretrained import pretrained_weights
from encoder.rows_for_encoder import (
    HOLDS,
    WAYS,
    EncoderRow,
    Labels,
    Told,
    encoder_rows,
    labels_of,
    split,
    worded_plainly,
)

#: How much each field counts: kinds most, those that few rows tell least.
WEIGHT = {"kind": 1.0, "way": 0.6, "seen": 0.5, "alone": 0.15, "received": 0.15, "also": 0.25}
TO_WEIGHT, FROM_WEIGHT, MENTION_WEIGHT = 0.5, 0.3, 0.5
SMOOTHED = ("kind", "way")
WARMING, DROP_BY_LAYER, POOL, SHOWN_EVERY = 0.08, 0.9, 40, 50


def loss_of(
    out: dict[str, Tensor], side: Tensor, rows: Sequence[EncoderRow], told: Sequence[Told], smooth: float
) -> Tensor:
    """How far the heads are from the labels, all fields together."""
    total = torch.zeros(())
    for name, weight in WEIGHT.items():
        want = torch.tensor([one.answers[name] for one in told])
        smoothing = smooth if name in SMOOTHED else 0.0
        total = total + weight * F.cross_entropy(out[name], want, label_smoothing=smoothing)
    way, sides = torch.tensor([one.answers["way"] for one in told]), torch.tensor([one.sides for one in told])
    outward, inward = way == WAYS.index("out"), way == WAYS.index("in")
    if outward.any():
        each = F.binary_cross_entropy_with_logits(out["to"][outward], sides[outward], reduction="none")
        total = total + TO_WEIGHT * each.sum(1).mean()
    if inward.any():
        total = total - FROM_WEIGHT * (out["from"][inward].log_softmax(-1) * sides[inward]).sum(1).mean()
    marked = [
        (number, place, answer)
        for number, (row, one) in enumerate(zip(rows, told, strict=True))
        for place, answer in zip(row.encoded.places, one.mentions, strict=True)
    ]
    if marked:
        number, place, answer = map(list, zip(*marked, strict=True))
        total = total + MENTION_WEIGHT * F.cross_entropy(side[number, place], torch.tensor(answer))
    return total


def batches(rows: Sequence[EncoderRow], size: int, chance: random.Random) -> list[list[int]]:
    """Places of all rows in chance order, ``size`` together, rows of about a length together."""
    order = list(range(len(rows)))
    chance.shuffle(order)
    found = []
    for start in range(0, len(order), size * POOL):
        pool = sorted(order[start : start + size * POOL], key=lambda place: len(rows[place].encoded.ids))
        found += [pool[first : first + size] for first in range(0, len(pool), size)]
    chance.shuffle(found)
    return found


def optimiser_of(network: Reader, rate: float, head_rate: float) -> torch.optim.Optimizer:
    """Every layer learns more slowly than the one above it; the heads, which begin with nothing, fastest."""
    layers, groups = len(network.layers), []
    for name, value in network.named_parameters():
        if name.startswith(("heads", "side")):
            own = head_rate
        elif name.startswith("layers."):
            own = rate * DROP_BY_LAYER ** (layers - 1 - int(name.split(".")[1]))
        else:
            own = rate * DROP_BY_LAYER**layers
        groups.append({"params": [value], "lr": own, "weight_decay": 0.01 if value.ndim > 1 else 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)


def rate_at(step: int, steps: int) -> float:
    """The share of the full rate at a step: up from nothing in the first twelfth or so, then down to nothing."""
    warm = int(WARMING * steps)
    return (step + 1) / warm if step < warm else (steps - step) / (steps - warm)


def learn(
    network: Reader, labels: Labels, rows: Sequence[EncoderRow], asked: argparse.Namespace
) -> Iterator[int]:
    """Teaches the network; gives the number of every epoch when it ends."""
    told = [labels.told(row) for row in rows]
    chance = random.Random(asked.seed)  # noqa: S311
    plan = [(epoch, part) for epoch in range(asked.epochs) for part in batches(rows, asked.size, chance)]
    optimiser = optimiser_of(network, asked.rate, asked.head_rate)
    full = [group["lr"] for group in optimiser.param_groups]
    print(f"{len(rows)} rows to learn from, {len(plan)} steps", flush=True)
    began, losses = time.monotonic(), list[float]()
    for step, (epoch, part) in enumerate(plan):
        for group, rate in zip(optimiser.param_groups, full, strict=True):
            group["lr"] = rate * rate_at(step, len(plan))
        network.train()
        batch = [rows[place] for place in part]
        with torch.autocast("cpu", torch.bfloat16, enabled=asked.bfloat16):
            out, side = network(*tensors(batch))
        scores = {name: value.float() for name, value in out.items()}
        loss = loss_of(scores, side.float(), batch, [told[place] for place in part], asked.smooth)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        losses.append(loss.item())
        last = step + 1 == len(plan)
        if last or (step + 1) % SHOWN_EVERY == 0:
            taken = time.monotonic() - began
            print(f"step {step + 1}: loss {np.mean(losses[-SHOWN_EVERY:]):.3f}, {taken:.0f} s", flush=True)
        if last or plan[step + 1][0] != epoch:
            yield epoch + 1


def beginning(asked: argparse.Namespace, labels: Labels) -> Trained:
    """The network to begin with: as pretrained, or as saved by an earlier run, whose answers it keeps.

    Services that only newer rows name stand on no side it could tell by its heads; where the row mentions them, the
    mention's place tells.
    """
    if asked.start:
        saved = trained_of(asked.start) if asked.start.suffix == ".onnx" else load(asked.start)
        if saved.labels.kinds != labels.kinds:
            raise SystemExit(f"{asked.start} was learned from rows of other kinds: begin without --start.")
        return saved
    layers = tuple(int(number) for number in asked.layers.split(","))
    network = Reader(len(layers), labels.sizes())
    network.begin_as_pretrained(pretrained_weights(asked.pretrained), layers)
    return Trained(network, labels, layers)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="the file of weights; keep it out of the repository"
    )
    parser.add_argument("--hold", default="first", help=f"the wave held out: {HOLDS}")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1.5e-4, help="of the top layer")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--smooth", type=float, default=0.05)
    parser.add_argument("--size", type=int, default=32, help="rows in a step")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--plain", type=int, default=1, help="how often an epoch has the rows worded plainly")
    parser.add_argument("--hard", type=float, default=1.0, help="the share taken of the rows made to be hard")
    parser.add_argument("--layers", default=",".join(map(str, LAYERS)), help="the pretrained layers to keep")
    parser.add_argument(
        "--start", type=Path, help="go on from these weights, of train (.pt) or of the package (.onnx)"
    )
    parser.add_argument("--pretrained", type=Path, help="the pretrained encoder's folder or ONNX file")
    parser.add_argument("--rows", type=int, default=0, help="only so many rows, to see whether it runs")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--bfloat16", action=argparse.BooleanOptionalAction, default=True, help="half precision"
    )
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    every = encoder_rows()
    rows, held = split(every, asked.hold)
    plain, hard = (
        [row for row in rows if worded_plainly(row.of)],
        [row for row in rows if not worded_plainly(row.of)],
    )
    hard = random.Random(asked.seed).sample(hard, round(asked.hard * len(hard)))  # noqa: S311
    rows = plain * asked.plain + hard
    if asked.rows:
        rows, held = rows[: asked.rows], held[: asked.rows]
    trained = beginning(asked, labels_of(every))
    labels = trained.labels
    for epoch in learn(trained.network, labels, rows, asked):
        save(trained, asked.out)
        if held:
            told = answers(read(trained.network, held), held, labels)
            print(f"epoch {epoch}, {len(held)} rows held out\n{shown({'encoder': told})}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
