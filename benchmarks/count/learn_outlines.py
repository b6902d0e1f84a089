"""Learn how evidence for a box is weighed, from composed pictures; writes resources/outlines.npz.

    python benchmarks/count/learn_outlines.py [GROCERY] --demo DIR [--scenes N] [--seed S]

GROCERY is the data set's folder, DIR one where the demo shop was drawn (demo_drawing/build.py). The scenes
are of the half of the products that is for choosing (goods.py). What is learned is whether a box overlaps a
piece, by a network of two hidden layers; half of the boxes it learns from are those that it was wrong about a
round before.
"""

import argparse
import os
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from benchmarks.count.goods import CHOOSING, Goods, drawn_goods, grocery_goods  # noqa: E402
from benchmarks.count.plain_goods import plain_goods  # noqa: E402
from benchmarks.count.scenes import Scene, shelf_scene, thrown_scene  # noqa: E402
from core.files.arrays import as_archive, read_arrays  # noqa: E402
from core.paths import resources  # noqa: E402
from core.scene.boxes import laid_over, overlaps, ratings  # noqa: E402
from core.scene.evidence import COUNT, Boxes, Evidence, Numbers, evidence_of, looked_at, numbers_of  # noqa: E402

_HIDDEN = (40, 20)
_A_SCENE = 500
_EPOCHS, _ROUNDS = 10, 3
_LAYERS = ("first", "second", "last")
_LOOKED_THROUGH = 0.35
"""Of a scene's boxes, for those that are rated wrongly."""


def main() -> int:
    """Learn, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("grocery", nargs="?", type=Path, default=None)
    parser.add_argument("--demo", type=Path, default=None)
    parser.add_argument("--scenes", type=int, default=240)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--go-on", action="store_true", help="begin with what was learned before")
    arguments = parser.parse_args()
    grocery = arguments.grocery or Path(
        os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    )
    all_goods = [grocery_goods(grocery, CHOOSING)]
    if arguments.demo is not None:
        all_goods.append(drawn_goods(arguments.demo, CHOOSING))
    rng = np.random.default_rng(arguments.seed)
    all_goods.append(plain_goods(rng))
    looked: list[tuple[Evidence, Boxes, Numbers]] = []
    for number in range(arguments.scenes):
        scene = training_scene(all_goods[number % len(all_goods)], rng)
        small = looked_at(scene.picture)
        evidence = evidence_of(small)
        boxes = laid_over(*evidence.size)
        looked.append((evidence, boxes, _targets(scene, boxes, evidence.size)))
        if number % 40 == 39:
            print(number + 1, "scenes", file=sys.stderr, flush=True)
    chosen = [_first_choice(target, rng) for _evidence, _boxes, target in looked]
    for round_ in range(_ROUNDS):
        numbers = np.concatenate([numbers_of(e, b[c]) for (e, b, _t), c in zip(looked, chosen, strict=True)])
        targets = np.concatenate([t[c] for (_e, _b, t), c in zip(looked, chosen, strict=True)])
        _learn(numbers, targets, arguments.seed, go_on=arguments.go_on or round_ > 0)
        if round_ < _ROUNDS - 1:
            chosen = [
                np.unique(np.concatenate([old, _wrong(e, b, t, rng)]))
                for old, (e, b, t) in zip(chosen, looked, strict=True)
            ]
    return 0


def training_scene(goods: Goods, rng: np.random.Generator) -> Scene:
    """Of more sizes than are reported on, and now and then of a single piece."""
    count = int(rng.integers(1, 13))
    plain = rng.random() < (0.6 if goods.are_plain else 0.15)
    if rng.random() < 0.4:
        return shelf_scene(goods, count, rng)
    largest = (0.85, 0.7, 0.55, 0.5, 0.45)[count - 1] if count <= 5 else 0.36
    return thrown_scene(goods, count, rng, (*rng.uniform(0.12, largest, 6).tolist(), largest), plain=plain)


def _targets(scene: Scene, boxes: Boxes, size: tuple[int, int]) -> Numbers:
    """How much each box overlaps the piece that it overlaps most: 0 from 0.3 down, 1 from 0.8 up."""
    best = np.zeros(len(boxes))
    scale = np.array([size[0] / scene.picture.width, size[1] / scene.picture.height] * 2)
    for truth in scene.truths:
        best = np.maximum(best, overlaps(np.array(truth.box) * scale, boxes))
    return np.clip((best - 0.3) / 0.5, 0, 1).astype(np.float32)


def _first_choice(target: Numbers, rng: np.random.Generator) -> NDArray[np.int64]:
    some = rng.choice(len(target), _A_SCENE, replace=False)
    near = np.flatnonzero(target > 0.2)
    return np.unique(np.concatenate([some, rng.permutation(near)[:_A_SCENE]]))


def _wrong(evidence: Evidence, boxes: Boxes, target: Numbers, rng: np.random.Generator) -> NDArray[np.int64]:
    """The boxes that are rated too high, or too low, by most."""
    some = np.flatnonzero(rng.random(len(boxes)) < _LOOKED_THROUGH)
    order = some[np.argsort(ratings(evidence, boxes[some]) - target[some])]
    return np.concatenate([order[-_A_SCENE:], order[: _A_SCENE // 3]])


def _learn(numbers: Numbers, targets: Numbers, seed: int, *, go_on: bool) -> None:
    import torch
    from torch import nn

    torch.manual_seed(seed)
    file = resources() / "outlines.npz"
    before = read_arrays(file) if go_on else {}
    mean = before.get("mean", numbers.mean(axis=0))
    spread = before.get("spread", numbers.std(axis=0) + 1e-3)
    x = torch.from_numpy((numbers - mean) / spread)
    y = torch.from_numpy(targets)[:, None]
    network = nn.Sequential(
        nn.Linear(COUNT, _HIDDEN[0]), nn.ReLU(), nn.Linear(*_HIDDEN), nn.ReLU(), nn.Linear(_HIDDEN[1], 1)
    )
    layers = [layer for layer in network if isinstance(layer, nn.Linear)]
    for name, layer in zip(_LAYERS, layers, strict=True):
        if before:
            layer.weight.data = torch.from_numpy(before[name].reshape(layer.in_features, -1).T.copy())
            layer.bias.data = torch.from_numpy(before[f"{name}_bias"].copy())
    optimizer = torch.optim.AdamW(network.parameters(), 3e-3, weight_decay=1e-3)
    batches = len(x) // 1024
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 6e-3, total_steps=_EPOCHS * batches)
    loss = nn.BCEWithLogitsLoss()
    told = 0.0
    for _ in range(_EPOCHS):
        order = torch.randperm(len(x))
        told = 0.0
        for some in torch.chunk(order[: batches * 1024], batches):
            optimizer.zero_grad()
            wrong = loss(network(x[some]), y[some])
            wrong.backward()
            optimizer.step()
            schedule.step()
            told += wrong.item() / batches
    print(f"{len(x)} boxes, loss {told:.4f}", flush=True)
    arrays = {"mean": mean.astype(np.float32), "spread": spread.astype(np.float32)}
    for name, layer in zip(_LAYERS, layers, strict=True):
        arrays[name] = layer.weight.detach().numpy().T.copy()
        arrays[f"{name}_bias"] = layer.bias.detach().numpy().copy()
    arrays["last"] = arrays["last"][:, 0].copy()
    file.write_bytes(as_archive(**arrays))
    from core.scene import boxes

    boxes._learned.cache_clear()


if __name__ == "__main__":
    sys.exit(main())
