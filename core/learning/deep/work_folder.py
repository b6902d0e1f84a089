"""An unfinished deep lesson on the disk: all that it takes to go on with it after a crash or a reboot.

``models/.unfinished-deep/`` holds the plan (which photos are learned from, which are held out), the state,
the photos at training size, the last checkpoint, and the trained network once there is one. Knows no torch.
"""

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import KnownError
from core.files.arrays import as_archive, read_arrays
from core.files.atomic import make_folder, write_atomically
from core.files.hostile import parse_json
from core.learning.deep.listener import CurvePoint, DeepSettings
from core.messages import message
from core.models.active_model import unwritable
from core.models.unfinished import FOLDER, PICTURES

LEARN, PROOF = 0, 2
"""What a photo is for: the network learns from it; or it is held out, draws the curve and proves."""
LABELLED, UNLABELLED = -1, -2
"""Instead of a synthetic picture's number: a photo of a product, and one that the shop labelled by itself."""

_STATE, _PLAN = "state.json", "plan.npz"


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Pictures in step, n of them.

    Attributes:
        sha256: (n,) of the photo, or of the catalog photo that a synthetic one is made of.
        synthetic: (n,) int64, number of the synthetic picture; of a photo ``LABELLED`` or ``UNLABELLED``.
        products: (n,) int64 ids.
        roles: (n,) uint8, ``LEARN`` or ``PROOF``.
    """

    sha256: NDArray[np.str_]
    synthetic: NDArray[np.int64]
    products: NDArray[np.int64]
    roles: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.products)

    def and_also(self, other: "Plan") -> "Plan":
        """These pictures, then the other's."""
        return Plan(
            np.concatenate([self.sha256, other.sha256]),
            np.concatenate([self.synthetic, other.synthetic]),
            np.concatenate([self.products, other.products]),
            np.concatenate([self.roles, other.roles]),
        )


@dataclass(frozen=True, slots=True)
class State:
    """How far the lesson was when it was last written down.

    Attributes:
        started: UTC, ISO 8601.
        settings: what it was started with.
        backbone: name of the backbone that is trained.
        before_top1: what the shop reached on the held-out photos at the start.
        epoch: of the training.
        points: the curves so far.
        seconds: what the lesson has taken so far.
        version: name of the lesson, once it is about to be kept.
    """

    started: str
    settings: DeepSettings
    backbone: str
    before_top1: float | None
    epoch: float = 0.0
    points: tuple[CurvePoint, ...] = ()
    seconds: float = 0.0
    version: str | None = None


class WorkFolder:
    """The folder of the unfinished lesson, in a shop's ``models`` folder."""

    def __init__(self, models: Path) -> None:
        self.root = models / FOLDER

    @property
    def pictures(self) -> Path:
        """The pictures at training size, (n, side, side, 3) uint8 in NumPy's format; whole if it is there."""
        return self.root / PICTURES

    @property
    def checkpoint(self) -> Path:
        """The last checkpoint of the training."""
        return self.root / "checkpoint.pt"

    @property
    def network(self) -> Path:
        """The folder of the trained network."""
        return self.root / "network"

    @property
    def trained(self) -> bool:
        """Whether the training is over; its specification is written last."""
        return (self.network / "backbone.json").exists()

    def begin(self, plan: Plan, state: State) -> None:
        """Write down a new lesson.

        Raises:
            KnownError: it cannot be written.
        """
        content = as_archive(
            sha256=plan.sha256,
            synthetic=plan.synthetic,
            products=plan.products,
            roles=plan.roles,
        )
        try:
            make_folder(self.root)
            write_atomically(self.root / _PLAN, content)
        except OSError as error:
            raise unwritable(self.root, error) from error
        self.note(state)

    def note(self, state: State) -> None:
        """Write down how far it is.

        Raises:
            KnownError: it cannot be written.
        """
        try:
            write_atomically(self.root / _STATE, json.dumps(asdict(state), indent=1).encode())
        except OSError as error:
            raise unwritable(self.root, error) from error

    def state(self) -> State | None:
        """How far it was; None where there is no lesson that could go on."""
        try:
            document = parse_json((self.root / _STATE).read_bytes())
            document["settings"] = DeepSettings(**document["settings"])
            document["points"] = tuple(CurvePoint(**point) for point in document["points"])
            return State(**document)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def plan(self) -> Plan:
        """What was planned.

        Raises:
            KnownError: the file is missing or damaged.
        """
        path = self.root / _PLAN
        try:
            content = read_arrays(path)
            return Plan(content["sha256"], content["synthetic"], content["products"], content["roles"])
        except (OSError, ValueError, KeyError) as error:
            raise damaged(path) from error

    def remove(self) -> None:
        """Throw the lesson away; what cannot be deleted now is deleted with the next one."""
        (self.root / _STATE).unlink(missing_ok=True)  # first: without it there is no lesson
        shutil.rmtree(self.root, ignore_errors=True)


def damaged(path: Path) -> KnownError:
    """A file of the unfinished lesson is not as it was written."""
    return KnownError(
        message(
            "core",
            "The file {file} of the unfinished lesson is missing or damaged. "
            "Discard the lesson and start again.",
        ),
        file=path,
    )
