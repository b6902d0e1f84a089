"""What a product of the demo shop is, before and after it has its numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PIL import Image

from demo_drawing.art.colours import Colour

Draw = Callable[[float], Image.Image]
"""Renders the product (RGBA, canvas size) turned by so many degrees from its usual pose; 0 is the front."""

Pose = Literal["standing", "lying"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A product as its range describes it.

    Attributes:
        price_minor: in cents.
        second_turn: degrees for a second picture from another side; None where one picture is enough.
        tint: the brightest part of the studio ground.
    """

    title: str
    title_zh: str
    brand: str
    description: str
    price_minor: int
    tags: tuple[str, ...]
    draw: Draw
    second_turn: float | None = None
    tint: Colour = (253, 253, 253)
    pose: Pose = "standing"


@dataclass(frozen=True, slots=True)
class Range:
    """The products of one category.

    Attributes:
        code: two letters that start the SKUs and the shelf places.
    """

    category: str
    department: str
    code: str
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A product with everything that the catalog keeps of it."""

    sku: str
    category: str
    department: str
    barcode: str
    stock: int
    location: str
    draft: Draft
