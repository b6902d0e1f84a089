"""The state of a training on the disk, so that a killed one goes on where it was. Imports torch."""

import io
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from core.files.atomic import write_atomically
from core.learning.deep.listener import CurvePoint
from core.learning.deep.work_folder import damaged
from core.models.active_model import unwritable

_FORMAT = 1

Tensors = dict[str, torch.Tensor]


@dataclass(slots=True, eq=False)
class Checkpoint:
    """A training between two steps.

    Attributes:
        step: how many were done.
        seconds: that the training took so far.
        learner, average: parameters that learn, by name; as they are, and their running mean.
        optimizer: its state.
        points: the curves so far.
        share: of the schedule that was over, by the time given then.
    """

    step: int
    seconds: float
    learner: Tensors
    average: Tensors
    optimizer: dict[str, Any]
    points: list[CurvePoint]
    share: float


def write_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Replace the checkpoint, whole or not at all.

    Raises:
        KnownError: it cannot be written.
    """
    buffer = io.BytesIO()
    content = {name: getattr(checkpoint, name) for name in Checkpoint.__slots__}
    content["points"] = [(point.epoch, point.loss, point.held_out_top1) for point in checkpoint.points]
    torch.save(content | {"format": _FORMAT}, buffer)
    try:
        write_atomically(path, buffer.getvalue())
    except OSError as error:
        raise unwritable(path.parent, error) from error


def read_checkpoint(path: Path) -> Checkpoint | None:
    """The checkpoint; None where none was written yet. Only tensors and plain values are read, no programs.

    Raises:
        KnownError: it is damaged.
    """
    if not path.exists():
        return None
    try:
        content = torch.load(io.BytesIO(path.read_bytes()), weights_only=True, map_location="cpu")
        content = {"share": 0.0} | content  # older ones said nothing of it, and had more
        content = {name: content[name] for name in Checkpoint.__slots__}
        content["points"] = [CurvePoint(*point) for point in content["points"]]
        return Checkpoint(**content)
    except (
        OSError,
        RuntimeError,
        ValueError,
        KeyError,
        TypeError,
        EOFError,
        pickle.UnpicklingError,
    ) as error:
        raise damaged(path) from error
