"""Every product in a picture: boxes that may be one thing each, named by the witnesses, none counted twice.

    pieces = count_pieces(shop, image)

What may be one thing is proposed by the picture's colours (core/scene/boxes.py), its sides are moved to where
they lie (core/scene/sides.py), and the network looks at it; packages are looked for by their print, too
(core/scene/by_print.py), which outranks the rest. Of boxes that cover one another the best remains, where a
box is the better the more it looks like one thing and like a product of the shop. Each that remains is named
like a picture of its own, or not where nothing is likely enough (core/scene/naming.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.answer import Answer, Result
from core.catalog.photos.photos import known_by_counter_photos
from core.embedding.measures import Measure
from core.feedback import NOTHING_SAID
from core.imaging.cut import Box, Cut, apply_cut
from core.imaging.preprocess import to_tensor
from core.messages import message
from core.models.shop_model import ShopModel
from core.models.verdict import judge, likeness_odds
from core.progress import ReportProgress, ignore_progress, report
from core.scene.boxes import Outlines, outlines_in, shared_areas
from core.scene.by_print import PrintedPiece, printed_pieces
from core.scene.naming import confidence_of, named, product_of
from core.scene.sides import tightened
from core.search.nearest import nearest_to_seen
from core.shop.network import ShopNetwork
from core.shop.shop import Shop

PICTURE_SIDE = 2400
"""Pixels: a picture of several things is decoded no larger."""
MOST_PIECES = 60
_LOOKED_AT = 56
"""Boxes that the network looks at: a second and a half of one core."""
_GLANCED_AT = 24
_COUNTED_AT, _CLEAR = 0.66, 0.75
_COVERED, _COVERED_BY_PRINT = 0.4, 0.35
"""Of the smaller of two boxes, by the other: from there on both are the same thing. What the print
outlines is outlined exactly: what reaches into it is rather a part of it with some of the ground."""
_BY_PRINT = 2.0
"""Ratings from there on are those of pieces that were found by their print."""
_COVERED_IN_ALL = 0.6
"""Of a box, by better ones together: what lies between pieces side by side is none."""
_WHOLE = 0.1
"""What a box is worth more for each e-fold of its sides: a part stands out as clearly as the whole. More
of it joins twins that stand side by side."""
_LIKE_A_PRODUCT = 0.2
_AMONG = 10
_LOOKED_FOR_EACH, _LOOKED_FOR = 4, 24
"""Products whose print is looked for: of those that a box looks most like, and in all."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one thing is, before it is named.

    Attributes:
        box: in shares of the picture.
        rating: how likely the box is one whole thing, 0 to 1.
        like: the products that it looks most like, the first first.
        by_catalog: whether those are known by catalog photos alone.
    """

    box: Box
    rating: float
    like: tuple[int, ...]
    by_catalog: bool


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One thing in a picture.

    Attributes:
        box: where it is, in shares of the picture.
        rating: how likely the box is one whole thing, 0 to 1.
        answer: what the shop says to it, as to one thing of many.
    """

    box: Box
    rating: float
    answer: Answer

    @property
    def product(self) -> Result | None:
        """The product that it is taken for; None where none is likely enough."""
        return product_of(self.answer)

    @property
    def confidence(self) -> float:
        """Of what is said of it, 0 to 1: that it is this product, or none that could be named."""
        return confidence_of(self.answer)


def count_pieces(
    shop: Shop, image: Image.Image, progress: ReportProgress = ignore_progress
) -> tuple[Piece, ...]:
    """What is in ``image`` (upright RGB), from the top left on by rows; empty where nothing stands out.

    Raises:
        KnownError: the model's files are missing or damaged.
        Cancelled: ``progress`` asked to stop.
    """
    spots = spots_in(shop, image, progress)
    pieces = []
    for done, spot in enumerate(spots):
        report(progress, message("core", "Naming what is in the picture"), done, len(spots))
        found = named(shop, [apply_cut(image, Cut(spot.box))], by_catalog=spot.by_catalog)
        pieces.append(Piece(spot.box, spot.rating, found))
    return tuple(pieces)


def spots_in(shop: Shop, image: Image.Image, progress: ReportProgress = ignore_progress) -> tuple[Spot, ...]:
    """Where things are in ``image`` (upright RGB), as :func:`count_pieces` names them.

    Raises:
        KnownError: the model's files are missing or damaged.
        Cancelled: ``progress`` asked to stop.
    """
    proposed = outlines_in(image, _LOOKED_AT, progress)
    outlines = replace(proposed, boxes=tightened(image, proposed.boxes))
    looks = looks_at(shop, image, outlines)
    likely = _worth_looking_for(looks)
    by_counter = known_by_counter_photos(
        shop.catalog, {product for look in looks for product, _ in look.products}
    )
    printed = printed_pieces(shop, image, [product for product in likely if product not in by_counter])
    boxes, ratings = rated_boxes(outlines, looks, printed)
    like = [tuple(product for product, _likeness in look.products) for look in looks]
    like += [(piece.product_id,) for piece in printed]
    return tuple(
        Spot(
            Box(*boxes[place].tolist()).within(),
            float(np.clip(ratings[place], 0, 1)),
            like[place],
            by_counter.isdisjoint(like[place]),
        )
        for place in chosen_boxes(boxes, ratings)
    )


