"""Products held before a webcam one after another: when to look, when to count, and when it is the next one.

A frame is compared with the one before (does it keep still?) and with the empty view (is there anything?),
both as tiny pictures at the same mean and contrast, so that a camera's exposure does not count as a change.
The first view that keeps still is the empty one. What keeps still later is looked at until the same product
was recognised twice in a row: that is one piece. It is counted once until the view was empty again, or
another product was recognised in its place. What keeps still and is not recognised is put aside once; should
it be recognised after all, when it is turned, that is taken back.

Two pieces of the same product that are swapped without a moment of empty view between them are counted once:
a clerk sees that, and presses a key.
"""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.stocktake.ledger import How
from core.stocktake.looking import Sighting

STILL_BELOW = 0.16
EMPTY_BELOW = 0.24
"""Mean absolute differences of two tiny pictures, in standard deviations of their values."""
AGREEING = 2
"""Looks in a row that must name the same product."""
PATIENCE = 6
"""Looks without agreement after which a piece is put aside: about a second and a half."""

_SIZE = (32, 24)
_LEAST_CONTRAST = 12.0
_ADAPTS = 0.1

_STANDS_OUT = 0.4
"""Standard deviations by which a cell must differ from the empty view."""

_PLAIN = 1e-4
"""A variance below which there is no contrast to fit."""

TinyPicture = NDArray[np.float32]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom, as shares of the picture's width and height."""


def cut(picture: Image.Image, box: Box | None) -> Image.Image:
    """That part of ``picture``; all of it for None."""
    if box is None:
        return picture
    width, height = picture.size
    left, top, right, bottom = box
    return picture.crop(
        (round(left * width), round(top * height), round(right * width), round(bottom * height))
    )


class Stage(StrEnum):
    """What the webcam sees."""

    EMPTY = "empty"
    MOVING = "moving"
    LOOKING = "looking"
    HELD = "held"
    """It was counted or put aside, and is still there."""


class Act(StrEnum):
    """What is to be done with a piece."""

    COUNT = "count"
    PUT_ASIDE = "put aside"


@dataclass(frozen=True, slots=True)
class Decision:
    """One piece was seen.

    Attributes:
        recognised_late: it had been put aside a moment ago, which is to be taken back.
    """

    act: Act
    sighting: Sighting
    recognised_late: bool = False


def tiny(picture: Image.Image) -> TinyPicture:
    """``picture`` in 32 × 24 cells of three colours, at mean 0 and deviation 1; shape (24, 32, 3)."""
    small = np.asarray(picture.convert("RGB").resize(_SIZE, Image.Resampling.BOX), np.float32)
    contrast = max(float(small.std()), _LEAST_CONTRAST)  # of a bare wall, noise is not worth magnifying
    return np.asarray((small - small.mean()) / contrast, np.float32)


@dataclass(slots=True)
class Holding:
    """Remembers what was seen. Call :meth:`see` with each frame, and :meth:`judge` when it says LOOKING."""

    _empty: TinyPicture | None = None
    _before: TinyPicture | None = None
    _held: TinyPicture | None = None
    _product: int | None = None
    _is_aside: bool = False
    _emptied: int = 0
    _looks: list[int | None] = field(default_factory=list)

    def see(self, frame: TinyPicture) -> Stage:
        """What this frame shows; LOOKING asks for a look at it."""
        before, self._before = self._before, frame
        if self._empty is not None and _distance(frame, self._empty) < EMPTY_BELOW:
            self._empty += _ADAPTS * (frame - self._empty)
            self._emptied += 1
            if self._emptied < AGREEING and self._held is not None:
                return Stage.MOVING  # one frame may be a hand that passes
            self._let_go()
            return Stage.EMPTY
        self._emptied = 0
        if before is None or _distance(frame, before) >= STILL_BELOW:
            self._looks = []
            return Stage.MOVING
        if self._empty is None:
            # The first that keeps still, whatever it is: where few products are, a counter may pass for one.
            self._empty = frame.copy()
            return Stage.EMPTY
        if self._held is not None and _distance(frame, self._held) < EMPTY_BELOW:
            return Stage.HELD
        return Stage.LOOKING

    def judge(self, sighting: Sighting) -> Decision | None:
        """What follows from a look at the frame that was seen last; None for nothing yet."""
        self._looks.append(sighting.product_id)
        agreed = self._looks[-AGREEING:]
        # A barcode has a check digit: one look is enough.
        is_sure = sighting.product_id is not None and (
            sighting.how is How.BARCODE or (len(agreed) == AGREEING and len(set(agreed)) == 1)
        )
        if is_sure:
            self._held = self._before
            if sighting.product_id == self._product:
                return None
            self._product = sighting.product_id
            late, self._is_aside = self._is_aside, False
            return Decision(Act.COUNT, sighting, late)
        if len(self._looks) >= PATIENCE:
            self._held = self._before
            if not self._is_aside and self._product is None:
                self._is_aside = True
                return Decision(Act.PUT_ASIDE, sighting)
        return None

    def place(self) -> Box | None:
        """Where in the frame that was seen last something stands out from the empty view, with some room.

        None before the empty view is known, or where nothing stands out.
        """
        if self._empty is None or self._before is None:
            return None
        stands_out = _beyond_light(self._before, self._empty) > _STANDS_OUT
        rows, columns = np.flatnonzero(stands_out.any(axis=1)), np.flatnonzero(stands_out.any(axis=0))
        if not len(rows):
            return None
        width, height = _SIZE
        return (
            max(0.0, (columns[0] - 1) / width),
            max(0.0, (rows[0] - 1) / height),
            min(1.0, (columns[-1] + 2) / width),
            min(1.0, (rows[-1] + 2) / height),
        )

    def _let_go(self) -> None:
        self._held, self._product, self._is_aside, self._looks = None, None, False, []


def _beyond_light(frame: TinyPicture, empty: TinyPicture) -> NDArray[np.float32]:
    """How much each cell differs, (24, 32), when the light is made the same.

    A thing in view shifts the mean and contrast of the whole. So both are fitted anew, to the half of the
    cells that fit best: the surroundings.
    """
    kept = np.ones(empty.shape[:2], np.bool_)
    differences = np.zeros(empty.shape[:2], np.float32)
    for _ in range(3):
        here, there = empty[kept], frame[kept]
        spread = float(here.var())
        gain = (
            float(((here - here.mean()) * (there - there.mean())).mean()) / spread if spread > _PLAIN else 1.0
        )
        offset = float(there.mean()) - gain * float(here.mean())
        differences = np.abs(frame - (gain * empty + offset)).mean(axis=2).astype(np.float32)
        kept = differences <= np.median(differences)
    return differences


def _distance(one: TinyPicture, other: TinyPicture) -> float:
    return float(np.abs(one - other).mean())
