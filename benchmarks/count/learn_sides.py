"""Learn where the sides of a box lie, from composed pictures; writes resources/sides.npz.

    python benchmarks/count/learn_sides.py [GROCERY] --demo DIR [--scenes N] [--seed S]

Scenes are those of learn_outlines.py, of the half of the products that is for choosing. The box of each piece
is moved at random, ten times; what is learned is how far each side is off. One scene in five is kept from
learning, and tells how far the sides are off before and after.
"""

import argparse
import os
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from benchmarks.count.goods import CHOOSING, drawn_goods, grocery_goods  # noqa: E402
from benchmarks.count.learn_outlines import training_scene  # noqa: E402
from benchmarks.count.plain_goods import plain_goods  # noqa: E402
from benchmarks.count.scenes import Scene  # noqa: E402
from core.files.arrays import as_archive  # noqa: E402
from core.paths import resources  # noqa: E402
from core.scene.boxes import overlaps  # noqa: E402
from core.scene.evidence import Numbers  # noqa: E402
from core.scene.sides import FARTHEST, INWARDS, LAYERS, looked_at, numbers_of  # noqa: E402

_MOVED = 10
_FAR = (0.04, 0.08, 0.14)
"""Deviations of the sides of a box that is moved, in shares of it; one for each box."""
_LEAST_LEFT = 0.3
_HIDDEN = (48, 24)
_EPOCHS, _BATCH = 25, 256
_UNIT = 0.1
"""What the network gives 1 for."""


def main() -> int:
    """Learn, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("grocery", nargs="?", type=Path, default=None)
    parser.add_argument("--demo", type=Path, required=True)
    parser.add_argument("--scenes", type=int, default=160)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    grocery = arguments.grocery or Path(
        os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    )
    rng = np.random.default_rng(arguments.seed)
    groceries = grocery_goods(grocery, CHOOSING)
    goods = [groceries, groceries, drawn_goods(arguments.demo, CHOOSING), plain_goods(rng)]
    scenes = [
        _moved(training_scene(goods[number % len(goods)], rng), rng) for number in range(arguments.scenes)
    ]
    held = [number % 5 == 4 for number in range(arguments.scenes)]
    numbers = np.concatenate([read for read, _off in scenes])
    off = np.concatenate([off for _read, off in scenes])
    apart = np.concatenate([np.full(len(off), one) for (_read, off), one in zip(scenes, held, strict=True)])
    _learn(numbers, off, apart, arguments.seed)
    return 0


def _moved(scene: Scene, rng: np.random.Generator) -> tuple[Numbers, Numbers]:
    """Numbers of the sides of moved boxes, (n, many), and how far inwards each should go, (n,)."""
    true = np.array([truth.box for truth in scene.truths]).reshape(-1, 4)
    size = np.array([*scene.picture.size, *scene.picture.size])
    lengths = np.tile(true[:, 2:] - true[:, :2], 2)[:, None]
    steps = rng.normal(0, 1, (len(true), _MOVED, 4)) * rng.choice(_FAR, (len(true), _MOVED, 1))
    boxes = np.clip(true[:, None] + steps * lengths, 0, size)
    boxes = boxes[(boxes[..., 2:] - boxes[..., :2] > _LEAST_LEFT * lengths[..., :2]).all(axis=2)]
    # A box that was moved on to its neighbour should go to the neighbour's sides.
    meant = true[[int(overlaps(box, true).argmax()) for box in boxes]]
    off = (meant - boxes) / np.tile(boxes[:, 2:] - boxes[:, :2], 2) * INWARDS
    read = numbers_of(looked_at(scene.picture), boxes / size)
    return read.reshape(-1, read.shape[-1]), off.ravel().astype(np.float32)


def _learn(numbers: Numbers, off: Numbers, held: NDArray[np.bool_], seed: int) -> None:
    import torch
    from torch import nn

    torch.manual_seed(seed)
    mean, spread = numbers[~held].mean(axis=0), numbers[~held].std(axis=0) + 1e-3
    x = torch.from_numpy((numbers - mean) / spread)
    y = torch.from_numpy(np.clip(off, -FARTHEST, FARTHEST))[:, None] / _UNIT
    network = nn.Sequential(
        nn.Linear(x.shape[1], _HIDDEN[0]), nn.ReLU(), nn.Linear(*_HIDDEN), nn.ReLU(), nn.Linear(_HIDDEN[1], 1)
    )
    learned_from = torch.from_numpy(np.flatnonzero(~held))
    batches = len(learned_from) // _BATCH
    optimizer = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=3e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 5e-3, total_steps=_EPOCHS * batches)
    loss = nn.L1Loss()  # the middle of what is likely: a side that cannot be told stays near where it is
    for _ in range(_EPOCHS):
        order = learned_from[torch.randperm(len(learned_from))]
        for some in torch.chunk(order[: batches * _BATCH], batches):
            optimizer.zero_grad()
            loss(network(x[some]), y[some]).backward()
            optimizer.step()
            schedule.step()
    with torch.no_grad():
        left = (network(x) - y).numpy()[held] * _UNIT
    before, after = np.abs(y.numpy()[held] * _UNIT), np.abs(left)
    print(
        f"{len(x)} sides; off by {before.mean():.4f} (median {np.median(before):.4f}), "
        f"afterwards by {after.mean():.4f} (median {np.median(after):.4f})"
    )
    arrays = {"mean": mean, "spread": spread}
    layers = [layer for layer in network if isinstance(layer, nn.Linear)]
    for name, layer in zip(LAYERS, layers, strict=True):
        scale = _UNIT if layer is layers[-1] else 1.0
        arrays[name] = layer.weight.detach().numpy().T * np.float32(scale)
        arrays[f"{name}_bias"] = layer.bias.detach().numpy() * np.float32(scale)
    (resources() / "sides.npz").write_bytes(as_archive(**arrays))


if __name__ == "__main__":
    sys.exit(main())
