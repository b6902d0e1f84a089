"""The picture of a product that customers are shown: cut out where that is sure, else the photo as it is."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter

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
        """A JPEG of it on an even ground, with a shadow below what was cut out, and its pixels.

        Raises:
            ValueError: there is no picture.
        """
        if self.image is None:
            raise ValueError("no picture")
        picture = _standing(self.image, ground) if self.is_cut else self.image
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


def _standing(product: Image.Image, ground: Ink) -> Image.Image:
    wide, high = product.size
    below = round(_BELOW * high)
    red, green, blue = (round(255 * part) for part in ground)
    picture = Image.new("RGB", (wide, high + below), (red, green, blue))
    thick = _SHADOW_HIGH * min(wide, high)
    shadow = Image.new("L", picture.size, 0)
    middle = high - 0.25 * thick
    place = (0.08 * wide, middle - thick / 2, 0.92 * wide, middle + thick / 2)
    ImageDraw.Draw(shadow).ellipse(place, fill=round(255 * _SHADOW_DARK))
    shadow = shadow.filter(ImageFilter.GaussianBlur(0.45 * thick))
    dark = Image.new("RGB", picture.size, tuple(part // 4 for part in (red, green, blue)))
    picture.paste(dark, (0, 0), shadow)
    picture.paste(product, (0, 0), product)
    return picture
