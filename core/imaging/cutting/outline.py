"""Where on a photo the product is, whatever it stands on, and how sure that is.

On a light, even ground the product is what is not ground (core/imaging/rendering/cut_out.py). Elsewhere the
colours of thing and ground are learned in turns, as GrabCut does, from what stands out towards the middle;
in place of its graph cut stands core/imaging/cutting/spreading.py, which needs no library. How well that does
beside GrabCut itself, and what the sureness is worth: docs/decisions/0045-faces.md.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.imaging.cutting.colours import ColourModel
from core.imaging.cutting.spreading import Neighbours
from core.imaging.lab import lab_of
from core.imaging.regions import connected_parts, salience_of
from core.imaging.rendering.cut_out import ground_mask

SIDE = 144
"""Pixels of the longer side of what is looked at on any ground."""
_EVEN_SIDE = 224
"""The same on a light, even ground."""
_LEAST_SHARE, _MOST_SHARE = 0.015, 0.97
"""Of the picture: what takes less is a speck, what takes more has no ground around it."""
_PLAIN = 0.85
"""From this sureness on an even ground is no guess."""
_ROUNDS = 5
_STANDS_OUT = 0.3
_MIDDLE = 0.45
"""Deviation of the weight towards the middle, in halves of a side."""
_MIDDLE_COUNTS = 2.0
_RIM = 0.03
"""Of the shorter side: rather ground, as far as the colours leave it open."""
_RIM_COUNTS = 3.0
_MOST_CERTAIN = 6.0
_LEAST_PIXELS = 60
_ALSO = 0.5
"""A part that weighs so much of the heaviest one is of the product, too."""
_FAINT = 4.0
"""Steps in Lab below this show no edge."""
_TOUCHES = 0.03
"""Of a picture's edge: so much of it covered, and the product may go on outside."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The product on a photo.

    Attributes:
        mask: (h, w) bool, true where it is; smaller than the photo.
        sureness: 0 to 1; below :data:`SURE` a person should look before the cut-out is used.
        touched: how many of the four edges of the photo it touches.
        share: of the photo's area that it takes.
    """

    mask: NDArray[np.bool_]
    sureness: float
    touched: int

    @property
    def share(self) -> float:
        """Of the photo's area."""
        return float(self.mask.mean())


SURE = 0.6
"""Chosen on drawn scenes: docs/decisions/0045-faces.md."""


def find_outline(image: Image.Image, *, enough: float = _PLAIN) -> Outline | None:
    """The product on an upright RGB picture; None where nothing stands out from the rest.

    Args:
        enough: from this sureness on an even ground no other way is tried.
    """
    if min(image.size) < 16:
        return None
    even = _on_even_ground(_sized(image, _EVEN_SIDE))
    if even is not None and even.sureness >= enough:
        return even
    found = [one for one in (even, _on_any_ground(_sized(image, SIDE))) if one is not None]
    return max(found, key=lambda one: one.sureness, default=None)


def _on_even_ground(small: Image.Image) -> Outline | None:
    ground = ground_mask(np.asarray(small, np.float32))
    if not ground.any() or not _LEAST_SHARE < 1 - float(ground.mean()) < _MOST_SHARE:
        return None
    lab = lab_of(small)
    thing = Image.fromarray((~ground).astype(np.uint8) * 255).filter(ImageFilter.MedianFilter(5))
    mask = _heaviest(np.asarray(thing) > 127, _middle(lab.shape[0], lab.shape[1]))
    return _outline(mask, 1 - _faint(mask, lab)) if mask.any() else None


def _on_any_ground(small: Image.Image) -> Outline | None:
    lab = lab_of(small)
    height, width = lab.shape[:2]
    middle = _middle(height, width)
    prior = _MIDDLE_COUNTS * (2 * middle - 1)
    rim = max(1, round(_RIM * min(height, width)))
    edge = np.ones((height, width), bool)
    edge[rim:-rim, rim:-rim] = False
    neighbours = Neighbours(lab)
    thing = (salience_of(small) > _STANDS_OUT) & (middle > np.exp(-0.7 / (2 * _MIDDLE**2)))
    likely = thing.astype(np.float64)
    for _ in range(_ROUNDS):
        thing &= ~edge
        if min(np.count_nonzero(thing), np.count_nonzero(~thing)) < _LEAST_PIXELS:
            return None
        speaks = ColourModel(lab[thing]).likelihoods(lab) - ColourModel(lab[~thing]).likelihoods(lab)
        speaks = speaks.clip(-_MOST_CERTAIN, _MOST_CERTAIN) + prior - _RIM_COUNTS * edge
        likely = neighbours.spread((speaks > 0).astype(np.float64), np.abs(speaks) / 2 + 0.01, likely)
        thing = _heaviest(likely > 0.5, middle)
    if not thing.any():
        return None
    undecided = np.count_nonzero((likely > 0.2) & (likely < 0.8)) / np.count_nonzero(thing)
    return _outline(thing, 1 - 3 * undecided)


def _outline(mask: NDArray[np.bool_], sureness: float) -> Outline:
    edges = (mask[0], mask[-1], mask[:, 0], mask[:, -1])
    touched = sum(float(edge.mean()) > _TOUCHES for edge in edges)
    return Outline(mask, min(max(sureness, 0.0), 1.0), touched)


def _faint(mask: NDArray[np.bool_], lab: NDArray[np.float64]) -> float:
    """The share of an outline along which no edge is seen: white on white is a guess."""
    rim = np.zeros_like(mask)
    rim[1:] |= mask[1:] != mask[:-1]
    rim[:, 1:] |= mask[:, 1:] != mask[:, :-1]
    down, across = (np.gradient(lab, axis=axis) for axis in (0, 1))
    steps = np.sqrt((down**2).sum(axis=2) + (across**2).sum(axis=2))
    # The outline lies within two pixels of the edge that it follows.
    near = np.asarray(Image.fromarray(steps.clip(0, 255).astype(np.uint8)).filter(ImageFilter.MaxFilter(5)))
    return float((near[rim] < _FAINT).mean()) if rim.any() else 1.0


def _heaviest(mask: NDArray[np.bool_], weights: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The part of a mask that weighs most, those that weigh nearly as much, and the holes in them."""
    parts = connected_parts(mask)
    if not parts.any():
        return mask
    heavy = np.bincount(parts.ravel(), weights.ravel())
    heavy[0] = 0
    kept = (heavy >= _ALSO * heavy.max())[parts]
    outside = connected_parts(~kept)
    reached = np.zeros(outside.max() + 1, bool)
    for line in (outside[0], outside[-1], outside[:, 0], outside[:, -1]):
        reached[line] = True
    reached[0] = True
    filled: NDArray[np.bool_] = kept | ~reached[outside]
    return filled


def _middle(height: int, width: int) -> NDArray[np.float64]:
    down = np.linspace(-1, 1, height)[:, None]
    across = np.linspace(-1, 1, width)[None, :]
    weights: NDArray[np.float64] = np.exp(-(down**2 + across**2) / (2 * _MIDDLE**2))
    return weights


def _sized(image: Image.Image, side: int) -> Image.Image:
    scale = side / max(image.size)
    size = (max(16, round(image.width * scale)), max(16, round(image.height * scale)))
    return image.convert("RGB").resize(size, Image.Resampling.BOX)
