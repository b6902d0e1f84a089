"""A text–picture network so small that a test trains it: it knows six colours and two shapes, and no more."""

import io
import json
import random
import warnings
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from core.imaging.preprocess import Preprocessing, to_tensor

COLOURS = {
    "red": (210, 40, 40), "blue": (40, 60, 210), "green": (40, 160, 70), "yellow": (230, 200, 40),
    "black": (20, 20, 20), "pink": (240, 130, 180),
}  # fmt: skip
SHAPES = {"ball": "ellipse", "box": "rectangle"}
SIDE, LENGTH, DIM = 32, 8, 16
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *COLOURS, *SHAPES, "##s", "a"]
_STEPS = 200


@cache
def tiny_package() -> dict[str, bytes]:
    """The files of such a network, trained on drawings; once for all tests."""
    import torch
    from torch import nn

    class Text(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.pieces = nn.Embedding(len(PIECES), 32)
            self.out = nn.Linear(32, DIM)

        def forward(self, ids: Any) -> Any:
            known = (ids > 3).float().unsqueeze(-1)
            return self.out((self.pieces(ids) * known).sum(1) / (known.sum(1) + 1e-3))

    torch.manual_seed(0)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # so small a network gains nothing by more
    drawn = random.Random(0)
    picture = nn.Sequential(nn.AvgPool2d(4), nn.Flatten(), nn.Linear(192, 64), nn.ReLU(), nn.Linear(64, DIM))
    text = Text()
    optimiser = torch.optim.Adam([*picture.parameters(), *text.parameters()], 0.01)
    kinds = [(colour, shape) for colour in COLOURS for shape in SHAPES]
    ids = torch.tensor([_row(list(kind)) for kind in kinds])
    wanted = torch.arange(len(kinds))
    drawings = [torch.from_numpy(np.stack([_tensor(*kind, drawn) for kind in kinds])) for _ in range(12)]
    for step in range(_STEPS):
        batch = drawings[step % len(drawings)]
        one, other = (nn.functional.normalize(tower) for tower in (picture(batch), text(ids)))
        likeness = one @ other.T * 10
        loss = nn.functional.cross_entropy(likeness, wanted) + nn.functional.cross_entropy(likeness.T, wanted)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    torch.set_num_threads(threads)
    manifest = {
        "format": 1, "name": "tiny", "licence": "none needed",
        "image": {"file": "image.onnx", "side": SIDE, "mean": [0.5] * 3, "std": [0.25] * 3},
        "text": {
            "file": "text.onnx", "tokenizer": "tokenizer.json", "length": LENGTH, "lowercase": True,
            "start": "[CLS]", "end": "[SEP]", "pad": "[PAD]",
        },
    }  # fmt: skip
    tokenizer = {
        "model": {
            "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
            "vocab": {piece: number for number, piece in enumerate(PIECES)},
        }
    }  # fmt: skip
    return {
        "text-image.json": json.dumps(manifest).encode(),
        "tokenizer.json": json.dumps(tokenizer).encode(),
        "image.onnx": _exported(picture, torch.zeros(2, 3, SIDE, SIDE), "pictures"),
        "text.onnx": _exported(text, torch.zeros(2, LENGTH, dtype=torch.int64), "ids"),
    }


def zipped(files: dict[str, bytes], path: Path) -> Path:
    """The files as one ZIP."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def _row(words: list[str]) -> list[int]:
    ids = [2, *(PIECES.index(word) for word in words), 3]
    return ids + [0] * (LENGTH - len(ids))


def _tensor(colour: str, shape: str, drawn: random.Random) -> Any:
    image = Image.new("RGB", (64, 64), (245, 245, 245))
    left, top, size = drawn.randint(6, 18), drawn.randint(6, 18), drawn.randint(34, 42)
    jitter = tuple(min(255, max(0, value + drawn.randint(-20, 20))) for value in COLOURS[colour])
    getattr(ImageDraw.Draw(image), SHAPES[shape])((left, top, left + size, top + size), fill=jitter)
    return to_tensor(image, Preprocessing(SIDE, 1.0, 127.5, 63.75))


def _exported(network: Any, example: Any, name: str) -> bytes:
    import torch

    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder) / "tower.onnx"
        torch.onnx.export(
            network.eval(), (example,), path, dynamo=False, opset_version=17, input_names=[name],
            output_names=["vectors"], dynamic_axes={name: {0: "count"}, "vectors": {0: "count"}},
        )  # fmt: skip
        return io.BytesIO(path.read_bytes()).getvalue()
