"""Other ways to find several products in a picture: the whole of it, windows, segments."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.answer import Verdict
from core.scene.boxes import Outlines, apart
from core.scene.counting import count_pieces, looks_at
from core.search.answering import answer
from core.search.see import see
from core.shop.shop import Shop

_WINDOWS = (0.48, 0.3)
"""Of the shorter side; half a window apart."""
_MOST_SEGMENTS = 40
_SAME = 0.3

Boxes = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """What a way says is in a picture: a box in pixels, a product or None, and how sure it is."""

    box: tuple[float, float, float, float]
    sku: str | None
    sure: float


Way = Callable[[Shop, Image.Image], list[Told]]


def ours(shop: Shop, picture: Image.Image) -> list[Told]:
    """As the program counts."""
    size = np.array([*picture.size, *picture.size])
    return [
        Told(
            _four(np.array([piece.box.left, piece.box.top, piece.box.right, piece.box.bottom]) * size),
            piece.product.sku if piece.product is not None else None,
            1.0,
        )
        for piece in count_pieces(shop, picture)
    ]


def whole_picture(shop: Shop, picture: Image.Image) -> list[Told]:
    """The picture searched as it is."""
    found = answer(shop, see(shop, [picture]))
    known = found.results and found.verdict is not Verdict.UNKNOWN
    return [Told((0, 0, picture.width, picture.height), found.results[0].sku if known else None, 1.0)]


def windows(shop: Shop, picture: Image.Image) -> list[Told]:
    """Square windows of three sizes all over the picture, the nearest product of each; the surest stay."""
    found: list[list[float]] = []
    for side in (share * min(picture.size) for share in _WINDOWS):
        lefts, tops = (
            np.linspace(0, room, 1 + round(2 * room / side)).tolist()
            for room in (picture.width - side, picture.height - side)
        )
        found += [[left, top, left + side, top + side] for top in tops for left in lefts]
    return _nearest(shop, picture, np.array(found))


def segments(shop: Shop, picture: Image.Image) -> list[Told]:
    """Segments of P. Felzenszwalb and D. Huttenlocher (IJCV 2004), with which selective search begins."""
    felzenszwalb = import_module("skimage.segmentation").felzenszwalb
    small = picture.copy()
    small.thumbnail((256, 256))
    pixels = np.asarray(small)
    enlarged = picture.width / small.width
    found = []
    for scale in (100, 300, 900):
        labels = felzenszwalb(pixels, scale=scale, sigma=0.8, min_size=60)
        for number in range(int(labels.max()) + 1):
            rows, columns = np.nonzero(labels == number)
            box = np.array([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]) * enlarged
            share = (box[2] - box[0]) * (box[3] - box[1]) / (picture.width * picture.height)
            if 0.008 < share < 0.5:
                found.append(box)
    boxes = np.array(found).reshape(-1, 4)
    kept, _ = apart(boxes.astype(np.int64), np.ones(len(boxes), np.float32), 0.8, _MOST_SEGMENTS)
    return _nearest(shop, picture, kept.astype(np.float64))


def ways() -> dict[str, Way]:
    """Ours and the others by name; one whose library is not there is left out."""
    found: dict[str, Way] = {"snapshelf": ours, "whole picture": whole_picture, "windows": windows}
    if find_spec("skimage") is not None:
        found["segments"] = segments
    return found


def _nearest(shop: Shop, picture: Image.Image, boxes: Boxes) -> list[Told]:
    if not len(boxes):
        return []
    size = np.array([*picture.size, *picture.size])
    looks = looks_at(shop, picture, Outlines(boxes / size, np.ones(len(boxes), np.float32)))
    sure = np.array([look.known for look in looks])
    skus = _skus(shop, [look.products[0][0] for look in looks])
    told: list[Told] = []
    for place in np.argsort(-sure, kind="stable").tolist():
        if all(_overlap(boxes[place], np.array(other.box)) < _SAME for other in told):
            told.append(Told(_four(boxes[place]), skus[place], float(sure[place])))
    return told


def _skus(shop: Shop, products: Sequence[int]) -> list[str]:
    from core.catalog.products.products import products_by_ids

    names = {product.id: product.sku for product in products_by_ids(shop.catalog, list(set(products)))}
    return [names[product] for product in products]


def _overlap(first: Boxes, second: Boxes) -> float:
    wide = min(first[2], second[2]) - max(first[0], second[0])
    high = min(first[3], second[3]) - max(first[1], second[1])
    both = max(wide, 0) * max(high, 0)
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (first, second)]
    return float(both / (sum(areas) - both))


def _four(box: Boxes) -> tuple[float, float, float, float]:
    left, top, right, bottom = box.tolist()
    return left, top, right, bottom
