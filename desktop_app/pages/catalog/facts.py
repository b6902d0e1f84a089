"""What the catalog page shows of the open shop, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.catalog.edits.edit_log import Edit
    from core.catalog.products.products import Product
    from core.catalog.stock import Movement


@dataclass(frozen=True, slots=True)
class Choices:
    """Names that the shop's products have already, and the currency that most of their prices are in."""

    categories: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    currency: str = ""
    writable: bool = True


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photo of the product in the panel."""

    sha256: str
    path: str
    thumbnail: str
    is_counter: bool
    is_missing: bool


@dataclass(frozen=True, slots=True)
class ProductFile:
    """All that the panel says about one product."""

    product: Product
    photos: tuple[ShownPhoto, ...]
    movements: tuple[Movement, ...]


@dataclass(frozen=True, slots=True)
class UndoState:
    """What could be undone and done again now."""

    undo: Edit | None
    redo: Edit | None
