"""The simplest neural baseline: a small network trained from nothing on the shop's own pictures.

Two convolutions (32 and 64 kernels of 3 × 3), each followed by 2 × 2 max-pooling, 1,024 units, one output a
product. It sees pictures of 64 pixels. Trained in a child process, as that imports torch; what comes back
runs in ONNX Runtime.
"""

import os
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from core.embedding.runtimes.in_child import in_child
from core.embedding.runtimes.onnx_runtime import cpu_session
from core.embedding.runtimes.torch_presence import require_full_program
from core.measuring.compared.pipeline import Learned, Pipeline, Scorer
from core.messages import Sentence, message

SIDE = 64
STEPS = 700
LONGEST = 150.0
"""Seconds of training at most."""

_BATCH = 64
_SHIFT = 6  # pixels


class SmallPictureExtractor:
    """The centred square, 64 × 64 pixels."""

    name = "small-picture"

    def extract(self, image: Image.Image) -> NDArray[np.uint8]:
        """(3, 64, 64) uint8."""
        square = ImageOps.fit(image, (SIDE, SIDE), Image.Resampling.BICUBIC)
        return np.ascontiguousarray(np.asarray(square).transpose(2, 0, 1))

    def known(self, photo_id: int) -> None:
        """None are stored."""

    def close(self) -> None:
        """Nothing is held."""


def small_cnn_pipeline(*, steps: int = STEPS) -> Pipeline:
    """The network, trained for ``steps`` batches."""
    return Pipeline("small-cnn", SmallPictureExtractor(), lambda learned: _learn(learned, steps))


def _learn(learned: Learned, steps: int) -> Scorer:
    require_full_program()
    names, labels = np.unique(learned.products, return_inverse=True)
    died = Sentence(message("core", "The small network's training was stopped."))
    model = in_child(train, np.stack(learned.features), labels, len(names), steps, died=died)
    session = cpu_session(model)

    def scores(asked: Sequence[Any]) -> NDArray[np.float64]:
        pictures = _scaled(np.stack(asked))
        parts = [pictures[start : start + 256] for start in range(0, len(pictures), 256)]
        found = [session.run({"pictures": part})[0] for part in parts]
        return np.concatenate(found).astype(np.float64)

    return scores


def train(pictures: NDArray[np.uint8], labels: NDArray[np.int64], products: int, steps: int) -> bytes:
    """In the child: pictures (n, 3, 64, 64) of product numbers to a network in ONNX that gives logits.

    Adam, a cosine schedule, dropout, and pictures flipped and shifted by chance.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch's library is loaded
    import torch
    from torch import nn

    torch.manual_seed(0)
    quarter = SIDE // 4
    network = nn.Sequential(
        nn.Conv2d(3, 32, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(64 * quarter * quarter, 1024),
        nn.ReLU(),
        nn.Dropout(0.5),
        nn.Linear(1024, products),
    )
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    generator = np.random.default_rng(0)
    begun = time.monotonic()
    network.train()
    for _ in range(steps):
        chosen = generator.integers(len(pictures), size=_BATCH)
        batch = _scaled(np.stack([_varied(pictures[number], generator) for number in chosen]))
        loss = nn.functional.cross_entropy(network(torch.from_numpy(batch)), torch.from_numpy(labels[chosen]))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # a gap in torch's stubs
        optimizer.step()
        schedule.step()
        if time.monotonic() - begun > LONGEST:
            break
    network.eval()
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # says that this exporter is the older one
        path = Path(folder) / "model.onnx"
        torch.onnx.export(
            network,
            (torch.zeros(2, 3, SIDE, SIDE),),
            path,
            dynamo=False,
            opset_version=17,
            input_names=["pictures"],
            output_names=["scores"],
            dynamic_axes={"pictures": {0: "count"}, "scores": {0: "count"}},
        )
        return path.read_bytes()


def _varied(picture: NDArray[np.uint8], generator: np.random.Generator) -> NDArray[np.uint8]:
    """A picture flipped and shifted by chance."""
    if generator.random() < 0.5:
        picture = picture[:, :, ::-1]
    padded = np.pad(picture, ((0, 0), (_SHIFT, _SHIFT), (_SHIFT, _SHIFT)), mode="edge")
    top, left = generator.integers(2 * _SHIFT + 1, size=2)
    return padded[:, top : top + SIDE, left : left + SIDE]


def _scaled(pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
    """From 0…255 to −1…1."""
    return pictures.astype(np.float32) / 127.5 - 1