def several_in(image: Image.Image, progress: ReportProgress = ignore_progress) -> int:
    """How many things ``image`` (RGB) clearly shows, by its colours alone, in a third of a second.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    outlines = outlines_in(image, _GLANCED_AT, progress)
    clear = np.where(outlines.ratings >= _CLEAR, outlines.ratings, 0.0)
    return len(chosen_boxes(outlines.boxes, np.asarray(clear, np.float64)))


@dataclass(frozen=True, slots=True)
class Look:
    """What the network says of a box.

    Attributes:
        known: how probable it is by the vector alone that it shows a product of the shop, 0 to 1.
        products: those that it looks most like, with how much, the first first.
    """

    known: float
    products: tuple[tuple[int, float], ...]


def looks_at(shop: Shop, image: Image.Image, outlines: Outlines) -> list[Look]:
    """A look at each box, in step with them."""
    now = shop.searched_by.now
    return [_look(shop, now.model, vector) for vector in _vectors(now.network, image, outlines)]


def rated_boxes(
    outlines: Outlines, looks: Sequence[Look], printed: Sequence[PrintedPiece]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """All boxes that may be pieces, (n, 4), and how likely each is, (n,): what the print says outranks."""
    known = np.array([look.known for look in looks])
    boxes = np.concatenate([outlines.boxes, *(piece.box[None] for piece in printed)])
    by_print = np.array([_BY_PRINT + piece.points for piece in printed], np.float64)
    rated = outlines.ratings + _LIKE_A_PRODUCT * (known - 0.5)
    return boxes, np.concatenate([rated, by_print])


def _worth_looking_for(looks: Sequence[Look]) -> list[int]:
    """The products that are most like something in the picture."""
    best: dict[int, float] = {}
    for look in looks:
        for product, likeness in look.products[:_LOOKED_FOR_EACH]:
            best[product] = max(likeness, best.get(product, -1.0))
    return sorted(best, key=lambda product: -best[product])[:_LOOKED_FOR]


def _vectors(network: ShopNetwork, image: Image.Image, outlines: Outlines) -> NDArray[np.float32]:
    cuts = [apply_cut(image, Cut(Box(*box).within())) for box in outlines.boxes.tolist()]
    if not cuts:
        return np.empty((0, network.spec.dim), np.float32)
    return network.embed(np.stack([to_tensor(cut, network.spec.preprocessing) for cut in cuts]), urgent=True)


def _look(shop: Shop, model: ShopModel, vector: NDArray[np.float32]) -> Look:
    near = nearest_to_seen(shop, model, vector[None], NOTHING_SAID, None, _AMONG, Measure.COSINE)
    likeness = [group.best.similarity for group in near]
    odds, none = likeness_odds(likeness, Measure.COSINE, model.calibrations.get(Measure.COSINE))
    products = tuple((group.key, group.best.similarity) for group in near)
    return Look(1 - judge(odds, none).unknown, products)


def chosen_boxes(boxes: NDArray[np.float64], ratings: NDArray[np.float64]) -> list[int]:
    """Places of those that stand for a piece each, by rows; of two that cover one another the better."""
    kept: list[int] = []
    sides = np.sqrt(np.prod(np.maximum(boxes[:, 2:] - boxes[:, :2], 1e-6), axis=1))
    order = np.argsort(-(ratings + _WHOLE * np.log(sides)), kind="stable")
    for place in order[ratings[order] >= _COUNTED_AT].tolist():
        if len(kept) == MOST_PIECES:
            break
        shared, areas = shared_areas(boxes[place], boxes[kept])
        own = float(np.prod(boxes[place, 2:] - boxes[place, :2]))
        alone = shared.sum() <= _COVERED_IN_ALL * own
        limits = np.where(ratings[kept] >= _BY_PRINT, _COVERED_BY_PRINT, _COVERED)
        if alone and not (shared > limits * np.minimum(areas, own)).any():
            kept.append(place)
    middles = boxes[:, :2] + boxes[:, 2:]
    return sorted(kept, key=lambda place: (round(float(middles[place, 1]) * 4), middles[place, 0]))
