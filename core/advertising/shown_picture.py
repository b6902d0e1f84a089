"""The picture of a product that customers are shown: cut out where that is sure, else the photo as it is."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from core.catalog.products.products import Product
from core.messages import Sentence, message
from core.paper.page import Ink
from core.platforms.export import best_cut
from core.platforms.formats import PhotoFormat
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

SIDE = 1100
"""Pixels of the longer side: sharp on A4 from an arm's length."""
_CUT = PhotoFormat("card", "", SIDE, SIDE, fill=1.0, transparent=True)
_QUALITY = 90
_STAGE = message("core", "Looking for pictures of the products")
_WHITE = 244
"""From this lightness on the edge of a photo is white; JPEG makes it a little darker than 255."""
_MOSTLY = 0.6
_BELOW, _SHADOW_HIGH, _SHADOW_DARK = 0.07, 0.09, 0.34
"""The shadow below what stands on a ground: room for it, its height and darkness, as shares."""


@dataclass(frozen=True, slots=True, eq=False)
class ShownPicture:
    """One product's picture.

    Attributes:
        image: RGBA of the product alone where it was cut out, else RGB.
        problem: why there is none; None with a picture.
    """

    image: Image.Image | None
    problem: Sentence | None = None

    @property
    def is_cut(self) -> bool:
        """Whether it may stand on any ground."""
        return self.image is not None and self.image.mode == "RGBA"

    def on_ground(self, ground: Ink) -> tuple[bytes, tuple[int, int]]:
        """A JPEG of it on an even ground, and its pixels.

        What was cut out has a shadow below; a photo on white looks as if it were printed on the ground; any
        other photo stays as it is.

        Raises:
            ValueError: there is no picture.
        """
        if self.image is None:
            raise ValueError("no picture")
        picture = self.image
        if self.is_cut:
            picture = _standing(picture, ground)
        elif _is_on_white(picture):
            picture = ImageChops.multiply(picture, Image.new("RGB", picture.size, _bytes(ground)))
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
        return buffer.getvalue(), picture.size


def shown_pictures(
    shop: Shop, products: Iterable[Product], progress: ReportProgress = ignore_progress
) -> Mapping[int, ShownPicture]:
    """The picture of each product by its key; photos that customers are not shown are passed by.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    found: dict[int, ShownPicture] = {}
    wanted = list(products)
    for number, product in enumerate(wanted):
        report(progress, _STAGE, number, len(wanted))
        shop.right_of_way.give_way()
        found[product.id] = _shown_picture(shop, product)
    report(progress, _STAGE, len(wanted), len(wanted))
    return found


def _shown_picture(shop: Shop, product: Product) -> ShownPicture:
    best, problem = best_cut(shop, product.id, _CUT)
    if best is None:
        return ShownPicture(None, problem)
    cut = best.cut.picture
    if cut is not None and not best.cut.doubts:
        return ShownPicture(cut.crop(cut.getchannel("A").getbbox()))
    whole = best.image.convert("RGB")
    whole.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return ShownPicture(whole)


def _is_on_white(photo: Image.Image) -> bool:
    """Whether its corners are white, or nearly, and most of its edge: the product may reach it."""
    white = np.asarray(photo.convert("L")) >= _WHITE
    edge = np.concatenate((white[0], white[-1], white[:, 0], white[:, -1]))
    return bool(white[:: white.shape[0] - 1, :: white.shape[1] - 1].all() and edge.mean() > _MOSTLY)


def _bytes(ink: Ink) -> tuple[int, int, int]:
    red, green, blue = (round(255 * part) for part in ink)
    return red, green, blue


def _standing(product: Image.Image, ground: Ink) -> Image.Image:
    wide, high = product.size
    below = round(_BELOW * high)
    colour = _bytes(ground)
    picture = Image.new("RGB", (wide, high + below), colour)
    thick = _SHADOW_HIGH * min(wide, high)
    shadow = Image.new("L", picture.size, 0)
    middle = high - 0.25 * thick
    place = (0.08 * wide, middle - thick / 2, 0.92 * wide, middle + thick / 2)
    ImageDraw.Draw(shadow).ellipse(place, fill=round(255 * _SHADOW_DARK))
    shadow = shadow.filter(ImageFilter.GaussianBlur(0.45 * thick))
    dark = Image.new("RGB", picture.size, tuple(part // 4 for part in colour))
    picture.paste(dark, (0, 0), shadow)
    picture.paste(product, (0, 0), product)
    return picture
